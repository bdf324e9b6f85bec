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
//! | `!x` | the next word is not this |
//! | `^` `$` | the sentence begins, ends here |
//!
//! A pattern becomes flat sequences: alternatives of one word stay a set, longer ones multiply.

/// The form of a verb that matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    #[default]
    Any,
    Base,
    S,
    Ing,
    Past,
}

/// What one token is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    Word(String, Form),
    Element(String, Form),
    Shape(String),
    Number,
    Capital,
    Mention,
    Link,
    Hashtag,
    Any,
}

/// One step of a flat sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// One token, or one element of any length.
    One(Vec<Item>),
    Not(Vec<Item>),
    Gap {
        most: u8,
        free: bool,
    },
    Start,
    End,
}

pub type Sequence = Vec<Step>;

/// More than this many sequences from one pattern is a mistake in the pattern.
const MOST_SEQUENCES: usize = 256;

/// How verbs and nouns inflect; irregular verbs come from the packs.
pub trait Inflect {
    /// The past forms of a verb, separated by blanks, where they are irregular.
    fn irregular(&self, verb: &str) -> Option<&str>;
}

/// Reads a pattern. The error says what is wrong and how to mend it.
pub fn parse(text: &str, inflect: &dyn Inflect) -> Result<Vec<Sequence>, String> {
    let mut parser = Parser { text, inflect };
    let sequences = parser.alternatives(true)?;
    if let Some(rest) = parser.text.trim_start().chars().next() {
        return Err(format!("`{rest}` has no partner; close every bracket that is opened"));
    }
    for sequence in &sequences {
        let first = sequence.iter().find(|step| !matches!(step, Step::Start | Step::Not(_)));
        match first {
            Some(Step::One(items)) if !items.contains(&Item::Any) => {}
            _ => {
                return Err(
                    "a pattern must begin with a word or an element, not with a gap; name what it starts with".into()
                );
            }
        }
    }
    Ok(sequences)
}

struct Parser<'p> {
    text: &'p str,
    inflect: &'p dyn Inflect,
}

impl Parser<'_> {
    fn alternatives(&mut self, top: bool) -> Result<Vec<Sequence>, String> {
        let mut all = Vec::new();
        loop {
            all.extend(self.sequence()?);
            self.text = self.text.trim_start();
            match self.text.chars().next() {
                Some('|') => self.text = &self.text[1..],
                Some(')') if !top => {
                    self.text = &self.text[1..];
                    return Ok(merge(all));
                }
                None if !top => return Err("a bracket is not closed; write `)`".into()),
                _ => return Ok(merge(all)),
            }
        }
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
            sequences = sequences
                .iter()
                .flat_map(|head| options.iter().map(move |tail| [head.as_slice(), tail.as_slice()].concat()))
                .collect();
            if sequences.len() > MOST_SEQUENCES {
                return Err(format!(
                    "the alternatives multiply to more than {MOST_SEQUENCES}; make an element of some"
                ));
            }
        }
        if empty { Err("an alternative is empty; write a word or take the `|` away".into()) } else { Ok(sequences) }
    }

    /// One blank-free piece; a word with hyphens becomes several steps.
    fn atom(&self, word: &str) -> Result<Vec<Sequence>, String> {
        let one = |items: Vec<Item>| Ok(vec![vec![Step::One(items)]]);
        if let Some(rest) = word.strip_prefix('!') {
            return match self.atom(rest)?.as_slice() {
                [sequence] => match sequence.as_slice() {
                    [Step::One(items)] => Ok(vec![vec![Step::Not(items.clone())]]),
                    _ => Err(format!("`{word}`: `!` goes before a single word or element")),
                },
                _ => Err(format!("`{word}`: `!` goes before a single word or element")),
            };
        }
        if let Some(number) = word.strip_prefix("...") {
            return gap(number, true);
        }
        if let Some(number) = word.strip_prefix("..") {
            return gap(number, false);
        }
        if let Some(name) = word.strip_prefix('<') {
            let name = name.strip_suffix('>').ok_or(format!("`{word}` is not closed; write `>`"))?;
            let (name, form) = match name.split_once(':') {
                None => (name, Form::Any),
                Some((name, "base")) => (name, Form::Base),
                Some((name, "s")) => (name, Form::S),
                Some((name, "ing")) => (name, Form::Ing),
                Some((name, "past")) => (name, Form::Past),
                Some((_, form)) => return Err(format!("`{form}` is no form; write base, s, ing or past")),
            };
            return one(vec![Item::Element(name.into(), form)]);
        }
        match word {
            "^" => return Ok(vec![vec![Step::Start]]),
            "$" => return Ok(vec![vec![Step::End]]),
            "_" => return one(vec![Item::Any]),
            "#" => return one(vec![Item::Number]),
            "@cap" => return one(vec![Item::Capital]),
            "@mention" => return one(vec![Item::Mention]),
            "@link" => return one(vec![Item::Link]),
            "@hashtag" => return one(vec![Item::Hashtag]),
            _ => {}
        }
        if let Some(shape) = word.strip_prefix('#') {
            return one(vec![Item::Shape(shape.into())]);
        }
        if word.len() > 2 && word.starts_with(':') && word.ends_with(':') {
            return one(vec![Item::Word(word.into(), Form::Any)]);
        }
        let plain = word.to_lowercase().replace(['\'', '’'], "");
        if let Some(verb) = plain.strip_suffix('~') {
            check_word(verb)?;
            return one(verb_forms(verb, self.inflect.irregular(verb)));
        }
        if let Some(noun) = plain.strip_suffix('+') {
            check_word(noun)?;
            let mut head: Sequence = Vec::new();
            let mut pieces: Vec<&str> = noun.split('-').collect();
            let last = pieces.pop().unwrap_or_default();
            head.extend(pieces.iter().map(|piece| Step::One(vec![Item::Word((*piece).into(), Form::Any)])));
            let forms = vec![Item::Word(last.into(), Form::Base), Item::Word(plural(last), Form::S)];
            head.push(Step::One(forms));
            return Ok(vec![head]);
        }
        check_word(&plain)?;
        Ok(vec![plain.split('-').map(|piece| Step::One(vec![Item::Word(piece.into(), Form::Any)])).collect()])
    }
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
fn merge(sequences: Vec<Sequence>) -> Vec<Sequence> {
    let mut set: Vec<Item> = Vec::new();
    let mut rest = Vec::new();
    for sequence in sequences {
        match <[Step; 1]>::try_from(sequence) {
            Ok([Step::One(items)]) => set.extend(items),
            Ok([step]) => rest.push(vec![step]),
            Err(sequence) => rest.push(sequence),
        }
    }
    if !set.is_empty() {
        rest.push(vec![Step::One(set)]);
    }
    rest
}

/// All forms of a verb: regular spelling rules, unless the packs give the past forms.
fn verb_forms(verb: &str, irregular: Option<&str>) -> Vec<Item> {
    let vowel = |c: char| "aeiou".contains(c);
    let letters: Vec<char> = verb.chars().collect();
    let end = |back: usize| letters.len().checked_sub(back).map(|at| letters[at]);
    let consonant_y = end(1) == Some('y') && !end(2).is_some_and(vowel);
    // One vowel between consonants doubles the last letter in short verbs: stab, stabbing; longer verbs rarely do.
    let doubles = letters.len() <= 4
        && end(1).is_some_and(|c| !vowel(c) && !"wxy".contains(c))
        && end(2).is_some_and(vowel)
        && !end(3).is_some_and(vowel);
    let stem = if doubles { format!("{verb}{}", letters[letters.len() - 1]) } else { verb.to_string() };
    let s = if consonant_y {
        format!("{}ies", &verb[..verb.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|tail| verb.ends_with(tail)) {
        format!("{verb}es")
    } else {
        format!("{verb}s")
    };
    let ing = match verb.strip_suffix("ie") {
        Some(stem) => format!("{stem}ying"),
        None => match verb.strip_suffix('e') {
            Some(stem) if !verb.ends_with("ee") => format!("{stem}ing"),
            _ => format!("{stem}ing"),
        },
    };
    let past = match irregular {
        Some(past) => past.to_string(),
        None if verb.ends_with('e') => format!("{verb}d"),
        None if consonant_y => format!("{}ied", &verb[..verb.len() - 1]),
        None => format!("{stem}ed"),
    };
    let mut forms = vec![Item::Word(verb.into(), Form::Base), Item::Word(s, Form::S)];
    // Speech drops the last letter: killin, burnin.
    forms.push(Item::Word(ing[..ing.len() - 1].into(), Form::Ing));
    forms.push(Item::Word(ing, Form::Ing));
    forms.extend(past.split(' ').map(|past| Item::Word(past.into(), Form::Past)));
    forms
}

fn plural(noun: &str) -> String {
    if noun.ends_with('y') && !noun.ends_with("ey") && !noun.ends_with("ay") && !noun.ends_with("oy") {
        format!("{}ies", &noun[..noun.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|tail| noun.ends_with(tail)) {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}
