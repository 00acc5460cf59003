use serde_json::Value;

use super::canonical_number;

/// How a number is written. All of them write what [`canonical_number`] writes; the browser's own needs no code.
pub type NumberText = fn(f64) -> String;

/// Writes JSON in the order of its calls.
///
/// Objects and lists opened by [`Writer::open_line`] stay on one line.
#[derive(Debug)]
pub struct Writer {
    out: String,
    number_text: NumberText,
    pretty: bool,
    /// One entry per open bracket.
    open: Vec<Bracket>,
    after_key: bool,
}

#[derive(Debug, Clone, Copy)]
struct Bracket {
    close: char,
    in_line: bool,
    empty: bool,
}

impl Writer {
    /// On one line, without white space.
    pub fn compact() -> Self {
        Self::compact_with(canonical_number)
    }

    /// As [`Writer::compact`], with another way to write numbers.
    pub fn compact_with(number_text: NumberText) -> Self {
        Self::new(Layout::Compact, number_text)
    }

    /// One field per line, indented by one blank.
    pub fn pretty() -> Self {
        Self::pretty_with(canonical_number)
    }

    /// As [`Writer::pretty`], with another way to write numbers.
    pub fn pretty_with(number_text: NumberText) -> Self {
        Self::new(Layout::Pretty, number_text)
    }

    fn new(layout: Layout, number_text: NumberText) -> Self {
        Self {
            out: String::new(),
            number_text,
            pretty: matches!(layout, Layout::Pretty),
            open: Vec::new(),
            after_key: false,
        }
    }

    pub fn open_object(&mut self) -> &mut Self {
        self.open_bracket('{', '}', false)
    }

    pub fn open_list(&mut self) -> &mut Self {
        self.open_bracket('[', ']', false)
    }

    /// A list that stays on one line however long it is.
    pub fn open_line(&mut self) -> &mut Self {
        self.open_bracket('[', ']', true)
    }

    /// An object that stays on one line.
    pub fn open_object_line(&mut self) -> &mut Self {
        self.open_bracket('{', '}', true)
    }

    fn open_bracket(&mut self, bracket: char, close: char, in_line: bool) -> &mut Self {
        self.separate();
        self.out.push(bracket);
        let in_line = in_line || self.open.last().is_some_and(|outer| outer.in_line);
        self.open.push(Bracket {
            close,
            in_line,
            empty: true,
        });
        self
    }

    /// Closes what was opened last.
    pub fn close(&mut self) -> &mut Self {
        if let Some(bracket) = self.open.pop() {
            if !bracket.empty && !bracket.in_line {
                self.new_line();
            }
            self.out.push(bracket.close);
        }
        self
    }

    pub fn key(&mut self, key: &str) -> &mut Self {
        self.separate();
        self.quote(key);
        self.out.push(':');
        if self.pretty {
            self.out.push(' ');
        }
        self.after_key = true;
        self
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.separate();
        self.quote(text);
        self
    }

    pub fn number(&mut self, number: f64) -> &mut Self {
        self.raw(&(self.number_text)(number))
    }

    pub fn whole(&mut self, number: usize) -> &mut Self {
        self.raw(&number.to_string())
    }

    pub fn flag(&mut self, flag: bool) -> &mut Self {
        self.raw(if flag { "true" } else { "false" })
    }

    pub fn null(&mut self) -> &mut Self {
        self.raw("null")
    }

    pub fn optional_number(&mut self, number: Option<f64>) -> &mut Self {
        match number {
            Some(number) => self.number(number),
            None => self.null(),
        }
    }

    pub fn optional_text(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// A value built elsewhere.
    pub fn value(&mut self, value: &Value) -> &mut Self {
        match value {
            Value::Null => self.null(),
            Value::Bool(flag) => self.flag(*flag),
            // Whole numbers beyond 2^53 keep their digits.
            Value::Number(number) => match number.as_f64() {
                Some(float) if number.is_f64() => self.number(float),
                _ => self.raw(&number.to_string()),
            },
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                self.open_list();
                for item in items {
                    self.value(item);
                }
                self.close()
            }
            Value::Object(fields) => {
                self.open_object();
                for (key, field) in fields {
                    self.key(key).value(field);
                }
                self.close()
            }
        }
    }

    /// The text; a pretty one ends with a line break.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        if self.pretty {
            self.out.push('\n');
        }
        self.out
    }

    fn raw(&mut self, text: &str) -> &mut Self {
        self.separate();
        self.out.push_str(text);
        self
    }

    /// Comma and line break before the next entry.
    fn separate(&mut self) {
        if self.after_key {
            self.after_key = false;
            return;
        }
        let Some(bracket) = self.open.last_mut() else {
            return;
        };
        let (first, in_line) = (bracket.empty, bracket.in_line);
        bracket.empty = false;
        if !first {
            self.out.push(',');
        }
        if !in_line {
            self.new_line();
        } else if !first && self.pretty {
            self.out.push(' ');
        }
    }

    fn new_line(&mut self) {
        if self.pretty {
            self.out.push('\n');
            for _ in 0..self.open.len() {
                self.out.push(' ');
            }
        }
    }

    fn quote(&mut self, text: &str) {
        self.out.push('"');
        for character in text.chars() {
            match character {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                control if control < ' ' => {
                    let code = u32::from(control);
                    self.out.push_str(&format!("\\u{code:04x}"));
                }
                other => self.out.push(other),
            }
        }
        self.out.push('"');
    }
}

#[derive(Debug, Clone, Copy)]
enum Layout {
    Compact,
    Pretty,
}

#[cfg(test)]
mod tests {
    use super::Writer;

    #[test]
    fn fields_keep_the_order_of_the_calls() {
        let mut w = Writer::compact();
        w.open_object();
        w.key("b")
            .number(1.0)
            .key("a")
            .open_list()
            .text("x\n")
            .null();
        w.close().key("c").open_object().close().close();
        assert_eq!(w.finish(), r#"{"b":1,"a":["x\n",null],"c":{}}"#);
    }

    #[test]
    fn short_lists_stay_on_one_line() {
        let mut w = Writer::pretty();
        w.open_object().key("p").open_line().number(1.5).number(2.0);
        w.close().key("q").flag(true).close();
        assert_eq!(w.finish(), "{\n \"p\": [1.5, 2],\n \"q\": true\n}\n");
    }
}
