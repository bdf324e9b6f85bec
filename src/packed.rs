//! How parts are written down by the build script (`packing`) and read by the engine: laid out so that it packs well in the
//! archive that a browser loads, and is read in about a millisecond. Only our own build writes this, so reading trusts it.
//!
//! Of the words, those that are common English are marked in the list that the engine has anyway, forms follow from their
//! verbs and nouns, and the others are sorted and each is told by how it differs from the one before. Sets are told by
//! the distances of their words; sequences by what they share with the one before at either end, since the alternatives of a pattern share most.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::inflect::{Form, plural, verb_forms};
use crate::parts::{Cue, Element, Parts, Rule};
use crate::pattern::{Step, Test};
use crate::sets::{Breadth, Set, SetId};
use crate::words::{self, WordId, Words};

/// Parts as they are written down. Bytes of one kind stand together, because like packs well with like.
#[derive(Serialize, Deserialize)]
pub struct Packed<'b> {
    /// What each common word is to the packs, then what each of the other words is: `ABSENT` and so on.
    pub kinds: &'b [u8],
    /// For each other word, in four bits each, how many of its first bytes the word before has and how many it adds.
    pub shared: &'b [u8],
    pub added: &'b str,
    /// How many sets have each breadth, from the rarest on.
    pub breadths: Vec<(Breadth, u16)>,
    /// For each set, how many words it accepts; none: it is one of `mixed`.
    pub counts: &'b [u8],
    /// The distance from word to word in a set, of its first word from that of the set before if both have as many words and
    /// one breadth; above `NEAR` its lower byte stands in `far`.
    pub near: &'b [u8],
    pub far: &'b [u8],
    /// For each set of words, zero, or one and the form of each word.
    pub forms: &'b [u8],
    pub mixed: Vec<Box<[Test]>>,
    /// For each sequence, in four bits each, how many steps at its start and end the one before has; then how many others.
    pub ends: &'b [u8],
    /// The sets that stand in most steps; there each is told by one byte, its place here above `OFTEN`.
    pub often: Vec<SetId>,
    pub steps: &'b [u8],
    /// Owner and stage of sequences, and of how many.
    pub owners: Vec<(u16, u8, u16)>,
    pub elements: Vec<Element>,
    pub rules: Vec<Rule>,
    pub cues: Vec<Cue>,
    pub irregular: Vec<(String, String)>,
}

/// No word of the packs; one; one with the forms of a verb; one with a plural.
pub const ABSENT: u8 = 0;
pub const PLAIN: u8 = 1;
pub const VERB: u8 = 2;
pub const NOUN: u8 = 3;

/// What four bits say at most.
pub const MOST: usize = 15;
/// The greatest distance that stands in one byte.
pub const NEAR: u32 = 199;

/// Steps: below `GAP` the higher byte of a set that a token must be in, the lower byte follows; from `OFTEN` on a set of `often`.
pub const GAP: u8 = 96;
pub const FREE_GAP: u8 = 128;
pub const START: u8 = 160;
pub const END: u8 = 161;
pub const NOT: u8 = 162;
pub const NOT_BEFORE: u8 = 163;
pub const OFTEN: u8 = 164;

/// The forms in the order of their bytes.
const FORMS: [Form; 5] = [Form::Any, Form::Base, Form::S, Form::Ing, Form::Past];

impl Packed<'_> {
    pub fn read(self) -> Parts {
        let words = self.words();
        let sets = self.sets();
        let count = self.owners.iter().map(|&(_, _, count)| usize::from(count)).sum();
        let (elements, rules, cues, irregular) = (self.elements, self.rules, self.cues, self.irregular);
        let steps = Vec::with_capacity(self.steps.len());
        let sequences = Vec::with_capacity(count);
        let mut parts = Parts { words, irregular, elements, rules, cues, sets, steps, sequences };
        let (mut ends, mut steps) = (Bytes(self.ends), Bytes(self.steps));
        let mut before = 0..0;
        for (owner, stage, count) in self.owners {
            for _ in 0..count {
                let (start, end) = ends.halves();
                let first = parts.steps.len();
                parts.steps.extend_from_within(before.start..before.start + start);
                for _ in 0..ends.next() {
                    parts.steps.push(steps.step(&self.often));
                }
                parts.steps.extend_from_within(before.end - end..before.end);
                before = first..parts.steps.len();
                parts.push(first as u32, owner, stage);
            }
        }
        parts
    }

    fn words(&self) -> Words {
        let irregular = irregular(&self.irregular);
        let mut words = Words::with_capacity(self.kinds.len());
        let mut kinds = Bytes(self.kinds);
        for word in words::common() {
            add(&mut words, word, kinds.next(), &irregular);
        }
        let (mut lengths, mut rest) = (Bytes(self.shared), self.added);
        let mut word = String::new();
        while !lengths.0.is_empty() {
            let (shared, mut added) = lengths.halves();
            if added == MOST {
                added = usize::from(lengths.next());
            }
            let (new, after) = rest.split_at(added);
            word.truncate(shared);
            word.push_str(new);
            add(&mut words, &word, kinds.next(), &irregular);
            rest = after;
        }
        words
    }

    fn sets(&self) -> Vec<Set> {
        let mut sets = Vec::with_capacity(self.counts.len());
        let (mut near, mut far, mut forms) = (Bytes(self.near), Bytes(self.far), Bytes(self.forms));
        let mut mixed = self.mixed.iter();
        let breadths = self.breadths.iter().flat_map(|&(breadth, count)| std::iter::repeat_n(breadth, count.into()));
        let (mut alike, mut first) = (None, 0);
        for (&count, breadth) in self.counts.iter().zip(breadths) {
            if alike.replace((count, breadth)) != Some((count, breadth)) {
                first = 0;
            }
            if count == 0 {
                sets.extend(mixed.next().map(|tests| Set::new(tests, breadth)));
                continue;
            }
            let mut word = first;
            let formed = forms.next() == 1;
            let words = (0..count).map(|_| {
                let step = u32::from(near.next());
                word += if step > NEAR { (step - NEAR - 1) << 8 | u32::from(far.next()) } else { step };
                (word, if formed { FORMS[usize::from(forms.next())] } else { Form::Any })
            });
            let words: Vec<(WordId, Form)> = words.collect();
            first = words[0].0;
            sets.push(Set::of_words(words, breadth));
        }
        sets
    }
}

pub type Irregular<'p> = FxHashMap<&'p str, &'p str>;

pub fn irregular(pairs: &[(String, String)]) -> Irregular<'_> {
    pairs.iter().map(|(verb, past)| (verb.as_str(), past.as_str())).collect()
}

/// Adds a word and what follows from it.
pub fn add(words: &mut Words, word: &str, kind: u8, irregular: &Irregular) {
    if kind != ABSENT {
        words.add(word);
        derived(word, kind, irregular).iter().for_each(|form| _ = words.add(form));
    }
}

pub fn derived(word: &str, kind: u8, irregular: &Irregular) -> Vec<String> {
    match kind {
        VERB => verb_forms(word, irregular.get(word).copied()).into_iter().map(|(form, _)| form).collect(),
        NOUN => vec![plural(word)],
        _ => Vec::new(),
    }
}

/// Bytes read one after another.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        let (byte, rest) = self.0.split_first().expect("written by `Writer`");
        self.0 = rest;
        *byte
    }

    fn halves(&mut self) -> (usize, usize) {
        let byte = usize::from(self.next());
        (byte >> 4, byte & MOST)
    }

    fn step(&mut self, often: &[SetId]) -> Step<SetId> {
        match self.next() {
            START => Step::Start,
            END => Step::End,
            NOT => Step::Not(self.set()),
            NOT_BEFORE => Step::NotBefore(self.set()),
            most @ GAP..FREE_GAP => Step::Gap { most: most - GAP, free: false },
            most @ FREE_GAP..START => Step::Gap { most: most - FREE_GAP, free: true },
            place @ OFTEN.. => Step::One(often[usize::from(place - OFTEN)]),
            high => Step::One(SetId::from(high) << 8 | SetId::from(self.next())),
        }
    }

    fn set(&mut self) -> SetId {
        SetId::from(self.next()) << 8 | SetId::from(self.next())
    }
}
