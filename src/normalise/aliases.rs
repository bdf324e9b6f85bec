//! Other spellings of words, from `data/normalise/aliases.txt`: chat spellings, and spellings that hide a word from filters.

use rustc_hash::FxHashMap;

use super::tables;

/// What a spelling stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Alias {
    /// One word or several.
    pub words: &'static str,
    pub hides: bool,
}

pub(super) struct Aliases {
    single: FxHashMap<&'static str, Alias>,
    /// Spellings of several words, by their last word.
    phrases: FxHashMap<&'static str, Vec<(Vec<&'static str>, Alias)>>,
}

impl Aliases {
    pub fn new() -> Aliases {
        let mut aliases = Aliases { single: FxHashMap::default(), phrases: FxHashMap::default() };
        for line in tables::lines(tables::ALIASES) {
            let hidden = line.split_once(" ~ ").map(|(key, words)| (key, Alias { words, hides: true }));
            let plain = || line.split_once(" = ").map(|(key, words)| (key, Alias { words, hides: false }));
            let Some((key, alias)) = hidden.or_else(plain) else { continue };
            let words: Vec<&str> = key.split(' ').collect();
            match words.split_last() {
                Some((last, [_, ..])) => aliases.phrases.entry(last).or_default().push((words, alias)),
                _ => {
                    aliases.single.insert(key, alias);
                }
            }
        }
        aliases
    }

    pub fn of(&self, spelling: &str) -> Option<Alias> {
        self.single.get(spelling).copied()
    }

    /// The spellings of several words that end in `last`, without it.
    pub fn ending_in(&self, last: &str) -> &[(Vec<&'static str>, Alias)] {
        self.phrases.get(last).map_or(&[], Vec::as_slice)
    }
}
