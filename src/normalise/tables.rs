//! Reads the data files of `data/normalise`, which are embedded.
//! A test checks every file's form, so a line that does not fit is passed over here instead of failing.

use rustc_hash::FxHashMap;

pub(super) use crate::words::lines;

const FOLDS: &str = include_str!("../../data/normalise/folds.txt");
pub(super) const EMOJI: &str = include_str!("../../data/normalise/emoji.txt");
pub(super) const CONTRACTIONS: &str = include_str!("../../data/normalise/contractions.txt");
pub(super) const ABBREVIATIONS: &str = include_str!("../../data/normalise/abbreviations.txt");
pub(super) const ALIASES: &str = include_str!("../../data/normalise/aliases.txt");
pub(super) const FLIPS: &str = include_str!("../../data/normalise/flips.txt");
pub(super) const LEET: &str = include_str!("../../data/normalise/leet.txt");
pub(super) const MASKED: &str = include_str!("../../data/normalise/masked.txt");
const LOOKALIKES: &str = include_str!("../../data/normalise/lookalikes.txt");

/// What a character outside ASCII stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plain {
    /// Up to three ASCII characters; unused places are zero.
    pub text: [u8; 3],
    pub origin: Origin,
}

/// Why a character stands for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// An accent or a typographic form, as in ordinary writing.
    Ordinary,
    /// A letter in fancy dress: mathematical, circled, fullwidth.
    Styled,
    /// A letter of another script that looks like the Latin one.
    Lookalike,
}

/// All characters outside ASCII that stand for ASCII text.
pub(super) fn plain_forms() -> FxHashMap<char, Plain> {
    let mut forms = FxHashMap::default();
    for (file, origin) in [(LOOKALIKES, Origin::Lookalike), (FOLDS, Origin::Ordinary)] {
        for line in lines(file) {
            let mut columns = line.split(' ');
            let (Some(first), Some(second)) = (columns.next(), columns.next()) else { continue };
            match (first.strip_prefix("U+"), columns.next()) {
                (Some(from), Some(letters)) => sequence(&mut forms, from, second, letters),
                _ => {
                    for form in second.chars() {
                        forms.insert(form, Plain { text: packed(first), origin });
                    }
                }
            }
        }
    }
    forms
}

/// `letters`, `times` over, stand at consecutive code points.
fn sequence(forms: &mut FxHashMap<char, Plain>, from: &str, times: &str, letters: &str) {
    let (Ok(from), Ok(times)) = (u32::from_str_radix(from, 16), times.parse::<usize>()) else { return };
    let run = std::iter::repeat_n(letters.bytes(), times).flatten();
    for (code, letter) in (from..).zip(run) {
        if let Some(form) = char::from_u32(code) {
            forms.insert(form, Plain { text: [letter, 0, 0], origin: Origin::Styled });
        }
    }
}

fn packed(text: &str) -> [u8; 3] {
    let mut bytes = [0; 3];
    for (place, byte) in bytes.iter_mut().zip(text.bytes()) {
        *place = byte;
    }
    bytes
}

/// The lines of a file that holds `key = value` pairs.
pub(super) fn pairs(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(file).filter_map(|line| line.split_once(" = "))
}
