use wasm_bindgen::JsCast;
use web_sys::Event;

use super::{IntoValue, IntoView, Value, View};

/// An element that is not in the document yet.
pub struct Element(pub(super) Box<Parts>);

pub(super) struct Parts {
    pub(super) name: &'static str,
    pub(super) is_svg: bool,
    pub(super) settings: Vec<Setting>,
    pub(super) listeners: Vec<(&'static str, Handler)>,
    pub(super) children: Vec<View>,
}

pub(super) type Handler = Box<dyn FnMut(Event)>;

/// Something of an element that has a name and a value.
pub(super) struct Setting {
    pub(super) kind: Kind,
    pub(super) name: &'static str,
    pub(super) value: Value,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Attribute,
    Class,
    Property,
    InnerHtml,
}

impl Element {
    pub fn new(name: &'static str) -> Self {
        Self::made(name, false)
    }

    pub fn svg(name: &'static str) -> Self {
        Self::made(name, true)
    }

    fn made(name: &'static str, is_svg: bool) -> Self {
        Self(Box::new(Parts {
            name,
            is_svg,
            settings: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        }))
    }

    fn set(mut self, kind: Kind, name: &'static str, value: Value) -> Self {
        self.0.settings.push(Setting { kind, name, value });
        self
    }

    /// Attributes whose values are known when the project is built.
    pub fn fixed(mut self, attributes: &[(&'static str, &'static str)]) -> Self {
        for (name, value) in attributes {
            self = self.set(Kind::Attribute, name, value.into_value());
        }
        self
    }

    pub fn attribute(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(Kind::Attribute, name, value.into_value())
    }

    pub fn class(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(Kind::Class, name, value.into_value())
    }

    pub fn property(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(Kind::Property, name, value.into_value())
    }

    /// Markup of this project's own, never a user's text.
    pub fn inner_html(self, value: impl IntoValue) -> Self {
        self.set(Kind::InnerHtml, "", value.into_value())
    }

    pub fn child(self, child: impl IntoView) -> Self {
        self.add(child.into_view())
    }

    fn add(mut self, child: View) -> Self {
        self.0.children.push(child);
        self
    }

    fn on(mut self, event: &'static str, handler: Handler) -> Self {
        self.0.listeners.push((event, handler));
        self
    }
}

macro_rules! events {
    ($($method:ident $name:literal $event:ident),* $(,)?) => {
        impl Element {
            $(pub fn $method(self, mut handle: impl FnMut(web_sys::$event) + 'static) -> Self {
                self.on($name, Box::new(move |event| handle(event.unchecked_into())))
            })*
        }
    };
}

events! {
    on_change "change" Event,
    on_click "click" MouseEvent,
    on_compositionend "compositionend" CompositionEvent,
    on_dragleave "dragleave" DragEvent,
    on_dragover "dragover" DragEvent,
    on_drop "drop" DragEvent,
    on_focus "focus" FocusEvent,
    on_input "input" Event,
    on_keydown "keydown" KeyboardEvent,
    on_pointercancel "pointercancel" PointerEvent,
    on_pointerdown "pointerdown" PointerEvent,
    on_pointermove "pointermove" PointerEvent,
    on_pointerup "pointerup" PointerEvent,
    on_submit "submit" SubmitEvent,
    on_wheel "wheel" WheelEvent,
}
