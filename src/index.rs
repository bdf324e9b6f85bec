//! Sequences found by their first word or element, and passed over unless everything they ask for stands in the text.
//!
//! A text is asked once which sets of words and elements it meets; after that a sequence costs one look at one bit, for
//! most never come near a match.

use crate::parts::{CONDITIONS, Parts};
use crate::pattern::Step;
use crate::sets::{Accepted, Compiled, SetId};

/// A sequence that may begin where something stands, if the text meets its two rarest sets.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub sequence: u32,
    /// Its second guard; the first is that of its run.
    pub guard: SetId,
    /// The set of the next token, where it follows at once and the first is a single word; or `NO_SET`.
    pub next: SetId,
}

/// Entries with the same first guard, which fall together.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub guard: SetId,
    first: u32,
}

/// No set has this number.
pub const NO_SET: SetId = SetId::MAX;

/// A set of stages, a bit each.
pub type Stages = u64;

/// Numbered lists in one piece of memory.
#[derive(Debug)]
pub struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

/// The guards that each word or element meets.
#[derive(Debug)]
pub struct Guards {
    lists: Lists<SetId>,
    /// Where what meets many has them as bits: there it starts in `rows`, or `NO_ROW`.
    row: Vec<u32>,
    rows: Vec<u64>,
}

const NO_ROW: u32 = u32::MAX;

/// What may begin with each word, element or kind, stage by stage.
#[derive(Debug)]
pub struct Begins {
    /// In which stages there is anything.
    stages: Vec<Stages>,
    /// The list of the first such stage; those of the others follow.
    first: Vec<u32>,
    /// The runs of each list; one more stands behind them all.
    lists: Vec<u32>,
    runs: Vec<Run>,
    entries: Vec<Entry>,
}

/// Sequences in stages: those of one stage may ask for what the stages before have found.
#[derive(Debug)]
pub struct Index {
    pub words: Begins,
    pub elements: Begins,
    /// What begins with a number, a shape, a capital, a handle.
    pub kinds: Begins,
    /// The guards that a word or an element meets.
    pub sets_of_word: Guards,
    pub sets_of_element: Guards,
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
    /// `placed` says what each begins with, its stage, and its first guard; those with the same guard follow each other.
    fn new(count: usize, placed: &[(u32, u8, SetId, Entry)]) -> Begins {
        let mut stages: Vec<Stages> = vec![0; count];
        for &(number, stage, _, _) in placed {
            stages[number as usize] |= 1 << stage;
        }
        let mut lists = 0;
        let first = stages.iter().map(|stages| {
            lists += stages.count_ones();
            lists - stages.count_ones()
        });
        let first = first.collect();
        let mut begins = Begins { first, stages, lists: Vec::new(), runs: Vec::new(), entries: Vec::new() };
        let numbered: Vec<(u32, (SetId, Entry))> = placed
            .iter()
            .map(|&(number, stage, guard, entry)| (begins.list(number as usize, stage.into()) as u32, (guard, entry)))
            .collect();
        let sorted = Lists::new(lists as usize, &numbered);
        for list in 0..lists as usize {
            begins.lists.push(begins.runs.len() as u32);
            let mut before = NO_SET;
            for &(guard, entry) in sorted.of(list) {
                if guard != before {
                    begins.runs.push(Run { guard, first: begins.entries.len() as u32 });
                    before = guard;
                }
                begins.entries.push(entry);
            }
        }
        begins.lists.push(begins.runs.len() as u32);
        begins.runs.push(Run { guard: NO_SET, first: begins.entries.len() as u32 });
        begins
    }

    pub fn stages(&self, number: usize) -> Stages {
        self.stages[number]
    }

    /// The runs of what may begin with something in a stage, and one more where the last of them ends.
    #[inline(always)]
    pub fn runs(&self, number: usize, stage: usize) -> &[Run] {
        if self.stages[number] & 1 << stage == 0 {
            return &[];
        }
        let list = self.list(number, stage);
        &self.runs[self.lists[list] as usize..=self.lists[list + 1] as usize]
    }

    /// The entries of a run; `end` is the run behind it.
    #[inline(always)]
    pub fn entries(&self, run: &Run, end: &Run) -> &[Entry] {
        &self.entries[run.first as usize..end.first as usize]
    }

    fn list(&self, number: usize, stage: usize) -> usize {
        let before = self.stages[number] & ((1 << stage) - 1);
        (self.first[number] + before.count_ones()) as usize
    }
}

impl Index {
    /// Sorts sequences by what they begin with.
    pub fn new(parts: &Parts) -> Index {
        let (mut by_word, mut by_element, mut by_kind) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_guard = vec![false; parts.sets.len()];
        let by_guard: Vec<_> = (0..).zip(&parts.sequences).map(|(sequence, one)| (one.guards[0], sequence)).collect();
        for &sequence in &Lists::new(parts.sets.len(), &by_guard).items {
            let compiled = &parts.sequences[sequence as usize];
            compiled.guards.iter().for_each(|&guard| is_guard[guard as usize] = true);
            if compiled.stage >= CONDITIONS {
                continue;
            }
            let Some((first, next)) = beginning(parts, compiled) else { continue };
            let [guard, second] = compiled.guards;
            let entry = Entry { sequence, guard: second, next };
            let placed = |number: u32| (number, compiled.stage, guard, entry);
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
            sets_of_word: Guards::new(words, &of_words, parts.sets.len()),
            sets_of_element: Guards::new(elements, &of_elements, parts.sets.len()),
            undecided,
        }
    }
}

/// The first set that a sequence asks for, and the one right behind it.
fn beginning(parts: &Parts, sequence: &Compiled) -> Option<(SetId, SetId)> {
    let set = |step: &Step<SetId>| match step {
        Step::One(set) => Some(*set),
        _ => None,
    };
    let steps = parts.steps(sequence);
    let (at, first) = steps.iter().enumerate().find_map(|(at, step)| Some((at, set(step)?)))?;
    let single = matches!(parts.sets[first as usize].tests, Accepted::Words(_));
    let next = steps.get(at + 1).and_then(set).filter(|_| single);
    Some((first, next.unwrap_or(NO_SET)))
}

impl Guards {
    fn new(count: usize, met: &[(u32, SetId)], sets: usize) -> Guards {
        let lists = Lists::new(count, met);
        let words = sets.div_ceil(64);
        let (mut rows, mut row) = (Vec::new(), vec![NO_ROW; count]);
        for (number, row) in row.iter_mut().enumerate().filter(|(number, _)| lists.of(*number).len() > words / 2) {
            *row = rows.len() as u32;
            rows.resize(rows.len() + words, 0);
            let bits = &mut rows[*row as usize..];
            lists.of(number).iter().for_each(|set| bits[*set as usize / 64] |= 1 << (set % 64));
        }
        Guards { lists, rows, row }
    }

    /// Adds what a word or an element meets.
    pub fn meet(&self, number: usize, met: &mut [u64]) {
        match self.row[number] {
            NO_ROW => self.lists.of(number).iter().for_each(|set| met[*set as usize / 64] |= 1 << (set % 64)),
            row => met.iter_mut().zip(&self.rows[row as usize..]).for_each(|(met, bits)| *met |= bits),
        }
    }
}
