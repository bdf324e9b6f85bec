//! Reads words that the vocabulary does not know as the disguises they may be. A repair has to end in a word of the
//! vocabulary; what fits none is left as it stands.

use super::Normaliser;
use super::respell;
use super::segment;
use super::shapes;
use super::split::Splitter;
use super::token::{Kind, Marks, Token};
use super::vocabulary::{Weight, Worth};
use super::word::bare;
use super::writer::Look;

impl Splitter<'_> {
    /// Tries the repairs on the word in `raw`, and writes what they give.
    pub(super) fn repair(&mut self, from: usize, to: usize, look: Look) -> bool {
        if !self.normaliser.ready || look.foreign {
            return false;
        }
        let odd = Look { odd: true, ..look };
        if self.raw.bytes().any(|byte| !byte.is_ascii_lowercase() && byte != b'\'') {
            if shapes::is_code(&self.cells[from..to], |start| self.normaliser.vocabulary.known(start).is_some()) {
                return false;
            }
            let mut found = std::mem::take(&mut self.found);
            let read = self.normaliser.unleet(&self.raw, &mut found);
            if read {
                std::mem::swap(&mut self.raw, &mut found);
            }
            self.found = found;
            return read && (self.settle(from, to, odd) || self.respell(from, to, odd));
        }
        self.respell(from, to, look) || self.segments(from, to, look)
    }

    /// Letters stretched, swapped, left out.
    fn respell(&mut self, from: usize, to: usize, look: Look) -> bool {
        let vocabulary = &self.normaliser.vocabulary;
        self.read.clear();
        bare(&self.raw, &mut self.read);
        let name = look.capital && !look.caps;
        let mut hidden = true;
        let mut found = std::mem::take(&mut self.found);
        let read = if respell::unstretched(&self.read, vocabulary, &mut found).is_some() {
            true
        } else if let Some(plain) = chat_ending(&self.read).filter(|plain| vocabulary.known(plain).is_some()) {
            found = plain;
            hidden = false;
            true
        } else if self.raw.contains('\'') {
            false
        } else if name {
            // A capital is mostly a name's, so only what rules look for is read into it.
            respell::unswapped(&self.read, vocabulary, |id| vocabulary.weight(id) == Weight::Rules, &mut found)
        } else {
            let mut tried = String::new();
            if let Some(word) = respell::unshuffled(&self.read, vocabulary, &mut tried) {
                found.clear();
                found.push_str(word);
                true
            } else {
                respell::unswapped(&self.read, vocabulary, |id| respell::likely(vocabulary, id, 4_000), &mut found)
                    || respell::completed(&self.read, vocabulary, &mut found)
            }
        };
        if read {
            self.raw.clear();
            self.raw.push_str(&found);
        }
        self.found = found;
        read && self.settle(from, to, Look { odd: look.odd || hidden, ..look })
    }

    /// Words written without spaces between them.
    fn segments(&mut self, from: usize, to: usize, look: Look) -> bool {
        let name = look.capital && !look.caps;
        let shortest = if look.hashtag {
            5
        } else if name {
            14
        } else {
            8
        };
        if self.raw.len() != to - from || self.raw.len() < shortest {
            return false;
        }
        let cut = segment::cut(&self.raw, &self.normaliser.vocabulary);
        // Mostly real words, not a row of two-letter ones that any letters would give.
        if cut.lost > 0 || cut.in_words * 3 < self.raw.len() * 2 || self.raw.len() < cut.ends.len() * 3 - 1 {
            return false;
        }
        // Two words run together are a compound more often than a disguise.
        let odd = Look { odd: look.odd || !look.hashtag && cut.ends.len() > 2, capital: false, ..look };
        let whole = std::mem::take(&mut self.raw);
        let mut start = 0;
        for end in cut.ends {
            self.raw.clear();
            self.raw.push_str(&whole[start..end]);
            self.settle(from + start, from + end, odd);
            start = end;
        }
        true
    }

    /// Joins the last tokens if they are pieces of one word: `fo und`, `mus lims`.
    pub(super) fn join_fragments(&mut self) {
        if !self.normaliser.ready {
            return;
        }
        for count in [2, 3] {
            let tokens = &self.writer.out.tokens;
            let Some(start) = tokens.len().checked_sub(count) else { return };
            let parts = &tokens[start..];
            let close =
                parts.windows(2).all(|two| two[1].span.start <= two[0].span.end + 1 && two[1].before == Marks::NONE);
            let fragment = |part: &Token| part.kind == Kind::Word && !part.known && !part.hashtag && !part.disguised;
            if !close || !parts.iter().all(fragment) || parts[1..].iter().any(|part| part.capital && !part.caps) {
                return;
            }
            self.read.clear();
            self.read.extend(parts.iter().map(|part| self.writer.out.word(part)));
            if self.read.len() > 2 && self.normaliser.vocabulary.known(&self.read).is_some() {
                self.writer.replace_last(count, &self.read, true);
                return;
            }
        }
    }
}

impl Normaliser {
    /// The best reading of signs as letters, if any is a word.
    pub(super) fn unleet(&self, raw: &str, best: &mut String) -> bool {
        self.signs.unleet(raw, |reading| self.judge(reading), best)
    }

    fn judge(&self, reading: &str) -> Option<Worth> {
        if self.contractions.contains_key(reading) {
            return Some((Weight::Common, std::cmp::Reverse(0)));
        }
        let mut word = String::with_capacity(reading.len());
        bare(reading, &mut word);
        if let Some(worth) = self.vocabulary.worth(&word) {
            return Some(worth);
        }
        if let Some(worth) = chat_ending(&word).and_then(|plain| self.vocabulary.worth(&plain)) {
            return Some(worth);
        }
        let mut plain = String::new();
        respell::unstretched(&word, &self.vocabulary, &mut plain)
    }
}

/// `kidz` for `kids`, `killin` for `killing`.
fn chat_ending(word: &str) -> Option<String> {
    if word.len() < 4 {
        return None;
    }
    match word.strip_suffix('z') {
        Some(stem) => Some(format!("{stem}s")),
        None => word.ends_with("in").then(|| format!("{word}g")).filter(|_| word.len() > 4),
    }
}
