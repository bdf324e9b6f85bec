//! Sequences found by their first word or element, and passed over unless everything they ask for stands in the text.
//!
//! A text is asked once which sets of words and elements it meets; after that a sequence costs one look at one bit, for
//! most never come near a match.

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

/// A sequence that may begin where something stands, if the text meets its two rarest sets.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub sequence: u32,
    pub guards: [SetId; 2],
    /// How many entries from here on have the same first guard, and fall with it.
    pub run: u32,
}

/// A set of stages, a bit each.
pub type Stages = u64;

/// More stages than this fit no set; the grammar refuses packs that need more.
pub const MOST_STAGES: usize = Stages::BITS as usize;

/// Numbered lists in one piece of memory.
#[derive(Debug)]
pub struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

/// What may begin with each word, element or kind, stage by stage.
#[derive(Debug)]
pub struct Begins {
    /// In which stages there is anything.
    stages: Vec<Stages>,
    /// The list of the first such stage; those of the others follow.
    first: Vec<u32>,
    lists: Lists<Entry>,
}

/// Sequences in stages: those of one stage may ask for what the stages before have found.
#[derive(Debug)]
pub struct Index {
    pub sequences: Vec<Compiled>,
    pub sets: Vec<Set>,
    pub words: Begins,
    pub elements: Begins,
    /// What begins with a number, a shape, a capital, a handle.
    pub kinds: Begins,
    /// The sets that a word or an element meets.
    pub sets_of_word: Lists<SetId>,
    pub sets_of_element: Lists<SetId>,
    /// Sets with tests that only a look at the tokens can answer: any text may meet them.
    pub undecided: Vec<SetId>,
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

impl Begins {
    /// `entries` name what they begin with and their stage.
    fn new(count: usize, entries: &[(u32, usize, Entry)]) -> Begins {
        let mut stages: Vec<Stages> = vec![0; count];
        for &(number, stage, _) in entries {
            stages[number as usize] |= 1 << stage;
        }
        let mut lists = 0;
        let first = stages.iter().map(|stages| {
            lists += stages.count_ones();
            lists - stages.count_ones()
        });
        let mut begins = Begins { first: first.collect(), stages, lists: Lists::new(0, &[]) };
        let numbered: Vec<(u32, Entry)> =
            entries.iter().map(|&(number, stage, entry)| (begins.list(number as usize, stage) as u32, entry)).collect();
        begins.lists = Lists::new(lists as usize, &numbered);
        begins.lists.find_runs();
        begins
    }

    pub fn stages(&self, number: usize) -> Stages {
        self.stages[number]
    }

    pub fn of(&self, number: usize, stage: usize) -> &[Entry] {
        if self.stages[number] & 1 << stage == 0 {
            return &[];
        }
        self.lists.of(self.list(number, stage))
    }

    fn list(&self, number: usize, stage: usize) -> usize {
        let before = self.stages[number] & ((1 << stage) - 1);
        (self.first[number] + before.count_ones()) as usize
    }
}

impl Lists<Entry> {
    fn find_runs(&mut self) {
        for list in self.starts.windows(2) {
            let entries = &mut self.items[list[0] as usize..list[1] as usize];
            for at in (1..entries.len()).rev() {
                if entries[at].guards[0] == entries[at - 1].guards[0] {
                    entries[at - 1].run = entries[at].run + 1;
                }
            }
        }
    }
}

/// Sets, each kept once.
#[derive(Default)]
pub struct Sets {
    sets: Vec<Set>,
    numbers: FxHashMap<Tests, SetId>,
    /// A guess at how often something meets each set.
    breadths: Vec<Breadth>,
}

/// How often something is written, in millionths of all words, roughly.
pub type Breadth = u64;

impl Sets {
    /// Gives the sets of a sequence their numbers. `breadth` says how common a test is.
    pub fn compile(
        &mut self,
        sequence: &[Step<Tests>],
        owner: u16,
        breadth: &dyn Fn(&Test) -> Breadth,
    ) -> (Compiled, Breadth) {
        let steps: Box<[Step<SetId>]> =
            sequence.iter().map(|step| step.with(|tests| self.number(tests, breadth))).collect();
        let mut asked = steps.iter().filter_map(|step| match step {
            Step::One(set) => Some(*set),
            _ => None,
        });
        // What stands where a sequence begins has its first set already, so any other tells more.
        let first = asked.next();
        let mut needs: Vec<SetId> = asked.collect();
        needs.sort_by_key(|&set| self.breadths[set as usize]);
        needs.extend(first);
        let rarest = needs.iter().map(|&set| self.breadths[set as usize]).min().unwrap_or_default();
        (Compiled { steps, owner, needs: needs.into() }, rarest)
    }

    fn number(&mut self, tests: &Tests, breadth: &dyn Fn(&Test) -> Breadth) -> SetId {
        if let Some(&known) = self.numbers.get(tests) {
            return known;
        }
        let next = self.sets.len() as SetId;
        self.sets.push(Set::new(tests.clone()));
        self.breadths.push(tests.iter().map(breadth).sum());
        self.numbers.insert(tests.clone(), next);
        next
    }

    /// Sorts sequences, given in stages, by what they begin with.
    pub fn index(self, stages: Vec<Vec<Compiled>>, words: usize, elements: usize) -> Index {
        let (mut by_word, mut by_element, mut by_kind) = (Vec::new(), Vec::new(), Vec::new());
        let numbered = stages.iter().enumerate().flat_map(|(stage, list)| list.iter().map(move |one| (stage, one)));
        for (sequence, (stage, compiled)) in (0..).zip(numbered) {
            let first = compiled.steps.iter().find_map(|step| match step {
                Step::One(set) => Some(&*self.sets[*set as usize].tests),
                _ => None,
            });
            let first = first.unwrap_or_default();
            let guard = compiled.needs[0];
            let guards = [guard, compiled.needs.get(1).copied().unwrap_or(guard)];
            let entry = Entry { sequence, guards, run: 1 };
            let placed = |number: u32| (number, stage, entry);
            by_word.extend(once(first.iter().filter_map(word)).into_iter().map(placed));
            by_element.extend(once(first.iter().filter_map(element).map(u32::from)).into_iter().map(placed));
            by_kind.extend(first.iter().any(is_kind).then_some(placed(0)));
        }
        let numbered = || (0..).zip(&self.sets).flat_map(|(set, of)| of.tests.iter().map(move |test| (set, test)));
        let of_words: Vec<_> = numbered().filter_map(|(set, test)| Some((word(test)?, set))).collect();
        let of_elements: Vec<_> = numbered().filter_map(|(set, test)| Some((element(test)?.into(), set))).collect();
        Index {
            undecided: numbered().filter(|(_, test)| is_kind(test)).map(|(set, _)| set).collect(),
            words: Begins::new(words, &by_word),
            elements: Begins::new(elements, &by_element),
            kinds: Begins::new(1, &by_kind),
            sets_of_word: Lists::new(words, &of_words),
            sets_of_element: Lists::new(elements, &of_elements),
            sequences: stages.into_iter().flatten().collect(),
            sets: self.sets,
        }
    }
}

/// Numbers without those that are there twice.
fn once(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Neither a word nor an element: only a look at the token tells.
fn is_kind(test: &Test) -> bool {
    word(test).is_none() && element(test).is_none()
}
