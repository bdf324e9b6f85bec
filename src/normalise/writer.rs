//! Writes tokens down in order, with the marks and quotations between them.

use super::cells::{Cell, Class, HIDDEN, LOOKALIKE, STYLED, TURNED, UPPER};
use super::quotes::Quotes;
use super::token::{Kind, Marks, Normalised, Token};
use crate::span::Span;

pub(super) struct Writer {
    pub out: Normalised,
    pending: Marks,
    quotes: Quotes,
}

/// How a word was written, from its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub caps: bool,
    pub capital: bool,
    /// Fancy dress, hidden characters, turned letters, or letters of two scripts in one word.
    pub odd: bool,
    /// Every letter is of another script.
    pub foreign: bool,
    pub hashtag: bool,
}

impl Look {
    pub fn of(cells: &[Cell]) -> Look {
        let flags = cells.iter().fold(0, |flags, cell| flags | cell.flags);
        let letters = cells.iter().filter(|cell| cell.class == Class::Letter);
        let (mut count, mut upper, mut alike) = (0, 0, 0);
        for cell in letters {
            count += 1;
            upper += usize::from(cell.is(UPPER));
            alike += usize::from(cell.is(LOOKALIKE) || !cell.ch.is_ascii());
        }
        let hidden = cells.split_last().is_some_and(|(_, inner)| inner.iter().any(|cell| cell.is(HIDDEN)));
        let foreign = count > 0 && alike == count;
        Look {
            caps: count > 1 && upper == count,
            capital: cells.first().is_some_and(|cell| cell.is(UPPER)),
            odd: hidden || flags & (STYLED | TURNED) != 0 || flags & LOOKALIKE != 0 && !foreign,
            foreign,
            hashtag: false,
        }
    }
}

impl Writer {
    pub fn new(length: usize) -> Writer {
        let mut out = Normalised::default();
        out.folded.reserve(length + length / 8);
        out.tokens.reserve(length / 5 + 4);
        Writer { out, pending: Marks::NONE, quotes: Quotes::default() }
    }

    /// Adds a token whose text is `text` and whose place is that of `cells`.
    pub fn push(&mut self, text: &str, cells: &[Cell], kind: Kind, look: Look, known: bool) {
        let start = cells.iter().map(|cell| cell.start).min().unwrap_or_default();
        let end = cells.iter().map(|cell| cell.end).max().unwrap_or_default();
        if !self.out.tokens.is_empty() {
            self.out.folded.push(' ');
        }
        let from = self.out.folded.len() as u32;
        self.out.folded.push_str(text);
        self.out.tokens.push(Token {
            text: from..self.out.folded.len() as u32,
            span: Span { start, end },
            kind,
            before: std::mem::take(&mut self.pending),
            quoted: false,
            caps: look.caps,
            capital: look.capital,
            name: false,
            hashtag: look.hashtag,
            disguised: look.odd,
            known,
        });
    }

    /// Puts other words in the place of the last `count` tokens.
    pub fn replace_last(&mut self, count: usize, words: &str, hidden: bool) {
        let start = self.out.tokens.len() - count;
        let Some(span) = self.out.cover(start..start + count) else { return };
        let first = self.out.tokens[start].clone();
        self.out.tokens.truncate(start);
        self.out.others.retain(|(token, _)| (*token as usize) < start);
        self.out.folded.truncate((first.text.start as usize).saturating_sub(1));
        for (number, word) in words.split(' ').enumerate() {
            if !self.out.tokens.is_empty() {
                self.out.folded.push(' ');
            }
            let from = self.out.folded.len() as u32;
            self.out.folded.push_str(word);
            let text = from..self.out.folded.len() as u32;
            let before = if number == 0 { first.before } else { Marks::NONE };
            let disguised = first.disguised || hidden;
            self.out.tokens.push(Token { text, span, before, disguised, known: true, ..first.clone() });
        }
    }

    /// Notes another word that the last token may stand for.
    pub fn may_be(&mut self, word: String) {
        self.out.others.push((self.out.tokens.len() as u32 - 1, word));
    }

    pub fn mark(&mut self, marks: Marks) {
        self.pending |= marks;
    }

    pub fn line_break(&mut self) {
        self.pending |= Marks::LINE;
        self.quotes.line_break();
    }

    pub fn quote(&mut self, cells: &[Cell], at: usize) {
        let Some(closed) = self.quotes.read(cells, at, self.out.tokens.len()) else { return };
        let inside = &mut self.out.tokens[closed.from..];
        inside[0].before |= Marks::QUOTE_OPEN;
        for token in inside {
            token.quoted = true;
        }
        self.pending |= Marks::QUOTE_CLOSE;
    }

    pub fn last(&self) -> Option<&Token> {
        self.out.tokens.last()
    }

    pub fn finish(mut self, truncated: bool) -> Normalised {
        self.out.end = self.pending;
        self.out.truncated = truncated;
        self.out
    }
}
