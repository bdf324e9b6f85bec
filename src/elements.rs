//! What is in a text: every element of the packs, token by token, and the matching that frames and stance share.

mod walk; // whether a sequence matches, and where it ends

use std::ops::Range;

use crate::grammar::Grammar;
use crate::index::{Begins, NO_SET, Stages};
use crate::inflect::Form;
use crate::names::Role;
use crate::normalise::{Kind, Marks, Normalised, Token};
use crate::pattern::ElementId;
use crate::sets::{Set, SetId, element_bit};
use crate::words::WordId;

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
    places: Vec<Place>,
    /// Which guards of the index something in the text meets, a bit each: most sequences fall at this first look.
    met: Vec<u64>,
    /// Chains of what begins at each token: for each entry the one before.
    found: Vec<(Found, u32)>,
}

/// What is known of a token.
struct Place {
    word: Option<WordId>,
    /// What else its masked spelling may stand for.
    other: Option<WordId>,
    /// The number of its sentence.
    sentence: u32,
    /// The newest element that begins here, and the bits of all.
    head: u32,
    elements: u64,
    /// In which stages of the index a sequence may begin here, and in which with an element that does.
    stages: Stages,
    by_element: Stages,
    /// A sentence or line ends before it.
    breaks: bool,
    /// A negation begins here.
    negates: bool,
    /// It has a look that sequences may begin with: a number, a handle, a capital, a shape.
    special: bool,
}

impl Place {
    /// Whether something here may be one of a set. No is certain.
    #[inline(always)]
    fn may_be(&self, set: &Set) -> bool {
        self.other.is_some() || set.may_accept(self.word, self.elements)
    }
}

const NONE: u32 = u32::MAX;

/// A post with more elements than this is no post; the rest is left out, so that hostile text stays cheap.
const MOST_PER_TOKEN: usize = 24;

/// Scopes reach no further than this many words in a post without full stops, so that scoring stays linear.
const LONGEST_SENTENCE: usize = 100;

impl<'t> Elements<'t> {
    pub fn find(grammar: &'t Grammar, original: &'t str, text: &'t Normalised) -> Elements<'t> {
        let met = vec![0; grammar.sets().div_ceil(64)];
        let mut elements = Elements { grammar, original, text, places: Vec::new(), met, found: Vec::new() };
        grammar.index.undecided.iter().for_each(|set| elements.met[*set as usize / 64] |= 1 << (set % 64));
        elements.place_tokens();
        let (mut ids, mut ends) = (Vec::new(), Vec::new());
        for stage in grammar.layers() {
            for start in 0..elements.len() {
                elements.candidates(stage, start, &mut ids);
                for &id in &ids {
                    let compiled = grammar.sequence(id);
                    elements.ends(compiled, start, &mut ends);
                    for &(end, form) in &ends {
                        elements.add(Found { element: compiled.owner, form, start: start as u32, end: end as u32 });
                    }
                }
            }
        }
        elements
    }

    fn place_tokens(&mut self) {
        let index = &self.grammar.index;
        self.places.reserve(self.text.tokens.len());
        let (mut sentence, mut start) = (0, 0);
        let mut emoji = String::new();
        for (at, token) in self.text.tokens.iter().enumerate() {
            let mut written = self.text.word(token);
            if token.kind == Kind::Emoji {
                emoji.clear();
                emoji.extend([":", written, ":"]);
                written = &emoji;
            }
            let word = self.grammar.word(written);
            let breaks = token.before.meets(Marks::SENTENCE | Marks::LINE);
            if breaks || at - start >= LONGEST_SENTENCE {
                sentence += 1;
                start = at;
            }
            let stages = word.map_or(0, |word| index.words.stages(word as usize));
            let place = Place {
                word,
                other: None,
                sentence,
                head: NONE,
                elements: 0,
                stages,
                by_element: 0,
                breaks,
                negates: false,
                special: false,
            };
            self.places.push(place);
            if let Some(word) = word {
                index.sets_of_word.meet(word as usize, &mut self.met);
            }
            if self.looks_special(at) {
                let place = &mut self.places[at];
                place.special = true;
                place.stages |= index.kinds.stages(0);
            }
        }
        for (at, written) in &self.text.others {
            let Some(word) = self.grammar.word(written) else { continue };
            let place = &mut self.places[*at as usize];
            place.other = Some(word);
            place.stages |= index.words.stages(word as usize);
            index.sets_of_word.meet(word as usize, &mut self.met);
        }
    }

    #[inline(always)]
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
            let index = &self.grammar.index;
            let negates = self.role(&found).0 == Role::Negator;
            let place = &mut self.places[found.start as usize];
            self.found.push((found, place.head));
            place.head = self.found.len() as u32 - 1;
            place.elements |= element_bit(found.element);
            let stages = index.elements.stages(found.element.into());
            place.by_element |= stages;
            place.stages |= stages;
            place.negates |= negates;
            index.sets_of_element.meet(found.element.into(), &mut self.met);
        }
    }

    /// Finds the sequences of a stage of the index that may begin at a token.
    pub fn candidates(&self, stage: usize, start: usize, ids: &mut Vec<u32>) {
        let index = &self.grammar.index;
        ids.clear();
        let place = &self.places[start];
        let here = 1 << stage;
        if place.stages & here == 0 {
            return;
        }
        if let Some(word) = place.word.filter(|word| index.words.stages(*word as usize) & here != 0) {
            self.guarded(&index.words, word as usize, stage, start, ids);
        }
        if let Some(word) = place.other {
            self.guarded(&index.words, word as usize, stage, start, ids);
        }
        if place.by_element & here != 0 {
            for found in self.starting_at(start) {
                // Most elements begin nothing in most stages, and what they do not begin costs no call.
                if index.elements.stages(found.element.into()) & here != 0 {
                    self.guarded(&index.elements, found.element.into(), stage, start, ids);
                }
            }
        }
        if place.special {
            self.guarded(&index.kinds, 0, stage, start, ids);
        }
    }

    /// Adds the sequences whose guards the text meets, in the order of the packs.
    fn guarded(&self, begins: &Begins, number: usize, stage: usize, start: usize, ids: &mut Vec<u32>) {
        let known = ids.len();
        let next = self.places.get(start + 1).filter(|next| !next.breaks);
        // Loops without closures: this is the hottest place, and they stay whole where the compiler saves space.
        for two in begins.runs(number, stage).windows(2) {
            if !self.meets(two[0].guard) {
                continue;
            }
            for entry in begins.entries(&two[0], &two[1]) {
                if !self.meets(entry.guard) {
                    continue;
                }
                let follows = match next {
                    _ if entry.next == NO_SET => true,
                    Some(next) => next.may_be(self.grammar.set(entry.next)),
                    None => false,
                };
                if follows {
                    ids.push(entry.sequence);
                }
            }
        }
        if ids.len() > known + 1 {
            ids[known..].sort_unstable();
        }
        if known > 0 {
            let mut at = known;
            while at < ids.len() {
                if ids[..known].contains(&ids[at]) {
                    ids.remove(at);
                } else {
                    at += 1;
                }
            }
        }
    }

    /// Whether a sequence may begin at a token for its look: a number, a handle, a capital, a shape.
    fn looks_special(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let digit = || self.folded(token).bytes().any(|byte| byte.is_ascii_digit());
        token.kind != Kind::Word || token.hashtag || self.capital(at) || digit()
    }

    pub fn starting_at(&self, start: usize) -> impl Iterator<Item = &Found> {
        let mut next = self.places[start].head;
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
        let element = self.grammar.element(found.element.into());
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
        let number = self.places[at].sentence;
        let start = self.places.partition_point(|place| place.sentence < number);
        let end = self.places.partition_point(|place| place.sentence <= number);
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

    /// A name in shouting, or a word with a capital first letter that is not shouting and does not merely begin a sentence.
    fn capital(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.name
            || token.kind == Kind::Word
                && !token.caps
                && !token.hashtag
                && token.span.of(self.original).starts_with(char::is_uppercase)
                && self.places[at].word.is_none_or(|_| at > 0 && !self.places[at].breaks)
    }
}
