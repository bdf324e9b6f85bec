//! The card as a reader needs it. Fields that are not named here are ignored, but not forgotten: the whole card is
//! kept beside it for its hash.

use firebreak::report::{Category, SecondLook};
use firebreak::span::Utf16Span;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub struct Card {
    pub id: String,
    pub captured: String,
    pub page: Page,
    pub post: Post,
    pub thread: Vec<Category>,
    pub report: Report,
    pub annotations: Vec<Annotation>,
    pub screenshot: Option<Screenshot>,
}

#[derive(Deserialize)]
pub struct Page {
    pub url: String,
    pub title: String,
}

#[derive(Deserialize)]
pub struct Post {
    pub permalink: Option<String>,
    pub author: Option<String>,
    pub handle: Option<String>,
    pub time: Option<String>,
    pub text: String,
    pub sha256: String,
    pub partial: bool,
    pub counts: Counts,
    pub media: Vec<String>,
}

#[derive(Deserialize)]
pub struct Counts {
    pub replies: Option<u64>,
    pub reposts: Option<u64>,
    pub likes: Option<u64>,
    pub views: Option<u64>,
}

/// Levels and the like are kept as they are written: another version may know other ones.
#[derive(Deserialize)]
pub struct Report {
    pub level: String,
    pub stance: String,
    pub labels: Vec<Label>,
    pub engine: String,
    pub rules: String,
    /// Cards of the first versions do not say it.
    pub reader: Option<SecondLook>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Label {
    pub id: String,
    pub level: String,
    pub confidence: String,
    pub stance: String,
    pub rule: String,
    pub reason: String,
    pub wrong: String,
    pub spans: Vec<Utf16Span>,
    pub sum: Vec<Part>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Part {
    pub part: String,
    pub points: i64,
}

#[derive(Deserialize)]
pub struct Annotation {
    pub body: Vec<Body>,
    pub target: Vec<Target>,
}

#[derive(Deserialize)]
pub struct Body {
    pub purpose: String,
    pub value: String,
}

#[derive(Deserialize)]
pub struct Target {
    pub selector: Option<(Quote, Position)>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Quote {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Position {
    pub start: usize,
    pub end: usize,
}

#[derive(Deserialize)]
pub struct Screenshot {
    pub taken: String,
    pub sha256: String,
    pub data: String,
}

/// A card, where it stands, and all that it holds.
pub struct Kept {
    pub line: u64,
    pub card: Card,
    pub whole: Value,
}
