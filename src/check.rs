//! Runs the examples that rules carry: those that must match, and the look-alikes that must not.

use serde::Serialize;

use crate::engine::Engine;
use crate::report::Level;
use crate::source::Source;

/// An example, and whether its rule did what it says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tried {
    pub file: String,
    /// Where the rule begins.
    pub line: u32,
    pub rule: String,
    pub example: String,
    /// True where the rule should match.
    pub should_match: bool,
    /// True where it did as it should.
    pub passed: bool,
}

/// Every example of the packs, in their order.
pub fn examples(engine: &Engine, packs: &[Source]) -> Vec<Tried> {
    let mut tried = Vec::new();
    for pack in packs {
        for rule in &pack.rules {
            let examples =
                rule.matches.iter().map(|text| (text, true)).chain(rule.allows.iter().map(|text| (text, false)));
            for (example, should_match) in examples {
                let spoke =
                    engine.rules_that_speak(example).iter().any(|(id, level)| *id == rule.id && *level > Level::None);
                tried.push(Tried {
                    file: pack.file.clone(),
                    line: rule.line,
                    rule: rule.id.clone(),
                    example: example.clone(),
                    should_match,
                    passed: spoke == should_match,
                });
            }
        }
    }
    tried
}

/// Every example of the packs that fails.
pub fn failures(engine: &Engine, packs: &[Source]) -> Vec<Tried> {
    examples(engine, packs).into_iter().filter(|tried| !tried.passed).collect()
}
