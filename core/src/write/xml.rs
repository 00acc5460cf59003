use super::line::line;

/// A text between tags or quotes. It has been put on one line, so that no character is left that XML forbids.
pub(super) fn escaped(text: &str) -> String {
    line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            escaped("</name>\n<a b=\"c\">]]>&amp;\u{1}"),
            "&lt;/name&gt; &lt;a b=&quot;c&quot;&gt;]]&gt;&amp;amp;"
        );
    }
}
