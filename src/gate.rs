//! The gate: whether a post deserves the reader's time. A linear model over hashed words, pairs of words and runs of
//! letters, in microseconds. It shows nothing to anyone; it only decides who is read.

use crate::blob::{self, Fields};
use crate::error::Result;
use crate::reader::words::Fold;

pub struct Gate {
    fold: Fold,
    weights: Vec<i8>,
    scale: f32,
    bias: f32,
    point: f32,
}

/// What a feature says: a word, a pair of words beside each other, a pair with one to three words between, a run of letters.
pub const KINDS: usize = 4;
const WORD: usize = 0;
const PAIR: usize = 1;
const APART: usize = 2;
const RUN: usize = 3;
/// How much a kind counts beside the others. Each is divided by the root of how many of its features a text has, so that
/// the many runs of letters do not drown the few words.
const SHARES: [f32; KINDS] = [1.0, 0.7, 0.7, 1.0];
const SHORTEST: usize = 3; // letters of a run, the word's edges counted as letters
const LONGEST: usize = 5;
const FURTHEST: usize = 4; // words on from one of a pair to the other

impl Gate {
    /// Scale, bias, operating point, how many weights (a power of two), the weights, the fold table.
    pub fn load(bytes: &[u8]) -> Result<Gate> {
        let mut fields: Fields = blob::open(bytes, "gate.bin", b"GATE")?;
        let numbers = fields.floats(3)?;
        let count = fields.number()?;
        if !count.is_power_of_two() {
            return Err(fields.fault(format!("{count} weights are no power of two")));
        }
        let weights = fields.bytes(count)?;
        let fold = Fold::load(&mut fields)?;
        fields.end()?;
        Ok(Gate { fold, weights, scale: numbers[0], bias: numbers[1], point: numbers[2] })
    }

    /// How the gate's texts are written.
    pub fn fold(&self) -> &Fold {
        &self.fold
    }

    /// A post whose score reaches this point is worth reading.
    pub fn point(&self) -> f32 {
        self.point
    }

    /// The probability that the reader would label the text.
    pub fn score(&self, text: &str) -> f32 {
        let (mut sums, mut counts) = ([0_i32; KINDS], [0_u32; KINDS]);
        let mask = self.weights.len() - 1;
        features(&self.fold, text, |kind, feature| {
            sums[kind] += self.weights[feature as usize & mask] as i32;
            counts[kind] += 1;
        });
        let parts = (0..KINDS).map(|kind| SHARES[kind] * sums[kind] as f32 / (counts[kind].max(1) as f32).sqrt());
        let score = self.bias + self.scale * parts.sum::<f32>();
        1.0 / (1.0 + (-score).exp())
    }
}

/// Calls `each` with the kind and the hash of every feature of a text. `training/features.py` does the same, and reference
/// vectors hold the two together.
pub fn features(fold: &Fold, text: &str, mut each: impl FnMut(usize, u32)) {
    let words = fold.words(text);
    let mut before = Vec::with_capacity(words.words.len() + 1);
    before.push(hash(b"<start>"));
    let mut edged = Vec::with_capacity(32);
    for word in &words.words {
        edged.clear();
        edged.push(2);
        edged.extend_from_slice(words.text(word).as_bytes());
        edged.push(3);
        let whole = hash(&edged);
        each(WORD, whole);
        for (gap, &other) in before.iter().rev().take(FURTHEST).enumerate() {
            let (kind, factor) = if gap == 0 { (PAIR, 0x9E37_79B1_u32) } else { (APART, 0x85EB_CA6B) };
            each(kind, mix(other.wrapping_mul(factor) ^ whole));
        }
        before.push(whole);
        for length in SHORTEST..=LONGEST.min(edged.len() - 1) {
            edged.windows(length).for_each(|run| each(RUN, hash(run)));
        }
    }
}

fn hash(bytes: &[u8]) -> u32 {
    mix(bytes.iter().fold(0x811c_9dc5, |state: u32, &byte| (state ^ byte as u32).wrapping_mul(0x0100_0193)))
}

/// Spreads a hash over all its bits, since only the low ones are used.
fn mix(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x045d_9f3b);
    hash ^ (hash >> 16)
}
