//! Finds where sentences begin in a post without full stops: there a capital is all that tells.

use super::token::{Kind, Marks, Normalised, Token};
use super::vocabulary::Vocabulary;

/// Shorter posts are one sentence.
const FEWEST_WORDS: usize = 8;

/// Words after which a capital is a name's or a day's, not a beginning: "on Friday", "the Swan".
const LEADS: &str = "a an the on at in of to by for from with my your his her our their this that next last every each \
                     and or but mr mrs ms dr st called named is was are were be says said like about near outside";

/// Words that always have a capital.
const ALWAYS_CAPITAL: &str = "i im ive ill id";

/// Only so common a word is taken for a beginning: rarer ones with a capital are names, and "nobody says Poles are rats"
/// must stay one sentence.
const COMMON: u32 = 8_000;

/// Words that make the capitalised word before them the subject of a sentence of its own, whatever it names.
const VERBS: &str = "are is was were have has should must will can cant dont";

/// Words after which such a subject is what somebody says or thinks, not a sentence of its own.
const SAYING: &str = "say says said saying think thinks thought believe believes claim claims that if when because know \
                      knows told tell who not no why how what these those some all most many";

/// Names among the common words.
const NAMES: &str = "american americans british english german germans french chinese russian russians indian indians african \
                     european irish scottish welsh jewish jews jew muslim muslims christian christians catholic catholics \
                     black blacks white whites asian asians arab arabs mexican mexicans italian spanish japanese islamic \
                     america england london britain europe africa china india russia france germany ireland scotland \
                     israel iraq iran god lord jesus allah christmas easter john david james robert michael george paul \
                     peter mark thomas charles william mary smith";

/// Marks a sentence's beginning before each capital that begins one, if the post has no mark of its own.
pub(super) fn divide(read: &mut Normalised, vocabulary: &Vocabulary) {
    let tokens = &read.tokens;
    let ended = read.end.meets(Marks::SENTENCE)
        || tokens.iter().skip(1).any(|token| token.before.meets(Marks::SENTENCE | Marks::LINE));
    let capitals = tokens.iter().filter(|token| token.capital).count();
    // Where half of all words have capitals, they are a headline's, or shouted, and say nothing.
    if ended || tokens.len() < FEWEST_WORDS || capitals < 2 || capitals * 2 > tokens.len() {
        return;
    }
    let begins: Vec<usize> = (1..tokens.len()).filter(|&at| begins_sentence(read, at, vocabulary)).collect();
    for at in begins {
        read.tokens[at].before |= Marks::SENTENCE;
    }
}

fn begins_sentence(read: &Normalised, at: usize, vocabulary: &Vocabulary) -> bool {
    let (before, token) = (&read.tokens[at - 1], &read.tokens[at]);
    let capital = |token: &Token| token.capital && !is_one_of(read.word(token), ALWAYS_CAPITAL);
    token.kind == Kind::Word
        && !token.before.meets(Marks::CLAUSE)
        && (subject(read, at)
            || vocabulary.find(read.word(token)).is_some_and(|rank| rank < COMMON)
                && !is_one_of(read.word(token), NAMES))
        && !token.hashtag
        && !token.caps
        // `I'll` is two tokens, the second with the capital of the first.
        && token.span != before.span
        && capital(token)
        && !capital(before)
        && !before.hashtag
        && !is_one_of(read.word(before), LEADS)
        && !read.tokens.get(at + 1).is_some_and(capital)
}

/// Whether the word at `at` is followed by its verb and nobody is said to say it.
fn subject(read: &Normalised, at: usize) -> bool {
    let is = |at: usize, words| read.tokens.get(at).is_some_and(|token| is_one_of(read.word(token), words));
    is(at + 1, VERBS) && !is(at - 1, SAYING)
}

fn is_one_of(word: &str, words: &str) -> bool {
    words.split_whitespace().any(|other| other == word)
}
