//! The small language in which packs describe text, word by word.
//!
//! | written | means |
//! |---|---|
//! | `drag` | this word (lower case, no apostrophes) |
//! | `drag~` | any form of the verb: drag, drags, dragging, dragged |
//! | `hotel+` | singular or plural |
//! | `:fire:` | an emoji by name |
//! | `<act>` `<act:base>` | an element; of a verb only this form (`base`, `s`, `ing`, `past`), of a noun singular (`base`) or plural (`s`) |
//! | `#` `#Dpm` | a number; a token of this shape (`D` a digit, `L` a letter, the rest as it stands) |
//! | `@cap` `@mention` `@link` `@hashtag` | a capitalised word, a handle, a link, a word of a hashtag |
//! | `_` | any word |
//! | `..4` `...4` | up to four words, inside the sentence and without a negation; or without that limit |
//! | `(a \| b c)` `x?` | one of these; or not at all |
//! | `!x` `-x` | the next word is not this; the word before is not this |
//! | `^` `$` | the sentence begins, ends here |
//!
//! A pattern becomes flat sequences: alternatives of one word stay a set, longer ones multiply.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::inflect::{Form, plural, verb_forms};
use crate::words::WordId;

/// The number of an element.
pub type ElementId = u16;

/// What one token is compared with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Test {
    Word(WordId, Form),
    Element(ElementId, Form),
    Shape(Box<str>),
    Number,
    Capital,
    Mention,
    Link,
    Hashtag,
    Any,
}

/// Any of these. Sequences of one pattern share their sets.
pub type Tests = Arc<[Test]>;

/// One step of a flat sequence; `S` is a set of tests, or its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<S> {
    /// One token, or one element of any length.
    One(S),
    Not(S),
    /// The word before is none of these.
    NotBefore(S),
    Gap {
        most: u8,
        free: bool,
    },
    Start,
    End,
}

pub type Sequence = Vec<Step<Tests>>;

impl<S> Step<S> {
    /// The same step with something else in the place of its set.
    pub fn with<T>(&self, change: impl FnOnce(&S) -> T) -> Step<T> {
        match self {
            Step::One(set) => Step::One(change(set)),
            Step::Not(set) => Step::Not(change(set)),
            Step::NotBefore(set) => Step::NotBefore(change(set)),
            Step::Gap { most, free } => Step::Gap { most: *most, free: *free },
            Step::Start => Step::Start,
            Step::End => Step::End,
        }
    }
}

/// More than this many sequences from one pattern is a mistake in the pattern.
const MOST_SEQUENCES: usize = 256;

/// What the parser must know of the packs.
pub trait Names {
    /// The number of a word, a new one if need be.
    fn word(&mut self, word: &str) -> WordId;
    fn element(&self, name: &str) -> Option<ElementId>;
    /// The past forms of a verb, separated by blanks, where they are irregular.
    fn irregular(&self, verb: &str) -> Option<&str>;
}

/// Reads a pattern. The error says what is wrong and how to mend it.
pub fn parse(text: &str, names: &mut dyn Names) -> Result<Vec<Sequence>, String> {
    let mut parser = Parser { text, names };
    let sequences = parser.alternatives(true)?;
    if let Some(rest) = parser.text.trim_start().chars().next() {
        return Err(format!("`{rest}` has no partner; close every bracket that is opened"));
    }
    for sequence in &sequences {
        let first = sequence.iter().find(|step| !matches!(step, Step::Start | Step::Not(_) | Step::NotBefore(_)));
        match first {
            Some(Step::One(tests)) if !tests.contains(&Test::Any) => {}
            _ => {
                let remedy = "a pattern must begin with a word or an element, not with a gap; name what it starts with";
                return Err(remedy.into());
            }
        }
    }
    Ok(sequences)
}

struct Parser<'p> {
    text: &'p str,
    names: &'p mut dyn Names,
}

impl Parser<'_> {
    fn alternatives(&mut self, top: bool) -> Result<Vec<Sequence>, String> {
        let (mut all, mut set) = (Vec::new(), Vec::new());
        loop {
            match self.lone_word() {
                Some(test) => set.push(test),
                None => all.extend(self.sequence()?),
            }
            self.text = self.text.trim_start();
            match self.text.chars().next() {
                Some('|') => self.text = &self.text[1..],
                Some(')') if !top => {
                    self.text = &self.text[1..];
                    return Ok(merge(all, set));
                }
                None if !top => return Err("a bracket is not closed; write `)`".into()),
                _ => return Ok(merge(all, set)),
            }
        }
    }

    /// A plain word that is a whole alternative. Most alternatives are, and going the long way with them took most
    /// of the time it takes to start.
    fn lone_word(&mut self) -> Option<Test> {
        let text = self.text.trim_start();
        let end = text.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let rest = rest.trim_start_matches(' ');
        if word.is_empty() || !(rest.starts_with(['|', ')']) || rest.is_empty()) {
            return None;
        }
        self.text = rest;
        Some(self.word(word, Form::Any))
    }

    fn sequence(&mut self) -> Result<Vec<Sequence>, String> {
        let mut sequences: Vec<Sequence> = vec![Vec::new()];
        let mut empty = true;
        loop {
            self.text = self.text.trim_start();
            let Some(first) = self.text.chars().next() else { break };
            if first == '|' || first == ')' {
                break;
            }
            empty = false;
            let mut options = if first == '(' {
                self.text = &self.text[1..];
                self.alternatives(false)?
            } else {
                let end = self.text.find(|c: char| c.is_whitespace() || "|()".contains(c)).unwrap_or(self.text.len());
                let (word, rest) = self.text.split_at(end);
                self.text = rest;
                match word.strip_suffix('?') {
                    Some(word) if !word.is_empty() => {
                        let mut options = self.atom(word)?;
                        options.push(Vec::new());
                        options
                    }
                    _ => self.atom(word)?,
                }
            };
            if first == '(' && self.text.starts_with('?') {
                self.text = &self.text[1..];
                options.push(Vec::new());
            }
            sequences = match (sequences.len(), options.len()) {
                // The common case, a word after a word, only grows the one sequence there is.
                (1, 1) => vec![[sequences.swap_remove(0), options.swap_remove(0)].concat()],
                _ => sequences
                    .iter()
                    .flat_map(|head| options.iter().map(move |tail| [head.as_slice(), tail.as_slice()].concat()))
                    .collect(),
            };
            if sequences.len() > MOST_SEQUENCES {
                return Err(format!(
                    "the alternatives multiply to more than {MOST_SEQUENCES}; make an element of some"
                ));
            }
        }
        if empty { Err("an alternative is empty; write a word or take the `|` away".into()) } else { Ok(sequences) }
    }

    /// One blank-free piece; a word with hyphens becomes several steps.
    fn atom(&mut self, piece: &str) -> Result<Vec<Sequence>, String> {
        if let Some((sign, rest)) = ['!', '-'].iter().find_map(|sign| Some((sign, piece.strip_prefix(*sign)?))) {
            return match self.atom(rest)?.as_slice() {
                [sequence] if sequence.len() == 1 => match &sequence[0] {
                    Step::One(tests) if *sign == '!' => Ok(vec![vec![Step::Not(tests.clone())]]),
                    Step::One(tests) => Ok(vec![vec![Step::NotBefore(tests.clone())]]),
                    _ => Err(format!("`{piece}`: `{sign}` goes before a single word or element")),
                },
                _ => Err(format!("`{piece}`: `{sign}` goes before a single word or element")),
            };
        }
        if let Some(number) = piece.strip_prefix("...") {
            return gap(number, true);
        }
        if let Some(number) = piece.strip_prefix("..") {
            return gap(number, false);
        }
        if let Some(name) = piece.strip_prefix('<') {
            return self.element(piece, name);
        }
        match piece {
            "^" => return Ok(vec![vec![Step::Start]]),
            "$" => return Ok(vec![vec![Step::End]]),
            "_" => return one(vec![Test::Any]),
            "#" => return one(vec![Test::Number]),
            "@cap" => return one(vec![Test::Capital]),
            "@mention" => return one(vec![Test::Mention]),
            "@link" => return one(vec![Test::Link]),
            "@hashtag" => return one(vec![Test::Hashtag]),
            _ => {}
        }
        if let Some(shape) = piece.strip_prefix('#') {
            return one(vec![Test::Shape(shape.into())]);
        }
        if piece.len() > 2 && piece.starts_with(':') && piece.ends_with(':') {
            return one(vec![self.word(piece, Form::Any)]);
        }
        self.words(&piece.to_lowercase().replace(['\'', '’'], ""))
    }

    fn element(&self, piece: &str, name: &str) -> Result<Vec<Sequence>, String> {
        let name = name.strip_suffix('>').ok_or(format!("`{piece}` is not closed; write `>`"))?;
        let (name, form) = match name.split_once(':') {
            None => (name, Form::Any),
            Some((name, "base")) => (name, Form::Base),
            Some((name, "s")) => (name, Form::S),
            Some((name, "ing")) => (name, Form::Ing),
            Some((name, "past")) => (name, Form::Past),
            Some((_, form)) => return Err(format!("`{form}` is no form; write base, s, ing or past")),
        };
        let id = self.names.element(name);
        one(vec![Test::Element(
            id.ok_or(format!("there is no element `{name}`; define it under [elements.{name}]"))?,
            form,
        )])
    }

    /// A word, a verb in all its forms, a noun in both, or several words with hyphens between them.
    fn words(&mut self, plain: &str) -> Result<Vec<Sequence>, String> {
        if let Some(verb) = plain.strip_suffix('~') {
            check_word(verb)?;
            let forms = verb_forms(verb, self.names.irregular(verb));
            return one(forms.iter().map(|(word, form)| self.word(word, *form)).collect());
        }
        let noun = plain.strip_suffix('+');
        let words = noun.unwrap_or(plain);
        check_word(words)?;
        let mut sequence: Sequence = Vec::new();
        let last = words.split('-').count() - 1;
        for (at, word) in words.split('-').enumerate() {
            let tests = if noun.is_some() && at == last {
                vec![self.word(word, Form::Base), self.word(&plural(word), Form::S)]
            } else {
                vec![self.word(word, Form::Any)]
            };
            sequence.push(Step::One(tests.into()));
        }
        Ok(vec![sequence])
    }

    fn word(&mut self, word: &str, form: Form) -> Test {
        Test::Word(self.names.word(word), form)
    }
}

fn one(tests: Vec<Test>) -> Result<Vec<Sequence>, String> {
    Ok(vec![vec![Step::One(tests.into())]])
}

fn check_word(word: &str) -> Result<(), String> {
    let fine =
        !word.is_empty() && word.split('-').all(|piece| !piece.is_empty() && piece.chars().all(char::is_alphanumeric));
    if fine {
        Ok(())
    } else {
        Err(format!("`{word}` is no word; use letters, digits and hyphens, or one of the signs in data/README.md"))
    }
}

fn gap(number: &str, free: bool) -> Result<Vec<Sequence>, String> {
    match number.parse() {
        Ok(most @ 1..=30) => Ok(vec![vec![Step::Gap { most, free }]]),
        _ => Err(format!("`{number}` is no gap; write a number from 1 to 30 after the dots")),
    }
}

/// Alternatives of one token each become one set, so that they do not multiply the sequences.
fn merge(sequences: Vec<Sequence>, mut set: Vec<Test>) -> Vec<Sequence> {
    if sequences.len() == 1 && set.is_empty() {
        return sequences;
    }
    let mut merged = Vec::new();
    for sequence in sequences {
        match sequence.as_slice() {
            [Step::One(tests)] => set.extend_from_slice(tests),
            _ => merged.push(sequence),
        }
    }
    if !set.is_empty() {
        merged.push(vec![Step::One(set.into())]);
    }
    merged
}
