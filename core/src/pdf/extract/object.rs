//! The objects that a PDF is made of, and how they are written.

/// Arrays and dictionaries within one another; what lies deeper is no object.
const MOST_DEPTH: usize = 64;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Text(Vec<u8>),
    Name(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    /// Another object, by its number.
    Ref(u32),
    /// An operator, or a word between objects such as `endobj`.
    Word(Vec<u8>),
}

/// A dictionary in the order of the file. Of a key that comes twice the first counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Dict(pub Vec<(Vec<u8>, Object)>);

impl Dict {
    pub fn get(&self, key: &[u8]) -> Option<&Object> {
        let entry = self.0.iter().find(|(name, _)| name == key);
        entry.map(|(_, value)| value)
    }

    pub fn has_type(&self, name: &[u8]) -> bool {
        self.get(b"Type").and_then(Object::name) == Some(name)
    }
}

impl Object {
    pub fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that counts or points to something.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range of both"
    )]
    pub fn count(&self) -> Option<u32> {
        match self {
            Self::Number(number) if (0.0..4e9).contains(number) => Some(*number as u32),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// About how much work a copy is.
    pub fn weight(&self) -> usize {
        match self {
            Self::Text(bytes) | Self::Name(bytes) | Self::Word(bytes) => 1 + bytes.len(),
            Self::Array(items) => items.iter().fold(1, |sum, item| sum + item.weight()),
            Self::Dict(dict) => {
                let entries = dict.0.iter();
                entries.fold(1, |sum, (key, value)| sum + key.len() + value.weight())
            }
            _ => 1,
        }
    }

    pub fn array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub const fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) => Some(dict),
            _ => None,
        }
    }
}

pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

const fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// Reads object after object.
pub(super) struct Lexer<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Lexer<'a> {
    pub const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn take_if(&mut self, wanted: u8) -> bool {
        let is_wanted = self.peek() == Some(wanted);
        self.at += usize::from(is_wanted);
        is_wanted
    }

    /// Blanks and remarks.
    pub fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while !matches!(self.peek(), None | Some(b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The bytes up to the next blank or sign.
    fn word(&mut self) -> &'a [u8] {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| !is_blank(byte) && !is_sign(byte))
        {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// The next object; `None` at the end and where there is none.
    pub fn object(&mut self) -> Option<Object> {
        self.within(0)
    }

    fn within(&mut self, depth: usize) -> Option<Object> {
        self.skip_blanks();
        Some(match self.peek()? {
            b'/' => {
                self.at += 1;
                Object::Name(self.name())
            }
            b'(' => {
                self.at += 1;
                Object::Text(self.text()?)
            }
            b'<' => {
                self.at += 1;
                if self.take_if(b'<') {
                    Object::Dict(self.dict(depth)?)
                } else {
                    Object::Text(self.hex()?)
                }
            }
            b'[' => {
                self.at += 1;
                Object::Array(self.items(b']', depth)?)
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => {
                let word = self.word();
                number(word).map_or_else(|| Object::Word(word.to_vec()), Object::Number)
            }
            byte if is_sign(byte) => {
                // Stands alone; the caller decides.
                self.at += 1;
                Object::Word(vec![byte])
            }
            _ => match self.word() {
                b"true" => Object::Bool(true),
                b"false" => Object::Bool(false),
                b"null" => Object::Null,
                word => Object::Word(word.to_vec()),
            },
        })
    }

    /// Objects up to the closing sign, with "12 0 R" as one.
    fn items(&mut self, end: u8, depth: usize) -> Option<Vec<Object>> {
        if depth >= MOST_DEPTH {
            return None;
        }
        let mut items = Vec::new();
        loop {
            self.skip_blanks();
            if self.take_if(end) {
                return Some(items);
            }
            match self.within(depth + 1)? {
                Object::Word(word) if word == b"R" => {
                    let _generation = items.pop()?;
                    let number = items.pop()?.count()?;
                    items.push(Object::Ref(number));
                }
                Object::Word(_) => return None,
                object => items.push(object),
            }
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Dict> {
        let items = self.items(b'>', depth)?;
        if !self.take_if(b'>') {
            return None;
        }
        let mut dict = Dict::default();
        let mut items = items.into_iter();
        while let Some(key) = items.next() {
            let Object::Name(key) = key else { return None };
            dict.0.push((key, items.next().unwrap_or(Object::Null)));
        }
        Some(dict)
    }

    fn name(&mut self) -> Vec<u8> {
        let word = self.word();
        let mut name = Vec::with_capacity(word.len());
        let mut rest = word;
        while let [first, after @ ..] = rest {
            rest = after;
            match (first, after) {
                (b'#', [a, b, after @ ..]) if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => {
                    name.push(digit(*a) << 4 | digit(*b));
                    rest = after;
                }
                _ => name.push(*first),
            }
        }
        name
    }

    fn hex(&mut self) -> Option<Vec<u8>> {
        let mut text = Vec::new();
        let mut half = None;
        loop {
            match self.take()? {
                b'>' => break,
                byte if byte.is_ascii_hexdigit() => match half.take() {
                    None => half = Some(digit(byte)),
                    Some(high) => text.push(high << 4 | digit(byte)),
                },
                _ => {}
            }
        }
        text.extend(half.map(|high| high << 4));
        Some(text)
    }

    fn text(&mut self) -> Option<Vec<u8>> {
        let mut text = Vec::new();
        let mut open = 1_usize;
        loop {
            let byte = match self.take()? {
                b'(' => {
                    open += 1;
                    b'('
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(text);
                    }
                    b')'
                }
                b'\\' => match self.escaped()? {
                    Some(byte) => byte,
                    None => continue,
                },
                byte => byte,
            };
            text.push(byte);
        }
    }

    /// What follows a backslash; nothing for the end of a line.
    fn escaped(&mut self) -> Option<Option<u8>> {
        Some(Some(match self.take()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return Some(None),
            b'\r' => {
                self.take_if(b'\n');
                return Some(None);
            }
            first @ b'0'..=b'7' => {
                let mut code = first - b'0';
                for _ in 0..2 {
                    match self.peek() {
                        Some(next @ b'0'..=b'7') => {
                            code = code.wrapping_mul(8).wrapping_add(next - b'0');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
                code
            }
            byte => byte,
        }))
    }
}

/// The value of a hexadecimal digit.
pub(super) const fn digit(byte: u8) -> u8 {
    match byte {
        b'a'..=b'f' => byte - b'a' + 10,
        b'A'..=b'F' => byte - b'A' + 10,
        _ => byte.wrapping_sub(b'0') & 15,
    }
}

/// Plain decimals only; the standard library's reading would bring its tables along.
fn number(word: &[u8]) -> Option<f64> {
    let digits = word.trim_ascii_start();
    let (is_negative, digits) = match digits {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, digits),
    };
    let (mut value, mut unit, mut has_dot, mut count) = (0.0, 1.0, false, 0);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                value = value * 10.0 + f64::from(byte - b'0');
                if has_dot {
                    unit *= 10.0;
                }
            }
            b'.' if !has_dot => has_dot = true,
            _ => return None,
        }
    }
    // More digits than any position on a page has.
    if count == 0 || count > 64 {
        return None;
    }
    let value = value / unit;
    Some(if is_negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Object> {
        Lexer::new(text.as_bytes(), 0).object()
    }

    #[test]
    fn objects_are_read_as_they_are_written() {
        let dict =
            read("<</A 1/B[2 0 R(a\\(b\\)\\101)]/C<4 1 5>/D#20E true % x\n/F<<>>>>").unwrap();
        let dict = dict.dict().unwrap();
        assert_eq!(dict.get(b"A").unwrap().number(), Some(1.0));
        let list = [Object::Ref(2), Object::Text(b"a(b)A".to_vec())];
        assert_eq!(dict.get(b"B").unwrap().array().unwrap(), list);
        assert_eq!(dict.get(b"C").unwrap().text(), Some(&b"AP"[..]));
        assert_eq!(dict.get(b"D E"), Some(&Object::Bool(true)));
        assert_eq!(dict.get(b"F"), Some(&Object::Dict(Dict::default())));
    }

    #[test]
    fn numbers_are_plain_decimals() {
        for (text, value) in [("-.5", -0.5), ("+12.", 12.0), ("588656.512", 588_656.512)] {
            assert_eq!(read(text), Some(Object::Number(value)), "{text}");
        }
        assert_eq!(read("1.2.3"), Some(Object::Word(b"1.2.3".to_vec())));
    }

    #[test]
    fn what_never_ends_is_no_object() {
        for text in ["(a", "<41", "[1 2", "<</A 1", "<</A 1>", "[1 R]", ""] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)), None);
        assert_eq!(read(&"<</A".repeat(100_000)), None);
    }
}
