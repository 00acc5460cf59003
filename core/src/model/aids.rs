use super::Text;

/// What helps a person to a figure. None of it changes a score.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Aids {
    /// The edges of the ranges that may be chosen in place of the figure, ascending; empty where there are none.
    pub brackets: Vec<f64>,
    pub division: Option<Division>,
    pub also: Option<Also>,
}

/// The two figures that the asked one is worked out from: the part by the whole, times `times`.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    pub part: Operand,
    pub whole: Operand,
    /// 100 for a percentage.
    pub times: f64,
}

/// One of the two figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    pub name: Text,
    pub unit: Text,
    /// Firms and applications come whole.
    pub is_count: bool,
    /// What the profile says of it, if anything.
    pub known: Option<Known>,
}

/// A figure of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Hectares leased, sub-leased or given to approved projects.
    OccupiedLand,
    /// Hectares of industrial land.
    IndustrialLand,
    Tenants,
}

/// What else a person says of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Also {
    pub question: Text,
    /// One of the options, which has to be chosen; otherwise any number of them, or none.
    pub is_one: bool,
    pub options: Vec<AlsoOption>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct AlsoOption {
    /// As stored in result files.
    pub id: String,
    pub text: Text,
}

impl Aids {
    /// The ranges between the edges.
    pub fn ranges(&self) -> impl Iterator<Item = [f64; 2]> + '_ {
        self.brackets.windows(2).filter_map(|pair| match pair {
            [from, to] => Some([*from, *to]),
            _ => None,
        })
    }
}
