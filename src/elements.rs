//! What is in a text: every element of the packs, token by token, and the matching that frames and stance share.

use std::ops::Range;

use crate::grammar::Grammar;
use crate::index::{Compiled, Entry, Set, SetId, Stages};
use crate::inflect::Form;
use crate::names::Role;
use crate::normalise::{Kind, Marks, Normalised, Token};
use crate::pattern::{ElementId, Step, Test, WordId};

/// An element found at some tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub element: ElementId,
    pub form: Form,
    pub start: u32,
    pub end: u32,
}

/// A text with everything that was found in it.
pub struct Elements<'t> {
    grammar: &'t Grammar,
    original: &'t str,
    text: &'t Normalised,
    words: Vec<Option<WordId>>,
    /// The number of the sentence that each token stands in.
    sentences: Vec<u32>,
    /// Which sets of the index something in the text meets, a bit each: most sequences fall at this first look.
    met: Vec<u64>,
    /// In which stages of the index sequences may begin at each token.
    stages: Vec<Stages>,
    /// Which tokens begin a negation, and which have a look of their own that sequences may begin with.
    negates: Vec<bool>,
    stands_out: Vec<bool>,
    /// Chains of what begins at each token: the newest entry, and for each entry the one before.
    heads: Vec<u32>,
    found: Vec<(Found, u32)>,
}

const NONE: u32 = u32::MAX;

/// A post with more elements than this is no post; the rest is left out, so that hostile text stays cheap.
const MOST_PER_TOKEN: usize = 24;

/// Scopes reach no further than this many words in a post without full stops, so that scoring stays linear.
const LONGEST_SENTENCE: usize = 100;

impl<'t> Elements<'t> {
    pub fn find(grammar: &'t Grammar, original: &'t str, text: &'t Normalised) -> Elements<'t> {
        let mut emoji = String::new();
        let words = text.tokens.iter().map(|token| {
            let word = &text.folded[token.text.start as usize..token.text.end as usize];
            if token.kind == Kind::Emoji {
                emoji.clear();
                emoji.extend([":", word, ":"]);
                grammar.word(&emoji)
            } else {
                grammar.word(word)
            }
        });
        let words: Vec<Option<WordId>> = words.collect();
        let (mut sentence, mut start) = (0, 0);
        let sentences = text.tokens.iter().enumerate().map(|(at, token)| {
            if breaks(token) || at - start >= LONGEST_SENTENCE {
                sentence += 1;
                start = at;
            }
            sentence
        });
        let mut elements = Elements {
            grammar,
            original,
            text,
            sentences: sentences.collect(),
            met: vec![0; grammar.index.sets.len().div_ceil(64)],
            negates: vec![false; words.len()],
            stands_out: Vec::new(),
            stages: vec![0; words.len()],
            heads: vec![NONE; words.len()],
            found: Vec::new(),
            words,
        };
        elements.stands_out = (0..elements.words.len()).map(|at| elements.looks_special(at)).collect();
        elements.meet(&grammar.index.undecided);
        for at in 0..elements.words.len() {
            if let Some(word) = elements.words[at] {
                elements.meet(grammar.index.sets_of_word.of(word as usize));
                elements.stages[at] |= grammar.index.words.stages(word as usize);
            }
            if elements.stands_out[at] {
                elements.stages[at] |= grammar.index.kinds.stages(0);
            }
        }
        let (mut ids, mut ends) = (Vec::new(), Vec::new());
        for stage in grammar.layers() {
            for start in 0..elements.len() {
                elements.candidates(stage, start, &mut ids);
                for &id in &ids {
                    let compiled = &grammar.index.sequences[id as usize];
                    elements.ends(compiled, start, &mut ends);
                    for &(end, form) in &ends {
                        elements.add(Found { element: compiled.owner, form, start: start as u32, end: end as u32 });
                    }
                }
            }
        }
        elements
    }

    fn meet(&mut self, sets: &[SetId]) {
        for &set in sets {
            self.met[set as usize / 64] |= 1 << (set % 64);
        }
    }

    fn meets(&self, set: SetId) -> bool {
        self.met[set as usize / 64] & 1 << (set % 64) != 0
    }

    fn add(&mut self, found: Found) {
        let mut count = 0;
        let known = self.starting_at(found.start as usize).any(|other| {
            count += 1;
            *other == found
        });
        if !known && count < MOST_PER_TOKEN {
            let start = found.start as usize;
            let index = &self.grammar.index;
            self.meet(index.sets_of_element.of(found.element.into()));
            self.stages[start] |= index.elements.stages(found.element.into());
            self.negates[start] |= self.role(&found).0 == Role::Negator;
            self.found.push((found, self.heads[start]));
            self.heads[start] = self.found.len() as u32 - 1;
        }
    }

    /// Finds the sequences of a stage of the index that may begin at a token.
    pub fn candidates(&self, stage: usize, start: usize, ids: &mut Vec<u32>) {
        let index = &self.grammar.index;
        ids.clear();
        if self.stages[start] & 1 << stage == 0 {
            return;
        }
        if let Some(word) = self.words[start] {
            self.guarded(index.words.of(word as usize, stage), ids);
        }
        for found in self.starting_at(start) {
            self.guarded(index.elements.of(found.element.into(), stage), ids);
        }
        if self.stands_out[start] {
            self.guarded(index.kinds.of(0, stage), ids);
        }
    }

    /// Adds the sequences whose guards the text meets.
    fn guarded(&self, entries: &[Entry], ids: &mut Vec<u32>) {
        let mut at = 0;
        while let Some(entry) = entries.get(at) {
            if !self.meets(entry.guards[0]) {
                at += entry.run as usize;
                continue;
            }
            if self.meets(entry.guards[1]) && !ids.contains(&entry.sequence) {
                ids.push(entry.sequence);
            }
            at += 1;
        }
    }

    /// Whether a sequence may begin at a token for its look: a number, a handle, a capital, a shape.
    fn looks_special(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let digit = || self.folded(token).bytes().any(|byte| byte.is_ascii_digit());
        token.kind != Kind::Word || token.hashtag || self.capital(at) || digit()
    }

    /// Whether every step of a sequence has something in the text that could be it.
    fn possible(&self, compiled: &Compiled) -> bool {
        compiled.needs.iter().all(|&set| self.meets(set))
    }

    /// All places where a sequence that begins at `start` may end, with the form of its verb.
    pub fn ends(&self, compiled: &Compiled, start: usize, ends: &mut Vec<(usize, Form)>) {
        ends.clear();
        self.step(&compiled.steps, start, true, Form::Any, ends);
    }

    /// Whether one of the sequences stands somewhere in a range of tokens.
    pub fn any(&self, sequences: &[Compiled], range: Range<usize>) -> bool {
        let mut ends = Vec::new();
        sequences.iter().filter(|compiled| self.possible(compiled)).any(|compiled| {
            range.clone().any(|start| {
                self.ends(compiled, start, &mut ends);
                ends.iter().any(|&(end, _)| end <= range.end)
            })
        })
    }

    fn step(&self, steps: &[Step<SetId>], at: usize, first: bool, form: Form, ends: &mut Vec<(usize, Form)>) {
        /// No sequence needs more ends than this; the bound keeps hostile repetition cheap.
        const MOST_ENDS: usize = 16;
        let Some((head, rest)) = steps.split_first() else {
            if ends.len() < MOST_ENDS && !ends.contains(&(at, form)) {
                ends.push((at, form));
            }
            return;
        };
        let open = at < self.len() && (first || !breaks(&self.text.tokens[at]));
        match head {
            Step::Start if at == 0 || at < self.len() && breaks(&self.text.tokens[at]) => {
                self.step(rest, at, true, form, ends);
            }
            Step::End if at == self.len() || breaks(&self.text.tokens[at]) => self.step(rest, at, first, form, ends),
            Step::Start | Step::End => {}
            Step::Not(set) => {
                let mut hit = false;
                if open {
                    self.test(*set, at, |_, _| hit = true);
                }
                if !hit {
                    self.step(rest, at, first, form, ends);
                }
            }
            Step::NotBefore(set) => {
                let mut hit = false;
                if at > 0 && at < self.len() && !breaks(&self.text.tokens[at]) {
                    self.test(*set, at - 1, |end, _| hit |= end == at);
                }
                if !hit {
                    self.step(rest, at, first, form, ends);
                }
            }
            Step::One(set) if open => self.test(*set, at, |end, of| {
                self.step(rest, end, false, if form == Form::Any { of } else { form }, ends);
            }),
            Step::One(_) => {}
            Step::Gap { most, free } => {
                let mut passed = at;
                loop {
                    self.step(rest, passed, first || *free, form, ends);
                    let blocked = |at| breaks(&self.text.tokens[at]) || self.negates[at];
                    if passed == at + *most as usize || passed >= self.len() || !free && blocked(passed) {
                        break;
                    }
                    passed += 1;
                }
            }
        }
    }

    /// Every way in which something at a token is one of a set: where it ends, and the form of its verb.
    #[inline(always)]
    fn test(&self, set: SetId, at: usize, mut each: impl FnMut(usize, Form)) {
        let set: &Set = &self.grammar.index.sets[set as usize];
        let word = self.words[at];
        if !set.open && !word.is_some_and(|word| set.may_hold(word)) {
            return;
        }
        let token = &self.text.tokens[at];
        for test in set.tests.iter() {
            let hit = match test {
                Test::Word(wanted, form) => {
                    if word == Some(*wanted) {
                        each(at + 1, *form);
                    }
                    continue;
                }
                Test::Element(element, form) => {
                    for found in self.starting_at(at) {
                        if found.element == *element && (*form == Form::Any || found.form == *form) {
                            each(found.end as usize, found.form);
                        }
                    }
                    continue;
                }
                Test::Shape(shape) => has_shape(self.folded(token), shape),
                Test::Number => token.kind == Kind::Number,
                Test::Capital => self.capital(at),
                Test::Mention => token.kind == Kind::Mention,
                Test::Link => token.kind == Kind::Link,
                Test::Hashtag => token.hashtag,
                Test::Any => true,
            };
            if hit {
                each(at + 1, Form::Any);
            }
        }
    }

    pub fn starting_at(&self, start: usize) -> impl Iterator<Item = &Found> {
        let mut next = self.heads[start];
        std::iter::from_fn(move || {
            let (found, before) = self.found.get(next as usize)?;
            next = *before;
            Some(found)
        })
    }

    /// Elements that begin inside a range of tokens.
    pub fn inside(&self, range: Range<usize>) -> impl Iterator<Item = &Found> {
        range.flat_map(|start| self.starting_at(start))
    }

    pub fn role(&self, found: &Found) -> (Role, i32) {
        let element = &self.grammar.elements[found.element as usize];
        (element.role, element.points)
    }

    pub fn len(&self) -> usize {
        self.text.tokens.len()
    }

    pub fn is_empty(&self) -> bool {
        self.text.tokens.is_empty()
    }

    pub fn token(&self, at: usize) -> &Token {
        &self.text.tokens[at]
    }

    /// The sentences that a stretch of tokens touches, whole.
    pub fn sentences(&self, tokens: &Range<usize>) -> Range<usize> {
        self.sentence(tokens.start).start..self.sentence(tokens.end - 1).end
    }

    pub fn grammar(&self) -> &'t Grammar {
        self.grammar
    }

    /// The tokens of the sentence that holds a token.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let number = self.sentences[at];
        let start = self.sentences.partition_point(|&other| other < number);
        let end = self.sentences.partition_point(|&other| other <= number);
        start..end
    }

    /// Whether the sentence that these tokens belong to ends with a question mark.
    pub fn asks(&self, at: usize) -> bool {
        match self.text.tokens.get(self.sentence(at).end) {
            Some(next) => next.before.meets(Marks::QUESTION),
            None => self.text.end.meets(Marks::QUESTION),
        }
    }

    fn folded(&self, token: &Token) -> &str {
        &self.text.folded[token.text.start as usize..token.text.end as usize]
    }

    /// A word with a capital first letter that is not shouting and does not merely begin a sentence.
    fn capital(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.kind == Kind::Word
            && !token.caps
            && !token.hashtag
            && token.span.of(self.original).starts_with(char::is_uppercase)
            && self.words[at].is_none_or(|_| at > 0 && !breaks(token))
    }
}

/// A sentence or line ends before this token.
fn breaks(token: &Token) -> bool {
    token.before.meets(Marks::SENTENCE) || token.before.meets(Marks::LINE)
}

/// `D` is a digit, `L` a letter, anything else itself.
fn has_shape(word: &str, shape: &str) -> bool {
    let mut chars = word.chars();
    shape.chars().all(|want| match (want, chars.next()) {
        ('D', Some(c)) => c.is_ascii_digit(),
        ('L', Some(c)) => c.is_ascii_alphabetic(),
        (want, c) => c == Some(want),
    }) && chars.next().is_none()
}
