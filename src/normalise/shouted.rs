//! Finds the names in shouting and in camel-case hashtags: there every word has a capital, and a capital tells no name.

use super::token::{Kind, Marks, Normalised, Token};
use super::vocabulary::Vocabulary;

/// Initials and noises are shorter.
const SHORTEST: usize = 3;

/// What follows a name belongs to it (`TALLOWMERE MOTORS`) unless it is as common as `at`, `lives`, `runs`.
const COMMON_AFTER: u32 = 400;

/// What stands before a name belongs to it (`HATTIE LOMAX`) if it is rare.
const COMMON_BEFORE: u32 = 2_500;

/// Notes each shouted word that is a name, mostly: one that the vocabulary lacks, and the words that belong to it.
pub(super) fn name(read: &mut Normalised, vocabulary: &Vocabulary) {
    let words = read.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let caps = read.tokens.iter().filter(|token| token.caps).count();
    // In a post that does not shout, capitals are initials and stress.
    let shouts = caps * 3 > words * 2;
    let loud = |token: &Token| {
        token.kind == Kind::Word && (shouts && token.caps || token.hashtag && token.capital && !token.caps)
    };
    let rarer = |read: &Normalised, token: &Token, common: u32| {
        vocabulary.find(read.word(token)).is_none_or(|rank| rank >= common)
    };
    let mut after_name = false;
    for at in 0..read.tokens.len() {
        let token = &read.tokens[at];
        let joined = token.before == Marks::NONE;
        let long = token.text.len() >= SHORTEST;
        let unknown = loud(token) && !token.known && long;
        let belongs = after_name && joined && loud(token) && long && rarer(read, token, COMMON_AFTER);
        if unknown && joined && at > 0 {
            let before = &read.tokens[at - 1];
            read.tokens[at - 1].name |=
                loud(before) && before.text.len() >= SHORTEST && rarer(read, before, COMMON_BEFORE);
        }
        read.tokens[at].name = unknown || belongs;
        after_name = read.tokens[at].name;
    }
}
