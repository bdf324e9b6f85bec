//! What is in a text: every element of the packs, token by token, and the matching that frames and stance share.

use std::ops::Range;

use crate::grammar::{Compiled, Grammar, Index};
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
    /// Which words and elements stand anywhere in the text, by number: most sequences fall at this first look.
    has_word: Vec<bool>,
    has_element: Vec<bool>,
    /// Chains of what begins at each token: the newest entry, and for each entry the one before.
    heads: Vec<u32>,
    found: Vec<(Found, u32)>,
}

/// The sequences of one index that may begin at some token, and what is already known of each: whether all its words
/// and elements stand in this text.
pub struct Candidates {
    pub ids: Vec<u32>,
    possible: Vec<Option<bool>>,
}

impl Candidates {
    pub fn of(index: &Index) -> Candidates {
        Candidates { ids: Vec::new(), possible: vec![None; index.sequences.len()] }
    }
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
        let words = words.collect();
        let (mut sentence, mut start) = (0, 0);
        let sentences = text.tokens.iter().enumerate().map(|(at, token)| {
            if breaks(token) || at - start >= LONGEST_SENTENCE {
                sentence += 1;
                start = at;
            }
            sentence
        });
        let sentences = sentences.collect();
        let mut elements = Elements {
            grammar,
            original,
            text,
            words,
            sentences,
            has_word: vec![false; grammar.words()],
            has_element: vec![false; grammar.elements.len()],
            heads: vec![NONE; text.tokens.len()],
            found: Vec::new(),
        };
        for word in elements.words.iter().flatten() {
            elements.has_word[*word as usize] = true;
        }
        for layer in &grammar.layers {
            elements.add_layer(layer);
        }
        elements
    }

    fn add_layer(&mut self, layer: &Index) {
        let (mut candidates, mut ends) = (Candidates::of(layer), Vec::new());
        for start in 0..self.len() {
            self.candidates(layer, start, &mut candidates);
            for &id in &candidates.ids {
                let compiled = &layer.sequences[id as usize];
                self.ends(compiled, start, &mut ends);
                for &(end, form) in &ends {
                    self.add(Found { element: compiled.owner, form, start: start as u32, end: end as u32 });
                }
            }
        }
    }

    fn add(&mut self, found: Found) {
        let mut count = 0;
        let known = self.starting_at(found.start as usize).any(|other| {
            count += 1;
            *other == found
        });
        if !known && count < MOST_PER_TOKEN {
            let start = found.start as usize;
            self.has_element[found.element as usize] = true;
            self.found.push((found, self.heads[start]));
            self.heads[start] = self.found.len() as u32 - 1;
        }
    }

    /// Finds the sequences of an index that may begin at a token.
    pub fn candidates(&self, index: &Index, start: usize, out: &mut Candidates) {
        let Candidates { ids, possible } = out;
        ids.clear();
        let mut add = |id: u32| {
            let known = &mut possible[id as usize];
            if *known.get_or_insert_with(|| self.possible(&index.sequences[id as usize])) && !ids.contains(&id) {
                ids.push(id);
            }
        };
        if let Some(list) = self.words[start].and_then(|word| index.by_word.get(&word)) {
            list.iter().for_each(|&id| add(id));
        }
        if !index.by_element.is_empty() {
            for found in self.starting_at(start) {
                index.by_element.get(&found.element).into_iter().flatten().for_each(|&id| add(id));
            }
        }
        let token = &self.text.tokens[start];
        let digit = || self.folded(token).bytes().any(|byte| byte.is_ascii_digit());
        if token.kind != Kind::Word || token.hashtag || self.capital(start) || digit() {
            index.by_kind.iter().for_each(|&id| add(id));
        }
    }

    /// Whether every step of a sequence has something in the text that could be it.
    fn possible(&self, compiled: &Compiled) -> bool {
        compiled.steps.iter().all(|step| match step {
            Step::One(tests) => tests.iter().any(|test| match test {
                Test::Word(word, _) => self.has_word[*word as usize],
                Test::Element(element, _) => self.has_element[*element as usize],
                _ => true,
            }),
            _ => true,
        })
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

    fn step(&self, steps: &[Step], at: usize, first: bool, form: Form, ends: &mut Vec<(usize, Form)>) {
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
            Step::Not(tests) => {
                let mut hit = false;
                for test in tests.iter().filter(|_| open) {
                    self.test(test, at, &mut |_, _| hit = true);
                }
                if !hit {
                    self.step(rest, at, first, form, ends);
                }
            }
            Step::NotBefore(tests) => {
                let mut hit = false;
                if at > 0 && at < self.len() && !breaks(&self.text.tokens[at]) {
                    for test in tests.iter() {
                        self.test(test, at - 1, &mut |end, _| hit |= end == at);
                    }
                }
                if !hit {
                    self.step(rest, at, first, form, ends);
                }
            }
            Step::One(tests) => {
                for test in tests.iter().filter(|_| open) {
                    self.test(test, at, &mut |end, of| {
                        self.step(rest, end, false, if form == Form::Any { of } else { form }, ends);
                    });
                }
            }
            Step::Gap { most, free } => {
                let mut passed = at;
                loop {
                    self.step(rest, passed, first || *free, form, ends);
                    let blocked = |at| breaks(&self.text.tokens[at]) || self.has_role(at, Role::Negator);
                    if passed == at + *most as usize || passed >= self.len() || !free && blocked(passed) {
                        break;
                    }
                    passed += 1;
                }
            }
        }
    }

    fn test(&self, test: &Test, at: usize, each: &mut dyn FnMut(usize, Form)) {
        let token = &self.text.tokens[at];
        let hit = match test {
            Test::Word(word, form) => {
                if self.words[at] == Some(*word) {
                    each(at + 1, *form);
                }
                return;
            }
            Test::Element(element, form) => {
                for found in self.starting_at(at) {
                    if found.element == *element && (*form == Form::Any || found.form == *form) {
                        each(found.end as usize, found.form);
                    }
                }
                return;
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

    fn has_role(&self, at: usize, role: Role) -> bool {
        self.starting_at(at).any(|found| self.role(found).0 == role)
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
