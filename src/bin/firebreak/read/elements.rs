//! The elements of a long array in a JSON file of any size, one after another, without holding the file.
//!
//! This looks only at brackets, strings and keys; an element's bytes are handed on as they are, to be read by serde on
//! another thread. So one element that is broken costs itself: the next is found by the brackets and, where the file
//! is printed one value a line, by its indentation.

use std::io::{self, Read};
use std::mem::take;
use std::sync::Arc;

use super::{Body, Input, LONGEST, Piece};

/// Keys and short values that are remembered are no longer than this.
const TOKEN: usize = 256;
/// So many short values of the outermost object are remembered.
const HEAD: usize = 32;

pub struct Elements {
    input: Input,
    chunk: Vec<u8>,
    at: usize,
    /// The key of the arrays whose elements are wanted; `None` for the file's outermost array.
    wanted: Option<&'static str>,
    found: bool,
    over: bool,
    line: u64,
    /// White space since the last line end, if nothing else came since.
    indent: Option<usize>,
    string: Option<Escape>,
    /// What is open around an element, the wanted array included.
    open: Vec<Open>,
    key: Vec<u8>,
    token: Vec<u8>,
    head: Vec<(String, String)>,
    element: Element,
}

struct Open {
    bracket: u8,
    wanted: bool,
    id: Option<Arc<str>>,
}

/// Whether the last byte of a string was an open backslash.
#[derive(Clone, Copy, PartialEq)]
enum Escape {
    No,
    Open,
}

#[derive(Default)]
struct Element {
    bytes: Vec<u8>,
    line: u64,
    indent: Option<usize>,
    /// The brackets that are open in it; none for a number or a string.
    brackets: Vec<u8>,
}

impl Elements {
    /// The elements of every array that stands under this key, wherever it stands.
    pub fn under(key: &'static str, input: Input) -> Elements {
        Elements::new(Some(key), input)
    }

    /// The elements of the one array that the file is, whatever comes before its first bracket.
    pub fn of_the_whole(input: Input) -> Elements {
        Elements::new(None, input)
    }

    fn new(wanted: Option<&'static str>, input: Input) -> Elements {
        Elements {
            input,
            chunk: Vec::new(),
            at: 0,
            wanted,
            found: false,
            over: false,
            line: 1,
            indent: Some(0),
            string: None,
            open: Vec::new(),
            key: Vec::new(),
            token: Vec::new(),
            head: Vec::new(),
            element: Element::default(),
        }
    }

    /// A short value of the outermost object; known for certain once all elements have been taken.
    pub fn head(&self, key: &str) -> Option<&str> {
        self.head.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    fn next_element(&mut self) -> io::Result<Option<Piece>> {
        while !self.over {
            if self.at == self.chunk.len() {
                self.chunk.resize(1 << 16, 0);
                let read = self.input.read(&mut self.chunk)?;
                self.chunk.truncate(read);
                self.at = 0;
                if read == 0 {
                    self.over = true;
                    return Ok(self.ending());
                }
            }
            let byte = self.chunk[self.at];
            let (taken, piece) = if self.element.bytes.is_empty() { self.around(byte) } else { self.inside(byte) };
            if taken {
                self.at += 1;
                self.pass(byte);
            }
            if piece.is_some() {
                return Ok(piece);
            }
        }
        Ok(None)
    }

    fn pass(&mut self, byte: u8) {
        match byte {
            b'\n' => {
                self.line += 1;
                self.indent = Some(0);
            }
            b' ' | b'\t' => self.indent = self.indent.map(|columns| columns + 1),
            _ => self.indent = None,
        }
    }

    /// One byte outside the elements. Says whether it was used, and gives a piece where it is wrong.
    fn around(&mut self, byte: u8) -> (bool, Option<Piece>) {
        if self.string.is_some() {
            if !self.string_goes_on(byte) {
                return (true, None);
            }
            if self.token.len() < TOKEN {
                self.token.push(byte);
            }
            return (true, None);
        }
        let in_wanted = self.open.last().is_some_and(|open| open.wanted);
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => {}
            b'}' if in_wanted => return (true, Some(self.fault("a `}` that closes nothing".into()))),
            b',' => self.value(),
            b'}' | b']' => {
                self.value();
                let opener = opener(byte);
                if let Some(place) = self.open.iter().rposition(|open| open.bracket == opener) {
                    self.open.truncate(place);
                }
            }
            _ if in_wanted => {
                self.element.line = self.line;
                self.element.indent = self.indent;
                return self.inside(byte);
            }
            b'{' | b'[' => {
                let wanted = byte == b'['
                    && match self.wanted {
                        Some(key) => self.key == key.as_bytes(),
                        None => self.open.is_empty(),
                    };
                self.found |= wanted;
                self.open.push(Open { bracket: byte, wanted, id: None });
                self.key.clear();
                self.token.clear();
            }
            b'"' => {
                self.token.clear();
                self.string = Some(Escape::No);
            }
            b':' => self.key = take(&mut self.token),
            _ if self.token.len() < TOKEN => self.token.push(byte),
            _ => {}
        }
        (true, None)
    }

    /// A key and its short value have been read, if any.
    fn value(&mut self) {
        let (key, token) = (take(&mut self.key), take(&mut self.token));
        let depth = self.open.len();
        let Some(open) = self.open.last_mut().filter(|open| open.bracket == b'{' && !key.is_empty()) else { return };
        let value = String::from_utf8_lossy(&token);
        if key == b"id" {
            open.id = Some(value.as_ref().into());
        }
        if depth == 1 && self.head.len() < HEAD {
            self.head.push((String::from_utf8_lossy(&key).into_owned(), value.into_owned()));
        }
    }

    /// One byte of an element. Says whether it still belongs to it, and gives the element where it is complete.
    fn inside(&mut self, byte: u8) -> (bool, Option<Piece>) {
        if self.element.bytes.len() == LONGEST {
            // Its end cannot be told from the rest any more, so that the rest would be guesswork.
            self.over = true;
            let error = format!("no end of this post within {LONGEST} bytes; what follows was not read");
            return (true, Some(self.fault(error)));
        }
        if self.string.is_some() {
            self.element.bytes.push(byte);
            self.string_goes_on(byte);
            return (true, None);
        }
        let nested = !self.element.brackets.is_empty();
        match byte {
            b',' if !nested => return (false, Some(self.finish())),
            b'{' if nested && self.begins_like_the_element() => return (false, Some(self.finish())),
            b'{' | b'[' if !nested && !self.element.bytes.is_empty() => return (false, Some(self.finish())),
            b'{' | b'[' => self.element.brackets.push(byte),
            b'}' | b']' => {
                let opener = opener(byte);
                let Some(place) = self.element.brackets.iter().rposition(|&open| open == opener) else {
                    return (false, Some(self.finish()));
                };
                self.element.brackets.truncate(place);
                if place == 0 {
                    self.element.bytes.push(byte);
                    return (true, Some(self.finish()));
                }
            }
            b'"' => self.string = Some(Escape::No),
            _ => {}
        }
        self.element.bytes.push(byte);
        (true, None)
    }

    /// Whether this line begins as the line of the element did: where the file is indented, what stands inside an
    /// element is indented further, so that this is the next element and this one lacks its end.
    fn begins_like_the_element(&self) -> bool {
        self.indent.is_some_and(|columns| columns > 0) && self.indent == self.element.indent
    }

    /// Follows a string by one byte; false where it ended. A line end ends it too: JSON has none in strings, so its
    /// closing quotation mark is missing, and without this the rest of the file would be read inside out.
    fn string_goes_on(&mut self, byte: u8) -> bool {
        self.string = match (self.string, byte) {
            (_, b'\n') => None,
            (Some(Escape::Open), _) => Some(Escape::No),
            (_, b'\\') => Some(Escape::Open),
            (_, b'"') => None,
            _ => Some(Escape::No),
        };
        self.string.is_some()
    }

    fn finish(&mut self) -> Piece {
        let mut element = take(&mut self.element);
        element.bytes.truncate(element.bytes.trim_ascii_end().len());
        let chat = self.open.iter().rev().find(|open| open.bracket == b'{').and_then(|open| open.id.clone());
        Piece { line: element.line, body: Body::Json(element.bytes, chat) }
    }

    fn fault(&mut self, error: String) -> Piece {
        let element = take(&mut self.element);
        let line = if element.bytes.is_empty() { self.line } else { element.line };
        Piece { line, body: Body::Fault(error) }
    }

    /// What there is to say of the way a file ends.
    fn ending(&mut self) -> Option<Piece> {
        if !self.element.bytes.is_empty() {
            return Some(self.fault("the file ends in the middle of this post; was it cut off?".into()));
        }
        if !self.found {
            let what = self.wanted.map_or("list".into(), |key| format!("list \"{key}\""));
            self.line = 1;
            return Some(self.fault(format!("there is no {what} in this file; is it what --from says?")));
        }
        let open = !self.open.is_empty();
        open.then(|| self.fault("the file ends before its list does; was it cut off?".into()))
    }
}

fn opener(closer: u8) -> u8 {
    if closer == b'}' { b'{' } else { b'[' }
}

impl Iterator for Elements {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_element().transpose()
    }
}
