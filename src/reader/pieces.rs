//! Words → word pieces: the longest known piece first; a word that cannot be cut to its end is unknown as a whole.

use rustc_hash::FxHashMap;

use crate::blob::Fields;
use crate::error::Result;
use crate::span::Span;

use super::words::Fold;

const LONGEST_WORD: usize = 200; // characters; the reference gives up on longer ones too

/// The number of a piece and the word of the text that it is part of.
#[derive(Clone, Copy)]
pub struct Piece {
    pub number: u16,
    pub place: Span,
}

pub struct Pieces {
    fold: Fold,
    starts: FxHashMap<Box<str>, u16>,
    continuations: FxHashMap<Box<str>, u16>,
    pub unknown: u16,
    pub start: u16,
    pub end: u16,
}

impl Pieces {
    /// The fold table, then the vocabulary, one piece a line.
    pub fn load(fields: &mut Fields) -> Result<Pieces> {
        let fold = Fold::load(fields)?;
        let (mut starts, mut continuations) = (FxHashMap::default(), FxHashMap::default());
        for (number, piece) in fields.text()?.split('\n').enumerate() {
            match piece.strip_prefix("##") {
                Some(piece) if !piece.is_empty() => continuations.insert(piece.into(), number as u16),
                _ => starts.insert(piece.into(), number as u16),
            };
        }
        let mark = |mark: &str| starts.get(mark).copied().ok_or_else(|| fields.fault(format!("no piece {mark}")));
        let (unknown, start, end) = (mark("[UNK]")?, mark("[CLS]")?, mark("[SEP]")?);
        Ok(Pieces { fold, starts, continuations, unknown, start, end })
    }

    pub fn count(&self) -> usize {
        self.starts.len() + self.continuations.len()
    }

    /// The pieces of a text, without start and end marks.
    pub fn of(&self, text: &str) -> Vec<Piece> {
        let words = self.fold.words(text);
        let mut pieces = Vec::with_capacity(words.words.len() * 2);
        for word in &words.words {
            let before = pieces.len();
            if !self.cut(words.text(word), word.place, &mut pieces) {
                pieces.truncate(before);
                pieces.push(Piece { number: self.unknown, place: word.place });
            }
        }
        pieces
    }

    fn cut(&self, word: &str, place: Span, pieces: &mut Vec<Piece>) -> bool {
        if word.len() > LONGEST_WORD && word.chars().count() > LONGEST_WORD {
            return false;
        }
        let mut rest = word;
        while !rest.is_empty() {
            let known = if rest.len() == word.len() { &self.starts } else { &self.continuations };
            let longest = (1..=rest.len()).rev().filter(|&end| rest.is_char_boundary(end));
            let Some((end, number)) = longest.filter_map(|end| Some((end, *known.get(&rest[..end])?))).next() else {
                return false;
            };
            pieces.push(Piece { number, place });
            rest = &rest[end..];
        }
        true
    }
}
