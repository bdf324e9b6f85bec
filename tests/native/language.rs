//! Posts in other languages are not judged, English ones are, however short or disguised. The figures are measured on posts
//! written for this project.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use firebreak::language::{Language, Languages};
use firebreak::normalise::Normaliser;
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    /// Whole sentences.
    posts: BTreeMap<String, Vec<String>>,
    /// A few words, as people write them in a hurry. The words of the data were chosen with these in view.
    short: BTreeMap<String, Vec<String>>,
}

fn language(normaliser: &Normaliser, text: &str) -> Language {
    Languages::new().detect(&normaliser.normalise(text), text)
}

static CASES: LazyLock<Cases> =
    LazyLock::new(|| toml::from_str(include_str!("../cases/language.toml")).expect("the cases are well formed"));

/// Of `judged_in` posts at most one is judged, of ten at least `named` are called by their language.
fn told_apart(posts: &BTreeMap<String, Vec<String>>, judged_in: usize, named_of_ten: usize) {
    let normaliser = Normaliser::new(["kill", "kike"]);
    let mut judged = Vec::new();
    let (mut count, mut named) = (0, 0);
    for (code, post) in posts.iter().flat_map(|(code, posts)| posts.iter().map(move |post| (code, post))) {
        let found = language(&normaliser, post);
        count += 1;
        named += usize::from(found.code() == code);
        if found.judged() {
            judged.push(format!("{code} as {}: {post}", found.code()));
        }
    }
    assert!(judged.len() * judged_in <= count, "{} of {count} would be judged:\n{}", judged.len(), judged.join("\n"));
    assert!(named * 10 >= count * named_of_ten, "only {named} of {count} are named right");
}

#[test]
fn other_languages_are_named_and_not_judged() {
    told_apart(&CASES.posts, 15, 8);
}

#[test]
fn short_posts_in_other_languages_are_mostly_named_and_not_judged() {
    told_apart(&CASES.short, 7, 8);
}

#[test]
fn the_data_on_languages_has_its_form() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/languages.txt")).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ")).collect();
    assert!(lines.len() <= 64, "a set of languages has 64 places");
    for line in lines {
        let columns: Vec<&str> = line.split(' ').collect();
        assert!(columns.len() > 2 && columns.iter().all(|column| !column.is_empty()), "{line}");
        assert!(columns[0].len() == 2 && (columns[1] == "-" || columns[1].starts_with("U+")), "{line}");
        for word in &columns[3..] {
            assert_eq!(word.to_lowercase(), *word, "{line}");
        }
    }
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
        "Manchester Arndale Piccadilly Deansgate",
        "Sadiq Khan Keir Starmer Rishi Sunak",
        "Angelo Rizzo 50345 Wingertweg 126 Suite 408 Ependes Switzerland",
        "RIP Hamza. Inna lillahi wa inna ilayhi raji'un brother",
        "lets gooooo ronaldo siuuuu",
        "howay man ye divvent knaa nowt",
        "wetin dey happen for this country sef",
        "overandover mynameisntpauline",
        "kampung ppl balik raya",
        "Bundesliga: Bayern Munich 3-0 Dortmund",
        "#StopTheSteal #FJB",
    ] {
        let found = language(&normaliser, post);
        assert!(found.judged(), "{post:?} was taken for {}", found.code());
    }
}
