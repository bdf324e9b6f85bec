use std::collections::BTreeSet;
use std::path::Path;

use firebreak::check;
use firebreak::engine::Engine;
use firebreak::folder;
use firebreak::own::OwnPack;
use firebreak::report::{Category, Stance};
use firebreak::source::Source;

fn data() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))
}

/// The build script writes the packs down in a form of its own; what is read back must say the same.
#[test]
fn the_built_in_engine_judges_as_the_files_say() {
    let (packs, weights) = folder::read(data()).unwrap();
    let written = Engine::builtin();
    let read = Engine::with_packs(&packs, weights, written.rules().into()).unwrap();
    for rule in packs.iter().flat_map(|pack| &pack.rules) {
        for text in rule.matches.iter().chain(&rule.allows) {
            assert_eq!(written.judge(text), read.judge(text), "{text}");
        }
    }
}

#[test]
fn a_pack_of_the_readers_own_may_use_built_in_elements_and_verbs() {
    let text = r#"
[[rule]]
id = "zorbs"
category = "threat"
when = ["(<act-kill:base> | bite~) the zorbs"]
act = 4
mode = "threatened"
target = 3
reason = "r"
wrong = "w"
match = ["kill the zorbs", "murder the zorbs", "they bit the zorbs"]
allow = ["killed the zorbs", "the zorbs", "biter the zorbs"]
"#;
    let engine = Engine::with_own_packs(vec![OwnPack::parse("mine.toml", text).unwrap()]).unwrap();
    let failures = check::failures(&engine, &[Source::parse("mine.toml", text).unwrap()]);
    assert!(failures.is_empty(), "{failures:#?}");
    let twice = "[elements.act-kill]\nis = [\"b\"]\n";
    let fault = Engine::with_own_packs(vec![OwnPack::parse("mine.toml", twice).unwrap()]).err().unwrap().to_string();
    assert!(fault.starts_with("mine.toml:2:") && fault.contains("defined twice"), "{fault}");
}

#[test]
fn every_example_of_every_rule_holds() {
    let (packs, weights) = folder::read(data()).unwrap();
    let engine = Engine::with_packs(&packs, weights, "test".into()).unwrap();
    let failures = check::failures(&engine, &packs);
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn rules_have_names_of_their_own() {
    let (packs, _) = folder::read(data()).unwrap();
    let mut seen = BTreeSet::new();
    for rule in packs.iter().flat_map(|pack| &pack.rules) {
        assert!(seen.insert(&rule.id), "{} is there twice", rule.id);
    }
}

#[test]
fn the_weights_are_complete_and_as_the_specification_prints_them() {
    let (_, weights) = folder::read(data()).unwrap();
    for category in Category::ALL {
        let levels = &weights.category[category.id()];
        assert!(levels.note <= levels.caution && levels.caution < levels.warning, "{}", category.id());
    }
    assert_eq!(weights.category.len(), Category::ALL.len());
    let modes = &weights.mode;
    let printed = [modes.reported, modes.stated, modes.wished, modes.justified, modes.urged, modes.threatened];
    assert_eq!(printed, [-4, 0, 1, 2, 3, 4]);
    assert_eq!((weights.words.target.len(), weights.words.act.len()), (4, 5));
    for stance in ["asserts", "quotes", "reports", "condemns", "negates", "asks", "jokes-or-plays"] {
        assert!(weights.stance.contains_key(stance) && weights.words.stance.contains_key(stance), "{stance}");
        let _: Stance = serde_json::from_value(stance.into()).unwrap();
    }
}

#[test]
fn reports_name_own_packs_by_their_content() {
    let rules = |text: &str| {
        let own = OwnPack::parse("mine.toml", text).unwrap();
        Engine::with_own_packs(vec![own]).unwrap().rules().to_string()
    };
    let one = rules("[elements.mine]\nis = [\"burn it\"]\n");
    let (built_in, own) = one.split_once('+').expect("a part for the reader's own packs");
    assert_eq!(built_in, Engine::builtin().rules());
    assert!(own.len() == 8 && own.bytes().all(|byte| byte.is_ascii_hexdigit()), "{one}");
    assert_eq!(one, rules("[elements.mine]\nis = [\"burn it\"]\n"));
    assert_ne!(one, rules("[elements.mine]\nis = [\"burn that\"]\n"));
}
