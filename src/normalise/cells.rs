//! From characters to cells: each character of the text becomes the plain characters it stands for, tied to its place.
//! Everything after this step reads cells, so no later step needs to know Unicode.

use rustc_hash::FxHashMap;

use super::emoji::{Emoji, Names};
use super::tables::{self, Origin, Plain};

/// One plain character. Several may share a place (`ﬁ` gives `f` and `i`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Lower case.
    pub ch: char,
    pub start: u32,
    pub end: u32,
    pub class: Class,
    pub flags: u8,
    /// For an emoji, which one.
    pub emoji: Emoji,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Letter,
    Digit,
    Space,
    Line,
    Emoji,
    Sign,
}

pub(super) const UPPER: u8 = 1;
/// Stood for by a letter in fancy dress.
pub(super) const STYLED: u8 = 2;
/// Stood for by a letter of another script.
pub(super) const LOOKALIKE: u8 = 4;
/// Something without width follows.
pub(super) const HIDDEN: u8 = 8;
/// Turned over or read backwards.
pub(super) const TURNED: u8 = 16;

impl Cell {
    pub fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    pub fn is_word(&self) -> bool {
        matches!(self.class, Class::Letter | Class::Digit)
    }
}

pub(super) struct Folder {
    forms: FxHashMap<char, Plain>,
    pub names: Names,
}

impl Folder {
    pub fn new() -> Folder {
        Folder { forms: tables::plain_forms(), names: Names::new() }
    }

    pub fn fold(&self, text: &str) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::with_capacity(text.len());
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += if byte < 0x80 { ascii(byte, at, &mut cells) } else { self.wide(text, at, &mut cells) };
        }
        cells
    }

    /// Folds the character at `at`, which is outside ASCII, and says how many bytes were read.
    fn wide(&self, text: &str, at: usize, cells: &mut Vec<Cell>) -> usize {
        let Some(ch) = text[at..].chars().next() else { return 1 };
        let length = ch.len_utf8();
        if is_invisible(ch) || is_combining(ch) {
            // One accent is ordinary writing; a hidden character, or accents piled up, are not.
            let piled = is_combining(ch) && text[..at].chars().next_back().is_some_and(is_combining);
            if (is_invisible(ch) || piled)
                && let Some(cell) = cells.last_mut()
            {
                cell.flags |= HIDDEN;
            }
            return length;
        }
        let mut cell = Cell {
            ch,
            start: at as u32,
            end: (at + length) as u32,
            class: Class::Sign,
            flags: if ch.is_uppercase() { UPPER } else { 0 },
            emoji: Emoji::default(),
        };
        if let Some(plain) = self.forms.get(&ch) {
            cell.flags |= match plain.origin {
                Origin::Ordinary => 0,
                Origin::Styled => STYLED,
                Origin::Lookalike => LOOKALIKE,
            };
            for byte in plain.text.into_iter().filter(|&byte| byte != 0) {
                cells.push(Cell { ch: char::from(byte), class: CLASSES[usize::from(byte)], ..cell });
            }
            return length;
        }
        if let Some((length, emoji)) = self.names.read(&text[at..]) {
            cells.push(Cell { class: Class::Emoji, end: (at + length) as u32, emoji, ..cell });
            return length;
        }
        cell.ch = ch.to_lowercase().next().unwrap_or(ch);
        cell.class = match ch {
            '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Line,
            _ if ch.is_whitespace() => Class::Space,
            _ if ch.is_alphabetic() => Class::Letter,
            _ if ch.is_numeric() => Class::Digit,
            _ => Class::Sign,
        };
        cells.push(cell);
        length
    }
}

fn ascii(byte: u8, at: usize, cells: &mut Vec<Cell>) -> usize {
    cells.push(Cell {
        ch: char::from(byte.to_ascii_lowercase()),
        start: at as u32,
        end: at as u32 + 1,
        class: CLASSES[usize::from(byte)],
        flags: if byte.is_ascii_uppercase() { UPPER } else { 0 },
        emoji: Emoji::default(),
    });
    1
}

const CLASSES: [Class; 128] = {
    let mut classes = [Class::Sign; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'\n' | b'\r' | 0x0B | 0x0C => Class::Line,
            b' ' | 0..0x20 | 0x7F => Class::Space,
            b'0'..=b'9' => Class::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            _ => Class::Sign,
        };
        byte += 1;
    }
    classes
};

/// Characters without width: joiners, direction controls, soft hyphens, variation selectors, tags, filler letters.
fn is_invisible(ch: char) -> bool {
    matches!(ch,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Marks that stand on the letter before: accents, enclosures, the heaps of them that make zalgo text.
fn is_combining(ch: char) -> bool {
    matches!(ch,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}
