use std::sync::OnceLock;

use firebreak::engine::Engine;
use firebreak::report::{Category, Level};
use proptest::prelude::*;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(Engine::builtin)
}

#[test]
fn an_empty_text_gives_an_empty_report() {
    let report = engine().judge("");
    assert_eq!(report.level, Level::None);
    assert!(report.labels.is_empty());
}

#[test]
fn the_printed_form_is_the_documented_one() {
    let report = serde_json::to_value(engine().judge("They should all be shot. 😡 Kill them all.")).unwrap();
    let mut keys: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["engine", "labels", "lang", "level", "reader", "rules", "stance", "truncated"]);
    let label = report["labels"][0].as_object().expect("this text is labelled");
    let mut keys: Vec<&str> = label.keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["confidence", "id", "level", "reason", "rule", "spans", "stance", "sum", "wrong"]);
    assert_eq!(report["rules"].as_str().unwrap().len(), 8);
}

#[test]
fn a_megabyte_is_cut_and_says_so() {
    let report = engine().judge(&"kill them all ".repeat(80_000));
    assert!(report.truncated);
    assert_eq!(report.level, Level::Warning);
}

#[test]
fn a_thread_feeds_the_combination_rule_and_nothing_else() {
    let harmless = engine().judge_in_thread("Lovely weather in the park today.", &[Category::UnverifiedBlame]);
    assert_eq!(harmless, engine().judge("Lovely weather in the park today."));
}

/// Texts that look like posts: rule words, marks, emoji, controls, in any order.
fn postlike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("kill".to_string()),
        Just("them all".to_string()),
        Just("\"".to_string()),
        Just("… ".to_string()),
        Just("\u{200b}\u{202e}".to_string()),
        Just("👩‍👩‍👧".to_string()),
        Just("@name #TakeThemOut".to_string()),
        "\\PC{0,6}",
        " |\n|[.,!?]",
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_gives_a_report_with_spans_inside_it(text in postlike()) {
        let report = engine().judge(&text);
        let units: Vec<u16> = text.encode_utf16().collect();
        for label in &report.labels {
            prop_assert!(!label.spans.is_empty());
            for span in &label.spans {
                prop_assert!(span.start < span.end && span.end as usize <= units.len());
                prop_assert!(String::from_utf16(&units[span.start as usize..span.end as usize]).is_ok());
            }
        }
        prop_assert_eq!(report.level, report.labels.iter().map(|label| label.level).max().unwrap_or_default());
    }
}
