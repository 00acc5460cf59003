//! A button to begin and one question, as Leptos's own introduction would write it.

use leptos::prelude::*;

const QUESTION: &str = "Hằng ngày, ai quản lý và vận hành cụm?";
const OPTIONS: [&str; 6] = [
    "Không đơn vị nào phụ trách; phát sinh việc gì thì báo xã việc đó.",
    "Xã hoặc đơn vị sự nghiệp công lập kiêm nhiệm việc quản lý cụm.",
    "Chủ đầu tư hạ tầng có bộ phận quản lý, vận hành riêng cho cụm.",
    "Chủ đầu tư hạ tầng có bộ phận quản lý riêng, quy chế dịch vụ, giá công khai và kế hoạch hằng năm.",
    "Bộ phận quản lý riêng có quy chế, giá công khai, kế hoạch hằng năm, đo chỉ tiêu dịch vụ và công bố khảo sát doanh nghiệp mỗi năm.",
    "Chúng tôi chưa biết",
];

#[component]
fn Page() -> impl IntoView {
    let begun = RwSignal::new(false);
    view! {
        <Show
            when=move || begun.get()
            fallback=move || {
                view! {
                    <h1>"Cụm công nghiệp của bạn đã sẵn sàng đến đâu?"</h1>
                    <button type="button" id="begin" on:click=move |_| begun.set(true)>"Bắt đầu"</button>
                }
            }
        >
            <Question/>
        </Show>
    }
}

#[component]
fn Question() -> impl IntoView {
    let answer = RwSignal::new(None::<usize>);
    let option = move |(index, text): (usize, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name="answer"
                    prop:checked=move || answer.get() == Some(index)
                    on:change=move |_| answer.set(Some(index))
                />
                <span>{text}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend><h1>{QUESTION}</h1></legend>
            {OPTIONS.into_iter().enumerate().map(option).collect_view()}
        </fieldset>
    }
}

fn main() {
    mount_to_body(Page);
}
