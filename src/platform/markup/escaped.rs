/// A text for markup that is put together as one piece, between tags or in an attribute with double quotes.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_of_a_text_is_markup() {
        let text = r#"Cụm "A" & <b>B</b>"#;
        assert_eq!(escaped(text), "Cụm &quot;A&quot; &amp; &lt;b>B&lt;/b>");
    }
}
