//! The view in Chromium: what stands in the document after something has changed.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use cluster_ready::platform::markup::{CollectView, Element, IntoView, View, mount};
use leptos::prelude::{Get, Owner, RwSignal, Set, on_cleanup};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A place in the document, and the owner of what is shown there.
struct Shown {
    place: HtmlElement,
    owner: Owner,
}

impl Shown {
    fn of(view: impl FnOnce() -> View) -> Self {
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let place: HtmlElement = document()
            .create_element("div")
            .unwrap()
            .dyn_into()
            .unwrap();
        document().body().unwrap().append_child(&place).unwrap();
        let owner = Owner::default();
        owner.with(|| mount(&place, view()));
        Self { place, owner }
    }

    /// What is shown, without the marks between the parts.
    fn html(&self) -> String {
        self.place.inner_html().replace("<!---->", "")
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.place.query_selector(selector).unwrap().unwrap();
        found.dyn_into().unwrap()
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.place.remove();
    }
}

/// Effects run in a task of their own.
async fn settled() {
    any_spawner::Executor::tick().await;
}

#[wasm_bindgen_test]
async fn text_and_attributes_follow_their_signals() {
    let count = RwSignal::new(1_u32);
    let shown = Shown::of(|| {
        Element::new("p")
            .fixed(&[("class", "sum")])
            .attribute("data-count", move || count.get())
            .class("many", move || count.get() > 1)
            .attribute("hidden", move || count.get() == 0)
            .child(move || format!("{} < {}", count.get(), count.get() + 1))
            .into_view()
    });
    assert_eq!(
        shown.html(),
        r#"<p class="sum" data-count="1">1 &lt; 2</p>"#
    );
    count.set(2);
    settled().await;
    assert_eq!(
        shown.html(),
        r#"<p class="sum many" data-count="2">2 &lt; 3</p>"#
    );
    count.set(0);
    settled().await;
    assert_eq!(
        shown.html(),
        r#"<p class="sum" data-count="0" hidden="">0 &lt; 1</p>"#
    );
}

#[wasm_bindgen_test]
async fn field_keeps_its_node_its_focus_and_what_was_typed_when_its_surroundings_change() {
    let wrong = RwSignal::new(false);
    let shown = Shown::of(|| {
        (move || {
            let message = wrong.get().then(|| Element::new("p").child("wrong"));
            Element::new("div")
                .child(message)
                .child(Element::new("input").fixed(&[("id", "field"), ("value", "a")]))
        })
        .into_view()
    });
    let field: HtmlInputElement = shown.find("input");
    field.focus().unwrap();
    field.set_value("ab");
    wrong.set(true);
    settled().await;
    assert!(shown.html().starts_with("<div><p>wrong</p><input"));
    assert!(shown.find::<HtmlInputElement>("input") == field);
    assert_eq!(field.value(), "ab");
    assert!(document().active_element().unwrap() == *field.as_ref());
}

/// Does with every text under an element what page translators do.
fn translate(place: &web_sys::Node) {
    let mut next = place.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        if node.node_type() == web_sys::Node::TEXT_NODE {
            let theirs = document().create_element("font").unwrap();
            let inner = document().create_element("font").unwrap();
            inner.set_text_content(Some(&format!("[{}]", node.node_value().unwrap())));
            theirs.append_child(&inner).unwrap();
            place.replace_child(&theirs, &node).unwrap();
        } else if node.node_name() != "FONT" {
            translate(&node);
        }
    }
}

#[wasm_bindgen_test]
async fn text_that_a_translator_has_replaced_changes_all_the_same() {
    let count = RwSignal::new(1_u32);
    let shown = Shown::of(|| {
        let saved = move || {
            let mark = (count.get() < 3).then(|| Element::new("b").child("v"));
            (count.get() < 4).then(|| {
                let text = format!("saved {}", count.get());
                Element::new("p").child(mark).child(text)
            })
        };
        let bare = move || match count.get() {
            1 | 2 => format!("{} rows", count.get()).into_view(),
            _ => Element::new("i").child("many").into_view(),
        };
        let list = move || (0..count.get()).map(|one| one.to_string()).collect_view();
        Element::new("div")
            .child(saved)
            .child("and ")
            .child(bare)
            .child(list)
            .into_view()
    });
    translate(&shown.place);
    assert!(shown.html().contains("[saved 1]") && shown.html().contains("[1 rows]"));
    for (now, expected) in [
        (2, "<p><b>[v]</b>saved 2</p>[and ]2 rows01"),
        (3, "<p>saved 3</p>[and ]<i>many</i>012"),
        (4, "[and ]<i>[many]</i>0123"),
        (1, "<p><b>v</b>saved 1</p>[and ]1 rows0"),
    ] {
        count.set(now);
        settled().await;
        let plain = shown.html().replace("<font>", "").replace("</font>", "");
        assert_eq!(plain, format!("<div>{expected}</div>"));
        translate(&shown.place);
    }
}

#[wasm_bindgen_test]
async fn field_with_another_id_is_another_field() {
    let id = RwSignal::new("one");
    let shown = Shown::of(|| (move || Element::new("input").attribute("id", id.get())).into_view());
    let first: HtmlInputElement = shown.find("input");
    first.set_value("typed");
    id.set("two");
    settled().await;
    let second: HtmlInputElement = shown.find("input");
    assert_eq!((second.id(), second.value()), ("two".into(), String::new()));
}

#[wasm_bindgen_test]
async fn rows_with_keys_keep_their_nodes_in_any_order() {
    let keys = RwSignal::new(vec![1_u64, 2, 3, 4]);
    let shown = Shown::of(|| {
        let rows = move || {
            let keys = keys.get().into_iter();
            keys.map(|key| {
                let name = format!("row-{key}");
                Element::new("li").attribute("id", name).keyed(key)
            })
            .collect_view()
        };
        Element::new("ul").child(rows).into_view()
    });
    let ids = || {
        let rows = shown.find::<web_sys::Element>("ul").children();
        (0..rows.length())
            .map(|at| rows.item(at).unwrap().id())
            .collect::<Vec<_>>()
    };
    let third: HtmlElement = shown.find("#row-3");
    for order in [vec![3, 1, 4], vec![5, 3, 6, 1], vec![], vec![7, 3]] {
        let had_third = ids().contains(&"row-3".to_owned());
        keys.set(order.clone());
        settled().await;
        let expected: Vec<String> = order.iter().map(|key| format!("row-{key}")).collect();
        assert_eq!(ids(), expected);
        if had_third && order.contains(&3) {
            assert!(shown.find::<HtmlElement>("#row-3") == third, "{order:?}");
        }
    }
}

#[wasm_bindgen_test]
async fn view_under_another_key_is_made_anew() {
    let page = RwSignal::new(1_u64);
    let shown = Shown::of(|| (move || Element::new("input").keyed(page.get())).into_view());
    let first: HtmlInputElement = shown.find("input");
    page.set(2);
    settled().await;
    assert!(shown.find::<HtmlInputElement>("input") != first);
}

#[wasm_bindgen_test]
async fn listener_of_the_latest_drawing_is_called_once() {
    let drawing = RwSignal::new(1_u32);
    let heard = Rc::new(Cell::new(0));
    let shown = Shown::of(|| {
        let heard = Rc::clone(&heard);
        (move || {
            let (heard, now) = (Rc::clone(&heard), drawing.get());
            Element::new("button").on_click(move |_| heard.set(heard.get() * 10 + now))
        })
        .into_view()
    });
    let button: HtmlElement = shown.find("button");
    button.click();
    drawing.set(2);
    settled().await;
    button.click();
    assert_eq!(heard.get(), 12);
}

#[wasm_bindgen_test]
async fn taken_down_view_hears_and_follows_nothing_any_more() {
    let (signal, runs, clicks) = (
        RwSignal::new(0_u32),
        Rc::new(Cell::new(0)),
        Rc::new(Cell::new(0)),
    );
    let shown = Shown::of(|| {
        let (runs, clicks) = (Rc::clone(&runs), Rc::clone(&clicks));
        Element::new("button")
            .on_click(move |_| clicks.set(clicks.get() + 1))
            .child(move || {
                runs.set(runs.get() + 1);
                signal.get()
            })
            .into_view()
    });
    let button: HtmlElement = shown.find("button");
    shown.owner.cleanup();
    signal.set(1);
    settled().await;
    button.click();
    assert_eq!((runs.get(), clicks.get()), (1, 0));
}

#[wasm_bindgen_test]
async fn what_a_drawing_owns_goes_with_it() {
    let (drawing, gone) = (RwSignal::new(1_u32), Arc::new(AtomicU32::new(0)));
    let told = Arc::clone(&gone);
    let _shown = Shown::of(move || {
        (move || {
            let told = Arc::clone(&told);
            on_cleanup(move || {
                told.fetch_add(1, Ordering::Relaxed);
            });
            drawing.get()
        })
        .into_view()
    });
    drawing.set(2);
    settled().await;
    assert_eq!(gone.load(Ordering::Relaxed), 1);
}
