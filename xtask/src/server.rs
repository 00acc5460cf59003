//! A static file server for one folder, for this machine only.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::failure::Failure;

/// How many ports are tried from the wished one on.
const TRIES: u16 = 50;
/// Longer request heads are refused.
const HEAD_LINES: usize = 100;
const LINE_BYTES: u64 = 8192;

pub struct Server {
    listener: TcpListener,
    folder: Arc<PathBuf>,
    port: u16,
}

impl Server {
    /// Takes the wished port, or the next free one; 0 lets the system choose.
    ///
    /// # Errors
    /// No port is free.
    pub fn bind(folder: PathBuf, wished: u16) -> Result<Self, Failure> {
        let listener = listen(wished)?;
        let port = listener
            .local_addr()
            .map_err(Failure::while_doing("asking for the port"))?
            .port();
        Ok(Self {
            listener,
            folder: Arc::new(folder),
            port,
        })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until the program is ended.
    pub fn serve(&self) {
        for connection in self.listener.incoming().flatten() {
            let folder = Arc::clone(&self.folder);
            std::thread::spawn(move || {
                // A browser that hangs up is its own affair.
                let _ = answer(&connection, &folder);
            });
        }
    }
}

/// The wished port or the next free one.
///
/// # Errors
/// No port is free.
pub fn free_port(wished: u16) -> Result<u16, Failure> {
    let listener = listen(wished)?;
    Ok(listener
        .local_addr()
        .map_err(Failure::while_doing("asking for the port"))?
        .port())
}

fn listen(wished: u16) -> Result<TcpListener, Failure> {
    let last = wished.saturating_add(TRIES);
    (wished..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| Failure::new(format!("no free port from {wished} to {last}")))
}

fn answer(connection: &TcpStream, folder: &Path) -> std::io::Result<()> {
    connection.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(connection);
    // Keep-alive: one connection carries the page's few files.
    while let Some(request) = read_head(&mut reader)? {
        let mut words = request.split_whitespace();
        let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let mut out = connection;
        if method != "GET" && method != "HEAD" {
            write_head(
                &mut out,
                "405 Method Not Allowed",
                "text/plain; charset=utf-8",
                0,
            )?;
            continue;
        }
        match file_of(folder, path)
            .and_then(|file| Some((media_type(&file), fs::read(&file).ok()?)))
        {
            Some((media_type, body)) => {
                write_head(&mut out, "200 OK", media_type, body.len())?;
                if method == "GET" {
                    out.write_all(&body)?;
                }
            }
            None => {
                let body = b"not found";
                write_head(
                    &mut out,
                    "404 Not Found",
                    "text/plain; charset=utf-8",
                    body.len(),
                )?;
                if method == "GET" {
                    out.write_all(body)?;
                }
            }
        }
    }
    Ok(())
}

/// The request line, once the whole head has been read; `None` at the end of the connection.
fn read_head(reader: &mut BufReader<&TcpStream>) -> std::io::Result<Option<String>> {
    let mut first = String::new();
    for _ in 0..HEAD_LINES {
        let mut line = String::new();
        let read = std::io::Read::take(&mut *reader, LINE_BYTES).read_line(&mut line)?;
        if read == 0 || !line.ends_with('\n') {
            return Ok(None);
        }
        match line.trim_end() {
            "" if first.is_empty() => {}
            "" => return Ok(Some(first)),
            text if first.is_empty() => text.clone_into(&mut first),
            _ => {}
        }
    }
    Ok(None)
}

fn write_head(
    out: &mut &TcpStream,
    status: &str,
    media_type: &str,
    length: usize,
) -> std::io::Result<()> {
    // `no-store`: a rebuilt product is what the next reload shows.
    out.write_all(
        format!(
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
             Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n"
        )
        .as_bytes(),
    )
}

/// The file that a request's path names, if it lies inside the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let relative = percent_decoded(path.strip_prefix('/')?)?;
    let relative = Path::new(&relative);
    if !relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let mut file = folder.join(relative);
    if file.is_dir() {
        file.push("index.html");
    }
    Some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_out_of_the_folder_is_refused() {
        let folder = Path::new("/srv");
        for target in [
            "/../secret",
            "/%2e%2e/secret",
            "/a/../../secret",
            "secret",
            "//etc/passwd",
            "/%zz",
        ] {
            assert_eq!(file_of(folder, target), None, "{target}");
        }
    }

    #[test]
    fn query_is_not_part_of_the_name() {
        assert_eq!(
            file_of(Path::new("/srv"), "/app.js?v=1"),
            Some(PathBuf::from("/srv/app.js"))
        );
    }

    #[test]
    fn webassembly_has_its_media_type() {
        assert_eq!(media_type(Path::new("app_bg.wasm")), "application/wasm");
    }
}
