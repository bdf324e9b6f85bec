//! Reads one written word: takes its apostrophes out, looks it up, and calls the repairs when it is not known.

use super::cells::{Cell, LOOKALIKE};
use super::quotes::is_apostrophe;
use super::split::Splitter;
use super::token::Kind;
use super::writer::Look;

impl Splitter<'_> {
    /// Reads the word in `from..to` and writes its tokens.
    pub(super) fn word(&mut self, from: usize, to: usize, mut look: Look) {
        let cells = &self.cells[from..to];
        self.raw.clear();
        self.raw.extend(cells.iter().map(|cell| if is_apostrophe(cell.ch) { '\'' } else { cell.ch }));
        self.read.clear();
        if let Some(words) = self.normaliser.contractions.get(self.raw.as_str()) {
            for word in words.split(' ') {
                self.writer.push(word, cells, Kind::Word, look, true);
            }
            return;
        }
        bare(&self.raw, &mut self.read);
        let known = self.normaliser.vocabulary.known(&self.read).is_some();
        if look.foreign && cells.iter().any(|cell| cell.is(LOOKALIKE)) {
            if known {
                look.odd = true;
            } else {
                // A word of that other script: give it back its letters.
                self.read.clear();
                self.read.extend(original(self.text, cells).chars().flat_map(char::to_lowercase));
            }
        }
        self.writer.push(&self.read, &self.cells[from..to], Kind::Word, look, known);
    }
}

fn original<'t>(text: &'t str, cells: &[Cell]) -> &'t str {
    let start = cells.first().map_or(0, |cell| cell.start as usize);
    let end = cells.last().map_or(start, |cell| cell.end as usize);
    text.get(start..end).unwrap_or_default()
}

/// Writes a word without its apostrophes, and without the `'s` that makes a possessive.
pub(super) fn bare(raw: &str, to: &mut String) {
    let word = raw.strip_suffix("'s").unwrap_or(raw);
    to.extend(word.chars().filter(|&ch| ch != '\''));
}
