//! What libFuzzer prints.

/// How a target ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    pub runs: u64,
    /// Edges of the program that were reached.
    pub edges: u64,
    /// Why it stopped, when it found something.
    pub find: Option<String>,
    /// The input that was kept.
    pub input: Option<String>,
}

impl Log {
    pub fn read(text: &str) -> Self {
        let mut log = Self::default();
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            // "#7289	DONE   cov: 3480 ft: 9354 …"
            if let Some(status) = line.strip_prefix('#') {
                let words: Vec<&str> = status.split_whitespace().collect();
                let runs = words.first().and_then(|word| word.parse().ok());
                log.runs = runs.unwrap_or(log.runs);
                let edges = words.windows(2).find_map(|pair| match pair {
                    ["cov:", number] => number.parse().ok(),
                    _ => None,
                });
                log.edges = edges.unwrap_or(log.edges);
            }
            if let Some((_, input)) = line.split_once("Test unit written to ") {
                log.input = Some(input.to_owned());
            }
            if log.find.is_none() {
                log.find = find(line, lines.peek());
            }
        }
        log
    }
}

/// A panic has its message on the next line.
fn find(line: &str, next: Option<&&str>) -> Option<String> {
    if line.contains("panicked at ") {
        let message = next.copied().unwrap_or_default();
        return Some(format!("{line} {message}"));
    }
    line.contains("ERROR: libFuzzer: ").then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_status_counts() {
        let text = "#2\tINITED cov: 5 ft: 6\n#40\tNEW    cov: 30 ft: 60\n#99\tDONE   cov: 31 ft: 62\n\
                    Done 99 runs in 2 second(s)\n";
        assert_eq!(
            Log::read(text),
            Log {
                runs: 99,
                edges: 31,
                ..Log::default()
            }
        );
    }

    #[test]
    fn find_is_named_with_its_input() {
        let text = "#40\tNEW    cov: 30 ft: 60\nthread '<unnamed>' panicked at src/a.rs:1:2:\nno corner\n\
                    ==7== ERROR: libFuzzer: deadly signal\n\
                    artifact_prefix='x/'; Test unit written to x/crash-12ab\n";
        let log = Log::read(text);
        assert_eq!(log.input.as_deref(), Some("x/crash-12ab"));
        let find = log.find.unwrap();
        assert!(find.contains("src/a.rs:1:2") && find.contains("no corner"));
    }
}
