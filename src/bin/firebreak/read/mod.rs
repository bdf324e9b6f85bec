//! Archives as posts. A source is cut into pieces by one thread, which only looks for where a post begins and ends;
//! what is in a piece is read by whichever thread judges it.

mod bluesky; // records, feeds and stream events as JSON Lines
pub mod elements; // the elements of one long array, without holding the file
mod lines; // JSON Lines
mod mastodon; // an outbox, as ActivityPub has it
mod table; // CSV
mod telegram; // Telegram Desktop's export
mod x; // the archive that X gives its users

use std::io::{self, BufRead};
use std::sync::Arc;

use serde::Deserialize;

pub use table::Columns;

/// No post is longer than this. What seems longer has lost its end, and would fill the memory.
const LONGEST: usize = 16 << 20;

pub type Input = Box<dyn BufRead + Send>;
pub type Pieces = Box<dyn Iterator<Item = io::Result<Piece>> + Send>;

/// What may be one post, as it stands in the file.
pub struct Piece {
    /// The line it begins on, from 1.
    pub line: u64,
    pub body: Body,
}

pub enum Body {
    /// JSON, not looked into yet, and the id of the chat that it stands in, where there is one.
    Json(Vec<u8>, Option<Arc<str>>),
    Post(Post),
    Fault(String),
}

impl Piece {
    /// About how many bytes it holds.
    pub fn length(&self) -> usize {
        match &self.body {
            Body::Json(bytes, _) => bytes.len(),
            Body::Post(post) => post.text.len(),
            Body::Fault(error) => error.len(),
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Post {
    #[serde(default)]
    pub id: serde_json::Value,
    pub text: String,
}

/// Why a piece is no post, and on which line of the file.
#[derive(Debug)]
pub struct Fault {
    pub line: u64,
    pub error: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    JsonLines,
    Telegram,
    X,
    Mastodon,
    Bluesky,
    Csv,
}

impl Format {
    pub const NAMES: [(&'static str, Format); 6] = [
        ("jsonl", Format::JsonLines),
        ("telegram", Format::Telegram),
        ("x", Format::X),
        ("mastodon", Format::Mastodon),
        ("bluesky", Format::Bluesky),
        ("csv", Format::Csv),
    ];

    pub fn named(name: &str) -> Option<Format> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, format)| format)
    }

    /// Cuts an input into pieces. Fails where its beginning already shows that nothing can come of it.
    pub fn pieces(self, input: Input, columns: &Columns) -> Result<Pieces, String> {
        Ok(match self {
            Format::JsonLines | Format::Bluesky => Box::new(lines::Lines::new(input)),
            Format::Telegram => Box::new(elements::Elements::under("messages", input)),
            Format::X => Box::new(elements::Elements::of_the_whole(input)),
            Format::Mastodon => Box::new(elements::Elements::under("orderedItems", input)),
            Format::Csv => Box::new(table::Table::new(input, columns)?),
        })
    }

    /// The post of a piece; `None` for what is well formed and has no words of its own, such as a shared post.
    pub fn post(self, piece: Piece) -> Result<Option<Post>, Fault> {
        let line = piece.line;
        let (json, chat) = match piece.body {
            Body::Json(json, chat) => (json, chat),
            Body::Post(post) => return Ok(Some(post)),
            Body::Fault(error) => return Err(Fault { line, error }),
        };
        let (post, shape) = match self {
            Format::JsonLines | Format::Csv => (lines::post(&json), lines::SHAPE),
            Format::Telegram => (telegram::post(&json, chat.as_deref()), telegram::SHAPE),
            Format::X => (x::post(&json), x::SHAPE),
            Format::Mastodon => (mastodon::post(&json), mastodon::SHAPE),
            Format::Bluesky => (bluesky::post(&json), bluesky::SHAPE),
        };
        post.map_err(|fault| Fault {
            line: line + line_of(&fault),
            error: format!("{}; {shape}", without_line(&fault)),
        })
    }
}

/// How many lines below the first of the piece. A line end inside a string is said to be on the line after it.
pub fn line_of(fault: &serde_json::Error) -> u64 {
    (fault.line() as u64).saturating_sub(if fault.column() == 0 { 2 } else { 1 })
}

/// What is wrong and at which column: the line that serde counts begins with the piece and not with the file.
pub fn without_line(fault: &serde_json::Error) -> String {
    let said = fault.to_string();
    match said.rsplit_once(" at line ") {
        Some((what, _)) => format!("{what} at column {}", fault.column()),
        None => said,
    }
}
