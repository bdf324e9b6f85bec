//! How the report of a card differs from what this version says.

use firebreak::engine::Engine;
use firebreak::report::SecondLook;

use super::card::{Card, Label, Report};

/// Judges a card's text again, as it was judged: by the rules alone where the card says so. Empty where the report is
/// the same in level, stance and labels.
pub fn differences(engine: &Engine, card: &Card) -> Result<Vec<String>, String> {
    let text = &card.post.text;
    let now = match card.report.reader {
        Some(SecondLook::Absent) => engine.first_look(text, &card.thread).report,
        _ => engine.judge_in_thread(text, &card.thread),
    };
    // Through JSON, so that both are compared as they are written.
    let now = serde_json::to_value(now).and_then(serde_json::from_value).map_err(|fault| fault.to_string())?;
    Ok(between(&card.report, &now))
}

/// Whether a report says that it is of this version. It may still differ: the language model may have been left out.
pub fn of_this_version(engine: &Engine, card: &Card) -> bool {
    card.report.engine == firebreak::engine::VERSION && card.report.rules == engine.rules()
}

fn between(was: &Report, now: &Report) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: &str, was: &str, now: &str| {
        if was != now {
            found.push(format!("{what} {was} → {now}"));
        }
    };
    compare("level", &was.level, &now.level);
    compare("stance", &was.stance, &now.stance);
    let label = |labels: &[Label], id: &str| labels.iter().position(|label| label.id == id);
    for old in &was.labels {
        found.extend(match label(&now.labels, &old.id).map(|place| &now.labels[place]) {
            None => Some(format!("{} gone", old.id)),
            Some(new) if new == old => None,
            Some(new) if new.level != old.level => Some(format!("{} {} → {}", old.id, old.level, new.level)),
            Some(new) => Some(format!("{} with another {}", old.id, other_parts(old, new).join(", "))),
        });
    }
    let new = now.labels.iter().filter(|new| label(&was.labels, &new.id).is_none());
    found.extend(new.map(|new| format!("{} new, {}", new.id, new.level)));
    found
}

/// The parts of a label that differ, but for its level.
fn other_parts(was: &Label, now: &Label) -> Vec<&'static str> {
    let parts = [
        ("confidence", was.confidence != now.confidence),
        ("stance", was.stance != now.stance),
        ("rule", was.rule != now.rule),
        ("reason", was.reason != now.reason),
        ("doubt", was.wrong != now.wrong),
        ("choice of words", was.spans != now.spans),
        ("sum", was.sum != now.sum),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}
