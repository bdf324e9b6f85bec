//! Which elements together make a category: the rules, tried where their first word or element stands.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::elements::Elements;
use crate::parts::Sequences;

/// A rule that matched some tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub rule: usize,
    pub tokens: Range<usize>,
    /// How many of the rule's raisers stand in the post.
    pub raised: usize,
}

/// What a rule finds in the whole post; looked for once, however often the rule matches.
#[derive(Debug, Clone, Copy)]
struct InPost {
    allowed: bool,
    raised: usize,
}

/// Every hit of every rule, in the order of the text. Hits of one rule do not overlap.
pub fn find(elements: &Elements) -> Vec<Hit> {
    let grammar = elements.grammar();
    let mut hits: Vec<Hit> = Vec::new();
    let (mut candidates, mut ends) = (Vec::new(), Vec::new());
    let mut posts: FxHashMap<usize, InPost> = FxHashMap::default();
    for start in 0..elements.len() {
        elements.candidates(grammar.rule_stage(), start, &mut candidates);
        for &id in &candidates {
            let compiled = grammar.sequence(id);
            let rule = compiled.owner as usize;
            let covered = |hit: &Hit| hit.rule == rule && hit.tokens.end > start;
            if hits.iter().rev().take(16).any(covered) {
                continue;
            }
            elements.ends(compiled, start, &mut ends);
            let Some(end) = ends.iter().map(|&(end, _)| end).max() else { continue };
            let post = *posts.entry(rule).or_insert_with(|| in_post(elements, rule));
            let tokens = start..end;
            if post.allowed && in_sentence(elements, rule, &tokens) {
                hits.push(Hit { rule, tokens, raised: post.raised });
            }
        }
    }
    hits
}

fn in_post(elements: &Elements, rule: usize) -> InPost {
    let rule = elements.grammar().rule(rule);
    let has = |sequences: &Sequences| elements.any(sequences, 0..elements.len());
    let allowed = !has(&rule.unless_post) && rule.with.iter().all(&has);
    let raised = if allowed { rule.raise.iter().filter(|pattern| has(pattern)).count() } else { 0 };
    InPost { allowed, raised }
}

fn in_sentence(elements: &Elements, rule: usize, tokens: &Range<usize>) -> bool {
    let rule = elements.grammar().rule(rule);
    let sentence = elements.sentences(tokens);
    !elements.any(&rule.unless, sentence.clone())
        && rule.near.iter().all(|pattern| elements.any(pattern, sentence.clone()))
}
