use std::borrow::Cow;

use leptos::prelude::{Get, Signal};

/// The value of an attribute, a class or a property.
pub enum Value {
    /// Not set.
    Off,
    /// Set, without a text.
    On,
    Text(Cow<'static, str>),
    /// Follows what it reads.
    Live(Box<dyn FnMut() -> Value>),
}

impl Value {
    pub(super) const fn is_on(&self) -> bool {
        !matches!(self, Self::Off)
    }

    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Off | Self::On | Self::Live(_) => "",
        }
    }
}

/// What may stand as a value in `view!`.
pub trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::On } else { Value::Off }
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Off, T::into_value)
    }
}

impl<T: IntoValue, F: FnMut() -> T + 'static> IntoValue for F {
    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move || self().into_value()))
    }
}

impl IntoValue for Signal<bool> {
    fn into_value(self) -> Value {
        (move || self.get()).into_value()
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl IntoValue for $number {
            fn into_value(self) -> Value {
                Value::Text(Cow::Owned(self.to_string()))
            }
        })*
    };
}

numbers!(u8, u16, u32, usize, i32);
