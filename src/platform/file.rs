use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Event, File, FileList, HtmlAnchorElement, HtmlElement, HtmlInputElement,
    Url,
};

/// A file as the browser hands it over, not read yet.
pub type Chosen = File;

/// A file a person gave, read into memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Why a file could not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileProblem {
    /// Larger than the limit, bytes.
    TooLarge { limit: usize },
    /// The browser could not read it (moved, removed, no permission).
    Unreadable,
}

/// The files chosen in a file input; the input is emptied, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(file)
}

/// The first file of a drop.
pub fn dropped(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}

/// Why a file is not even read.
pub fn refused(file: &File, limit: usize) -> Option<FileProblem> {
    #[allow(clippy::cast_precision_loss, reason = "bytes of a file")]
    let is_larger = file.size() > limit as f64;
    is_larger.then_some(FileProblem::TooLarge { limit })
}

/// Reads a file, refusing one above `limit` bytes before it is read.
///
/// # Errors
/// [`FileProblem`] where it is too large or the browser cannot read it.
pub async fn read(file: File, limit: usize) -> Result<Given, FileProblem> {
    if let Some(problem) = refused(&file, limit) {
        return Err(problem);
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| FileProblem::Unreadable)?;
    Ok(Given {
        name: file.name(),
        bytes: Uint8Array::new(&buffer).to_vec(),
    })
}

/// Saves content (bytes or a blob) as a file through a link under `root` that is clicked and removed.
pub fn download(root: &HtmlElement, name: &str, mime: &str, content: &JsValue) -> bool {
    try_download(root, name, mime, content).is_some()
}

fn try_download(root: &HtmlElement, name: &str, mime: &str, content: &JsValue) -> Option<()> {
    let url = address(mime, content)?;
    let link: HtmlAnchorElement = root
        .owner_document()?
        .create_element("a")
        .ok()?
        .dyn_into()
        .ok()?;
    link.set_href(&url);
    link.set_download(name);
    root.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser starts reading in a later task; the address must live until then.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// An address of content, as long as the page stands or until it is taken back.
fn address(mime: &str, content: &JsValue) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let content = Array::of1(content);
    let blob = Blob::new_with_blob_sequence_and_options(&content, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Shows a text (its bytes in UTF-8, or a blob of them) in a new tab; false where none may be opened.
pub fn open_in_tab(content: &JsValue) -> bool {
    // As plain text every browser shows it. Saving it there asks for it once more, so its address stays.
    address("text/plain;charset=utf-8", content)
        .zip(super::window())
        .and_then(|(url, window)| window.open_with_url_and_target(&url, "_blank").ok()?)
        .is_some()
}
