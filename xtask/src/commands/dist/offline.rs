//! The one-file page, which opens by double click: the scripts stand in it, and every other file as base64.
//!
//! Its content security policy allows these scripts by their digests and addresses inside the page (`blob:`), and forbids
//! every connection.

use std::fs;
use std::path::Path;

use super::licences;
use crate::digest::{base64, integrity};
use crate::failure::Failure;
use crate::process::step;
use crate::workspace;

const SOURCE: &str = "packaging/offline";
pub(super) const PAGE: &str = "cluster-ready.html";

/// What the page holds in another way, or has no use for.
const NOT_PACKED: [&str; 5] = [
    "element.js",
    "element.d.ts",
    "index.html",
    "page.css",
    licences::FILE,
];
/// What makes the site one, and what a page needs in an iframe: this page is neither.
const OF_OTHERS: [&str; 2] = ["packaging/site", "packaging/frame"];

/// Where the page wants what.
const PLACES: [&str; 4] = [
    "<!-- content-security-policy -->",
    "<!-- style -->",
    "<!-- files -->",
    "<!-- script -->",
];

/// Writes `dist/offline/cluster-ready.html`.
pub(super) fn make() -> Result<(), Failure> {
    step("making the one-file page", "");
    let (site, source) = (workspace::site(), workspace::root().join(SOURCE));
    let page = page(
        &text(&source.join("page.html"))?,
        &text(&site.join("page.css"))?,
        &(text(&source.join("unpack.js"))? + &text(&site.join("element.js"))?),
        &packed(&site)?,
    )?;
    let folder = workspace::dist().join("offline");
    fs::create_dir_all(&folder)
        .map_err(Failure::while_doing(format!("making {}", folder.display())))?;
    fs::write(folder.join(PAGE), &page).map_err(Failure::while_doing(format!("writing {PAGE}")))?;
    eprintln!("   {PAGE}: {} bytes", page.len());
    Ok(())
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::while_doing(format!("reading {}", path.display())))
}

/// The files as blocks of data that no browser runs, in the order of their names.
fn packed(site: &Path) -> Result<String, Failure> {
    let of_others = |name: &str| {
        OF_OTHERS
            .iter()
            .any(|folder| workspace::root().join(folder).join(name).exists())
    };
    let names = workspace::file_names(site)?
        .into_iter()
        .filter(|name| !NOT_PACKED.contains(&name.as_str()) && !of_others(name));
    let mut blocks = String::new();
    for name in names {
        let kind = media_type(&name)?;
        let bytes =
            fs::read(site.join(&name)).map_err(Failure::while_doing(format!("reading {name}")))?;
        let data = base64(&bytes);
        blocks.push_str(&format!(
            "<script type=\"application/octet-stream\" data-file=\"{name}\" data-type=\"{kind}\">{data}</script>\n    "
        ));
    }
    Ok(blocks.trim_end().to_owned())
}

fn media_type(name: &str) -> Result<&'static str, Failure> {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("wasm") => Ok("application/wasm"),
        Some("js") => Ok("text/javascript"),
        Some("css") => Ok("text/css"),
        Some("html") => Ok("text/html"),
        Some("json") => Ok("application/json"),
        _ => Err(Failure::new(format!(
            "{name} is of no kind that the one-file page knows"
        ))),
    }
}

fn page(template: &str, style: &str, script: &str, files: &str) -> Result<String, Failure> {
    if PLACES.iter().any(|place| !template.contains(place)) {
        return Err(Failure::new(format!(
            "{SOURCE}/page.html lacks one of {}",
            PLACES.join(", ")
        )));
    }
    if script.contains("</script") || script.contains("<!--") || style.contains("</style") {
        return Err(Failure::new(
            "a script or style sheet would end inside of the one-file page",
        ));
    }
    let policy = format!(
        "default-src 'none'; script-src '{}' blob: 'wasm-unsafe-eval'; style-src '{}'; worker-src blob:; connect-src blob:; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        integrity(script.as_bytes()),
        integrity(style.as_bytes()),
    );
    let parts = [
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />"),
        format!("<style>{style}</style>"),
        files.to_owned(),
        format!("<script type=\"module\">{script}</script>"),
    ];
    Ok(PLACES
        .iter()
        .zip(parts)
        .fold(template.to_owned(), |page, (place, part)| {
            page.replace(place, &part)
        }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str =
        "<!-- content-security-policy --><!-- style --><!-- files --><!-- script -->";

    #[test]
    fn script_and_style_stand_in_the_page_and_are_allowed_by_their_digests() {
        let page = page(TEMPLATE, "a {}", "run();", "<b></b>").unwrap();
        assert!(page.contains(&format!("script-src '{}' blob:", integrity(b"run();"))));
        assert!(page.contains(&format!("style-src '{}'", integrity(b"a {}"))));
        assert!(
            page.ends_with("<style>a {}</style><b></b><script type=\"module\">run();</script>")
        );
    }

    #[test]
    fn script_that_would_end_early_is_refused() {
        assert!(page(TEMPLATE, "", "write('</script>');", "").is_err());
        assert!(page("no places", "", "", "").is_err());
    }

    #[test]
    fn file_of_an_unknown_kind_is_named() {
        assert_eq!(media_type("app_bg.wasm").unwrap(), "application/wasm");
        let told = media_type("notes.odt").unwrap_err().to_string();
        assert!(told.contains("notes.odt"), "{told}");
    }
}
