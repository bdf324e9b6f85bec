//! The only place that knows the order of the steps.

use crate::report::*;
use crate::span::{Span, to_utf16};

/// Rules and models, ready to judge.
pub struct Engine {}

impl Engine {
    pub fn builtin() -> Engine {
        Engine {}
    }

    // Replaced within the hour by the rule engine; one phrase lets the rest of the spine be built meanwhile.
    pub fn judge(&self, text: &str) -> Report {
        let labels: Vec<Label> = text
            .find("burn it down")
            .map(|at| Label {
                id: Category::CallToViolence,
                level: Level::Warning,
                confidence: Confidence::Likely,
                stance: Stance::Asserts,
                rule: "call-to-violence/stand-in".into(),
                reason: "Urges others to burn a building.".into(),
                wrong: "It would be wrong if this were about a game or a metaphor.".into(),
                spans: to_utf16(text, &[Span::new(at, at + 12)]),
                sum: vec![
                    Part { part: "Target: a place".into(), points: 2 },
                    Part { part: "Act: serious harm".into(), points: 4 },
                    Part { part: "Mode: urged".into(), points: 3 },
                ],
            })
            .into_iter()
            .collect();
        Report {
            level: labels.iter().map(|label| label.level).max().unwrap_or_default(),
            stance: Stance::Asserts,
            lang: "en".into(),
            truncated: false,
            labels,
            engine: env!("CARGO_PKG_VERSION").into(),
            rules: "00000000".into(),
        }
    }
}
