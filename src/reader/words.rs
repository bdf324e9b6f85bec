//! Text → words, as the models were trained on them. `training/words.py` says the same in Python, and reference
//! vectors hold the two together.
//!
//! The fold table comes from the model file: it says how a character is written (lower case, accents and disguise
//! gone, an emoji by its name, invisible ones as nothing), so no Unicode library is needed and none can disagree.

use rustc_hash::FxHashMap;

use crate::blob::Fields;
use crate::error::Result;
use crate::span::Span;

/// How each character is written.
pub struct Fold {
    ascii: [u8; 128],
    others: FxHashMap<char, Box<str>>,
}

/// One word: a range of `Words::letters` and the place in the text that it came from.
#[derive(Clone, Copy)]
pub struct Word {
    pub letters: (u32, u32),
    pub place: Span,
}

/// The words of one text, written one after another.
#[derive(Default)]
pub struct Words {
    pub letters: String,
    pub words: Vec<Word>,
}

/// A character as it is written and the bytes of the text that it came from.
#[derive(Clone, Copy)]
struct Letter {
    plain: char,
    place: Span,
}

const ADDRESSES: [&str; 3] = ["http://", "https://", "www."];

impl Fold {
    /// A count, then pairs of a character and how it is written.
    pub fn load(fields: &mut Fields) -> Result<Fold> {
        let mut fold = Fold { ascii: std::array::from_fn(|code| code as u8), others: FxHashMap::default() };
        for _ in 0..fields.number()? {
            let code = fields.number()?;
            let plain = fields.text()?;
            match char::from_u32(code as u32) {
                Some(char) if char.is_ascii() && plain.len() == 1 => fold.ascii[code] = plain.as_bytes()[0],
                Some(char) if !char.is_ascii() => {
                    fold.others.insert(char, plain.into());
                }
                _ => return Err(fields.fault(format!("its fold table has no use for character {code}"))),
            }
        }
        Ok(fold)
    }

    fn letters(&self, text: &str) -> Vec<Letter> {
        let mut letters = Vec::with_capacity(text.len());
        let mut named = None;
        for (at, char) in text.char_indices() {
            let place = Span::new(at, at + char.len_utf8());
            if char.is_ascii() {
                letters.push(Letter { plain: self.ascii[char as usize] as char, place });
                named = None;
                continue;
            }
            let Some(plain) = self.others.get(&char) else {
                letters.push(Letter { plain: char, place });
                named = None;
                continue;
            };
            // A row of one emoji is read once; what is invisible does not part the row.
            if plain.is_empty() || named == Some(char) {
                continue;
            }
            named = (plain.len() > 1 && plain.starts_with(' ')).then_some(char);
            letters.extend(plain.chars().map(|plain| Letter { plain, place }));
        }
        letters
    }

    /// The words of a text, in order.
    pub fn words(&self, text: &str) -> Words {
        let stream = self.letters(text);
        let mut found = Words::default();
        let mut open = false; // whether the last word may go on
        let mut at = 0;
        while at < stream.len() {
            let Letter { plain, place } = stream[at];
            if plain == ' ' {
                open = false;
                at += 1;
                continue;
            }
            if !open && (at == 0 || stream[at - 1].plain == ' ') && starts_address(&stream[at..]) {
                let length = stream[at..].iter().take_while(|letter| letter.plain != ' ').count();
                found.push("http", Span { start: place.start, end: stream[at + length - 1].place.end });
                at += length;
                continue;
            }
            if !open && plain == '@' {
                let length = stream[at + 1..].iter().take_while(|letter| in_handle(letter.plain)).count();
                if length > 2 {
                    found.push("@", place);
                    let name = Span { start: stream[at + 1].place.start, end: stream[at + length].place.end };
                    found.push("user", name);
                    at += length + 1;
                    continue;
                }
            }
            let repeated =
                at >= 2 && stream[at - 1].plain == plain && stream[at - 2].plain == plain && !plain.is_ascii_digit();
            if plain.is_ascii_punctuation() {
                open = false;
                if !repeated {
                    found.push_char(plain, place);
                }
            } else if open {
                found.extend((!repeated).then_some(plain), place);
            } else {
                found.push_char(plain, place);
                open = true;
            }
            at += 1;
        }
        found
    }
}

impl Words {
    pub fn text(&self, word: &Word) -> &str {
        &self.letters[word.letters.0 as usize..word.letters.1 as usize]
    }

    fn push(&mut self, text: &str, place: Span) {
        let start = self.letters.len() as u32;
        self.letters.push_str(text);
        self.words.push(Word { letters: (start, self.letters.len() as u32), place });
    }

    fn push_char(&mut self, plain: char, place: Span) {
        self.push(plain.encode_utf8(&mut [0; 4]), place);
    }

    fn extend(&mut self, plain: Option<char>, place: Span) {
        self.letters.extend(plain);
        if let Some(word) = self.words.last_mut() {
            word.letters.1 = self.letters.len() as u32;
            word.place.end = place.end;
        }
    }
}

fn starts_address(stream: &[Letter]) -> bool {
    ADDRESSES.iter().any(|address| {
        stream.len() >= address.len() && address.chars().zip(stream).all(|(char, letter)| letter.plain == char)
    })
}

fn in_handle(plain: char) -> bool {
    plain.is_ascii_lowercase() || plain.is_ascii_digit() || plain == '_'
}
