use cluster_ready_core::boundary::Fix;

/// A corner that is being taken: the most accurate position of a few seconds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Taking {
    best: Option<Fix>,
    is_over: bool,
}

impl Taking {
    /// Another position came while it is being taken.
    #[must_use]
    pub fn hear(self, fix: Fix) -> Self {
        let better = self
            .best
            .is_none_or(|best| fix.accuracy_m < best.accuracy_m);
        Self {
            best: if better { Some(fix) } else { self.best },
            ..self
        }
    }

    /// The seconds are over: what came until now counts, or the first position that comes.
    #[must_use]
    pub fn end(self) -> Self {
        Self {
            is_over: true,
            ..self
        }
    }

    /// The corner, once it is taken: to a billionth of a degree, as corners are written.
    pub fn corner(&self) -> Option<Fix> {
        let best = self.best.filter(|_| self.is_over)?;
        Some(Fix {
            place: best.place.map(|degrees| (degrees * 1e9).round() / 1e9),
            ..best
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(lat: f64, accuracy_m: f64) -> Fix {
        Fix {
            place: [105.8, lat],
            accuracy_m,
        }
    }

    #[test]
    fn most_accurate_position_of_the_time_is_taken() {
        let taking = Taking::default()
            .hear(fix(21.0, 8.0))
            .hear(fix(21.1, 3.0))
            .hear(fix(21.2, 5.0));
        assert_eq!(taking.corner(), None, "time goes on");
        assert_eq!(taking.end().corner(), Some(fix(21.1, 3.0)));
    }

    #[test]
    fn without_a_position_in_time_the_first_one_after_it_is_taken() {
        let late = Taking::default().end();
        assert_eq!(late.corner(), None);
        assert_eq!(late.hear(fix(21.0, 9.0)).corner(), Some(fix(21.0, 9.0)));
    }

    #[test]
    fn place_is_written_to_a_billionth_of_a_degree() {
        let taken = Taking::default().hear(fix(21.123_456_789_4, 4.0)).end();
        assert_eq!(taken.corner().unwrap().place[1], 21.123_456_789);
    }
}
