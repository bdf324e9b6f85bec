//! What the build script writes: parts as `packed` reads them.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::packed::*;
use crate::parts::Parts;
use crate::pattern::{Step, Test};
use crate::sets::{Accepted, Breadth, Set, SetId};
use crate::words::{self, WordId, Words};

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
    often: Vec<SetId>,
    steps: Vec<u8>,
    owners: Vec<(u16, u8, u16)>,
}

impl Writer {
    /// The parts with words and sets in an order of its own, ready to be serialised by `packed`.
    pub fn new(parts: &Parts) -> Writer {
        let mut writer = Writer::default();
        let words = writer.words(&parts.words, &irregular(&parts.irregular));
        let sets = writer.sets(&parts.sets, &words);
        writer.often = often(parts).into_iter().map(|set| sets[set as usize]).collect();
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
            often: self.often.clone(),
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
        let (mut alike, mut first) = (None, 0);
        for (new, (breadth, written, old)) in (0..).zip(sorted) {
            numbers[old as usize] = new;
            if alike.replace((written.count, breadth)) != Some((written.count, breadth)) {
                first = 0;
            }
            match self.breadths.last_mut() {
                Some((last, count)) if *last == breadth => *count += 1,
                _ => self.breadths.push((breadth, 1)),
            }
            first = self.set(written, first);
        }
        assert!(sets.len() < usize::from(GAP) << 8, "more sets than two bytes can number");
        numbers
    }

    /// Writes a set after one whose first word is `before`, and gives its own first word.
    fn set(&mut self, Written { count, words, mixed }: Written, mut before: WordId) -> WordId {
        self.counts.push(count as u8);
        self.mixed.extend(mixed);
        let Some(&(first, _)) = words.first() else { return before };
        let formed = words.iter().any(|(_, form)| *form > 0);
        self.forms.push(formed.into());
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
        first
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
                Step::One(one) => match self.often.iter().position(|often| often == one) {
                    Some(place) => self.steps.push(OFTEN + place as u8),
                    None => self.steps.extend(set(one)),
                },
                Step::Not(not) => self.steps.extend([NOT].into_iter().chain(set(not))),
                Step::NotBefore(not) => self.steps.extend([NOT_BEFORE].into_iter().chain(set(not))),
                Step::Gap { most, free } => self.steps.push(if *free { FREE_GAP } else { GAP } + most),
                Step::Start => self.steps.push(START),
                Step::End => self.steps.push(END),
            }
        }
    }
}

/// The sets that stand in most steps, as many as one byte can tell, the first the most frequent.
fn often(parts: &Parts) -> Vec<SetId> {
    let mut counts: BTreeMap<SetId, usize> = BTreeMap::new();
    for step in &parts.steps {
        if let Step::One(set) = step {
            *counts.entry(*set).or_default() += 1;
        }
    }
    let mut sets: Vec<(SetId, usize)> = counts.into_iter().collect();
    sets.sort_by_key(|&(set, count)| (std::cmp::Reverse(count), set));
    sets.truncate(usize::from(u8::MAX - OFTEN) + 1);
    sets.into_iter().map(|(set, _)| set).collect()
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
