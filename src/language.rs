//! Which language a post is in, as far as judging needs to know: English, another one for sure, or undecided.
//!
//! English words decide first: a post whose words, once read, are mostly English words is English, whatever loanwords stand
//! between, however it is disguised. In any other post the words and letters of `data/languages.txt` are counted, and only
//! a language with clearly more of them than there are English words counts. The rest is `und` and is judged; the rules,
//! being English words, find nothing in it.

use rustc_hash::FxHashMap;

use crate::normalise::{Kind, Normalised, Token};

const DATA: &str = include_str!("../data/languages.txt");

/// The language of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    code: &'static str,
}

impl Language {
    const ENGLISH: Language = Language { code: "en" };
    const UNDECIDED: Language = Language { code: "und" };

    /// The ISO 639 code, two letters where there are two, or `und`.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Whether posts in this language are judged.
    pub fn judged(&self) -> bool {
        matches!(self.code, "en" | "und")
    }
}

/// A set of languages, a bit each, in the order of the data.
type Bits = u64;

/// What tells the languages apart. Made once.
#[derive(Debug, Default)]
pub struct Languages {
    codes: Vec<&'static str>,
    latin: Bits,
    /// Characters of scripts other than Latin: from, to, the languages that are written in them.
    scripts: Vec<(u32, u32, Bits)>,
    letters: FxHashMap<char, Bits>,
    words: FxHashMap<&'static str, Bits>,
    endings: FxHashMap<&'static str, Bits>,
}

/// What speaks for one language in a text.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    /// Words of its list, and words with its letters, that English lacks.
    own: usize,
    /// Other words that English lacks and that end as its words do.
    endings: usize,
    /// Words that English has too.
    shared: usize,
    /// Letters of its script.
    script: usize,
}

impl Languages {
    /// Reads the data, whose form a test checks.
    pub fn new() -> Languages {
        let mut languages = Languages::default();
        for line in DATA.lines().filter(|line| !line.starts_with("# ")) {
            let mut columns = line.split(' ');
            let (Some(code), Some(scripts), Some(letters)) = (columns.next(), columns.next(), columns.next()) else {
                continue;
            };
            let bit = 1 << languages.codes.len();
            languages.codes.push(code);
            match scripts.strip_prefix("U+") {
                None => languages.latin |= bit,
                Some(ranges) => languages.scripts.extend(ranges.split(',').filter_map(|range| {
                    let (from, to) = range.split_once('-')?;
                    Some((u32::from_str_radix(from, 16).ok()?, u32::from_str_radix(to, 16).ok()?, bit))
                })),
            }
            for letter in letters.chars().filter(|letter| !letter.is_ascii()) {
                *languages.letters.entry(letter).or_default() |= bit;
            }
            for word in columns {
                match word.strip_prefix('-') {
                    Some(ending) => *languages.endings.entry(ending).or_default() |= bit,
                    None => *languages.words.entry(word).or_default() |= bit,
                }
            }
        }
        languages
    }

    pub fn detect(&self, text: &Normalised, original: &str) -> Language {
        let words = || text.tokens.iter().filter(|token| token.kind == Kind::Word).take(MOST_WORDS);
        let (mut total, mut known, mut repaired) = (0, 0, 0);
        for word in words() {
            total += 1;
            let known_word = word.known && !self.misread(word, text.word(word), original);
            known += usize::from(known_word);
            repaired += usize::from(known_word && word.disguised);
        }
        if total == 0 {
            return Language::UNDECIDED;
        }
        // A few words may be repaired into English by chance; most of them only if the post is English in disguise.
        let by_chance = if repaired * 2 < total { repaired } else { 0 };
        let english = known - by_chance;
        if english * 10 >= total * ENGLISH_TENTHS {
            return Language::ENGLISH;
        }
        let mut evidence = vec![Evidence::default(); self.codes.len()];
        let mut latin = 0;
        for word in words() {
            let english = word.known && !self.misread(word, text.word(word), original);
            latin += self.weigh(word.span.of(original), english, &mut evidence);
        }
        let foreign = evidence.iter().map(|one| one.script).max().unwrap_or_default();
        let candidates = (0..self.codes.len()).rev().filter(|&at| (self.latin >> at & 1 == 1) == (latin >= foreign));
        let Some(best) = candidates.max_by_key(|&at| (evidence[at].script, evidence[at].total())) else {
            return Language::UNDECIDED;
        };
        let found = evidence[best];
        let sure = if latin < foreign {
            english * 10 < total * FEW_TENTHS
        } else {
            let told = found.own > 0 && found.own + found.endings >= FEWEST;
            told && found.total() > english.saturating_sub(found.shared)
        };
        if sure { Language { code: self.codes[best] } } else { Language::UNDECIDED }
    }

    /// Whether a word was read as another, English one though it stands in another language's list: Danish `ikke`.
    /// Short chat spellings (`u`, `da`) are in such lists by chance; they are English unless they are disguises.
    fn misread(&self, token: &Token, read: &str, original: &str) -> bool {
        const LONGER_THAN_CHAT: usize = 4;
        let written = token.span.of(original);
        // Most words are read as they are written.
        if written.eq_ignore_ascii_case(read) {
            return false;
        }
        let written = written.to_lowercase();
        (token.disguised || written.len() >= LONGER_THAN_CHAT)
            && written != read
            && self.words.contains_key(written.as_str())
    }

    /// Counts what a word says for each language, and gives how many of its letters are Latin.
    fn weigh(&self, written: &str, english: bool, evidence: &mut [Evidence]) -> usize {
        let lower = written.to_lowercase();
        let mut bits = 0;
        let mut latin = 0;
        for ch in lower.chars().filter(|ch| ch.is_alphabetic()) {
            bits |= self.letters.get(&ch).copied().unwrap_or_default();
            let script = self.scripts.iter().filter(|(from, to, _)| (*from..=*to).contains(&u32::from(ch)));
            let script = script.fold(0, |bits, (_, _, more)| bits | more);
            latin += usize::from(script == 0);
            each(script, |at| evidence[at].script += 1);
        }
        for piece in lower.split(['\'', '’']) {
            bits |= self.words.get(piece).copied().unwrap_or_default();
        }
        let ends =
            || (2..lower.len()).filter_map(|at| self.endings.get(lower.get(at..)?)).fold(0, |all, bits| all | bits);
        match (english, bits) {
            (true, _) => each(bits, |at| evidence[at].shared += 1),
            (false, 0) => each(ends(), |at| evidence[at].endings += 1),
            (false, _) => each(bits, |at| evidence[at].own += 1),
        }
        latin
    }
}

impl Evidence {
    fn total(&self) -> usize {
        self.own + self.endings + self.shared
    }
}

fn each(mut bits: Bits, mut act: impl FnMut(usize)) {
    while bits != 0 {
        act(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

/// More of a text tells nothing new about its language.
const MOST_WORDS: usize = 500;
/// From this share of English words on, in tenths, a post is English.
const ENGLISH_TENTHS: usize = 6;
/// Below this share a post in another script is not English.
const FEW_TENTHS: usize = 4;
/// So many words that English lacks make sure of another language.
const FEWEST: usize = 2;
