//! Cuts a run of letters without spaces into words of the vocabulary, the commonest first.

use super::vocabulary::Vocabulary;

/// No word in such a run is longer.
const LONGEST: usize = 16;

/// A run cut into words.
#[derive(Debug, Default)]
pub(super) struct Cut {
    /// Where each word ends.
    pub ends: Vec<usize>,
    /// How many letters belong to words of three letters or more.
    pub in_words: usize,
    /// How many letters belong to no word.
    pub lost: usize,
}

/// Cuts `run`, lower-case ASCII letters. Letters that fit no word stand together as one unknown word.
pub(super) fn cut(run: &str, vocabulary: &Vocabulary) -> Cut {
    if !run.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cut { ends: vec![run.len()], in_words: 0, lost: run.len() };
    }
    const STRAY: u32 = 60_000;
    // For each place, the lowest cost of reaching it, and the length of the last word; zero is a stray letter.
    let mut best = vec![(u32::MAX, 0u8); run.len() + 1];
    best[0].0 = 0;
    for at in 0..run.len() {
        let cost = best[at].0;
        offer(&mut best[at + 1], cost.saturating_add(STRAY), 0);
        for length in 1..=LONGEST.min(run.len() - at) {
            let word = &run[at..at + length];
            if length == 1 && word != "a" && word != "i" {
                continue;
            }
            if let Some(id) = vocabulary.find(word) {
                offer(&mut best[at + length], cost.saturating_add(vocabulary.rarity(id)), length as u8);
            }
        }
    }
    let mut result = Cut::default();
    let mut at = run.len();
    let mut stray = false;
    while at > 0 {
        let length = usize::from(best[at].1);
        if length == 0 {
            if !stray {
                result.ends.push(at);
            }
            result.lost += 1;
        } else {
            result.ends.push(at);
            result.in_words += if length > 2 { length } else { 0 };
        }
        stray = length == 0;
        at -= length.max(1);
    }
    result.ends.reverse();
    result
}

fn offer(place: &mut (u32, u8), cost: u32, length: u8) {
    if cost < place.0 {
        *place = (cost, length);
    }
}
