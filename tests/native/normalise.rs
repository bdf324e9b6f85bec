//! What normalising promises: the cases of `tests/cases/normalise.toml`, and what holds for any string.

use std::sync::LazyLock;

use firebreak::normalise::{Kind, LIMIT, Marks, Normalised, Normaliser};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    /// Words that stand for those of the rules.
    vocabulary: Vec<String>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    tokens: String,
    #[serde(default)]
    disguised: Vec<String>,
}

static CASES: LazyLock<Cases> =
    LazyLock::new(|| toml::from_str(include_str!("../cases/normalise.toml")).expect("the cases are well formed"));

static NORMALISER: LazyLock<Normaliser> = LazyLock::new(|| Normaliser::new(&CASES.vocabulary));

fn normalise(text: &str) -> Normalised {
    NORMALISER.normalise(text)
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    for case in &CASES.case {
        let read = normalise(&case.text);
        let disguised: Vec<&str> =
            read.tokens.iter().filter(|token| token.disguised).map(|token| read.word(token)).collect();
        if read.folded != case.tokens || disguised != case.disguised {
            wrong.push(format!(
                "{}\n  gave   {} {disguised:?}\n  wanted {} {:?}",
                case.text, read.folded, case.tokens, case.disguised
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), CASES.case.len(), wrong.join("\n"));
}

fn marks(text: &str) -> Vec<(String, Marks)> {
    let read = normalise(text);
    read.tokens.iter().map(|token| (read.word(token).to_owned(), token.before)).collect()
}

#[test]
fn marks_stand_before_the_next_token_and_at_the_end() {
    let found = marks("Who did it? The mayor, says Dr. Ash!\nNo - wait: go");
    let at = |word: &str| found.iter().find(|(found, _)| found == word).expect("the word is there").1;
    assert_eq!(at("the"), Marks::SENTENCE | Marks::QUESTION);
    assert_eq!(at("says"), Marks::CLAUSE);
    assert_eq!(at("ash"), Marks::NONE);
    assert_eq!(at("no"), Marks::SENTENCE | Marks::EXCLAIM | Marks::LINE);
    assert_eq!(at("wait"), Marks::CLAUSE);
    assert_eq!(at("go"), Marks::CLAUSE);
    assert_eq!(normalise("why?").end, Marks::SENTENCE | Marks::QUESTION);
}

fn names(text: &str) -> String {
    let read = normalise(text);
    let names = read.tokens.iter().filter(|token| token.name).map(|token| read.word(token));
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_name_is_known_in_shouting_and_in_a_hashtag() {
    for (text, found) in [
        ("SHE IS ORLAITH BRENNOCK AND SHE WORKS AT TOLLGARTH MOTORS", "orlaith brennock tollgarth motors"),
        ("#SheIsOrlaithBrennock and works #AtTollgarthMotors", "orlaith brennock tollgarth motors"),
        // Where nobody shouts, capitals are stress or initials, and the small letters tell the names.
        ("the QZTV people met Orlaith Brennock, NOT me", ""),
        ("EVERYBODY GET DOWN TO THE PARK NOW", ""),
        ("#orlaithbrennock #tollgarth", ""),
    ] {
        assert_eq!(names(text), found, "{text}");
    }
}

#[test]
fn a_masked_word_keeps_its_second_reading() {
    let others = |text: &str| normalise(text).others;
    assert_eq!(others("so we k*ll it"), [], "no rule here looks for another word");
    let normaliser = Normaliser::new(["wall", "will", "shot", "shit"]);
    let read = normaliser.normalise("up against the w*ll");
    assert_eq!((read.folded.as_str(), read.others), ("up against the will", vec![(3, "wall".to_owned())]));
    let others = normaliser.normalise("oh sh*t").others;
    assert_eq!(others, [], "what people mask for decency is not read as anything else");
}

fn quoted(text: &str) -> String {
    let read = normalise(text);
    let inside = read.tokens.iter().filter(|token| token.quoted).map(|token| read.word(token));
    inside.collect::<Vec<_>>().join(" ")
}

#[test]
fn quotation_marks_quote_what_they_enclose() {
    for (text, inside) in [
        (r#"he said "burn it down" and left"#, "burn it down"),
        ("he said “burn it” and “kill”", "burn it kill"),
        ("«burn it» or ‹kill›", "burn it kill"),
        ("„burn it“ said he", "burn it"),
        ("he said 'burn it down', then left", "burn it down"),
        ("‘burn it’, they said. Don’t", "burn it"),
        ("run `rm -rf` now", "rm rf"),
        ("don't burn the boys' toys, it's ours", ""),
        ("get 'em, rock 'n' roll in the '90s", ""),
        (r#"an unclosed "quotation hides nothing"#, ""),
        (r#"5" wide, he said "burn it""#, "burn it"),
        ("'the boys' toys burn' he said", "the boys toys burn"),
        ("\"burn\" \"it\" down", "burn it"),
        ("doin' nothin' today", ""),
    ] {
        assert_eq!(quoted(text), inside, "{text}");
    }
}

#[test]
fn kinds_are_told_apart() {
    let read = normalise("@ann: 3 cats 🐱 at www.example.org, mail a.b@example.org #cats2024 8.30pm");
    let kinds: Vec<Kind> = read.tokens.iter().map(|token| token.kind).collect();
    use Kind::*;
    assert_eq!(kinds, [Mention, Number, Word, Emoji, Word, Link, Word, Link, Word, Number, Number]);
    assert!(read.tokens[8].hashtag && read.tokens[9].hashtag);
}

#[test]
fn a_long_text_is_cut_at_a_character() {
    let text = "é".repeat(LIMIT);
    let read = normalise(&text);
    assert!(read.truncated);
    assert!(!normalise(&text[..LIMIT]).truncated);
    assert_eq!(read.tokens[0].span.end as usize, LIMIT);
}

/// What holds for any text.
fn check(text: &str) {
    let read = normalise(text);
    let mut next = 0;
    for token in &read.tokens {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        assert!(start < end && end <= text.len(), "{text:?}: {token:?}");
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{text:?}: {token:?}");
        assert_eq!(token.text.start, next, "texts follow each other with one space between: {text:?}");
        next = token.text.end + 1;
        let word = read.word(token);
        assert!(!word.is_empty() && !word.contains(char::is_whitespace), "{text:?}: {word:?}");
        let written = token.span.of(text);
        if !token.disguised && written.is_ascii() && matches!(token.kind, Kind::Number | Kind::Mention | Kind::Link) {
            assert_eq!(word, written.to_ascii_lowercase());
        }
    }
    assert_eq!(read.folded.len(), next.saturating_sub(1) as usize);
    let turned = read.tokens.iter().any(|token| token.disguised);
    assert!(turned || read.tokens.is_sorted_by_key(|token| token.span.start), "{text:?}");
}

proptest! {
    #[test]
    fn any_string(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mixture(parts in proptest::collection::vec(prop_oneof![
        "[a-zA-Z]{1,8}", "[a-z0-9!@$*|]{1,6}", "[ .,;:!?\"'“”‘’«»()\\-\n]{1,3}", "[а-яα-ω]{1,5}", "[🔥🔪👨\u{200D}\u{FE0F}🇬🇧🏽]{1,4}",
        "[\u{200B}\u{301}\u{489}ǝɹɐʇɯᴉ]{1,3}", "([a-z][ .]){1,6}", "#[A-Za-z0-9_]{1,9}", "@[a-z]{1,5}", "[0-9:.,/£]{1,7}",
    ], 0..24)) {
        check(&parts.concat());
    }
}

fn time(text: &str, times: usize) -> std::time::Duration {
    let start = std::time::Instant::now();
    for _ in 0..times {
        std::hint::black_box(normalise(text));
    }
    start.elapsed()
}

#[test]
fn time_grows_with_length_and_no_faster() {
    for unit in [
        "We saw them near the old mosque, he said. ",
        "a ",
        "e\u{301}\u{301}",
        "((((",
        "k.k.k.k.",
        "k*ll ",
        "k1ll",
        "“",
        "' s' ",
        "#Ab",
        "x",
        "👨\u{200D}",
        "z!",
        "ǝ ",
        "qzx jkv ",
    ] {
        let text = |bytes: usize| unit.repeat(bytes / unit.len());
        // As many bytes in 25 short texts as in one long one, timed one right after the other, so that a busy machine slows
        // both. A quadratic step makes the long one 25 times as slow; the best of a few rounds must stay below five.
        let (short, long) = (text(6_000), text(150_000));
        let mut rounds = (0..6).map(|_| time(&long, 1).as_secs_f64() / time(&short, 25).as_secs_f64());
        assert!(rounds.any(|ratio| ratio < 5.0), "{unit:?}: one text of 150 KB is slower than 25 of 6 KB");
    }
}

#[test]
fn every_line_of_the_tables_has_its_form() {
    let lines = |file: &str| -> Vec<String> {
        let path = format!("{}/data/normalise/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect("the table is there");
        text.lines().filter(|line| !line.starts_with("# ")).map(str::to_owned).collect()
    };
    for file in ["words.txt", "abbreviations.txt", "masked.txt"] {
        for line in lines(file) {
            assert!(!line.is_empty() && line.bytes().all(|byte| byte.is_ascii_lowercase()), "{file}: {line:?}");
        }
    }
    for file in ["aliases.txt", "contractions.txt"] {
        for line in lines(file) {
            let sides = line.split_once(" = ").or_else(|| line.split_once(" ~ "));
            let (spelling, words) = sides.unwrap_or_else(|| panic!("{file}: {line:?} lacks its sign"));
            assert!(
                spelling != words && words.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' '),
                "{file}: {line:?}"
            );
        }
    }
    for file in ["leet.txt", "emoji.txt", "flips.txt", "folds.txt", "lookalikes.txt"] {
        for line in lines(file) {
            let columns: Vec<&str> = line.split(' ').collect();
            assert!(columns.len() > 1 && columns.iter().all(|column| !column.is_empty()), "{file}: {line:?}");
        }
    }
}

#[test]
fn a_post_without_full_stops_divides_at_capitals_that_are_no_names() {
    let begins = |text: &str| -> Vec<String> {
        let read = normalise(text);
        let begun = read.tokens.iter().filter(|token| token.before.meets(Marks::SENTENCE));
        begun.map(|token| read.word(token).to_owned()).collect()
    };
    assert_eq!(begins("We never did see him Then they said it was fine and I'll go on Friday"), ["then"]);
    assert_eq!(begins("Nobody in this town ever said that Somalis or Poles are vermin"), Vec::<String>::new());
    assert_eq!(begins("We never did see him. Then they said it was fine You know"), ["then"]);
}
