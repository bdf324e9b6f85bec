use firebreak::engine::Engine;
use firebreak::source::Source;

fn fault(text: &str) -> String {
    let (_, weights) = firebreak::builtin::parts();
    Source::parse("mine.toml", text)
        .and_then(|pack| Engine::with_packs(&[pack], weights, "test".into()))
        .err()
        .unwrap_or_else(|| panic!("accepted: {text}"))
        .to_string()
}

const RULE: &str = r#"
[[rule]]
id = "x"
category = "threat"
when = ["burn it"]
act = 4
mode = "threatened"
reason = "r"
wrong = "w"
match = ["a", "b", "c"]
allow = ["d", "e", "f"]
"#;

#[test]
fn a_broken_pack_is_refused_with_file_line_and_remedy() {
    for (text, place, words) in [
        ("[elements.a\n", "mine.toml:1:", "data/README.md"),
        ("[elements.a]\nis = [\"b\"]\nfoo = 1\n", "mine.toml:3:", "foo"),
        ("[elements.a]\nrole = \"time\"\n", "mine.toml:1:", "no field `is`"),
        ("[elements.a]\nis = [\"b\",\n  4]\n", "mine.toml:3:", "integer, expected a list of strings"),
        ("[elements]\na = 1\n", "mine.toml:2:", "expected a table"),
        ("[irregular]\nshake = [\"shook\"]\n", "mine.toml:2:", "expected strings"),
        (&RULE.replace("act = 4", "act = 4.5"), "mine.toml:6:", "expected a whole number"),
        (&RULE.replace("mode = \"threatened\"\n", ""), "mine.toml:2:", "no field `mode`"),
        ("[elements.a]\nrole = \"hero\"\nis = [\"b\"]\n", "mine.toml:3:", "write target"),
        (&RULE.replace("category = \"threat\"\n", ""), "mine.toml:2:", "has no category"),
        (&RULE.replace("\"threat\"", "\"rudeness\""), "mine.toml:2:", "is no category"),
        (&RULE.replace("threatened", "shouted"), "mine.toml:2:", "is no mode"),
        (&RULE.replace(", \"c\"", ""), "mine.toml:2:", "3 examples to match"),
        (&RULE.replace("when = [\"burn it\"]", "when = []"), "mine.toml:2:", "give it a pattern"),
        ("[[cue]]\nstance = \"shouts\"\nscope = \"post\"\nwhen = [\"a\"]\n", "mine.toml:1:", "is no stance"),
        ("[[cue]]\nstance = \"asks\"\nscope = \"page\"\nwhen = [\"a\"]\n", "mine.toml:1:", "is no scope"),
    ] {
        let message = fault(text);
        assert!(message.starts_with(place) && message.contains(words), "{text}\n{message}");
    }
}

#[test]
fn an_element_defined_twice_is_refused() {
    let (_, weights) = firebreak::builtin::parts();
    let pack = |file| Source::parse(file, "[elements.a]\nis = [\"b\"]\n").unwrap();
    let message =
        Engine::with_packs(&[pack("a.toml"), pack("b.toml")], weights, "test".into()).err().unwrap().to_string();
    assert!(message.starts_with("b.toml:2:") && message.contains("defined twice"), "{message}");
}

#[test]
fn elements_nested_too_deep_are_refused_and_those_that_fit_are_found() {
    let chain = |length: usize| {
        let link = |at: usize| format!("[elements.e{at}]\nis = [\"<e{}>\"]\n", at - 1);
        let first = "[elements.e0]\nis = [\"burn it\"]\n".to_string();
        first + &(1..length).map(link).collect::<String>()
    };
    assert!(fault(&chain(80)).contains("one inside the other"));
    let (_, weights) = firebreak::builtin::parts();
    let text = chain(20) + &RULE.replace("burn it", "<e19>").replace("act = 4", "act = 4\ntarget = 3");
    let pack = Source::parse("mine.toml", &text).unwrap();
    let engine = Engine::with_packs(&[pack], weights, "test".into()).unwrap();
    assert_eq!(engine.rules_that_speak("burn it").len(), 1);
}

#[test]
fn looks_ahead_lose_no_match() {
    let pack = |pattern: &str| {
        // With `most` among the words, a mask of `must` is read as that first.
        let elements = "[elements.negation]\nrole = \"negator\"\nis = [\"not\"]\n[elements.hut]\nis = [\"old hut\"]\n\
                        [elements.most]\nis = [\"most\"]\n";
        let rule = RULE.replace("burn it", pattern).replace("act = 4", "act = 4\ntarget = 3");
        Source::parse("mine.toml", &(elements.to_owned() + &rule)).unwrap()
    };
    let many = (0..40).map(|at| format!("word{at}")).collect::<Vec<_>>().join("|");
    let long = format!("({many}|burn) must");
    for (pattern, found, passed) in [
        // Over a gap of every width, to a word, to the reading of a mask that comes second, to an element, to the end.
        ("burn ..2 must", "burn must", "burn oak elm ash must"),
        ("burn ..2 must", "burn oak must", "burn not must"),
        ("burn ..2 must", "burn oak elm must", "burn oak. must"),
        ("burn ..2 must", "burn oak elm m*st", "burn oak elm ash m*st"),
        ("burn ...2 must", "burn not. must", "burn not. oak elm must"),
        ("burn ..2 <hut>", "burn the old hut", "burn the hut"),
        ("burn ..1 #", "burn the 42", "burn the two"),
        ("burn ..1 !must it", "burn the it", "burn the at"),
        ("<hut> ..1 must", "old hut m*st", "hut must"),
        // Single steps, of a word, of a mask, of an element; a word far back in a long set; what must not stand before.
        ("must|<hut>", "m*st", "most"),
        ("must|<hut>", "the old hut", "the hut"),
        (&long, "burn must", "word must"),
        ("-not burn ..1 must", "we burn must", "not burn must"),
    ] {
        let (_, weights) = firebreak::builtin::parts();
        let engine = Engine::with_packs(&[pack(pattern)], weights, "test".into()).unwrap();
        assert_eq!(engine.rules_that_speak(found).len(), 1, "{pattern}: {found}");
        assert_eq!(engine.rules_that_speak(passed).len(), 0, "{pattern}: {passed}");
    }
}
