//! Sequences found by their first word or element, and passed over unless everything they ask for stands in the text.
//!
//! A text is asked once which sets of words and elements it meets; after that a sequence costs one look at one bit, for
//! most never come near a match.

use crate::parts::{CONDITIONS, Parts};
use crate::pattern::Step;
use crate::sets::{Compiled, SetId};

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
    fn new(count: usize, entries: &[(u32, u8, Entry)]) -> Begins {
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
        let numbered: Vec<(u32, Entry)> = entries
            .iter()
            .map(|&(number, stage, entry)| (begins.list(number as usize, stage.into()) as u32, entry))
            .collect();
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

impl Index {
    /// Sorts sequences by what they begin with.
    pub fn new(parts: &Parts) -> Index {
        let (mut by_word, mut by_element, mut by_kind) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_guard = vec![false; parts.sets.len()];
        for (sequence, compiled) in (0..).zip(&parts.sequences) {
            compiled.guards.iter().for_each(|&guard| is_guard[guard as usize] = true);
            let Some(first) = first(parts, compiled).filter(|_| compiled.stage < CONDITIONS) else { continue };
            let placed = |number: u32| (number, compiled.stage, Entry { sequence, guards: compiled.guards, run: 1 });
            let set = &parts.sets[first as usize];
            let mut before = None;
            set.each_word(|word| {
                // A word may be there in two forms.
                if before.replace(word) != Some(word) {
                    by_word.push(placed(word));
                }
            });
            let mut elements = set.elements();
            elements.dedup();
            by_element.extend(elements.into_iter().map(|element| placed(element.into())));
            by_kind.extend(set.looks().then_some(placed(0)));
        }
        let (mut of_words, mut of_elements, mut undecided) = (Vec::new(), Vec::new(), Vec::new());
        for (number, set) in (0..).zip(&parts.sets).filter(|(number, _)| is_guard[*number as usize]) {
            set.each_word(|word| of_words.push((word, number)));
            of_elements.extend(set.elements().into_iter().map(|element| (element.into(), number)));
            undecided.extend(set.looks().then_some(number));
        }
        let (words, elements) = (parts.words.len(), parts.elements.len());
        Index {
            words: Begins::new(words, &by_word),
            elements: Begins::new(elements, &by_element),
            kinds: Begins::new(1, &by_kind),
            sets_of_word: Lists::new(words, &of_words),
            sets_of_element: Lists::new(elements, &of_elements),
            undecided,
        }
    }
}

/// The first set that a sequence asks for.
fn first(parts: &Parts, sequence: &Compiled) -> Option<SetId> {
    parts.steps(sequence).iter().find_map(|step| match step {
        Step::One(set) => Some(*set),
        _ => None,
    })
}
