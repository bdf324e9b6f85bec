//! Which elements together make a category: the rules, tried where their first word or element stands.

use std::ops::Range;

use crate::elements::Elements;

/// A rule that matched some tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub rule: usize,
    pub tokens: Range<usize>,
}

/// Every hit of every rule, in the order of the text. Hits of one rule do not overlap.
pub fn find(elements: &Elements) -> Vec<Hit> {
    let grammar = elements.grammar();
    let mut hits: Vec<Hit> = Vec::new();
    let (mut candidates, mut ends) = (Vec::new(), Vec::new());
    for start in 0..elements.len() {
        elements.candidates(&grammar.rule_index, start, &mut candidates);
        for &id in &candidates {
            let compiled = &grammar.rule_index.sequences[id as usize];
            let rule = compiled.owner as usize;
            let covered = |hit: &Hit| hit.rule == rule && hit.tokens.end > start;
            if hits.iter().rev().take(16).any(covered) {
                continue;
            }
            elements.ends(compiled, start, &mut ends);
            let Some(end) = ends.iter().map(|&(end, _)| end).max() else { continue };
            let hit = Hit { rule, tokens: start..end };
            if holds(elements, &hit) {
                hits.push(hit);
            }
        }
    }
    hits
}

/// Whether everything that a rule asks for beside its pattern is true of a hit.
fn holds(elements: &Elements, hit: &Hit) -> bool {
    let rule = &elements.grammar().rules[hit.rule];
    let sentence = elements.sentence(hit.tokens.start).start..elements.sentence(hit.tokens.end - 1).end;
    let post = 0..elements.len();
    !elements.any(&rule.unless, sentence.clone())
        && !elements.any(&rule.unless_post, post.clone())
        && rule.near.iter().all(|pattern| elements.any(pattern, sentence.clone()))
        && rule.with.iter().all(|pattern| elements.any(pattern, post.clone()))
}
