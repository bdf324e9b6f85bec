//! Sequences found by their first word or element, and passed over unless everything they ask for stands in the text.
//!
//! A text is asked once which sets of words and elements it meets; after that a sequence costs one look at one bit, for
//! most never come near a match.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::pattern::{ElementId, Step, Test, Tests, WordId};

/// The number of a set of tests. All steps that ask the same share one.
pub type SetId = u32;

/// What one step accepts.
#[derive(Debug)]
pub struct Set {
    pub tests: Tests,
    /// The lowest six bits of each of its words: a word whose bit is not here is none of them.
    words: u64,
    /// It accepts more than words.
    pub open: bool,
}

/// A sequence and what it stands for: an element, a rule or a cue.
#[derive(Debug)]
pub struct Compiled {
    pub steps: Box<[Step<SetId>]>,
    pub owner: u16,
    /// The sets of all its steps, the rarest first: a text must meet every one.
    pub needs: Box<[SetId]>,
}

/// A sequence that may begin where something stands, if its guard is met.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub sequence: u32,
    pub guard: SetId,
}

/// Numbered lists in one piece of memory.
#[derive(Debug)]
pub struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

/// Sequences in stages: those of one stage may ask for what the stages before have found.
#[derive(Debug)]
pub struct Index {
    pub sequences: Vec<Compiled>,
    pub sets: Vec<Set>,
    /// The first sequence of each stage, and the end of the last.
    stages: Vec<u32>,
    words: Lists<Entry>,
    /// By stage, then by element.
    elements: Lists<Entry>,
    /// By stage: what begins with a number, a shape, a capital, a handle.
    kinds: Lists<Entry>,
    /// The sets that a word or an element meets.
    sets_of_word: Lists<SetId>,
    sets_of_element: Lists<SetId>,
    /// Sets with tests that only a look at the tokens can answer.
    undecided: Vec<SetId>,
    most_elements: usize,
}

impl Set {
    fn new(tests: Tests) -> Set {
        let words = tests.iter().filter_map(word).fold(0, |bits, word| bits | bit(word));
        let open = tests.iter().any(|test| word(test).is_none());
        Set { tests, words, open }
    }

    /// Whether the set may hold a word: no is certain.
    pub fn may_hold(&self, word: WordId) -> bool {
        self.words & bit(word) != 0
    }
}

fn bit(word: WordId) -> u64 {
    1 << (word % 64)
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

impl<T: Copy> Lists<T> {
    /// Sorts items into `count` lists. Those of one list keep their order.
    fn new(count: usize, items: &[(u32, T)]) -> Lists<T> {
        let mut starts = vec![0u32; count + 1];
        for (list, _) in items {
            starts[*list as usize + 1] += 1;
        }
        for list in 0..count {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        let mut sorted: Vec<T> = items.iter().map(|(_, item)| *item).collect();
        for (list, item) in items {
            let place = &mut next[*list as usize];
            sorted[*place as usize] = *item;
            *place += 1;
        }
        Lists { starts, items: sorted }
    }

    pub fn of(&self, list: usize) -> &[T] {
        &self.items[self.starts[list] as usize..self.starts[list + 1] as usize]
    }
}

impl Index {
    /// What may begin with a word, in any stage, in the order of the sequences.
    pub fn with_word(&self, word: WordId) -> &[Entry] {
        self.words.of(word as usize)
    }

    pub fn with_element(&self, stage: usize, element: ElementId) -> &[Entry] {
        self.elements.of(stage * self.most_elements + usize::from(element))
    }

    pub fn with_kind(&self, stage: usize) -> &[Entry] {
        self.kinds.of(stage)
    }

    /// The sequences of a stage.
    pub fn stage(&self, stage: usize) -> Range<u32> {
        self.stages[stage]..self.stages[stage + 1]
    }

    pub fn sets_of_word(&self, word: WordId) -> &[SetId] {
        self.sets_of_word.of(word as usize)
    }

    pub fn sets_of_element(&self, element: ElementId) -> &[SetId] {
        self.sets_of_element.of(usize::from(element))
    }

    /// The sets that every text may meet, as far as words and elements can tell.
    pub fn undecided(&self) -> &[SetId] {
        &self.undecided
    }
}

/// Sets, each kept once.
#[derive(Default)]
pub struct Sets {
    sets: Vec<Set>,
    numbers: FxHashMap<Tests, SetId>,
}

impl Sets {
    /// Gives the sets of a sequence their numbers.
    pub fn compile(&mut self, sequence: &[Step<Tests>], owner: u16) -> Compiled {
        let steps: Box<[Step<SetId>]> = sequence.iter().map(|step| step.with(|tests| self.number(tests))).collect();
        let mut asked = steps.iter().filter_map(|step| match step {
            Step::One(set) => Some(*set),
            _ => None,
        });
        // What stands where a sequence begins has its first set already, so any other tells more.
        let first = asked.next();
        let mut needs: Vec<SetId> = asked.collect();
        needs.sort_by_key(|&set| self.breadth(set));
        needs.extend(first);
        Compiled { steps, owner, needs: needs.into() }
    }

    fn number(&mut self, tests: &Tests) -> SetId {
        if let Some(&known) = self.numbers.get(tests) {
            return known;
        }
        let next = self.sets.len() as SetId;
        self.sets.push(Set::new(tests.clone()));
        self.numbers.insert(tests.clone(), next);
        next
    }

    /// A guess at how many texts meet a set: an element stands for many words.
    fn breadth(&self, set: SetId) -> usize {
        const ELEMENT: usize = 50;
        const KIND: usize = 1_000;
        let tests = self.sets[set as usize].tests.iter();
        tests
            .map(|test| match test {
                Test::Word(..) => 1,
                Test::Element(..) => ELEMENT,
                _ => KIND,
            })
            .sum()
    }

    /// Sorts sequences, given in stages, by what they begin with.
    pub fn index(self, stages: Vec<Vec<Compiled>>, words: usize, elements: usize) -> Index {
        let (mut by_word, mut by_element, mut by_kind) = (Vec::new(), Vec::new(), Vec::new());
        let (mut starts, mut sequence) = (vec![0], 0);
        for (stage, sequences) in stages.iter().enumerate() {
            for compiled in sequences {
                let first = compiled.steps.iter().find_map(|step| match step {
                    Step::One(set) => Some(&*self.sets[*set as usize].tests),
                    _ => None,
                });
                let first = first.unwrap_or_default();
                let entry = Entry { sequence, guard: compiled.needs[0] };
                let once = |numbers: &mut Vec<u32>| {
                    numbers.sort_unstable();
                    numbers.dedup();
                };
                let mut words: Vec<u32> = first.iter().filter_map(word).collect();
                once(&mut words);
                by_word.extend(words.iter().map(|&word| (word, entry)));
                let mut found: Vec<u32> = first.iter().filter_map(element).map(u32::from).collect();
                once(&mut found);
                by_element.extend(found.iter().map(|&element| ((stage * elements) as u32 + element, entry)));
                if first.iter().any(is_kind) {
                    by_kind.push((stage as u32, entry));
                }
                sequence += 1;
            }
            starts.push(sequence);
        }
        let numbered = || (0..).zip(&self.sets).flat_map(|(set, of)| of.tests.iter().map(move |test| (set, test)));
        let of_words: Vec<_> = numbered().filter_map(|(set, test)| Some((word(test)?, set))).collect();
        let of_elements: Vec<_> = numbered().filter_map(|(set, test)| Some((element(test)?.into(), set))).collect();
        let undecided = numbered().filter(|(_, test)| is_kind(test));
        Index {
            undecided: undecided.map(|(set, _)| set).collect(),
            words: Lists::new(words, &by_word),
            elements: Lists::new(stages.len() * elements, &by_element),
            kinds: Lists::new(stages.len(), &by_kind),
            sets_of_word: Lists::new(words, &of_words),
            sets_of_element: Lists::new(elements, &of_elements),
            sequences: stages.into_iter().flatten().collect(),
            sets: self.sets,
            stages: starts,
            most_elements: elements,
        }
    }
}

/// Neither a word nor an element: only a look at the token tells.
fn is_kind(test: &Test) -> bool {
    word(test).is_none() && element(test).is_none()
}
