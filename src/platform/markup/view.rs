use std::borrow::Cow;

use super::Element;

/// A part of a page that is not in the document yet.
pub enum View {
    Empty,
    Text(Cow<'static, str>),
    Element(Element),
    List(Vec<View>),
    /// Tells it from others in its place: under another key it is made anew.
    Keyed(u64, Box<View>),
    /// Follows what it reads.
    Live(Box<dyn FnMut() -> View>),
}

impl View {
    pub fn list(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::List(parts.into_iter().collect())
    }
}

/// What may stand in braces in `view!`.
pub trait IntoView: Sized {
    fn into_view(self) -> View;

    fn keyed(self, key: u64) -> View {
        View::Keyed(key, Box::new(self.into_view()))
    }

    /// The same, by Leptos's name.
    fn into_any(self) -> View {
        self.into_view()
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for Element {
    fn into_view(self) -> View {
        View::Element(self)
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::Empty
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(Cow::Borrowed(self))
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(Cow::Owned(self))
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or(View::Empty, T::into_view)
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_view(self) -> View {
        View::list(self.into_iter().map(T::into_view))
    }
}

impl<T: IntoView, const N: usize> IntoView for [T; N] {
    fn into_view(self) -> View {
        View::list(self.into_iter().map(T::into_view))
    }
}

impl<T: IntoView, F: FnMut() -> T + 'static> IntoView for F {
    fn into_view(mut self) -> View {
        View::Live(Box::new(move || self().into_view()))
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl IntoView for $number {
            fn into_view(self) -> View {
                self.to_string().into_view()
            }
        })*
    };
}

numbers!(u8, u16, u32, usize, i32);

/// The parts of an iterator, one after the other.
pub trait CollectView {
    fn collect_view(self) -> View;
}

impl<I: Iterator<Item: IntoView>> CollectView for I {
    fn collect_view(self) -> View {
        View::list(self.map(IntoView::into_view))
    }
}
