//! Signs that stand for letters: leetspeak (`k1ll`, `$cum`) and masks (`k*ll`).

use rustc_hash::FxHashMap;

use super::tables;
use super::vocabulary::{Id, Vocabulary};

pub(super) struct Signs {
    /// What a sign may stand for, likeliest first; nothing for what is no sign.
    letters: Letters,
    /// Two signs that draw one letter.
    pairs: Vec<(&'static str, &'static str)>,
    /// Words that people mask, likeliest first.
    masked: Vec<&'static str>,
}

/// A table for ASCII, since every letter of every masked word is looked up here, and a map for the few other signs.
#[derive(Default)]
struct Letters {
    ascii: Vec<Option<&'static str>>,
    other: FxHashMap<char, &'static str>,
}

impl Letters {
    fn add(&mut self, sign: char, letters: &'static str) {
        self.ascii.resize(128, None);
        match self.ascii.get_mut(sign as usize) {
            Some(place) => *place = Some(letters),
            None => self.other.extend([(sign, letters)]),
        }
    }

    #[inline(always)]
    fn of(&self, sign: char) -> Option<&'static str> {
        match self.ascii.get(sign as usize) {
            Some(letters) => *letters,
            None => self.other.get(&sign).copied(),
        }
    }
}

/// Longer words in disguise are not looked into, and no word is read in more ways than this.
const LONGEST: usize = 24;
const MOST_READINGS: usize = 96;

impl Signs {
    pub fn new() -> Signs {
        let mut signs = Signs { letters: Letters::default(), pairs: Vec::new(), masked: Vec::new() };
        for line in tables::lines(tables::LEET) {
            let Some((sign, letters)) = line.split_once(' ') else { continue };
            let mut chars = sign.chars();
            match (chars.next(), chars.next()) {
                (Some(only), None) => {
                    signs.letters.add(only, letters);
                }
                _ => signs.pairs.push((sign, letters)),
            }
        }
        signs.masked.extend(tables::lines(tables::MASKED));
        signs
    }

    pub fn masked(&self) -> &[&'static str] {
        &self.masked
    }

    pub fn stands_for_letter(&self, ch: char) -> bool {
        self.letters.of(ch).is_some()
    }

    /// The likeliest letter for a sign.
    pub fn first_letter(&self, ch: char) -> Option<char> {
        self.letters.of(ch).and_then(|letters| letters.chars().next())
    }

    /// Reads signs as letters. `judge` says how good a reading is; the best of those it accepts is written to `best`.
    pub fn unleet<J: Copy + Ord>(&self, raw: &str, judge: impl Fn(&str) -> Option<J>, best: &mut String) -> bool {
        let letters = raw.chars().filter(char::is_ascii_alphabetic).count();
        let signs = raw.chars().count() - letters;
        // `3v3` is no word; `5h1t` is.
        if raw.len() > LONGEST || letters == 0 || letters < signs && raw.len() < 4 || letters * 2 < signs {
            return false;
        }
        let mut search = Search { signs: self, judge, readings: 0, top: None, best };
        search.extend(raw, &mut String::with_capacity(raw.len()));
        search.top.is_some()
    }

    /// The word that a masked spelling stands for, if only one is likely.
    pub fn unmask<'v>(&'v self, raw: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
        let stars = raw.chars().filter(|&ch| is_mask(ch)).count();
        let shown = raw.chars().count() - stars;
        if stars == 0 || shown == 0 || raw.len() > LONGEST {
            return None;
        }
        if let Some(word) = self.masked_word(raw) {
            return Some(word);
        }
        if shown < 2 || stars > shown {
            return None;
        }
        let fitting = || vocabulary.of_length(raw.chars().count()).filter(|&id| self.fits(raw, vocabulary.word(id)));
        // People hide vowels; among words that fit, the likeliest is meant.
        let vowels =
            |id: &Id| raw.chars().zip(vocabulary.word(*id).chars()).all(|(ch, c)| !is_mask(ch) || "aeiou".contains(c));
        let likeliest = |id: &Id| vocabulary.worth_of(*id);
        let found = fitting().filter(vowels).max_by_key(likeliest).or_else(|| only(fitting()));
        found.map(|id| vocabulary.word(id))
    }

    /// The inflected word that a masked vowel leaves: lists of words hold few of them.
    pub fn unmask_vowel(&self, raw: &str, vocabulary: &Vocabulary, best: &mut String) -> bool {
        let readings = vowel_readings(raw);
        let known = readings.iter().flatten().filter_map(|word| vocabulary.worth(word).map(|worth| (worth, word)));
        known.max_by_key(|(worth, _)| *worth).map(|(_, word)| best.replace_range(.., word)).is_some()
    }

    /// The likeliest word besides `best` that a masked vowel leaves and that rules look for; none of a word that people
    /// mask.
    pub fn other_reading(&self, raw: &str, best: &str, vocabulary: &Vocabulary) -> Option<String> {
        let readings = if self.masked_word(raw).is_none() { vowel_readings(raw) } else { None };
        let others = readings.into_iter().flatten().filter(|word| word != best && vocabulary.in_rules(word));
        others.max_by_key(|word| vocabulary.worth(word))
    }

    /// One of the words that people mask with asterisks.
    pub fn masked_word(&self, raw: &str) -> Option<&'static str> {
        let stars = raw.bytes().filter(|&byte| byte == b'*').count();
        let shown = raw.len() - stars;
        // `f**k` and `f***` mask; `A*` is a mark, `*it*` emphasis.
        let masks = match raw.strip_prefix('*') {
            None => shown > 1 && !(stars == 1 && raw.ends_with('*')) || stars > 2,
            Some(rest) => stars == 1 && rest.len() > 2,
        };
        (stars > 0 && masks).then(|| self.masked.iter().find(|word| self.fits(raw, word)).copied()).flatten()
    }

    fn fits(&self, raw: &str, word: &str) -> bool {
        raw.len() == word.len() && raw.chars().zip(word.chars()).all(|(shown, letter)| self.may_be(shown, letter))
    }

    fn may_be(&self, shown: char, letter: char) -> bool {
        shown == letter || is_mask(shown) || self.letters.of(shown).is_some_and(|letters| letters.contains(letter))
    }
}

/// A word of four letters or more with each vowel in the place of its one asterisk.
fn vowel_readings(raw: &str) -> Option<[String; 5]> {
    let (before, after) = raw.split_once('*').filter(|(before, _)| !before.is_empty())?;
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    let may_mask = raw.len() <= LONGEST && raw.len() >= 4 && plain(before) && plain(after);
    may_mask.then(|| ["a", "e", "i", "o", "u"].map(|vowel| [before, vowel, after].concat()))
}

pub(super) fn is_mask(ch: char) -> bool {
    matches!(ch, '*' | '#' | '%' | '_' | '-' | '.' | '?' | '~' | '•')
}

fn only(mut ids: impl Iterator<Item = Id>) -> Option<Id> {
    let first = ids.next()?;
    ids.next().is_none().then_some(first)
}

struct Search<'s, J, F> {
    signs: &'s Signs,
    judge: F,
    readings: usize,
    top: Option<J>,
    best: &'s mut String,
}

impl<J: Copy + Ord, F: Fn(&str) -> Option<J>> Search<'_, J, F> {
    fn extend(&mut self, rest: &str, so_far: &mut String) {
        if self.readings >= MOST_READINGS {
            return;
        }
        let Some(ch) = rest.chars().next() else {
            self.readings += 1;
            if let Some(worth) = (self.judge)(so_far)
                && self.top.is_none_or(|top| worth > top)
            {
                self.top = Some(worth);
                self.best.clear();
                self.best.push_str(so_far);
            }
            return;
        };
        let length = so_far.len();
        for (pair, letters) in &self.signs.pairs {
            if let Some(rest) = rest.strip_prefix(pair) {
                so_far.push_str(letters);
                self.extend(rest, so_far);
                so_far.truncate(length);
            }
        }
        let rest = &rest[ch.len_utf8()..];
        match self.signs.letters.of(ch) {
            Some(letters) => {
                for letter in letters.chars().filter(|&letter| letter != ' ') {
                    so_far.push(letter);
                    self.extend(rest, so_far);
                    so_far.truncate(length);
                }
            }
            None => {
                so_far.push(ch);
                self.extend(rest, so_far);
                so_far.truncate(length);
            }
        }
    }
}
