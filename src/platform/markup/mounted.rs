//! Views in the document. A view that takes the place of another one changes what differs and keeps the rest: focus,
//! selection and what is being typed stay.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::StoredValue;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, Node};

use super::element::{Handler, Kind, Parts, Setting};
use super::{Value, View, follow};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Shows a view at the end of an element, until the present owner is cleaned up and the element removed.
pub fn mount(place: &web_sys::HtmlElement, view: View) {
    if let Some(document) = place.owner_document() {
        let mounted = Mounted::new(&document, view);
        mounted.insert(place, None);
        StoredValue::new_local(mounted);
    }
}

/// A view in the document. Each has at least one node.
enum Mounted {
    /// The text, and a mark after it.
    Text {
        node: Node,
        text: Cow<'static, str>,
        end: Node,
    },
    Element(Box<MountedElement>),
    /// The parts, and a mark after the last one.
    List {
        parts: Vec<Mounted>,
        end: Node,
    },
    Keyed(u64, Box<Mounted>),
    Live(Rc<RefCell<Option<Mounted>>>),
}

struct MountedElement {
    node: web_sys::Element,
    name: &'static str,
    /// The attribute `id`, where it does not change.
    id: Option<Cow<'static, str>>,
    settings: Vec<(Kind, &'static str)>,
    html: Rc<RefCell<Cow<'static, str>>>,
    listeners: Vec<Listener>,
    children: Vec<Mounted>,
}

struct Listener {
    event: &'static str,
    handler: Rc<RefCell<Option<Handler>>>,
    function: Closure<dyn FnMut(Event)>,
}

impl Mounted {
    fn new(document: &Document, view: View) -> Self {
        match view {
            View::Empty => Self::list(document, Vec::new()),
            View::Text(text) => Self::Text {
                node: document.create_text_node(&text).into(),
                text,
                end: document.create_comment("").into(),
            },
            View::Element(element) => match MountedElement::new(document, *element.0) {
                Some(element) => Self::Element(Box::new(element)),
                None => Self::list(document, Vec::new()),
            },
            View::List(parts) => Self::list(document, parts),
            View::Keyed(key, view) => Self::Keyed(key, Box::new(Self::new(document, *view))),
            View::Live(make) => {
                let slot = Rc::new(RefCell::new(None));
                keep_shown(document, make, &slot);
                Self::Live(slot)
            }
        }
    }

    fn list(document: &Document, parts: Vec<View>) -> Self {
        Self::List {
            parts: parts
                .into_iter()
                .map(|part| Self::new(document, part))
                .collect(),
            end: document.create_comment("").into(),
        }
    }

    /// Every node of it, in order.
    fn each_node(&self, act: &mut dyn FnMut(&Node)) {
        match self {
            Self::Text { node, end, .. } => {
                put_back(node, end);
                act(node);
                act(end);
            }
            Self::Element(element) => act(&element.node),
            Self::List { parts, end } => {
                for part in parts {
                    part.each_node(act);
                }
                act(end);
            }
            Self::Keyed(_, inner) => inner.each_node(act),
            Self::Live(slot) => {
                if let Some(shown) = &*slot.borrow() {
                    shown.each_node(act);
                }
            }
        }
    }

    fn insert(&self, parent: &Node, before: Option<&Node>) {
        self.each_node(&mut |node| {
            let _ = parent.insert_before(node, before);
        });
    }

    fn remove(&self) {
        self.each_node(&mut |node| {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        });
    }

    fn first_node(&self) -> Option<Node> {
        match self {
            Self::Text { node, end, .. } => {
                put_back(node, end);
                Some(node.clone())
            }
            Self::Element(element) => Some(element.node.clone().into()),
            Self::List { parts, end } => parts
                .first()
                .map_or_else(|| Some(end.clone()), Self::first_node),
            Self::Keyed(_, inner) => inner.first_node(),
            Self::Live(slot) => slot.borrow().as_ref().and_then(Self::first_node),
        }
    }

    /// Shows another view in this one's place.
    fn change(&mut self, document: &Document, view: View) {
        match (&mut *self, view) {
            (Self::Text { node, text, end }, View::Text(new)) => {
                if *text != new {
                    put_back(node, end);
                    node.set_node_value(Some(&new));
                    *text = new;
                }
            }
            (Self::Element(old), View::Element(new)) if old.takes(&new.0) => {
                old.change(document, *new.0);
            }
            (Self::List { parts, end }, View::List(new)) => {
                change_list(document, parts, end, new);
            }
            (Self::List { parts, end }, View::Empty) => {
                change_list(document, parts, end, Vec::new());
            }
            (Self::Keyed(old, inner), View::Keyed(new, view)) if *old == new => {
                inner.change(document, *view);
            }
            (Self::Live(slot), View::Live(make)) => keep_shown(document, make, slot),
            (old, view) => {
                let new = Self::new(document, view);
                if let Some(first) = old.first_node()
                    && let Some(parent) = first.parent_node()
                {
                    new.insert(&parent, Some(&first));
                }
                old.remove();
                *old = new;
            }
        }
    }

    fn has_key(&self, key: u64) -> bool {
        matches!(self, Self::Keyed(own, _) if *own == key)
    }
}

/// Page translators put an element of theirs in the place of a text: away with it.
fn put_back(node: &Node, end: &Node) {
    if node.parent_node().is_none()
        && let Some(parent) = end.parent_node()
    {
        while let Some(theirs) = end.previous_sibling()
            && theirs.node_name() == "FONT"
        {
            let _ = parent.remove_child(&theirs);
        }
        let _ = parent.insert_before(node, Some(end));
    }
}

/// Shows what `make` gives in the slot, now and whenever it changes.
fn keep_shown(
    document: &Document,
    mut make: Box<dyn FnMut() -> View>,
    slot: &Rc<RefCell<Option<Mounted>>>,
) {
    let (document, slot) = (document.clone(), Rc::clone(slot));
    follow(Box::new(move || {
        let view = make();
        let taken = slot.borrow_mut().take();
        let shown = match taken {
            Some(mut shown) => {
                shown.change(&document, view);
                shown
            }
            None => Mounted::new(&document, view),
        };
        *slot.borrow_mut() = Some(shown);
    }));
}

/// Changes parts one by one; where they have keys, each keeps its nodes. `end` is the node after the last part.
fn change_list(document: &Document, parts: &mut Vec<Mounted>, end: &Node, new: Vec<View>) {
    let Some(parent) = end.parent_node() else {
        return;
    };
    let mut old: Vec<Option<Mounted>> = parts.drain(..).map(Some).collect();
    for (at, view) in new.into_iter().enumerate() {
        let key = match &view {
            View::Keyed(key, _) => Some(*key),
            _ => None,
        };
        let found = match key {
            Some(key) => old
                .iter_mut()
                .find(|one| one.as_ref().is_some_and(|one| one.has_key(key))),
            None => old.get_mut(at),
        };
        let next = |old: &[Option<Mounted>]| {
            old.get(at..)
                .unwrap_or_default()
                .iter()
                .flatten()
                .find_map(Mounted::first_node)
                .unwrap_or_else(|| end.clone())
        };
        let part = match found.and_then(Option::take) {
            Some(mut kept) => {
                kept.change(document, view);
                // What stays in its place is not moved: moving takes focus away.
                let after = next(&old);
                let mut last = None;
                kept.each_node(&mut |node| last = Some(node.clone()));
                if last.and_then(|node| node.next_sibling()).as_ref() != Some(&after) {
                    kept.insert(&parent, Some(&after));
                }
                kept
            }
            None => {
                let made = Mounted::new(document, view);
                made.insert(&parent, Some(&next(&old)));
                made
            }
        };
        parts.push(part);
    }
    old.iter().flatten().for_each(Mounted::remove);
}

impl MountedElement {
    fn new(document: &Document, element: Parts) -> Option<Self> {
        let namespace = element.is_svg.then_some(SVG);
        let node = match namespace {
            Some(namespace) => document.create_element_ns(Some(namespace), element.name),
            None => document.create_element(element.name),
        }
        .ok()?;
        let children: Vec<Mounted> = element
            .children
            .into_iter()
            .map(|child| Mounted::new(document, child))
            .collect();
        for child in &children {
            child.insert(&node, None);
        }
        let mut mounted = Self {
            node,
            name: element.name,
            id: fixed_id(&element.settings),
            settings: Vec::new(),
            html: Rc::default(),
            listeners: Vec::new(),
            children,
        };
        mounted.set(element.settings);
        mounted.listen(element.listeners);
        Some(mounted)
    }

    fn takes(&self, new: &Parts) -> bool {
        self.name == new.name && self.id == fixed_id(&new.settings)
    }

    fn change(&mut self, document: &Document, new: Parts) {
        if new.children.len() == self.children.len() {
            for (old, new) in self.children.iter_mut().zip(new.children) {
                old.change(document, new);
            }
        } else {
            self.children.iter().for_each(Mounted::remove);
            self.children = new
                .children
                .into_iter()
                .map(|child| Mounted::new(document, child))
                .collect();
            for child in &self.children {
                child.insert(&self.node, None);
            }
        }
        self.set(new.settings);
        self.listen(new.listeners);
    }

    fn set(&mut self, settings: Vec<Setting>) {
        let gone = |(kind, name): &(Kind, &str)| {
            !settings
                .iter()
                .any(|new| new.kind == *kind && new.name == *name)
        };
        for (kind, name) in self.settings.iter().filter(|old| gone(old)) {
            apply(&self.node, &self.html, *kind, name, Value::Off);
        }
        self.settings = settings.iter().map(|new| (new.kind, new.name)).collect();
        for Setting { kind, name, value } in settings {
            match value {
                Value::Live(mut make) => {
                    let (node, html) = (self.node.clone(), Rc::clone(&self.html));
                    follow(Box::new(move || apply(&node, &html, kind, name, make())));
                }
                value => apply(&self.node, &self.html, kind, name, value),
            }
        }
    }

    fn listen(&mut self, listeners: Vec<(&'static str, Handler)>) {
        self.listeners.retain(|old| {
            let stays = listeners.iter().any(|(event, _)| *event == old.event);
            if !stays {
                old.stop(&self.node);
            }
            stays
        });
        for (event, handler) in listeners {
            if let Some(old) = self.listeners.iter().find(|old| old.event == event) {
                *old.handler.borrow_mut() = Some(handler);
            } else {
                self.listeners
                    .push(Listener::start(&self.node, event, handler));
            }
        }
    }
}

/// An element under another id is another one: what was typed into it must not stay.
fn fixed_id(settings: &[Setting]) -> Option<Cow<'static, str>> {
    settings.iter().find_map(|one| match &one.value {
        Value::Text(text) if one.name == "id" => Some(text.clone()),
        _ => None,
    })
}

impl Drop for MountedElement {
    fn drop(&mut self) {
        for listener in &self.listeners {
            listener.stop(&self.node);
        }
    }
}

impl Listener {
    fn start(node: &web_sys::Element, event: &'static str, handler: Handler) -> Self {
        let handler = Rc::new(RefCell::new(Some(handler)));
        let called = Rc::clone(&handler);
        let function = Closure::new(move |event: Event| {
            // Taken out while it runs: it may lead to another handler being put in its place.
            let taken = called.borrow_mut().take();
            if let Some(mut handle) = taken {
                handle(event);
                called.borrow_mut().get_or_insert(handle);
            }
        });
        let _ = node.add_event_listener_with_callback(event, function.as_ref().unchecked_ref());
        Self {
            event,
            handler,
            function,
        }
    }

    fn stop(&self, node: &web_sys::Element) {
        let function = self.function.as_ref().unchecked_ref();
        let _ = node.remove_event_listener_with_callback(self.event, function);
    }
}

/// Gives an element one value. What is so already is left alone.
fn apply(
    node: &web_sys::Element,
    html: &Rc<RefCell<Cow<'static, str>>>,
    kind: Kind,
    name: &str,
    value: Value,
) {
    match kind {
        Kind::Attribute if !value.is_on() => {
            let _ = node.remove_attribute(name);
        }
        Kind::Attribute => {
            if node.get_attribute(name).as_deref() != Some(value.text()) {
                let _ = node.set_attribute(name, value.text());
            }
        }
        Kind::Class => {
            let _ = node.class_list().toggle_with_force(name, value.is_on());
        }
        Kind::Property => {
            let value = match value {
                Value::Text(text) => JsValue::from_str(&text),
                other => JsValue::from_bool(other.is_on()),
            };
            let name = JsValue::from_str(name);
            if js_sys::Reflect::get(node, &name).as_ref() != Ok(&value) {
                let _ = js_sys::Reflect::set(node, &name, &value);
            }
        }
        Kind::InnerHtml => {
            if *html.borrow() != value.text() {
                node.set_inner_html(value.text());
                *html.borrow_mut() = match value {
                    Value::Text(text) => text,
                    Value::Off | Value::On | Value::Live(_) => Cow::Borrowed(""),
                };
            }
        }
    }
}
