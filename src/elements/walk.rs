//! Walks a sequence along the tokens: whether it matches, and all the places where it may end.

use std::ops::Range;

use super::Elements;
use crate::inflect::Form;
use crate::normalise::Kind;
use crate::parts::Sequences;
use crate::pattern::{Step, Test};
use crate::sets::{Accepted, Compiled, Set, SetId, element_bit};
use crate::words::WordId;

/// Where a sequence may end, with the form of its verb.
pub type Ends = Vec<(usize, Form)>;

/// No sequence needs more ends than this; the bound keeps hostile repetition cheap.
const MOST_ENDS: usize = 16;

impl Elements<'_> {
    /// All places where a sequence that begins at `start` may end.
    pub fn ends(&self, compiled: &Compiled, start: usize, ends: &mut Ends) {
        ends.clear();
        match self.grammar.steps(compiled) {
            // Two sequences of five are a single step, which is no walk.
            [Step::One(set)] => self.ways(*set, start, &mut |end, form| note(ends, end, form)),
            steps => self.walk(steps, start, true, Form::Any, ends),
        }
    }

    /// Whether one of the sequences stands somewhere in a range of tokens.
    pub fn any(&self, sequences: &Sequences, range: Range<usize>) -> bool {
        let mut ends = Ends::new();
        let sequences = self.grammar.sequences(sequences).iter();
        sequences.filter(|compiled| compiled.guards.iter().all(|&guard| self.meets(guard))).any(|compiled| {
            range.clone().any(|start| {
                self.ends(compiled, start, &mut ends);
                ends.iter().any(|&(end, _)| end <= range.end)
            })
        })
    }

    /// Takes the steps one after another. `first`: nothing of the sequence stands before, so a sentence may begin here.
    fn walk(&self, mut steps: &[Step<SetId>], mut at: usize, mut first: bool, mut form: Form, ends: &mut Ends) {
        while let Some((head, rest)) = steps.split_first() {
            let place = self.places.get(at);
            let open = place.is_some_and(|place| first || !place.breaks);
            match head {
                Step::Start if at == 0 || place.is_some_and(|place| place.breaks) => first = true,
                Step::End if place.is_none_or(|place| place.breaks) => {}
                Step::Start | Step::End => return,
                Step::Not(set) => {
                    if open && self.any_way(*set, at, |_| true) {
                        return;
                    }
                }
                Step::NotBefore(set) => {
                    let before = at > 0 && place.is_some_and(|place| !place.breaks);
                    if before && self.any_way(*set, at - 1, |end| end == at) {
                        return;
                    }
                }
                Step::One(_) if !open => return,
                Step::One(set) => {
                    // The last way is walked here, those before it by themselves.
                    let mut last: Option<(usize, Form)> = None;
                    self.accepted(*set, at, |end, of| {
                        if let Some((end, form)) = last.replace((end, if form == Form::Any { of } else { form })) {
                            self.walk(rest, end, false, form, ends);
                        }
                    });
                    let Some(way) = last else { return };
                    (at, form) = way;
                    first = false;
                }
                Step::Gap { most, free } => {
                    let mut passed = at;
                    loop {
                        if self.may_go_on(rest, passed) {
                            self.walk(rest, passed, first || *free, form, ends);
                        }
                        let blocked = |at: usize| self.places[at].breaks || self.places[at].negates;
                        if passed == at + *most as usize || passed >= self.len() || !free && blocked(passed) {
                            return;
                        }
                        passed += 1;
                    }
                }
            }
            steps = rest;
        }
        note(ends, at, form);
    }

    /// Whether steps may match from a token on, by a look at what they ask for first. No is certain.
    #[inline(always)]
    fn may_go_on(&self, steps: &[Step<SetId>], at: usize) -> bool {
        let Some(Step::One(set)) = steps.first() else { return true };
        self.places.get(at).is_some_and(|place| place.may_be(self.grammar.set(*set)))
    }

    /// Whether something at a token is one of a set, and ends where it should.
    fn any_way(&self, set: SetId, at: usize, fits: impl Fn(usize) -> bool) -> bool {
        let mut hit = false;
        self.ways(set, at, &mut |end, _| hit |= fits(end));
        hit
    }

    /// `accepted` as a call, where its own copy in place would cost more than it saves.
    #[inline(never)]
    fn ways(&self, set: SetId, at: usize, each: &mut dyn FnMut(usize, Form)) {
        self.accepted(set, at, each);
    }

    /// Every way in which something at a token is one of a set: where it ends, and the form of its verb.
    #[inline(always)]
    fn accepted(&self, set: SetId, at: usize, mut each: impl FnMut(usize, Form)) {
        let set = self.grammar.set(set);
        let place = &self.places[at];
        // One way is enough, so that masks in hostile text do not multiply.
        if let Some(form) = place.other.and_then(|word| form_in(set, word)) {
            return each(at + 1, form);
        }
        if !set.may_accept(place.word, place.elements) {
            return;
        }
        match &set.tests {
            Accepted::Words(words) => {
                let Some(word) = place.word else { return };
                // One after another: most sets are small, and their bits turn away nearly every word that is not theirs.
                for &(other, form) in words {
                    if other > word {
                        break;
                    }
                    if other == word {
                        each(at + 1, form);
                    }
                }
            }
            Accepted::Mixed(tests) => {
                for test in tests.iter() {
                    match test {
                        Test::Word(word, form) if place.word == Some(*word) => each(at + 1, *form),
                        Test::Word(..) => {}
                        Test::Element(element, _) if place.elements & element_bit(*element) == 0 => {}
                        _ => self.test(test, at, &mut each),
                    }
                }
            }
        }
    }

    fn test(&self, test: &Test, at: usize, each: &mut dyn FnMut(usize, Form)) {
        let token = self.token(at);
        let hit = match test {
            Test::Element(element, form) => {
                for found in self.starting_at(at) {
                    if found.element == *element && (*form == Form::Any || found.form == *form) {
                        each(found.end as usize, found.form);
                    }
                }
                return;
            }
            Test::Shape(shape) => has_shape(self.text.word(token), shape),
            Test::Number => token.kind == Kind::Number,
            Test::Capital => self.capital(at),
            Test::Mention => token.kind == Kind::Mention,
            Test::Link => token.kind == Kind::Link,
            Test::Hashtag => token.hashtag,
            Test::Any => true,
            Test::Word(..) => false,
        };
        if hit {
            each(at + 1, Form::Any);
        }
    }
}

/// The form that a word has in a set, if the set names it.
fn form_in(set: &Set, word: WordId) -> Option<Form> {
    match &set.tests {
        Accepted::Words(words) => words.iter().find(|(other, _)| *other == word).map(|(_, form)| *form),
        Accepted::Mixed(tests) => tests.iter().find_map(|test| match test {
            Test::Word(other, form) if *other == word => Some(*form),
            _ => None,
        }),
    }
}

/// Keeps an end that is not known yet.
fn note(ends: &mut Ends, end: usize, form: Form) {
    if ends.len() < MOST_ENDS && !ends.contains(&(end, form)) {
        ends.push((end, form));
    }
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
