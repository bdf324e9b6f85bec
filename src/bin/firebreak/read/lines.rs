//! JSON Lines: one post a line.

use std::io::{self, BufRead, Read};

use super::{Body, Input, LONGEST, Piece, Post};

pub const SHAPE: &str = "a post is a JSON object with a string \"text\"";

pub struct Lines {
    input: Input,
    line: u64,
}

impl Lines {
    pub fn new(input: Input) -> Lines {
        Lines { input, line: 0 }
    }

    fn next_line(&mut self) -> io::Result<Option<Piece>> {
        loop {
            let mut bytes = Vec::new();
            if (&mut self.input).take(LONGEST as u64).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.line += 1;
            if bytes.len() == LONGEST && !bytes.ends_with(b"\n") {
                self.input.skip_until(b'\n')?;
                let error = format!("longer than {LONGEST} bytes; put one post on each line");
                return Ok(Some(Piece { line: self.line, body: Body::Fault(error) }));
            }
            if self.line == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
                bytes.drain(..3);
            }
            if !bytes.trim_ascii().is_empty() {
                // Without its line end, an unfinished line is found unfinished on this line and not on the next.
                bytes.truncate(bytes.trim_ascii_end().len());
                return Ok(Some(Piece { line: self.line, body: Body::Json(bytes, None) }));
            }
        }
    }
}

impl Iterator for Lines {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_line().transpose()
    }
}

/// A post without words is judged too: whoever writes such a file counts on one report a post.
pub fn post(json: &[u8]) -> serde_json::Result<Option<Post>> {
    serde_json::from_slice(json).map(Some)
}
