//! Words in one buffer, each with a number, found by hash. Twenty thousand separate strings would cost more to build than
//! to use.

use std::hash::Hasher;

use rustc_hash::FxHasher;

const COMMON: &str = include_str!("../data/normalise/words.txt");

/// Common English words, the commonest first.
pub fn common() -> impl Iterator<Item = &'static str> {
    lines(COMMON)
}

/// The lines of a data file that hold data; those that start with `# ` are comments.
pub fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// A word, by its place in the list.
pub type WordId = u32;

#[derive(Debug)]
pub struct Words {
    pool: String,
    ends: Vec<u32>,
    /// Open addressing over the words, counted from 1; zero is an empty place.
    table: Vec<u32>,
}

impl Default for Words {
    fn default() -> Words {
        Words::with_capacity(0)
    }
}

impl Words {
    pub fn with_capacity(words: usize) -> Words {
        Words {
            pool: String::with_capacity(words * 8),
            ends: Vec::with_capacity(words),
            table: vec![0; (words * 2).next_power_of_two().max(64)],
        }
    }

    /// The number of a word, a new one if it is not there yet.
    pub fn add(&mut self, word: &str) -> WordId {
        if let Some(known) = self.find(word) {
            return known;
        }
        self.pool.push_str(word);
        self.ends.push(self.pool.len() as u32);
        if self.ends.len() * 2 > self.table.len() {
            self.table = vec![0; self.table.len() * 2];
            (1..=self.ends.len() as u32).for_each(|number| self.place(number));
        } else {
            self.place(self.ends.len() as u32);
        }
        self.ends.len() as u32 - 1
    }

    pub fn find(&self, word: &str) -> Option<WordId> {
        let mask = self.table.len() - 1;
        let mut at = hash(word) & mask;
        loop {
            let number = self.table[at].checked_sub(1)?;
            if self.get(number) == word {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    #[inline(always)]
    pub fn get(&self, id: WordId) -> &str {
        let start = id.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.pool[start as usize..self.ends[id as usize] as usize]
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|id| self.get(id))
    }

    fn place(&mut self, number: u32) {
        let mask = self.table.len() - 1;
        let mut at = hash(self.get(number - 1)) & mask;
        while self.table[at] != 0 {
            at = (at + 1) & mask;
        }
        self.table[at] = number;
    }
}

#[inline(always)]
fn hash(word: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish() as usize
}
