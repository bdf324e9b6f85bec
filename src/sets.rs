//! What one step of a sequence accepts, and the sequences themselves, in numbers.

use serde::{Deserialize, Serialize};

use crate::inflect::Form;
use crate::pattern::{ElementId, Step, Test};
use crate::words::WordId;

/// The number of a set of tests. Steps that ask the same share one.
pub type SetId = u32;

/// What one step accepts.
#[derive(Debug)]
pub struct Set {
    pub tests: Accepted,
    /// A guess at how often something meets it.
    pub breadth: Breadth,
    /// A bit for each of its words and elements, several to a bit: what has none here is not in the set.
    words: [u64; 4],
    elements: u64,
    /// It accepts tokens by their look, whatever the word.
    looks: bool,
}

/// The tests of a set.
#[derive(Debug)]
pub enum Accepted {
    /// Only words, sorted, each with its form.
    Words(Box<[(WordId, Form)]>),
    Mixed(Box<[Test]>),
}

/// How often something is written, as steps on a scale on which two are twice as often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Breadth(pub u8);

impl Breadth {
    /// `often` is in millionths of all words, roughly.
    pub fn new(often: u64) -> Breadth {
        let often = often.max(2);
        let half = (often >> (often.ilog2() - 1)) & 1;
        Breadth((often.ilog2() * 2) as u8 + half as u8)
    }
}

/// A sequence and what it stands for: an element, a rule or a cue.
#[derive(Debug)]
pub struct Compiled {
    /// Where its steps stand among all.
    pub first: u32,
    pub end: u32,
    /// The two rarest sets of its steps: a text must meet both.
    pub guards: [SetId; 2],
    pub owner: u16,
    pub stage: u8,
}

impl Set {
    pub fn new(tests: &[Test], breadth: Breadth) -> Set {
        let words: Vec<(WordId, Form)> = tests
            .iter()
            .filter_map(|test| match test {
                Test::Word(word, form) => Some((*word, *form)),
                _ => None,
            })
            .collect();
        if words.len() == tests.len() {
            return Set::of_words(words, breadth);
        }
        Set {
            words: bits(words.iter().map(|(word, _)| *word)),
            elements: tests.iter().filter_map(element).fold(0, |bits, element| bits | element_bit(element)),
            looks: tests.iter().any(is_kind),
            tests: Accepted::Mixed(tests.into()),
            breadth,
        }
    }

    pub fn of_words(mut words: Vec<(WordId, Form)>, breadth: Breadth) -> Set {
        words.sort_by_key(|(word, _)| *word);
        let bits = bits(words.iter().map(|(word, _)| *word));
        Set { tests: Accepted::Words(words.into()), breadth, words: bits, elements: 0, looks: false }
    }

    /// Whether the set may accept a word, or one of some elements, given by their bits. No is certain.
    #[inline(always)]
    pub fn may_accept(&self, word: Option<WordId>, elements: u64) -> bool {
        let may_be = |word: WordId| self.words[word as usize / 64 % 4] & 1 << (word % 64) != 0;
        self.looks || self.elements & elements != 0 || word.is_some_and(may_be)
    }

    /// Tells each word of the set, sorted, one that is there twice as often.
    pub fn each_word(&self, mut tell: impl FnMut(WordId)) {
        match &self.tests {
            Accepted::Words(words) => words.iter().for_each(|(word, _)| tell(*word)),
            Accepted::Mixed(tests) => {
                let mut words: Vec<WordId> = tests.iter().filter_map(word).collect();
                words.sort_unstable();
                words.into_iter().for_each(tell);
            }
        }
    }

    /// Its elements, sorted, one that is there twice as often.
    pub fn elements(&self) -> Vec<ElementId> {
        let Accepted::Mixed(tests) = &self.tests else { return Vec::new() };
        let mut elements: Vec<ElementId> = tests.iter().filter_map(element).collect();
        elements.sort_unstable();
        elements
    }

    /// Whether it accepts tokens by their look.
    pub fn looks(&self) -> bool {
        self.looks
    }
}

/// The two rarest sets that steps ask for. What stands where a sequence begins has its first set already, so any other
/// tells more. The parser lets no sequence pass that has none.
pub fn guards(steps: &[Step<SetId>], sets: &[Set]) -> [SetId; 2] {
    let mut asked = steps.iter().filter_map(|step| match step {
        Step::One(set) => Some(*set),
        _ => None,
    });
    let first = asked.next().unwrap_or_default();
    let rarer = |one: SetId, other: SetId| sets[one as usize].breadth < sets[other as usize].breadth;
    let mut guards: [Option<SetId>; 2] = [None, None];
    for set in asked {
        if guards[0].is_none_or(|rarest| rarer(set, rarest)) {
            guards = [Some(set), guards[0]];
        } else if guards[1].is_none_or(|second| rarer(set, second)) {
            guards[1] = Some(set);
        }
    }
    guards.map(|guard| guard.unwrap_or(first))
}

/// The bit of an element in sets of them; several share one.
pub fn element_bit(element: ElementId) -> u64 {
    1 << (element % 64)
}

fn bits(words: impl Iterator<Item = WordId>) -> [u64; 4] {
    let mut bits = [0; 4];
    words.for_each(|word| bits[word as usize / 64 % 4] |= 1 << (word % 64));
    bits
}

fn word(test: &Test) -> Option<WordId> {
    match test {
        Test::Word(word, _) => Some(*word),
        _ => None,
    }
}

fn element(test: &Test) -> Option<ElementId> {
    match test {
        Test::Element(element, _) => Some(*element),
        _ => None,
    }
}

/// Neither a word nor an element: only a look at the token tells.
fn is_kind(test: &Test) -> bool {
    word(test).is_none() && element(test).is_none()
}
