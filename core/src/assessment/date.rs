use std::fmt;

/// A calendar date of the Gregorian calendar. Checked when built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` for a day that does not exist.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let days = days_in_month(year, month)?;
        ((1900..=2200).contains(&year) && (1..=days).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    pub const fn year(self) -> i32 {
        self.year
    }

    pub const fn month(self) -> u8 {
        self.month
    }

    pub const fn day(self) -> u8 {
        self.day
    }

    /// Reads `YYYY-MM-DD`, exactly ten characters. `None` for anything else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let year = digits(year, 4)?;
        let month = digits(month, 2)?;
        let day = digits(day, 2)?;
        Self::new(
            i32::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// `YYYY-MM-DD`.
    pub fn to_iso(self) -> String {
        self.to_string()
    }

    /// Days from `earlier` to this date; negative when `earlier` is the later one.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.day_number() - earlier.day_number()
    }

    /// The same day `years` later; 29 February becomes 28 February in a common year. `None` past 2200.
    pub fn years_later(self, years: u16) -> Option<Self> {
        let year = self.year + i32::from(years);
        let day = self.day.min(days_in_month(year, self.month)?);
        Self::new(year, self.month, day)
    }

    /// Days since 1970-01-01, counted in years that begin in March so that the leap day comes last.
    fn day_number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let march_month = (month + 9) % 12;
        let day_of_year = (153 * march_month + 2) / 5 + day - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
            - 719_468
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: i32, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if leap => Some(29),
        2 => Some(28),
        _ => None,
    }
}

fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn iso_text_is_read_and_written_back() {
        for text in ["1900-01-01", "2009-10-05", "2024-02-29", "2200-12-31"] {
            assert_eq!(date(text).to_iso(), text);
        }
    }

    #[test]
    fn text_that_is_no_date_is_refused() {
        for text in [
            "",
            "2026-2-3",
            "2026-02-30",
            "2023-02-29",
            "1899-12-31",
            "+026-01-01",
            "2026-01-01T00",
            "2026/01/01",
            "2026-13-01",
            "2026-00-10",
        ] {
            assert_eq!(Date::parse_iso(text), None, "{text}");
        }
    }

    #[test]
    fn days_between_dates_cross_months_and_leap_years() {
        assert_eq!(date("1970-01-02").days_since(date("1970-01-01")), 1);
        assert_eq!(date("2024-03-01").days_since(date("2024-02-28")), 2);
        assert_eq!(date("2100-03-01").days_since(date("2100-02-28")), 1);
        assert_eq!(date("2026-11-23").days_since(date("2026-05-27")), 180);
        assert_eq!(date("2026-01-01").days_since(date("2027-01-01")), -365);
    }

    #[test]
    fn day_numbers_rise_by_one_through_every_day() {
        let mut previous = None;
        for year in 1900..=2200 {
            for month in 1..=12 {
                for day in 1..=31 {
                    let Some(date) = Date::new(year, month, day) else {
                        continue;
                    };
                    if let Some(previous) = previous {
                        assert_eq!(date.days_since(previous), 1, "{date}");
                    }
                    previous = Some(date);
                }
            }
        }
    }

    #[test]
    fn leap_day_a_year_later_is_the_last_of_february() {
        assert_eq!(date("2024-02-29").years_later(1), Some(date("2025-02-28")));
        assert_eq!(date("2024-02-29").years_later(4), Some(date("2028-02-29")));
        assert_eq!(date("2200-01-01").years_later(1), None);
    }
}
