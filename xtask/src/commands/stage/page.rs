//! The stand-alone page: its content security policy, and trunk's own line taken out; and the page for an iframe.

use std::fs;
use std::path::Path;

use super::Profile;
use crate::digest::integrity;
use crate::failure::Failure;
use crate::workspace;

/// Where index.html wants it.
const PLACE: &str = "<!-- content-security-policy -->";

/// Where index.html wants what makes it a site that can be installed.
const SITE_PLACE: &str = "<!-- site -->";
const SITE: &str = "<link rel=\"manifest\" href=\"./manifest.webmanifest\" />\n    <link rel=\"icon\" href=\"./icon.svg\" />\n    \
                    <script type=\"module\" src=\"./site.js\"></script>";
/// Where index.html wants the first page, which is seen at the first paint. Without scripts the light DOM stands above it.
const START_PLACE: &str = "<!-- start -->";
const START: [&str; 2] = [
    "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"./style.css\" /><noscript><slot></slot></noscript><div class=\"root early\">",
    "</div></template>",
];

/// A browser asks for an icon where none is named.
const NO_ICON: &str = "<link rel=\"icon\" href=\"data:,\" />";

/// Nothing but this page's own files. `data:` is the empty icon; downloads are blobs, which need no permission.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data: blob:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The line that told trunk what to build. Without injected scripts, trunk leaves it where it was.
const BUILD_LINE: &str = "<link data-trunk rel=\"rust\"";

/// The line that tells trunk which style sheet the page has beside the widget's.
const STYLE_LINE: &str = "<link data-trunk rel=\"css\" href=\"page.css\" />";
const STYLE: &str = "page.css";

/// Writes index.html and its own style sheet into the product, as trunk does.
pub(super) fn copy(product: &Path) -> Result<(), Failure> {
    let root = workspace::root();
    let text = fs::read_to_string(root.join("index.html"))
        .map_err(Failure::while_doing("reading index.html"))?;
    let style = fs::read(root.join(STYLE)).map_err(Failure::while_doing("reading page.css"))?;
    if !text.contains(STYLE_LINE) {
        return Err(Failure::new(format!("index.html has no `{STYLE_LINE}`")));
    }
    let link = format!(
        "<link rel=\"stylesheet\" href=\"./{STYLE}\" integrity=\"{}\" />",
        integrity(&style)
    );
    fs::write(product.join(STYLE), style).map_err(Failure::while_doing("writing page.css"))?;
    fs::write(product.join("index.html"), text.replace(STYLE_LINE, &link))
        .map_err(Failure::while_doing("writing index.html"))
}

/// The page for an iframe, whatever the build: `frame-policy.js` gives it its policy.
pub(super) fn frame(source: &Path, product: &Path) -> Result<(), Failure> {
    for name in workspace::file_names(source)? {
        fs::copy(source.join(&name), product.join(&name))
            .map_err(Failure::while_doing(format!("copying {name}")))?;
    }
    Ok(())
}

fn tag(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />")
}

/// Writes the policy into the page; a debug build goes without, as trunk's live reload needs an inline script.
pub(super) fn finish(page: &Path, profile: Profile) -> Result<(), Failure> {
    let text =
        fs::read_to_string(page).map_err(Failure::while_doing("reading the built index.html"))?;
    for place in [PLACE, SITE_PLACE, START_PLACE] {
        if !text.contains(place) {
            return Err(Failure::new(format!("index.html has no `{place}`")));
        }
    }
    let (tag, site) = match profile {
        Profile::Debug => (String::new(), NO_ICON),
        Profile::Release => (tag(POLICY), SITE),
    };
    let pages = fs::read_to_string(page.with_file_name("start.html"))
        .map_err(Failure::while_doing("reading start.html"))?;
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with(BUILD_LINE));
    let text = lines
        .collect::<Vec<_>>()
        .join("\n")
        .replace(PLACE, &tag)
        .replace(SITE_PLACE, site)
        .replace(START_PLACE, &declared(&pages));
    fs::write(page, text + "\n").map_err(Failure::while_doing("writing the built index.html"))
}

/// The first of the first pages as a shadow root that the page brings with it.
fn declared(pages: &str) -> String {
    let start = pages.split("<template>").next().unwrap_or_default();
    format!("{}{start}{}", START[0], START[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_brings_the_first_of_the_first_pages_with_it() {
        let pages = "<div class=\"app\"></div><template><p></p></template>";
        let root = declared(pages);
        assert!(root.starts_with("<template shadowrootmode=\"open\">"));
        assert!(
            root.ends_with("<div class=\"root early\"><div class=\"app\"></div></div></template>")
        );
    }
}
