//! The reader: a small language model that reads a post whole. Nine categories, seven stances, and the words that
//! made it think so. It judges nothing: the score decides what its opinion is worth.

mod encoder; // embeddings and layers
mod maths; // float arithmetic between the products
mod matrix; // products in whole numbers
mod pieces; // words → numbers
pub mod words; // text → words; the gate reads them too

use serde::{Deserialize, Serialize};

use crate::blob;
use crate::error::Result;
use crate::span::Span;

use encoder::Encoder;
use maths::{dot, sigmoid, softmax};
use pieces::{Piece, Pieces};

pub const CATEGORIES: usize = 9;
pub const STANCES: usize = 7;
/// A long post is read in windows that overlap by half; beyond these many the rest stays unread.
const WINDOWS: usize = 12;

/// The model, loaded.
pub struct Reader {
    pieces: Pieces,
    encoder: Encoder,
    whole: Vec<f32>, // for each category and stance: weights for the first piece, the mean and the maximum, and a bias
    each: Vec<f32>,  // for each category: weights for one piece, and a bias
    points: [f32; CATEGORIES],
    word_points: [f32; CATEGORIES],
}

/// What the reader made of one text. Categories and stances in the order of the taxonomy. In the extension it travels
/// from the reader's module to the engine's.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reading {
    pub categories: [f32; CATEGORIES],
    pub stance: [f32; STANCES],
    /// For each category the words that speak for it, as ranges of bytes; words beside each other make one range.
    pub words: [Vec<Span>; CATEGORIES],
    /// Where reading ended, in bytes: of a very long text the rest stays unread.
    pub end: u32,
}

/// One pass over as many pieces as the encoder holds, or several joined.
struct Pass {
    categories: [f32; CATEGORIES],
    stance: [f32; STANCES],
    words: Vec<(Span, [f32; CATEGORIES])>,
}

impl Reader {
    pub fn load(bytes: &[u8]) -> Result<Reader> {
        let mut fields = blob::open(bytes, "reader.bin", b"READ")?;
        let points = fixed(fields.floats(CATEGORIES)?);
        let word_points = fixed(fields.floats(CATEGORIES)?);
        let pieces = Pieces::load(&mut fields)?;
        let encoder = Encoder::load(&mut fields)?;
        if encoder.vocabulary() != pieces.count() || encoder.longest() < 3 {
            let (have, want) = (encoder.vocabulary(), pieces.count());
            return Err(fields.fault(format!("{have} rows for a vocabulary of {want} pieces")));
        }
        let whole = fields.floats((CATEGORIES + STANCES) * (3 * encoder.width + 1))?;
        let each = fields.floats(CATEGORIES * (encoder.width + 1))?;
        fields.end()?;
        Ok(Reader { pieces, encoder, whole, each, points, word_points })
    }

    /// The operating points: a category counts as read when its probability reaches its point.
    pub fn points(&self) -> [f32; CATEGORIES] {
        self.points
    }

    /// The numbers of a text's pieces and the word of the text that each is part of.
    pub fn pieces(&self, text: &str) -> Vec<(u16, Span)> {
        self.pieces.of(text).iter().map(|piece| (piece.number, piece.place)).collect()
    }

    /// Reads a text. The strongest window counts for each category, and the window of the strongest for the stance.
    pub fn read(&self, text: &str) -> Reading {
        let pieces = self.pieces.of(text);
        let size = self.encoder.longest() - 2;
        let mut pass = self.window(&pieces[..pieces.len().min(size)]);
        let (mut start, mut end) = (0, size);
        for _ in 1..WINDOWS {
            if start + size >= pieces.len() {
                break;
            }
            start += size / 2;
            end = start + size;
            pass.join(self.window(&pieces[start..pieces.len().min(end)]));
        }
        let end = if end < pieces.len() { pieces[end - 1].place.end } else { text.len() as u32 };
        let words = std::array::from_fn(|at| pass.attribute(at, self.word_points[at]));
        Reading { categories: pass.categories, stance: pass.stance, words, end }
    }

    fn window(&self, pieces: &[Piece]) -> Pass {
        let marked: Vec<u16> = std::iter::once(self.pieces.start)
            .chain(pieces.iter().map(|piece| piece.number))
            .chain([self.pieces.end])
            .collect();
        let hidden = self.encoder.run(&marked);
        let width = self.encoder.width;
        let mut pooled = hidden[..width].to_vec();
        let rows = || hidden.chunks_exact(width);
        pooled.extend((0..width).map(|at| rows().map(|row| row[at]).sum::<f32>() / marked.len() as f32));
        pooled.extend((0..width).map(|at| rows().map(|row| row[at]).fold(f32::MIN, f32::max)));
        let scores: Vec<f32> = self.whole.chunks_exact(3 * width + 1).map(|head| linear(head, &pooled)).collect();
        let mut stance = fixed(scores[CATEGORIES..].to_vec());
        softmax(&mut stance);
        Pass {
            categories: std::array::from_fn(|at| sigmoid(scores[at])),
            stance,
            words: self.words(pieces, &hidden[width..]),
        }
    }

    /// For each word, how much its strongest piece speaks for each category.
    fn words(&self, pieces: &[Piece], hidden: &[f32]) -> Vec<(Span, [f32; CATEGORIES])> {
        let mut words: Vec<(Span, [f32; CATEGORIES])> = Vec::new();
        for (piece, row) in pieces.iter().zip(hidden.chunks_exact(self.encoder.width)) {
            let mut heads = self.each.chunks_exact(self.encoder.width + 1);
            let shares: [f32; CATEGORIES] =
                std::array::from_fn(|_| heads.next().map_or(0.0, |head| sigmoid(linear(head, row))));
            match words.last_mut().filter(|(place, _)| *place == piece.place) {
                Some((_, most)) => most.iter_mut().zip(shares).for_each(|(most, share)| *most = most.max(share)),
                None => words.push((piece.place, shares)),
            }
        }
        words
    }
}

impl Pass {
    /// The words whose share in a category reaches a point. At least the strongest word is given, so that a label always
    /// has something to point at.
    fn attribute(&self, category: usize, point: f32) -> Vec<Span> {
        let strength = |word: &(Span, [f32; CATEGORIES])| word.1[category];
        let most = self.words.iter().map(strength).fold(0.0, f32::max);
        let point = point.min(most);
        let mut spans: Vec<Span> = Vec::new();
        let mut beside = false;
        for word in &self.words {
            let chosen = strength(word) >= point;
            if chosen {
                match spans.last_mut().filter(|_| beside) {
                    Some(span) => span.end = word.0.end.max(span.end),
                    None => spans.push(word.0),
                }
            }
            beside = chosen;
        }
        spans
    }

    fn join(&mut self, later: Pass) {
        let most = |pass: &Pass| pass.categories.iter().copied().fold(0.0, f32::max);
        if most(&later) > most(self) {
            self.stance = later.stance;
        }
        for (mine, theirs) in self.categories.iter_mut().zip(later.categories) {
            *mine = mine.max(theirs);
        }
        for word in later.words {
            match self.words.binary_search_by_key(&word.0, |known| known.0) {
                Ok(at) => self.words[at].1.iter_mut().zip(word.1).for_each(|(mine, theirs)| *mine = mine.max(theirs)),
                Err(at) => self.words.insert(at, word),
            }
        }
    }
}

/// A bias, then one weight for each value.
fn linear(head: &[f32], values: &[f32]) -> f32 {
    head[0] + dot(&head[1..], values)
}

/// A list whose length the loader has already settled.
fn fixed<const N: usize>(values: Vec<f32>) -> [f32; N] {
    std::array::from_fn(|at| values[at])
}
