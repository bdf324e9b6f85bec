//! What a card itself tells of changes to it: its hashes, and the annotations, which say the same as the report in
//! another way.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use firebreak::span::Utf16Span;

use super::card::{Annotation, Card, Label, Position, Quote, Screenshot};
use super::hash;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Text,
    Annotations,
    Picture,
    /// Something in the card is not what the manifest's hash was made of.
    Card,
}

impl Change {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Change::Text => "kept_text",
            Change::Annotations => "kept_annotations",
            Change::Picture => "kept_picture",
            Change::Card => "kept_card",
        }
    }
}

/// Characters of a quotation's surroundings, on each side.
const AROUND: usize = 32;
const PNG: &str = "data:image/png;base64,";

pub fn changes(card: &Card) -> Vec<Change> {
    let mut found = Vec::new();
    if hash::of_bytes(card.post.text.as_bytes()) != card.post.sha256 {
        found.push(Change::Text);
    }
    if !annotations_fit(card) {
        found.push(Change::Annotations);
    }
    if card.screenshot.as_ref().is_some_and(|picture| !picture_fits(picture)) {
        found.push(Change::Picture);
    }
    found
}

fn annotations_fit(card: &Card) -> bool {
    let text = Text::new(&card.post.text);
    let (labels, annotations) = (&card.report.labels, &card.annotations);
    labels.len() == annotations.len()
        && labels.iter().zip(annotations).all(|(label, annotation)| annotation_fits(label, annotation, &text))
}

fn annotation_fits(label: &Label, annotation: &Annotation, text: &Text) -> bool {
    let says = |purpose, value: &str| annotation.body.iter().any(|body| body.purpose == purpose && body.value == value);
    let selectors: Vec<_> = annotation.target.iter().filter_map(|target| target.selector.as_ref()).collect();
    says("classifying", &label.id)
        && says("describing", &label.reason)
        && selectors.len() == label.spans.len()
        && selectors
            .iter()
            .zip(&label.spans)
            .all(|((quote, position), span)| text.select(*span).is_some_and(|expected| expected == (quote, position)))
}

/// A text by its characters, which the W3C's selectors count, with where each begins in UTF-16, which spans count.
struct Text {
    characters: Vec<char>,
    begins: Vec<u32>,
}

/// A selector of a text, to compare with.
struct Selected(Quote, Position);

impl PartialEq<(&Quote, &Position)> for Selected {
    fn eq(&self, (quote, position): &(&Quote, &Position)) -> bool {
        self.0 == **quote && self.1 == **position
    }
}

impl Text {
    fn new(text: &str) -> Text {
        let characters: Vec<char> = text.chars().collect();
        let mut begins = vec![0];
        let mut place = 0;
        begins.extend(characters.iter().map(|character| {
            place += character.len_utf16() as u32;
            place
        }));
        Text { characters, begins }
    }

    /// `None` where a span does not fit the text at all.
    fn select(&self, span: Utf16Span) -> Option<Selected> {
        let start = self.begins.binary_search(&span.start).ok()?;
        let end = self.begins.binary_search(&span.end).ok()?;
        let words = |from: usize, to: usize| self.characters.get(from..to).map(|part| part.iter().collect());
        let quote = Quote {
            exact: words(start, end)?,
            prefix: words(start.saturating_sub(AROUND), start)?,
            suffix: words(end, (end + AROUND).min(self.characters.len()))?,
        };
        Some(Selected(quote, Position { start, end }))
    }
}

/// Whether it is a picture as cards hold it, and the one that its hash names.
fn picture_fits(screenshot: &Screenshot) -> bool {
    let written = screenshot.data.strip_prefix(PNG);
    let bytes = written.and_then(|written| BASE64_STANDARD.decode(written).ok());
    bytes.is_some_and(|bytes| hash::of_bytes(&bytes) == screenshot.sha256)
}
