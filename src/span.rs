//! Places in a text. Inside the engine they are bytes; at the edge, UTF-16 code units, as the DOM counts.
//! Two types keep the two from being mixed up.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes of the original text, always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// A half-open range of UTF-16 code units of the original text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Utf16Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    /// The text that the span covers.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Converts spans to UTF-16 in one pass over the text. The spans may come in any order and may overlap.
pub fn to_utf16(text: &str, spans: &[Span]) -> Vec<Utf16Span> {
    let mut ends: Vec<u32> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut units = Vec::with_capacity(ends.len());
    let (mut byte, mut unit) = (0usize, 0usize);
    for &end in &ends {
        unit += text[byte..end as usize].chars().map(char::len_utf16).sum::<usize>();
        byte = end as usize;
        units.push(unit as u32);
    }
    let at = |byte: u32| units[ends.partition_point(|&end| end < byte)];
    spans.iter().map(|span| Utf16Span { start: at(span.start), end: at(span.end) }).collect()
}
