//! Reads one written word: takes its apostrophes out, looks it up, and calls the repairs when it is not known.

use super::cells::{Cell, LOOKALIKE};
use super::quotes::is_apostrophe;
use super::split::Splitter;
use super::token::Kind;
use super::writer::Look;

impl Splitter<'_> {
    /// Reads the word in `from..to` and writes its tokens.
    pub(super) fn word(&mut self, from: usize, to: usize, look: Look) {
        self.copy(from, to);
        let alike = look.foreign && self.cells[from..to].iter().any(|cell| cell.is(LOOKALIKE));
        if self.settle(from, to, Look { odd: look.odd || alike, ..look }) || self.repair(from, to, look) {
            return;
        }
        self.copy(from, to);
        self.read.clear();
        if alike {
            // A word of that other script: give it back its letters.
            let written = original(self.text, &self.cells[from..to]);
            self.read.extend(written.chars().flat_map(char::to_lowercase));
        } else {
            bare(&self.raw, &mut self.read);
        }
        self.writer.push(&self.read, &self.cells[from..to], Kind::Word, look, false);
        if !self.phrase_alias() {
            self.join_fragments();
        }
    }

    /// The cells' characters, with one kind of apostrophe.
    pub(super) fn copy(&mut self, from: usize, to: usize) {
        let cells = &self.cells[from..to];
        self.raw.clear();
        self.raw.extend(cells.iter().map(|cell| if is_apostrophe(cell.ch) { '\'' } else { cell.ch }));
    }

    /// Writes the word in `raw` if it is a contraction, another spelling, or known as it stands.
    pub(super) fn settle(&mut self, from: usize, to: usize, look: Look) -> bool {
        let cells = &self.cells[from..to];
        let normaliser = self.normaliser;
        if let Some(words) = normaliser.contractions.get(self.raw.as_str()) {
            for word in words.split(' ') {
                self.writer.push(word, cells, Kind::Word, look, true);
            }
            return true;
        }
        self.read.clear();
        bare(&self.raw, &mut self.read);
        // A spelling that a rule looks for itself is left to the rule.
        let initial = to - from == 1 && look.capital && self.cells.get(to).is_some_and(|next| next.ch == '.');
        if normaliser.ready && !initial && !look.foreign && !normaliser.vocabulary.in_rules(&self.read) {
            let alias = normaliser.aliases.of(&self.raw).or_else(|| normaliser.aliases.of(&self.read));
            if let Some(alias) = alias {
                let look = Look { odd: look.odd || alias.hides, ..look };
                for word in alias.words.split(' ') {
                    self.writer.push(word, cells, Kind::Word, look, true);
                }
                return true;
            }
        }
        let known = normaliser.vocabulary.known(&self.read).is_some();
        if known {
            self.writer.push(&self.read, cells, Kind::Word, look, true);
            self.phrase_alias();
        }
        known
    }

    /// Puts the words for a spelling of several words that ends here.
    fn phrase_alias(&mut self) -> bool {
        for (spelling, alias) in self.normaliser.aliases.ending_in(&self.read) {
            let tokens = &self.writer.out.tokens;
            let Some(start) = tokens.len().checked_sub(spelling.len()) else { continue };
            if tokens[start..].iter().map(|token| self.writer.out.word(token)).eq(spelling.iter().copied()) {
                self.writer.replace_last(spelling.len(), alias.words, alias.hides);
                return true;
            }
        }
        false
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
