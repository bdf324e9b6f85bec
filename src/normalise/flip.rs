//! Text printed upside down (`ǝɯ dlǝɥ`): its letters are turned and the stretch is read from its end.

use rustc_hash::FxHashMap;

use super::cells::{Cell, Class, HIDDEN, TURNED, UPPER};
use super::tables;

pub(super) struct Flips {
    /// What each sign is when turned.
    upright: FxHashMap<char, char>,
}

impl Flips {
    pub fn new() -> Flips {
        let mut upright = FxHashMap::default();
        for line in tables::lines(tables::FLIPS) {
            let Some((letter, signs)) = line.split_once(' ') else { continue };
            for sign in signs.chars() {
                upright.extend(letter.chars().next().map(|letter| (sign, letter)));
            }
        }
        Flips { upright }
    }

    /// Turns every upside-down stretch of a line the right way up.
    pub fn turn(&self, text: &str, cells: &mut [Cell]) {
        if text.is_ascii() {
            return;
        }
        for line in cells.split_mut(|cell| cell.class == Class::Line) {
            self.turn_line(text, line);
        }
    }

    /// The stretch is the run of words with the most signs that only upside-down text has.
    fn turn_line(&self, text: &str, line: &mut [Cell]) {
        let (mut sum, mut start, mut best) = (0i32, 0, (2, 0..0));
        let mut at = 0;
        while at < line.len() {
            let gap = line[at..].iter().take_while(|cell| cell.class == Class::Space).count();
            let length = line[at + gap..].iter().take_while(|cell| cell.class != Class::Space).count();
            let end = at + gap + length;
            if sum <= 0 {
                (sum, start) = (0, at + gap);
            }
            sum += self.turned(text, &line[at + gap..end]);
            if sum > best.0 {
                best = (sum, start..end);
            }
            at = end;
        }
        let stretch = &mut line[best.1];
        stretch.reverse();
        for cell in stretch {
            if let Some(&letter) = sign(text, cell).and_then(|sign| self.upright.get(&sign)) {
                cell.ch = letter;
                cell.class = if letter.is_ascii_alphabetic() { Class::Letter } else { Class::Sign };
            }
            cell.flags = cell.flags & (UPPER | HIDDEN) | TURNED;
        }
    }

    /// How much a word looks turned: letters that exist only so count for it, letters that cannot be turned against it.
    fn turned(&self, text: &str, word: &[Cell]) -> i32 {
        let letters = || word.iter().filter(|cell| cell.class == Class::Letter);
        let only_turned = |cell: &Cell| !cell.ch.is_ascii() || cell.end - cell.start > 1;
        let can = |cell: &Cell| sign(text, cell).is_some_and(|sign| self.upright.contains_key(&sign));
        if !letters().all(can) {
            return -3;
        }
        letters().filter(|cell| only_turned(cell)).count() as i32
    }
}

/// The character as it was written, in lower case if plain.
fn sign(text: &str, cell: &Cell) -> Option<char> {
    let written = text[cell.start as usize..].chars().next()?;
    Some(written.to_ascii_lowercase())
}
