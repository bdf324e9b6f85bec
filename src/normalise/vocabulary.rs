//! The words that count as words: those the rules know, and common English ones.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::inflect;

/// How much a reading is worth: the weight of its word, then how common it is.
pub(super) type Worth = (Weight, std::cmp::Reverse<Id>);

/// Words in one buffer, found by hash. Nine thousand separate strings would cost more to build than to use.
pub(super) struct Vocabulary {
    pool: String,
    entries: Vec<Entry>,
    /// Open addressing over `entries`, counted from 1; zero is an empty place.
    table: Vec<u32>,
    /// The words by their first and last letter and the letters between, in any order.
    shuffled: FxHashMap<u64, Id>,
    /// The words of each length.
    lengths: Vec<Vec<Id>>,
}

struct Entry {
    start: u32,
    length: u8,
    weight: Weight,
}

/// How readily a reading of a disguised word is believed: people hide the words that rules look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Common,
    Rules,
}

/// A word of the vocabulary, by its place in the list; commoner words have lower numbers.
pub(super) type Id = u32;

/// Longer words are no words but noise, and a length fits a byte.
pub(super) const LONGEST: usize = 40;

impl Vocabulary {
    pub fn new(capacity: usize) -> Vocabulary {
        Vocabulary {
            pool: String::with_capacity(capacity * 8),
            entries: Vec::with_capacity(capacity),
            table: vec![0; (capacity * 2).next_power_of_two().max(64)],
            shuffled: FxHashMap::default(),
            lengths: vec![Vec::new(); LONGEST + 1],
        }
    }

    /// Adds a lower-case word, or raises the weight of one that is there.
    pub fn add(&mut self, word: &str, weight: Weight) {
        if word.is_empty() || word.len() > LONGEST {
            return;
        }
        if let Some(id) = self.find(word) {
            let entry = &mut self.entries[id as usize];
            entry.weight = entry.weight.max(weight);
            return;
        }
        self.entries.push(Entry { start: self.pool.len() as u32, length: word.len() as u8, weight });
        self.pool.push_str(word);
        if self.entries.len() * 2 > self.table.len() {
            self.grow();
        } else {
            self.place(self.entries.len() as u32);
        }
    }

    pub fn find(&self, word: &str) -> Option<Id> {
        let mask = self.table.len() - 1;
        let mut at = hash(word) & mask;
        loop {
            let number = self.table[at].checked_sub(1)?;
            if self.word(number) == word {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// The listed word, or the one this is a plain inflection of.
    pub fn known(&self, word: &str) -> Option<Id> {
        self.find(word).or_else(|| inflect::bases(word, |base| self.find(base)))
    }

    pub fn word(&self, id: Id) -> &str {
        let entry = &self.entries[id as usize];
        &self.pool[entry.start as usize..entry.start as usize + usize::from(entry.length)]
    }

    pub fn weight(&self, id: Id) -> Weight {
        self.entries[id as usize].weight
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
        bits + 6_000 + if self.entries[id as usize].length < 3 { 2_000 } else { 0 }
    }

    /// Makes the tables that repairs need, once all words are in.
    pub fn index(&mut self) {
        for id in 0..self.entries.len() as Id {
            self.lengths[usize::from(self.entries[id as usize].length)].push(id);
            if self.entries[id as usize].length < 4 {
                continue;
            }
            let key = shuffle_key(self.word(id));
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

    fn place(&mut self, number: u32) {
        let mask = self.table.len() - 1;
        let mut at = hash(self.word(number - 1)) & mask;
        while self.table[at] != 0 {
            at = (at + 1) & mask;
        }
        self.table[at] = number;
    }

    fn grow(&mut self) {
        self.table = vec![0; self.table.len() * 2];
        for number in 1..=self.entries.len() as u32 {
            self.place(number);
        }
    }
}

fn hash(word: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish() as usize
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
