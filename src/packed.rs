//! How the build script writes parts down, and how the engine reads them: laid out so that it packs well in the archive
//! that a browser loads, and is read in about a millisecond. Only our own build writes this, so reading trusts it.
//!
//! Of the words, those that are common English are marked in the list that the engine has anyway, forms follow from their
//! verbs and nouns, and the others are sorted and each is told by how it differs from the one before. Sets are told by
//! the distances of their words; sequences by what they share with the one before at either end, since the alternatives of a pattern share most.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::inflect::{Form, plural, verb_forms};
use crate::parts::{Cue, Element, Parts, Rule};
use crate::pattern::{Step, Test};
use crate::sets::{Accepted, Breadth, Set, SetId};
use crate::words::{self, WordId, Words};

/// Parts as they are written down. Bytes of one kind stand together, because like packs well with like.
#[derive(Serialize, Deserialize)]
pub struct Packed<'b> {
    /// What each common word is to the packs, then what each of the other words is: `ABSENT` and so on.
    kinds: &'b [u8],
    /// For each other word, in four bits each, how many of its first bytes the word before has and how many it adds.
    shared: &'b [u8],
    added: &'b str,
    /// How many sets have each breadth, from the rarest on.
    breadths: Vec<(Breadth, u16)>,
    /// For each set, how many words it accepts; none: it is one of `mixed`.
    counts: &'b [u8],
    /// The distance from word to word in a set; above `NEAR` its lower byte stands in `far`.
    near: &'b [u8],
    far: &'b [u8],
    /// For each set of words, zero, or one and the form of each word.
    forms: &'b [u8],
    mixed: Vec<Box<[Test]>>,
    /// For each sequence, in four bits each, how many steps at its start and end the one before has; then how many others.
    ends: &'b [u8],
    steps: &'b [u8],
    /// Owner and stage of sequences, and of how many.
    owners: Vec<(u16, u8, u16)>,
    elements: Vec<Element>,
    rules: Vec<Rule>,
    cues: Vec<Cue>,
    irregular: Vec<(String, String)>,
}

/// No word of the packs; one; one with the forms of a verb; one with a plural.
const ABSENT: u8 = 0;
const PLAIN: u8 = 1;
const VERB: u8 = 2;
const NOUN: u8 = 3;

/// What four bits say at most.
const MOST: usize = 15;
/// The greatest distance that stands in one byte.
const NEAR: u32 = 199;

/// Steps: below `GAP` the higher byte of a set that a token must be in, the lower byte follows.
const GAP: u8 = 128;
const FREE_GAP: u8 = 160;
const START: u8 = 192;
const END: u8 = 193;
const NOT: u8 = 194;
const NOT_BEFORE: u8 = 195;

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
                    parts.steps.push(steps.step());
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
        for (&count, breadth) in self.counts.iter().zip(breadths) {
            if count == 0 {
                sets.extend(mixed.next().map(|tests| Set::new(tests, breadth)));
                continue;
            }
            let mut word: WordId = 0;
            let formed = forms.next() == 1;
            let words = (0..count).map(|_| {
                let step = u32::from(near.next());
                word += if step > NEAR { (step - NEAR - 1) << 8 | u32::from(far.next()) } else { step };
                (word, if formed { FORMS[usize::from(forms.next())] } else { Form::Any })
            });
            sets.push(Set::of_words(words.collect(), breadth));
        }
        sets
    }
}

type Irregular<'p> = FxHashMap<&'p str, &'p str>;

fn irregular(pairs: &[(String, String)]) -> Irregular<'_> {
    pairs.iter().map(|(verb, past)| (verb.as_str(), past.as_str())).collect()
}

/// Adds a word and what follows from it.
fn add(words: &mut Words, word: &str, kind: u8, irregular: &Irregular) {
    if kind != ABSENT {
        words.add(word);
        derived(word, kind, irregular).iter().for_each(|form| _ = words.add(form));
    }
}

fn derived(word: &str, kind: u8, irregular: &Irregular) -> Vec<String> {
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

    fn step(&mut self) -> Step<SetId> {
        match self.next() {
            START => Step::Start,
            END => Step::End,
            NOT => Step::Not(self.set()),
            NOT_BEFORE => Step::NotBefore(self.set()),
            most @ GAP..FREE_GAP => Step::Gap { most: most - GAP, free: false },
            most @ FREE_GAP..START => Step::Gap { most: most - FREE_GAP, free: true },
            high => Step::One(SetId::from(high) << 8 | SetId::from(self.next())),
        }
    }

    fn set(&mut self) -> SetId {
        SetId::from(self.next()) << 8 | SetId::from(self.next())
    }
}

/// Writes parts down.
#[derive(Default)]
pub struct Writer {
    kinds: Vec<u8>,
    shared: Vec<u8>,
    added: String,
    breadths: Vec<(Breadth, u16)>,
    counts: Vec<u8>,
    near: Vec<u8>,
    far: Vec<u8>,
    forms: Vec<u8>,
    mixed: Vec<Box<[Test]>>,
    ends: Vec<u8>,
    steps: Vec<u8>,
    owners: Vec<(u16, u8, u16)>,
}

impl Writer {
    /// The parts with words and sets in an order of its own, ready to be serialised by `packed`.
    pub fn new(parts: &Parts) -> Writer {
        let mut writer = Writer::default();
        let words = writer.words(&parts.words, &irregular(&parts.irregular));
        let sets = writer.sets(&parts.sets, &words);
        let mut before: Vec<Step<SetId>> = Vec::new();
        for sequence in &parts.sequences {
            let renumber = |step: &Step<SetId>| step.with(|&set| sets[set as usize]);
            let steps: Vec<Step<SetId>> = parts.steps(sequence).iter().map(renumber).collect();
            writer.sequence(&steps, &before);
            before = steps;
            match writer.owners.last_mut() {
                Some((owner, stage, count)) if (*owner, *stage) == (sequence.owner, sequence.stage) => *count += 1,
                _ => writer.owners.push((sequence.owner, sequence.stage, 1)),
            }
        }
        writer
    }

    /// What is written, with those of the parts that stay as they are.
    pub fn packed(&self, parts: Parts) -> Packed<'_> {
        Packed {
            kinds: &self.kinds,
            shared: &self.shared,
            added: &self.added,
            breadths: self.breadths.clone(),
            counts: &self.counts,
            near: &self.near,
            far: &self.far,
            forms: &self.forms,
            mixed: self.mixed.clone(),
            ends: &self.ends,
            steps: &self.steps,
            owners: self.owners.clone(),
            elements: parts.elements,
            rules: parts.rules,
            cues: parts.cues,
            irregular: parts.irregular,
        }
    }

    /// Writes the words and gives the new number of each.
    fn words(&mut self, words: &Words, irregular: &Irregular) -> Vec<WordId> {
        let mut kinds = kinds(words, irregular);
        let mut written = Words::default();
        for word in words::common() {
            let kind = kinds.remove(word).unwrap_or(ABSENT);
            self.kinds.push(kind);
            add(&mut written, word, kind, irregular);
        }
        let mut before = "";
        for (word, kind) in kinds {
            self.kinds.push(kind);
            add(&mut written, word, kind, irregular);
            let alike = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
            let shared = word.floor_char_boundary(alike.min(MOST));
            let added = &word[shared..];
            self.shared.push((shared << 4 | added.len().min(MOST)) as u8);
            if added.len() >= MOST {
                self.shared.push(u8::try_from(added.len()).expect("words are short"));
            }
            self.added.push_str(added);
            before = word;
        }
        words.iter().map(|word| written.find(word).expect("every word is written or follows from one")).collect()
    }

    /// Writes the sets and gives the new number of each.
    fn sets(&mut self, sets: &[Set], words: &[WordId]) -> Vec<SetId> {
        let mut sorted: Vec<(Breadth, Written, SetId)> =
            sets.iter().zip(0..).map(|(set, old)| (set.breadth, Written::new(&set.tests, words), old)).collect();
        sorted.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        let mut numbers = vec![0; sorted.len()];
        for (new, (breadth, written, old)) in (0..).zip(sorted) {
            numbers[old as usize] = new;
            match self.breadths.last_mut() {
                Some((last, count)) if *last == breadth => *count += 1,
                _ => self.breadths.push((breadth, 1)),
            }
            self.set(written);
        }
        assert!(sets.len() < usize::from(GAP) << 8, "more sets than two bytes can number");
        numbers
    }

    fn set(&mut self, Written { count, words, mixed }: Written) {
        self.counts.push(count as u8);
        self.mixed.extend(mixed);
        if words.is_empty() {
            return;
        }
        let formed = words.iter().any(|(_, form)| *form > 0);
        self.forms.push(formed.into());
        let mut before = 0;
        for (word, form) in words {
            let step = word - before;
            if step > NEAR {
                self.near.push(u8::try_from((step >> 8) + NEAR + 1).expect("fewer than 14,000 words"));
                self.far.push(step as u8);
            } else {
                self.near.push(step as u8);
            }
            self.forms.extend(formed.then_some(form));
            before = word;
        }
    }

    fn sequence(&mut self, steps: &[Step<SetId>], before: &[Step<SetId>]) {
        let alike = |(one, other): &(&Step<SetId>, &Step<SetId>)| one == other;
        let start = steps.iter().zip(before).take_while(alike).count().min(MOST);
        let rest = &steps[start..];
        let end = rest.iter().rev().zip(before[start..].iter().rev()).take_while(alike).count().min(MOST);
        let middle = &rest[..rest.len() - end];
        self.ends.extend([(start << 4 | end) as u8, middle.len() as u8]);
        for step in middle {
            let set = |set: &SetId| [(set >> 8) as u8, *set as u8];
            match step {
                Step::One(one) => self.steps.extend(set(one)),
                Step::Not(not) => self.steps.extend([NOT].into_iter().chain(set(not))),
                Step::NotBefore(not) => self.steps.extend([NOT_BEFORE].into_iter().chain(set(not))),
                Step::Gap { most, free } => self.steps.push(if *free { FREE_GAP } else { GAP } + most),
                Step::Start => self.steps.push(START),
                Step::End => self.steps.push(END),
            }
        }
    }
}

/// The words that must be told, the shorter first, so that forms follow from their words and not the other way round.
fn kinds<'w>(words: &'w Words, irregular: &Irregular) -> BTreeMap<&'w str, u8> {
    let mut by_length: Vec<&str> = words.iter().collect();
    by_length.sort_by_key(|word| (word.len(), *word));
    let mut follow: FxHashSet<String> = FxHashSet::default();
    let mut kinds = BTreeMap::new();
    for word in by_length.into_iter() {
        if follow.contains(word) {
            continue;
        }
        let all_there = |kind: &u8| derived(word, *kind, irregular).iter().all(|form| words.find(form).is_some());
        let kind = [VERB, NOUN].into_iter().find(all_there).unwrap_or(PLAIN);
        follow.extend(derived(word, kind, irregular));
        kinds.insert(word, kind);
    }
    kinds
}

/// A set with its new words, in the order in which sets are written.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Written {
    count: usize,
    words: Vec<(WordId, u8)>,
    mixed: Option<Box<[Test]>>,
}

impl Written {
    fn new(tests: &Accepted, numbers: &[WordId]) -> Written {
        match tests {
            // The forms of one word keep their order. More words than a byte can count are written like a mixed set.
            Accepted::Words(words) if words.len() <= usize::from(u8::MAX) => {
                let mut words: Vec<(WordId, u8)> =
                    words.iter().map(|(word, form)| (numbers[*word as usize], *form as u8)).collect();
                words.sort_by_key(|(word, _)| *word);
                Written { count: words.len(), words, mixed: None }
            }
            Accepted::Words(words) => {
                let tests = words.iter().map(|(word, form)| Test::Word(numbers[*word as usize], *form));
                Written { count: 0, words: Vec::new(), mixed: Some(tests.collect()) }
            }
            Accepted::Mixed(tests) => {
                let renumbered = tests.iter().map(|test| match test {
                    Test::Word(word, form) => Test::Word(numbers[*word as usize], *form),
                    other => other.clone(),
                });
                Written { count: 0, words: Vec::new(), mixed: Some(renumbered.collect()) }
            }
        }
    }
}
