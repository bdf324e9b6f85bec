//! Sequences found by their first word or element, and passed over unless everything they ask for stands in the text.
//!
//! A text is asked once which sets of words and elements it meets; after that a sequence costs one look at one bit, for
//! most never come near a match.

use rustc_hash::FxHashMap;

use crate::inflect::Form;
use crate::pattern::{ElementId, Step, Test, Tests, WordId};

/// The number of a set of tests. All steps that ask the same share one.
pub type SetId = u32;

/// What one step accepts.
#[derive(Debug)]
pub struct Set {
    pub tests: Accepted,
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
    Mixed(Tests),
}

/// A sequence and what it stands for: an element, a rule or a cue.
#[derive(Debug)]
pub struct Compiled {
    pub steps: Box<[Step<SetId>]>,
    pub owner: u16,
    /// The two rarest sets of its steps: a text must meet both.
    pub guards: [SetId; 2],
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
    /// The guards that a word or an element meets.
    pub sets_of_word: Lists<SetId>,
    pub sets_of_element: Lists<SetId>,
    /// Guards with tests that only a look at the tokens can answer: any text may meet them.
    pub undecided: Vec<SetId>,
}

impl Set {
    fn new(tests: &Tests) -> Set {
        let mut bits = [0; 4];
        for word in tests.iter().filter_map(word) {
            bits[word as usize / 64 % 4] |= 1 << (word % 64);
        }
        let elements = tests.iter().filter_map(element).fold(0, |bits, element| bits | element_bit(element));
        let mut words: Vec<(WordId, Form)> = Vec::new();
        words.extend(tests.iter().filter_map(|test| match test {
            Test::Word(word, form) => Some((*word, *form)),
            _ => None,
        }));
        let accepted = if words.len() == tests.len() {
            words.sort_by_key(|(word, _)| *word);
            Accepted::Words(words.into())
        } else {
            Accepted::Mixed(tests.clone())
        };
        Set { tests: accepted, words: bits, elements, looks: tests.iter().any(is_kind) }
    }

    /// Whether the set may accept a word, or one of some elements, given by their bits. No is certain.
    pub fn may_accept(&self, word: Option<WordId>, elements: u64) -> bool {
        let may_be = |word: WordId| self.words[word as usize / 64 % 4] & 1 << (word % 64) != 0;
        self.looks || self.elements & elements != 0 || word.is_some_and(may_be)
    }
}

/// The bit of an element in sets of them; several share one.
pub fn element_bit(element: ElementId) -> u64 {
    1 << (element % 64)
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
    sets: Vec<Tests>,
    /// Which of them guard a sequence: only of these a text must know whether it meets them.
    guards: Vec<bool>,
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
        let mut asked: Vec<SetId> = Vec::new();
        asked.extend(steps.iter().filter_map(|step| match step {
            Step::One(set) => Some(*set),
            _ => None,
        }));
        // What stands where a sequence begins has its first set already, so any other tells more. The parser lets no
        // sequence pass that has none.
        let first = asked.remove(0);
        asked.sort_by_key(|&set| self.breadths[set as usize]);
        asked.push(first);
        let guards = [asked[0], asked[1.min(asked.len() - 1)]];
        for guard in guards {
            self.guards[guard as usize] = true;
        }
        let rarest = asked.iter().map(|&set| self.breadths[set as usize]).min().unwrap_or_default();
        (Compiled { steps, owner, guards }, rarest)
    }

    fn number(&mut self, tests: &Tests, breadth: &dyn Fn(&Test) -> Breadth) -> SetId {
        if let Some(&known) = self.numbers.get(tests) {
            return known;
        }
        let next = self.sets.len() as SetId;
        self.sets.push(tests.clone());
        self.guards.push(false);
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
                Step::One(set) => Some(&*self.sets[*set as usize]),
                _ => None,
            });
            let first = first.unwrap_or_default();
            let entry = Entry { sequence, guards: compiled.guards, run: 1 };
            let placed = |number: u32| (number, stage, entry);
            by_word.extend(once(first.iter().filter_map(word)).into_iter().map(placed));
            by_element.extend(once(first.iter().filter_map(element).map(u32::from)).into_iter().map(placed));
            by_kind.extend(first.iter().any(is_kind).then_some(placed(0)));
        }
        let guards = || (0..).zip(&self.sets).zip(&self.guards).filter(|(_, guards)| **guards).map(|(set, _)| set);
        let numbered = || guards().flat_map(|(set, tests)| tests.iter().map(move |test| (set, test)));
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
            sets: self.sets.iter().map(Set::new).collect(),
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
