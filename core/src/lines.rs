//! The files that the build script makes of data/ and locales/: read line by line, without a parser for JSON, which
//! neither the first question nor the worker needs.

/// The lines of a file, in an order that the caller knows.
pub struct Lines<'a>(std::str::Split<'a, char>);

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        Self(text.split('\n'))
    }

    pub fn text(&mut self) -> Option<&'a str> {
        self.0.next()
    }

    pub fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// A plain decimal number.
    pub fn number(&mut self) -> Option<f64> {
        crate::number::decimal(self.text()?)
    }

    /// As many plain numbers as the array has room for.
    pub fn numbers<const N: usize>(&mut self) -> Option<[f64; N]> {
        let mut numbers = [0.0; N];
        for number in &mut numbers {
            *number = self.number()?;
        }
        Some(numbers)
    }

    /// "1" and "0".
    pub fn flag(&mut self) -> Option<bool> {
        Some(self.text()? == "1")
    }

    pub fn count(&mut self) -> Option<usize> {
        self.text()?.parse().ok()
    }

    /// As many items as the next line says.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(item(self)?);
        }
        Some(list)
    }
}
