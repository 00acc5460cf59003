//! `score --format ndjson`: a line for each line.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]

mod running;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use running::{Folder, run};
use serde_json::{Value, json};

const FILES: [&str; 4] = [
    include_str!("../../packaging/kit/results/1-song-lua.cluster-ready.json"),
    include_str!("../../packaging/kit/results/2-go-sen.cluster-ready.json"),
    include_str!("../../tests/data/results/model-1.0.0.cluster-ready.json"),
    include_str!("../../data/example.json"),
];

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cluster-ready"));
    command
        .args(["score", "--format", "ndjson"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn streamed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeding = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn on_one_line(text: &str) -> String {
    serde_json::from_str::<Value>(text).unwrap().to_string()
}

/// What the command says of the same texts as files, with the number of the line in place of the file.
fn as_files(folder: &Folder, arguments: &[&str], texts: &[Vec<u8>]) -> Vec<Value> {
    let mut all = vec!["score".to_owned()];
    all.extend(arguments.iter().map(|one| (*one).to_owned()));
    for (index, text) in texts.iter().enumerate() {
        let path = folder.0.join(format!("{index}.json"));
        std::fs::write(&path, text).unwrap();
        all.push(path.to_str().unwrap().to_owned());
    }
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let mut lines = lines(&run(&all));
    for (index, line) in lines.iter_mut().enumerate() {
        let line = line.as_object_mut().unwrap();
        line.remove("file").unwrap();
        line.insert("line".to_owned(), json!(index + 1));
    }
    lines
}

#[test]
fn a_stream_says_of_each_line_what_is_said_of_the_file() {
    let folder = Folder::new("stream-and-files");
    let mut texts: Vec<Vec<u8>> = Vec::new();
    for round in 0..40 {
        texts.extend(FILES.map(|text| on_one_line(text).into_bytes()));
        texts.push(
            json!({"answers": {"M2": {"level": round % 6}}})
                .to_string()
                .into_bytes(),
        );
        texts.push(b"{\"answers\": \xff}".to_vec());
        texts.push(b"[".repeat(round + 30));
        texts.push(b"\xef\xbb\xbf{\"answers\":{}}\r".to_vec());
    }
    let input = texts.join(&b"\n"[..]);
    for arguments in [
        &["--brief"][..],
        &["--brief", "--model", "1.0.0"],
        &["--brief", "--model", "1.1.0"],
    ] {
        let expected = as_files(&folder, arguments, &texts);
        for jobs in ["1", "3"] {
            let output = streamed(&[arguments, &["--jobs", jobs, "-"]].concat(), &input);
            assert_eq!(output.status.code(), Some(1));
            assert_eq!(lines(&output), expected, "{arguments:?} {jobs}");
        }
    }
    // With bands, of a few.
    let few = &texts[..8];
    let output = streamed(&["-"], &few.join(&b"\n"[..]));
    assert_eq!(lines(&output), as_files(&folder, &[], few));
}

#[test]
fn a_bad_line_is_told_with_its_number_and_the_others_go_on() {
    let input = b"{\"answers\":{}}\n{\"answers\":{\"M2\":{\"level\":9}}}\n\n \r\n{\"answers\":{}}";
    let output = streamed(&["--brief", "-"], input);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines.len(), 3, "empty lines give none");
    assert_eq!(lines[0]["line"], 1);
    assert_eq!(lines[1]["line"], 2);
    let error = lines[1]["error"].as_str().unwrap();
    assert!(error.starts_with("answers.M2: "), "{error}");
    assert_eq!(lines[2]["line"], 5);
    let complaints = String::from_utf8(output.stderr).unwrap();
    assert_eq!(complaints, format!("cluster-ready: line 2: {error}\n"));
    let nothing = streamed(&["-"], b"");
    assert!(nothing.status.success() && nothing.stdout.is_empty());
}

#[test]
fn a_line_above_the_limit_is_told_as_such_a_file_is() {
    let folder = Folder::new("stream-limit");
    // A mebibyte apart from the limit, and one byte.
    let limit = 8 * 1024 * 1024;
    let texts: Vec<Vec<u8>> = [limit, limit + 1, limit + (1 << 20), 14]
        .map(|size| [b"{\"answers\":{}}".as_slice(), &vec![b' '; size - 14]].concat())
        .to_vec();
    let output = streamed(&["--brief", "-"], &texts.join(&b"\n"[..]));
    assert_eq!(lines(&output), as_files(&folder, &["--brief"], &texts));
    let errors = lines(&output)
        .iter()
        .filter(|line| line["error"].is_string())
        .count();
    assert_eq!(errors, 2);
}

#[test]
fn a_file_of_lines_is_read_too_and_a_missing_one_is_named() {
    let folder = Folder::new("stream-file");
    let path = folder.write("lines.ndjson", "{\"answers\":{}}\n{\"answers\":{}}\n");
    let output = run(&["score", "--format", "ndjson", "--brief", &path]);
    assert!(output.status.success());
    assert_eq!(lines(&output).len(), 2);
    let output = run(&["score", "--format", "ndjson", "no-such.ndjson"]);
    assert_eq!(output.status.code(), Some(1));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("no-such.ndjson"), "{complaint}");
}

#[test]
fn arguments_that_do_not_go_together_end_with_code_2() {
    for arguments in [
        &["score", "--format", "ndjson", "-", "a.json"][..],
        &["score", "-"],
        &["score", "--format", "csv", "a.json", "-"],
        &["score", "--jobs", "2", "a.json"],
        &["score", "--format", "ndjson", "--jobs", "0", "-"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn a_line_is_answered_before_the_next_comes_and_a_closed_pipe_ends_quietly() {
    let mut child = command(&["--brief", "-"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for number in 1..=3 {
        stdin.write_all(b"{\"answers\":{}}\n").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let line: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(line["line"], number);
    }
    drop(stdout);
    // The input stays open: the command ends because nobody reads what it says.
    stdin.write_all(b"{\"answers\":{}}\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{:?}", output.stderr);
    drop(stdin);
}
