use std::path::Path;

use firebreak::engine::Engine;
use firebreak::report::{Level, Stance};
use serde::Deserialize;

/// One file of `tests/cases/judgement`. The wasm tests read the same files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    level: Level,
    /// Category ids at any level, in the order of the specification.
    labels: Vec<String>,
    stance: Option<Stance>,
    /// The marked words of the first label.
    words: Option<Vec<String>>,
}

#[test]
fn every_case_gets_its_judgement() {
    let engine = Engine::builtin();
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/judgement"));
    let mut count = 0;
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let cases: Cases = toml::from_str(&std::fs::read_to_string(&path).unwrap()).expect("a readable file of cases");
        for case in cases.case {
            count += 1;
            let report = engine.judge(&case.text);
            let labels: Vec<&str> = report.labels.iter().map(|label| label.id.id()).collect();
            let stance = case.stance.is_none_or(|stance| stance == report.stance);
            let words = case.words.as_ref().is_none_or(|words| *words == marked(&case.text, &report));
            if report.level != case.level || labels != case.labels || !stance || !words {
                faults.push(format!(
                    "{}: {:?}\n  got {:?} {labels:?} {:?}",
                    path.display(),
                    case.text,
                    report.level,
                    report.stance
                ));
            }
        }
    }
    assert!(count > 0, "no cases were found");
    assert!(faults.is_empty(), "{} of {count} cases:\n{}", faults.len(), faults.join("\n"));
}

fn marked(text: &str, report: &firebreak::report::Report) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let spans = report.labels.first().map(|label| label.spans.as_slice()).unwrap_or_default();
    spans.iter().map(|span| String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap()).collect()
}
