//! Cuts cells into words, numbers, emoji, mentions, links and the marks between them.

use super::Normaliser;
use super::cells::{Cell, Class, TURNED};
use super::letters;
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
    pub found: String,
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
                Class::Letter
                    if cells.get(at + 1).is_some_and(|next| next.class == Class::Space) && self.single(at + 2) =>
                {
                    at = match self.spaced(at) {
                        Some(end) => end,
                        None => {
                            self.word(at, at + 1, Look::of(&cells[at..=at]));
                            at + 1
                        }
                    };
                }
                _ => {
                    let length = cells[at..].iter().take_while(|cell| is_inked(cell)).count();
                    self.piece(at, at + length);
                    at += length;
                }
            }
        }
    }

    /// Whether a character that stands alone follows, after spaces.
    fn single(&self, at: usize) -> bool {
        let mut rest = self.cells[at..].iter().skip_while(|cell| cell.class == Class::Space);
        rest.next().is_some_and(is_inked) && rest.next().is_none_or(|next| !next.is_word())
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
            if !after_word
                && rest[0].ch == '@'
                && let Some(length) = self.short_leet(at, to)
            {
                at += length;
            } else if !after_word && let Some((length, kind)) = shapes::address(rest) {
                self.plain(at, at + length, kind);
                at += length;
            } else if !after_word && rest[0].ch == '#' && rest.get(1).is_some_and(Cell::is_word) {
                let length = 1 + shapes::hashtag(&rest[1..]);
                self.hashtag(at + 1, at + length);
                at += length;
            } else if let Some(length) = shapes::number(rest).filter(|_| !after_word) {
                self.plain(at, at + length, Kind::Number);
                at += length;
            } else if !after_word && let Some(length) = self.disguised(at, to) {
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

    /// Reads what begins at `at` as one word that holds signs, and says how long it is.
    fn disguised(&mut self, at: usize, to: usize) -> Option<usize> {
        let cells = self.cells;
        let may_begin = cells[at].is_word() || "$€£¢¥!|*+".contains(cells[at].ch);
        if !self.normaliser.ready || !may_begin {
            return None;
        }
        let rest = &cells[at..to];
        let chunk = shapes::chunk(rest);
        let is_plain = |cell: &Cell| cell.is_word() || is_apostrophe(cell.ch);
        if rest[..chunk].iter().all(is_plain) || !rest[..chunk].iter().any(|cell| cell.class == Class::Letter) {
            return None;
        }
        let trailing = rest[..chunk]
            .iter()
            .rev()
            .take_while(|cell| cell.class == Class::Sign && !"$€£@".contains(cell.ch))
            .count();
        let length = chunk - trailing;
        if length > 1 && cells[at].ch != '*' && self.unsign(at, at + length) {
            return Some(length);
        }
        // Asterisks around a word are emphasis, unless they mask one of the words that people mask.
        if at > 0 && cells[at - 1].ch == '*' {
            return None;
        }
        let stars = rest[length..].iter().take_while(|cell| cell.ch == '*').count();
        self.copy(at, at + length + stars);
        match self.normaliser.signs.masked_word(&self.raw) {
            Some(word) => self.raw.replace_range(.., word),
            // `onc*`: no word without the vowel that is hidden at its end.
            None => {
                let stem = self.raw.trim_end_matches('*');
                let vocabulary = &self.normaliser.vocabulary;
                let mut found = std::mem::take(&mut self.found);
                let read = stars == 1
                    && vocabulary.known(stem).is_none()
                    && self.normaliser.signs.unmask_vowel(&self.raw, vocabulary, &mut found);
                if read {
                    self.raw.replace_range(.., &found);
                }
                self.found = found;
                if !read {
                    return None;
                }
            }
        }
        let look = Look { odd: true, ..Look::of(&rest[..length + stars]) };
        self.settle(at, at + length + stars, look).then_some(length + stars)
    }

    /// Reads a whole stretch with signs in it as a word.
    fn unsign(&mut self, from: usize, to: usize) -> bool {
        let cells = &self.cells[from..to];
        if cells.iter().all(|cell| cell.is_word() || is_apostrophe(cell.ch)) {
            return false;
        }
        let look = Look { odd: true, ..Look::of(cells) };
        self.copy(from, to);
        if let Some(alias) = self.normaliser.aliases.of(&self.raw) {
            for word in alias.words.split(' ') {
                self.writer.push(word, cells, Kind::Word, Look { odd: alias.hides, ..look }, true);
            }
            return true;
        }
        if self.dotted(from, to) {
            return true;
        }
        self.copy(from, to);
        let masked = self.raw.clone();
        let signs = &self.normaliser.signs;
        let parts = |at: usize, cell: &Cell| at > 0 && matches!(cell.ch, '-' | '.' | '_');
        let compound = cells.iter().enumerate().any(|(at, cell)| parts(at, cell));
        let mut found = std::mem::take(&mut self.found);
        let read = if cells.iter().any(|cell| letters::is_mask(cell.ch)) {
            let word = signs.unmask(&self.raw, &self.normaliser.vocabulary).map(str::to_owned);
            let likely =
                |word: &String| !compound || self.normaliser.vocabulary.in_rules(word) && !self.has_word(cells);
            word.filter(likely).map(|word| found = word).is_some()
                || signs.unmask_vowel(&self.raw, &self.normaliser.vocabulary, &mut found)
        } else {
            self.normaliser.unleet(&self.raw, &mut found)
        };
        self.found = found;
        if read {
            self.raw.clear();
            self.raw.push_str(&self.found);
        }
        let count = self.writer.out.tokens.len();
        if !read || !self.settle(from, to, look) {
            return self.masked_name(from, to, look);
        }
        let other = self.normaliser.signs.other_reading(&masked, &self.found, &self.normaliser.vocabulary);
        // An alias may have made several words of it.
        if let Some(other) = other.filter(|_| self.writer.out.tokens.len() == count + 1) {
            self.writer.may_be(other);
        }
        true
    }

    /// A word of letters with one asterisk inside that no word fits is a name, mostly; it stays one word.
    fn masked_name(&mut self, from: usize, to: usize, look: Look) -> bool {
        const FEWEST_LETTERS: usize = 3;
        let cells = &self.cells[from..to];
        let stars = cells.iter().filter(|cell| cell.ch == '*').count();
        let ends = cells.first().into_iter().chain(cells.last());
        let inside = stars == 1 && ends.into_iter().all(|cell| cell.ch != '*');
        let letters = cells.iter().all(|cell| cell.ch == '*' || cell.class == Class::Letter);
        if !inside || !letters || cells.len() <= FEWEST_LETTERS {
            return false;
        }
        self.read.clear();
        self.read.extend(cells.iter().map(|cell| cell.ch).filter(|&ch| ch != '*'));
        self.writer.push(&self.read, cells, Kind::Word, look, false);
        true
    }

    /// Whether a part between signs is a word by itself, as in `well-known`.
    fn has_word(&self, cells: &[Cell]) -> bool {
        cells.split(|cell| !cell.is_word()).any(|part| {
            let text: String = part.iter().map(|cell| cell.ch).collect();
            text.len() > 1 && self.normaliser.vocabulary.known(&text).is_some()
        })
    }

    /// `@ll` is a word, `@allan` a mention.
    fn short_leet(&mut self, at: usize, to: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        let length = self.cells[at..to].iter().take_while(|cell| cell.is_word() || cell.ch == '@').count();
        let goes_on = self.cells.get(at + length).is_some_and(|next| "_-.".contains(next.ch));
        (self.normaliser.ready && !goes_on && length <= LONGEST && length > 2 && self.unsign(at, at + length))
            .then_some(length)
    }

    /// A token whose text is as written.
    fn plain(&mut self, from: usize, to: usize, kind: Kind) {
        let cells = &self.cells[from..to];
        self.read.clear();
        self.read.extend(cells.iter().map(|cell| cell.ch));
        let look = Look { odd: cells.iter().any(|cell| cell.is(TURNED)), ..Look::of(cells) };
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
        if cells.iter().any(|cell| cell.ch == '*') && self.unsign(from, to) {
            return;
        }
        if cells.iter().all(|cell| cell.class == Class::Digit) {
            self.read.clear();
            self.read.extend(cells.iter().map(|cell| cell.ch));
            self.writer.push(&self.read, cells, Kind::Number, look, true);
        } else {
            self.word(from, to, look);
        }
    }

    /// Notes a sign that stands between words.
    pub(super) fn mark(&mut self, at: usize) {
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
