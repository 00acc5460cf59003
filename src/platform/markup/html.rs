//! A view as HTML, without a document: what it shows at first.

use super::element::{Kind, Parts};
use super::{Value, View, escaped};

/// Elements that have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl View {
    /// What the view shows now; listeners are left out.
    pub fn into_html(self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(self, html: &mut String) {
        match self {
            Self::Empty => {}
            Self::Text(text) => html.push_str(&escaped(&text)),
            Self::Element(element) => write_element(*element.0, html),
            Self::List(parts) => parts.into_iter().for_each(|part| part.write(html)),
            Self::Keyed(_, view) => view.write(html),
            Self::Live(mut make) => make().write(html),
        }
    }
}

fn write_element(parts: Parts, html: &mut String) {
    let mut classes = String::new();
    let mut inner = None;
    html.push('<');
    html.push_str(parts.name);
    for setting in parts.settings {
        let value = now(setting.value);
        match setting.kind {
            _ if !value.is_on() => {}
            Kind::Attribute if setting.name == "class" => classes.insert_str(0, value.text()),
            Kind::Attribute => write_attribute(setting.name, value.text(), html),
            Kind::Class => {
                classes.push(' ');
                classes.push_str(setting.name);
            }
            Kind::Property => {}
            Kind::InnerHtml => inner = Some(value.text().to_owned()),
        }
    }
    if !classes.is_empty() {
        write_attribute("class", classes.trim_start(), html);
    }
    html.push('>');
    if VOID.contains(&parts.name) {
        return;
    }
    if let Some(inner) = inner {
        html.push_str(&inner);
    }
    for child in parts.children {
        child.write(html);
    }
    html.push_str("</");
    html.push_str(parts.name);
    html.push('>');
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    html.push_str(&escaped(value));
    html.push('"');
}

fn now(value: Value) -> Value {
    match value {
        Value::Live(mut make) => now(make()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::platform::markup::{Element, IntoView};

    #[test]
    fn view_stands_as_html_with_what_is_off_left_out() {
        let view = Element::new("p")
            .fixed(&[("class", "a")])
            .class("b", true)
            .class("c", || false)
            .attribute("hidden", false)
            .attribute("title", "1 < \"2\"")
            .child(|| "x & y")
            .child(Element::new("input").attribute("checked", true))
            .into_view();
        let expected =
            r#"<p title="1 &lt; &quot;2&quot;" class="a b">x &amp; y<input checked=""></p>"#;
        assert_eq!(view.into_html(), expected);
    }

    #[test]
    fn drawings_of_the_program_stand_as_they_are() {
        let view = Element::svg("svg")
            .inner_html("<path d=\"M0 0\"/>")
            .into_view();
        assert_eq!(view.into_html(), "<svg><path d=\"M0 0\"/></svg>");
    }
}
