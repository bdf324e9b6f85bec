//! Cuts cells into words, numbers, emoji, mentions, links and the marks between them.

use super::Normaliser;
use super::cells::{Cell, Class};
use super::quotes::{is_apostrophe, is_quote};
use super::shapes;
use super::token::{Kind, Marks};
use super::writer::{Look, Writer};

pub(super) struct Splitter<'n> {
    pub normaliser: &'n Normaliser,
    pub text: &'n str,
    pub cells: &'n [Cell],
    pub writer: Writer,
    /// Buffers that every word uses anew.
    pub raw: String,
    pub read: String,
}

impl Splitter<'_> {
    pub fn run(&mut self) {
        let cells = self.cells;
        let mut at = 0;
        while let Some(cell) = cells.get(at) {
            match cell.class {
                Class::Space => at += 1,
                Class::Line => {
                    self.writer.line_break();
                    at += 1;
                }
                Class::Emoji => {
                    self.emoji(at);
                    at += 1;
                }
                _ => {
                    let length = cells[at..].iter().take_while(|cell| is_inked(cell)).count();
                    self.piece(at, at + length);
                    at += length;
                }
            }
        }
    }

    fn emoji(&mut self, at: usize) {
        self.read.clear();
        self.normaliser.folder.names.write(self.cells[at].emoji, &mut self.read);
        self.writer.push(&self.read, &self.cells[at..=at], Kind::Emoji, Look::default(), true);
    }

    /// Reads a stretch without spaces or emoji.
    fn piece(&mut self, from: usize, to: usize) {
        let cells = self.cells;
        let mut at = from;
        while at < to {
            let rest = &cells[at..to];
            let after_word = at > from && cells[at - 1].is_word();
            if !after_word && let Some((length, kind)) = shapes::address(rest) {
                self.plain(at, at + length, kind);
                at += length;
            } else if !after_word && rest[0].ch == '#' && rest.get(1).is_some_and(Cell::is_word) {
                let length = 1 + rest[1..].iter().take_while(|cell| cell.is_word() || cell.ch == '_').count();
                self.hashtag(at + 1, at + length);
                at += length;
            } else if let Some(length) = shapes::number(rest).filter(|_| !after_word) {
                self.plain(at, at + length, Kind::Number);
                at += length;
            } else if rest[0].is_word() {
                let length = word_length(rest);
                self.word(at, at + length, Look::of(&rest[..length]));
                at += length;
            } else {
                self.mark(at);
                at += 1;
            }
        }
    }

    /// A token whose text is as written.
    fn plain(&mut self, from: usize, to: usize, kind: Kind) {
        let cells = &self.cells[from..to];
        self.read.clear();
        self.read.extend(cells.iter().map(|cell| cell.ch));
        let look = Look { odd: false, ..Look::of(cells) };
        self.writer.push(&self.read, cells, kind, look, true);
    }

    fn hashtag(&mut self, from: usize, to: usize) {
        let cells = &self.cells[from..to];
        let mut start = from;
        for at in from..to {
            if shapes::hashtag_breaks(cells, at - from) {
                self.hashtag_word(start, at);
                start = at;
            }
        }
        self.hashtag_word(start, to);
    }

    fn hashtag_word(&mut self, from: usize, to: usize) {
        let from = from + self.cells[from..to].iter().take_while(|cell| cell.ch == '_').count();
        if from == to {
            return;
        }
        let cells = &self.cells[from..to];
        let look = Look { hashtag: true, ..Look::of(cells) };
        if cells.iter().all(|cell| cell.class == Class::Digit) {
            self.read.clear();
            self.read.extend(cells.iter().map(|cell| cell.ch));
            self.writer.push(&self.read, cells, Kind::Number, look, true);
        } else {
            self.word(from, to, look);
        }
    }

    /// Notes a sign that stands between words.
    fn mark(&mut self, at: usize) {
        let cells = self.cells;
        let cell = &cells[at];
        let beside_word = |beside: Option<&Cell>| beside.is_some_and(Cell::is_word);
        match cell.ch {
            ',' | ';' | ':' | '(' | ')' | '[' | ']' | '{' | '}' | '—' | '–' | '|' | '→' => {
                self.writer.mark(Marks::CLAUSE);
            }
            '-' | '~' => {
                let inside =
                    beside_word(at.checked_sub(1).map(|before| &cells[before])) && beside_word(cells.get(at + 1));
                if !inside {
                    self.writer.mark(Marks::CLAUSE);
                }
            }
            '.' if self.ends_abbreviation(at) => {}
            '.' | '…' => self.writer.mark(Marks::SENTENCE),
            '!' | '‼' => self.writer.mark(Marks::SENTENCE | Marks::EXCLAIM),
            '?' | '⁇' | '⁈' | '⁉' | '‽' => self.writer.mark(Marks::SENTENCE | Marks::QUESTION),
            ch if is_quote(ch) => self.writer.quote(cells, at),
            _ => {}
        }
    }

    /// `Dr.` and the `J.` of a name end no sentence.
    fn ends_abbreviation(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| self.cells[before]) else { return false };
        let more = self.cells[at + 1..].iter().find(|cell| cell.class != Class::Space);
        let goes_on = more.is_some_and(|cell| cell.is_word());
        let Some(last) = self.writer.last().filter(|_| goes_on && before.class == Class::Letter) else { return false };
        let word = self.writer.out.word(last);
        word.chars().count() == 1 && last.capital || self.normaliser.abbreviations.contains(word)
    }
}

fn is_inked(cell: &Cell) -> bool {
    !matches!(cell.class, Class::Space | Class::Line | Class::Emoji)
}

/// Letters and digits, with apostrophes between letters.
fn word_length(cells: &[Cell]) -> usize {
    let mut length = 0;
    while let Some(cell) = cells.get(length) {
        let joins = is_apostrophe(cell.ch) && cells.get(length + 1).is_some_and(|next| next.class == Class::Letter);
        if !cell.is_word() && !joins {
            break;
        }
        length += 1;
    }
    length
}
