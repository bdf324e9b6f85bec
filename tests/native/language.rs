//! Posts in other languages are not judged, English ones are, however short or disguised. The figures are measured on posts
//! written for this project.

use std::collections::BTreeMap;

use firebreak::language::{Language, detect};
use firebreak::normalise::Normaliser;
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    posts: BTreeMap<String, Vec<String>>,
}

fn language(normaliser: &Normaliser, text: &str) -> Language {
    detect(&normaliser.normalise(text), text)
}

#[test]
fn other_languages_are_named_and_not_judged() {
    let cases: Cases = toml::from_str(include_str!("../cases/language.toml")).expect("the cases are well formed");
    let normaliser = Normaliser::new(["kill"]);
    let posts = cases.posts.iter().flat_map(|(code, posts)| posts.iter().map(move |post| (code, post)));
    let mut judged = Vec::new();
    let (mut count, mut named) = (0, 0);
    for (code, post) in posts {
        let found = language(&normaliser, post);
        count += 1;
        named += usize::from(found.code() == code);
        if found.judged() {
            judged.push(format!("{code} as {}: {post}", found.code()));
        }
    }
    assert!(judged.len() * 15 <= count, "{} of {count} would be judged:\n{}", judged.len(), judged.join("\n"));
    assert!(named * 20 >= count * 17, "only {named} of {count} are named right");
}

#[test]
fn english_is_judged() {
    let normaliser = Normaliser::new(["kill", "mosque"]);
    for post in [
        "lol",
        "",
        "12:30",
        "🔥🔥",
        "no way",
        "k1ll th3m 4ll n0b0dy m1ss3s th3m",
        "kіll тһе реорlе",
        "my nani makes the best paratha, wallah",
        "dem man dey vex well well, no be small thing",
        "Schadenfreude is a lovely word",
        "t h e y  w o n t  s a y  w h o",
        "ɥʇnɹʇ",
        "ngl thats bare peak fam",
        "Kyiv",
    ] {
        let found = language(&normaliser, post);
        assert!(found.judged(), "{post:?} was taken for {}", found.code());
    }
}
