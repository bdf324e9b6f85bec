use firebreak::engine::Engine;
use firebreak::gate::{self, Gate};
use firebreak::own::OwnPack;
use firebreak::reader::Reader;
use firebreak::report::Report;
use serde_json::Value;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/data/models/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a model file of this project")
}

fn vectors() -> Vec<Value> {
    serde_json::from_slice(&file("vectors.json")).expect("vectors are JSON")
}

fn text(vector: &Value) -> &str {
    vector["text"].as_str().expect("a text")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|number| number.as_f64().expect("a number")).collect()
}

#[test]
fn the_reader_reads_as_it_did_in_training() {
    let reader = Reader::load(&file("reader.bin")).expect("the reader loads");
    for vector in vectors() {
        let text = text(&vector);
        let pieces = reader.pieces(text);
        let known: Vec<f64> = pieces.iter().map(|piece| piece.0 as f64).collect();
        assert_eq!(known, numbers(&vector["pieces"]), "pieces of {text:?}");
        let places: Vec<Vec<f64>> = pieces.iter().map(|(_, at)| vec![at.start as f64, at.end as f64]).collect();
        let want: Vec<Vec<f64>> = vector["places"].as_array().expect("a list").iter().map(numbers).collect();
        assert_eq!(places, want, "places of {text:?}");
        let reading = reader.read(text);
        for (name, have) in [("categories", &reading.categories[..]), ("stance", &reading.stance[..])] {
            for (have, want) in have.iter().zip(numbers(&vector[name])) {
                assert!((*have as f64 - want).abs() < 1e-3, "{name} of {text:?}: {have} for {want}");
            }
        }
    }
}

#[test]
fn words_that_made_a_category_lie_in_the_text() {
    let reader = Reader::load(&file("reader.bin")).expect("the reader loads");
    let text = "Look 😀: they are vermin, all of them.";
    let reading = reader.read(text);
    for (category, spans) in reading.words.iter().enumerate() {
        assert!(!spans.is_empty(), "category {category} points at nothing");
        assert!(spans.iter().all(|span| !span.of(text).trim().is_empty()));
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
    assert!(reader.read("").words.iter().all(Vec::is_empty), "an empty text has no words");
}

#[test]
fn the_gate_sees_the_features_it_was_trained_on() {
    let gate = Gate::load(&file("gate.bin")).expect("the gate loads");
    for vector in vectors() {
        let mut found = vec![Vec::new(); gate::KINDS];
        gate::features(gate.fold(), text(&vector), |kind, feature| found[kind].push(feature as f64));
        let want: Vec<Vec<f64>> = vector["features"].as_array().expect("a list a kind").iter().map(numbers).collect();
        assert_eq!(found, want, "features of {:?}", text(&vector));
        let score = gate.score(text(&vector)) as f64;
        let want = vector["gate"].as_f64().expect("a number");
        assert!((score - want).abs() < 1e-4, "gate of {:?}: {score} for {want}", text(&vector));
    }
}

#[test]
fn a_damaged_file_is_refused() {
    let whole = file("gate.bin");
    for at in [0, 9, 13, 20, 24, whole.len() / 2, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        assert!(Gate::load(&bytes).is_err(), "a flipped bit in byte {at} went unnoticed");
    }
    assert!(Gate::load(&whole[..whole.len() - 1]).is_err(), "a file cut short went unnoticed");
    assert!(Gate::load(&[]).is_err());
    assert!(Reader::load(&whole).is_err(), "the gate is no reader");
    let fault = Gate::load(&whole[..40]).err().expect("a fault").to_string();
    assert!(fault.contains("gate.bin") && fault.contains("damaged"), "{fault}");
}

#[test]
fn a_label_on_words_too_far_on_to_be_read_stays() {
    let mut engine = Engine::builtin();
    let text = format!("{} We should kill them all tonight.", "The ferry leaves at nine. ".repeat(2000));
    let by_rules = engine.judge(&text);
    assert!(!by_rules.labels.is_empty(), "the rules see it");
    engine.load_reader(&file("reader.bin")).expect("the reader loads");
    let ids = |report: &Report| report.labels.iter().map(|label| label.id).collect::<Vec<_>>();
    assert_eq!(ids(&engine.judge(&text)), ids(&by_rules));
}

/// What the model lowers in the built-in rules it leaves alone in a reader's own.
#[test]
fn a_rule_of_the_readers_own_is_not_the_models_to_judge() {
    let pack = r#"
[[rule]]
id = "mine"
category = "hate"
when = ["turnip soup"]
act = 3
mode = "stated"
target = 2
reason = "I asked to be told of turnip soup."
wrong = "It would be wrong never."
match = ["turnip soup", "Turnip soup!", "my turnip soup"]
allow = ["turnips", "soup", "turnip and soup"]
"#;
    let own = OwnPack::parse("mine.toml", pack).expect("a pack without faults");
    let mut engine = Engine::with_own_packs(vec![own]).expect("a pack that fits beside ours");
    let text = "We had turnip soup in the garden and it was lovely.";
    let by_rules = engine.judge(text);
    assert_eq!(by_rules.labels.len(), 1);
    engine.load_gate(&file("gate.bin")).expect("the gate loads");
    engine.load_reader(&file("reader.bin")).expect("the reader loads");
    assert_eq!(engine.judge(text).labels, by_rules.labels);
}
