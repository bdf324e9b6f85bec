//! What is caught plain is caught in disguise. How much of it on thousands of posts: `cargo xtask disguise`.

use std::sync::LazyLock;

use firebreak::engine::Engine;
use firebreak::report::Level;

use crate::hide::{ALL, Disguise, disguise};

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::builtin);

const RISKY: [&str; 6] = [
    "We should kill them all tonight.",
    "Someone needs to burn down the mosque on Mill Street.",
    "Hang every last one of those judges.",
    "Shoot the migrants as soon as they land.",
    "All muslims are vermin and should be exterminated.",
    "Go and burn the hotel with them inside.",
];

const SAFE: [&str; 4] = [
    "The assassin's class was a classic, and we passed the assessment.",
    "My therapist says the police came to the hotel and nobody was hurt.",
    "Come to the mosque open day on Saturday, there will be cake.",
    "I burned the toast again and the kids are killing me with laughter.",
];

fn caught(text: &str) -> bool {
    ENGINE.judge(text).level >= Level::Caution
}

#[test]
fn what_is_caught_plain_is_caught_in_every_disguise() {
    let plain: Vec<&str> = RISKY.into_iter().filter(|post| caught(post)).collect();
    assert!(plain.len() * 2 > RISKY.len(), "too few are caught plain to say anything: {plain:?}");
    for how in ALL {
        let missed: Vec<String> =
            plain.iter().map(|post| disguise(post, how, 7)).filter(|post| !caught(post)).collect();
        assert!(missed.len() <= 1, "{how:?} hides {missed:#?}");
    }
}

#[test]
fn a_named_person_is_found_where_every_word_has_a_capital() {
    let plain = "The one who reported us is Orlaith Brennock and she works at Tollgarth Motors. Let her know.";
    for how in [Disguise::Capitals, Disguise::Hashtag] {
        assert!(caught(plain) && caught(&disguise(plain, how, 3)), "{}", disguise(plain, how, 3));
    }
}

#[test]
fn a_masked_word_that_two_words_fit_is_read_as_either() {
    // `m*st` is `most` sooner than `must`, `th*se` is `these` sooner than `those`.
    for post in ["Every last one of those judges must hang.", "Put him through that window."] {
        let hidden = disguise(post, Disguise::Masked, 5);
        assert!(caught(post) && caught(&hidden), "{hidden}");
    }
}

#[test]
fn a_disguise_makes_no_harmless_post_risky() {
    for how in ALL {
        for post in SAFE {
            let post = disguise(post, how, 11);
            assert!(!caught(&post), "{how:?}: {post}");
        }
    }
}
