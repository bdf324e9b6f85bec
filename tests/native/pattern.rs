use firebreak::engine::Engine;
use firebreak::report::Level;
use firebreak::source::Source;

/// Whether a pattern matches a text, by way of a pack that holds nothing else.
fn matches(pattern: &str, text: &str) -> bool {
    let pack = format!(
        r#"
category = "threat"
[irregular]
shoot = "shot"
[elements.negation]
role = "negator"
is = ["not"]
[elements.them]
is = ["(them | him | those people)"]
[elements.shoot]
is = ["shoot~", "gun~ ..2 down"]
[[rule]]
id = "x"
when = ["{pattern}"]
act = 4
mode = "threatened"
target = 2
reason = "r"
wrong = "w"
match = ["a", "b", "c"]
allow = ["d", "e", "f"]
"#
    );
    let (_, weights) = firebreak::builtin::parts();
    let pack = Source::parse("test.toml", &pack).expect(pattern);
    let engine = Engine::with_packs(&[pack], weights, "test".into()).expect(pattern);
    engine.rules_that_speak(text).iter().any(|(_, level)| *level > Level::None)
}

#[test]
fn words_stand_side_by_side_in_one_sentence() {
    assert!(matches("burn it", "We BURN it."));
    assert!(!matches("burn it", "We burn. It is late."));
    assert!(!matches("burn it", "burn\nit"));
    assert!(!matches("burn it", "burnit now"));
}

#[test]
fn verbs_and_nouns_inflect() {
    for form in ["stab", "stabs", "stabbing", "stabbed", "stabbin"] {
        assert!(matches("stab~ him", &format!("{form} him")), "{form}");
    }
    assert!(matches("shoot~ him", "shot him"));
    assert!(!matches("shoot~ him", "shooted him"));
    for (noun, plural) in [("city", "cities"), ("church", "churches"), ("boy", "boys")] {
        assert!(matches(&format!("{noun}+"), plural) && matches(&format!("{noun}+"), noun));
    }
}

#[test]
fn a_form_can_be_asked_for() {
    assert!(matches("<shoot:base> <them>", "shoot those people"));
    assert!(!matches("<shoot:base> <them>", "shot those people"));
    assert!(matches("<shoot:past> <them>", "gunned quickly down him"));
}

#[test]
fn gaps_stop_at_negations_and_sentence_ends_unless_free() {
    assert!(matches("shoot ..2 him", "shoot and bury him"));
    assert!(!matches("shoot ..2 him", "shoot and then bury him"));
    assert!(!matches("shoot ..2 him", "shoot not him"));
    assert!(!matches("shoot ..2 him", "shoot. Bury him"));
    assert!(matches("shoot ...2 him", "shoot. Not him"));
}

#[test]
fn alternatives_options_and_prohibitions() {
    assert!(matches("(hang | string up) him", "string up him") && matches("(hang | string up) him", "hang him"));
    assert!(matches("hang all? of? them", "hang them") && matches("hang all? of? them", "hang all of them"));
    assert!(matches("hang (on | out)? them", "hang out them"));
    assert!(matches("hang !on him", "hang him") && !matches("hang !on _ him", "hang on to him"));
    assert!(matches("-we -to hang him", "then hang him") && !matches("-we -to hang him", "we hang him"));
    assert!(matches("-we hang him", "So we. Hang him"), "the word before stands in another sentence");
}

#[test]
fn sentence_ends_numbers_shapes_and_capitals() {
    assert!(matches("^ burn", "Well. Burn it") && !matches("^ burn", "we burn it"));
    assert!(matches("burn it $", "burn it! Now") && !matches("burn it $", "burn it now"));
    assert!(matches("at #Dpm", "at 8pm") && !matches("at #Dpm", "at 10pm"));
    assert!(matches("room #", "room 101"));
    assert!(matches("ask @cap", "ask Verity") && !matches("ask @cap", "ask verity"));
    assert!(matches("ask @mention", "ask @verity"));
}

#[test]
fn a_pattern_that_cannot_be_read_says_why() {
    let fault = |pattern: &str| {
        let text = format!("[elements.x]\nis = [\n  \"fine\",\n  \"{pattern}\",\n]\n");
        let pack = Source::parse("packs/mine.toml", &text).unwrap();
        let (_, weights) = firebreak::builtin::parts();
        Engine::with_packs(&[pack], weights, "test".into()).err().expect(pattern).to_string()
    };
    for (pattern, words) in [
        ("..3 burn", "must begin with a word"),
        ("(burn", "not closed"),
        ("burn)", "no partner"),
        ("burn | ", "empty"),
        ("burn ..99 it", "from 1 to 30"),
        ("<nothing>", "no element `nothing`"),
        ("<x:gerund>", "base, s, ing or past"),
        ("b*rn", "no word"),
        ("<x> y", "made of itself"),
    ] {
        let message = fault(pattern);
        assert!(message.contains(words), "{pattern}: {message}");
        assert!(message.starts_with("packs/mine.toml:"), "{message}");
    }
    assert!(fault("(burn").starts_with("packs/mine.toml:4:"));
}
