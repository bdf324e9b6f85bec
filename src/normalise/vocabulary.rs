//! The words that count as words: those the rules know, and common English ones.

use rustc_hash::FxHashMap;

use super::inflect;
use crate::words::{WordId, Words};

/// How much a reading is worth: the weight of its word, then how common it is.
pub(super) type Worth = (Weight, std::cmp::Reverse<Id>);

pub(super) struct Vocabulary {
    words: Words,
    weights: Vec<Weight>,
    /// The words by their first and last letter and the letters between, in any order.
    shuffled: FxHashMap<u64, Id>,
    /// The words of each length.
    lengths: Vec<Vec<Id>>,
}

/// How readily a reading of a disguised word is believed: people hide the words that rules look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Common,
    Rules,
}

/// A word of the vocabulary, by its place in the list; commoner words have lower numbers.
pub(super) type Id = WordId;

/// Longer words are no words but noise.
pub(super) const LONGEST: usize = 40;

impl Vocabulary {
    pub fn new(capacity: usize) -> Vocabulary {
        Vocabulary {
            words: Words::with_capacity(capacity),
            weights: Vec::with_capacity(capacity),
            shuffled: FxHashMap::default(),
            lengths: vec![Vec::new(); LONGEST + 1],
        }
    }

    /// Adds a lower-case word, or raises the weight of one that is there.
    pub fn add(&mut self, word: &str, weight: Weight) {
        if word.is_empty() || word.len() > LONGEST {
            return;
        }
        let id = self.words.add(word) as usize;
        match self.weights.get_mut(id) {
            Some(known) => *known = weight.max(*known),
            None => self.weights.push(weight),
        }
    }

    pub fn find(&self, word: &str) -> Option<Id> {
        self.words.find(word)
    }

    /// The listed word, or the one this is a plain inflection of.
    pub fn known(&self, word: &str) -> Option<Id> {
        self.find(word).or_else(|| inflect::bases(word, |base| self.find(base)))
    }

    pub fn word(&self, id: Id) -> &str {
        self.words.get(id)
    }

    pub fn weight(&self, id: Id) -> Weight {
        self.weights[id as usize]
    }

    pub fn worth_of(&self, id: Id) -> Worth {
        (self.weight(id), std::cmp::Reverse(id))
    }

    pub fn worth(&self, word: &str) -> Option<Worth> {
        self.known(word).map(|id| self.worth_of(id))
    }

    /// Whether the rules look for this very word.
    pub fn in_rules(&self, word: &str) -> bool {
        self.find(word).is_some_and(|id| self.weight(id) == Weight::Rules)
    }

    /// The cost of a word in a run of letters, in thousandths of a bit: rare words and short ones cost more.
    pub fn rarity(&self, id: Id) -> u32 {
        const RULES: u32 = 1_500;
        let rank = if self.weight(id) == Weight::Rules { id.min(RULES) } else { id };
        let bits =
            (rank + 8).ilog2() * 1_000 + (rank + 8 - (1 << (rank + 8).ilog2())) * 1_000 / (1 << (rank + 8).ilog2());
        bits + 6_000 + if self.word(id).len() < 3 { 2_000 } else { 0 }
    }

    /// Makes the tables that repairs need, once all words are in.
    pub fn index(&mut self) {
        for id in 0..self.words.len() as Id {
            let word = self.words.get(id);
            self.lengths[word.len()].push(id);
            if word.len() < 4 {
                continue;
            }
            let key = shuffle_key(word);
            let worth = self.worth_of(id);
            match self.shuffled.get(&key) {
                Some(&other) if self.worth_of(other) >= worth => {}
                _ => {
                    self.shuffled.insert(key, id);
                }
            }
        }
    }

    /// The likeliest word with the same first and last letter and the same letters between.
    pub fn same_letters(&self, word: &str) -> Option<Id> {
        self.shuffled.get(&shuffle_key(word)).copied().filter(|&id| self.word(id).len() == word.len())
    }

    pub fn of_length(&self, length: usize) -> impl Iterator<Item = Id> {
        self.lengths.get(length).into_iter().flatten().copied()
    }
}

/// The same for words that differ only in the order of their inner letters.
fn shuffle_key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let inner = bytes.iter().fold(0u64, |sum, &byte| sum.wrapping_add(mixed(byte)));
    let [first, .., last] = bytes else { return inner };
    inner ^ u64::from(*first).rotate_left(40) ^ u64::from(*last).rotate_left(52)
}

/// Spreads a byte over all bits, so that sums of different letters hardly ever meet.
fn mixed(byte: u8) -> u64 {
    let mut bits = u64::from(byte).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits ^= bits >> 29;
    bits = bits.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits ^ bits >> 32
}
