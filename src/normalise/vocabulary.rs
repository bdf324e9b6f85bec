//! The words that count as words: those the rules know, and common English ones.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::inflect;

/// Words in one buffer, found by hash. Nine thousand separate strings would cost more to build than to use.
pub(super) struct Vocabulary {
    pool: String,
    entries: Vec<Entry>,
    /// Open addressing over `entries`, counted from 1; zero is an empty place.
    table: Vec<u32>,
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
