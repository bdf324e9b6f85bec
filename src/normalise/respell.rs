//! Words whose letters are all there, only wrongly: stretched (`killlll`), swapped (`mulsims`), one left out or doubled.

use super::vocabulary::{Id, Vocabulary, Weight, Worth};

/// The plain form of a stretched word: each long run of a letter cut to two or to one.
pub(super) fn unstretched(word: &str, vocabulary: &Vocabulary, best: &mut String) -> Option<Worth> {
    const MOST_RUNS: usize = 5;
    let runs = runs(word);
    if !word.is_ascii() || !runs.iter().any(|&(_, length)| length > 2) || runs.len() > super::vocabulary::LONGEST {
        return None;
    }
    // Runs of two are cut only if cutting the longer ones does not suffice.
    for shortest in [3, 2] {
        let long: Vec<usize> = (0..runs.len()).filter(|&run| runs[run].1 >= shortest).take(MOST_RUNS).collect();
        for choice in 0..1usize << long.len() {
            best.clear();
            for (number, &(letter, length)) in runs.iter().enumerate() {
                let kept = match long.iter().position(|&run| run == number) {
                    Some(bit) => 2 - (choice >> bit & 1),
                    None => length.min(2),
                };
                best.extend(std::iter::repeat_n(letter, kept));
            }
            if best.len() > 1
                && let Some(worth) = vocabulary.worth(best)
            {
                return Some(worth);
            }
        }
    }
    None
}

fn runs(word: &str) -> Vec<(char, usize)> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for ch in word.chars() {
        match runs.last_mut() {
            Some((last, length)) if *last == ch => *length += 1,
            _ => runs.push((ch, 1)),
        }
    }
    runs
}

/// A word of the vocabulary with the same letters: the inner ones in any order, or the first or last two swapped.
pub(super) fn unshuffled<'v>(word: &str, vocabulary: &'v Vocabulary, best: &'v mut String) -> Option<&'v str> {
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    // The shorter a word, the likelier that an unknown one is a name or foreign: then only common words and those of rules count.
    let common = if word.len() < 5 { 150 } else { 4_000 };
    let likely = |id: Id| likely(vocabulary, id, common);
    if let Some(id) = vocabulary.same_letters(word).filter(|&id| likely(id)) {
        return Some(vocabulary.word(id));
    }
    let end = word.len();
    for (first, second) in [(0, 1), (end - 2, end - 1)] {
        best.clear();
        best.push_str(&word[..first]);
        best.push_str(&word[second..=second]);
        best.push_str(&word[first..=first]);
        best.push_str(&word[second + 1..]);
        if vocabulary.find(best).is_some_and(likely) {
            return Some(best);
        }
    }
    None
}

/// Whether a word is among the commonest, or one that rules look for.
pub(super) fn likely(vocabulary: &Vocabulary, id: Id, common: Id) -> bool {
    id < common || vocabulary.weight(id) == Weight::Rules
}

/// A word or inflection with two neighbouring inner letters swapped, if `accept` takes it.
pub(super) fn unswapped(word: &str, vocabulary: &Vocabulary, accept: impl Fn(Id) -> bool, best: &mut String) -> bool {
    if word.len() < 5 || word.len() > 16 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let mut top: Option<Worth> = None;
    let mut tried = String::with_capacity(word.len());
    for at in 1..word.len() - 2 {
        tried.clear();
        tried.extend([&word[..at], &word[at + 1..at + 2], &word[at..=at], &word[at + 2..]]);
        if let Some(id) = vocabulary.known(&tried).filter(|&id| accept(id))
            && top.is_none_or(|top| vocabulary.worth_of(id) > top)
        {
            top = Some(vocabulary.worth_of(id));
            best.replace_range(.., &tried);
        }
    }
    top.is_some()
}

/// A word of the vocabulary that has one letter less, or one more vowel, or a letter doubled.
pub(super) fn completed(word: &str, vocabulary: &Vocabulary, best: &mut String) -> bool {
    if word.len() < 6 || word.len() > 16 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let mut top: Option<Worth> = None;
    let mut tried = String::with_capacity(word.len() + 1);
    let mut consider = |tried: &str| {
        if let Some(worth) = vocabulary.find(tried).map(|id| vocabulary.worth_of(id))
            && top.is_none_or(|top| worth > top)
        {
            top = Some(worth);
            best.clear();
            best.push_str(tried);
        }
    };
    for at in 1..word.len() {
        let (before, after) = word.split_at(at);
        for letter in ["a", "e", "i", "o", "u", &before[at - 1..]] {
            tried.clear();
            tried.extend([before, letter, after]);
            consider(&tried);
        }
        if word.as_bytes()[at] == word.as_bytes()[at - 1] {
            tried.clear();
            tried.extend([&before[..at - 1], after]);
            consider(&tried);
        }
    }
    top.is_some()
}
