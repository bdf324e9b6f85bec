//! From scored hits to the labels a reader sees: one for each category, with its reason and its exact words.

use crate::elements::Elements;
use crate::report::{Category, Label, Level, Part, Stance};
use crate::score::Scored;
use crate::span::{Span, to_utf16};
use crate::stance::Stances;
use crate::weights::Weights;

/// More marked stretches than this would be clutter.
const MOST_SPANS: usize = 6;

/// The labels of a text, in the order of the specification.
pub fn labels(elements: &Elements, stances: &Stances, mut scored: Vec<Scored>, original: &str) -> Vec<Label> {
    for one in &mut scored {
        // Repeated speech keeps a quiet note only where a whole sentence at warning level stands there word for word.
        if one.stance != Stance::Asserts
            && one.level_if_asserted == Level::Warning
            && stances.quoted(&one.hit)
            && stances.quotes_whole_sentence(&one.hit)
        {
            one.level = Level::Note;
        }
    }
    Category::ALL.iter().filter_map(|&category| label(elements, category, &scored, original)).collect()
}

fn label(elements: &Elements, category: Category, scored: &[Scored], original: &str) -> Option<Label> {
    let grammar = elements.grammar();
    let of_category = |one: &&Scored| grammar.rule(one.hit.rule).category == category && one.level > Level::None;
    let total = |one: &Scored| one.sum.iter().map(|part| part.points).sum::<i32>();
    let best = scored.iter().filter(of_category).max_by_key(|one| (one.level, total(one)))?;
    let mut spans: Vec<Span> = Vec::new();
    let mut hits: Vec<_> = scored.iter().filter(of_category).map(|one| one.hit.tokens.clone()).collect();
    hits.sort_by_key(|tokens| tokens.start);
    for tokens in hits {
        // Text written upside down has its tokens in reading order, so its first may stand last.
        let (first, last) = (elements.token(tokens.start).span, elements.token(tokens.end - 1).span);
        let (start, end) = (first.start.min(last.start), first.end.max(last.end));
        match spans.last_mut() {
            Some(last) if start <= last.end && last.start <= end => {
                (last.start, last.end) = (last.start.min(start), last.end.max(end));
            }
            _ => spans.push(Span { start, end }),
        }
    }
    spans.truncate(MOST_SPANS);
    let rule = grammar.rule(best.hit.rule);
    Some(Label {
        id: category,
        level: best.level,
        confidence: rule.confidence,
        stance: best.stance,
        rule: rule.id.clone(),
        reason: rule.reason.clone(),
        wrong: rule.wrong.clone(),
        spans: to_utf16(original, &spans),
        sum: best.sum.clone(),
    })
}

/// Blame without a source beside a call to gather or to hurt is a warning, whatever each is alone:
/// that is how the riots of 2024 were put together. `thread` holds the categories of the same author's other posts on
/// the page; it counts here and nowhere else.
pub fn combine(labels: &mut [Label], thread: &[Category], weights: &Weights) {
    let blames = |id: Category| id == Category::UnverifiedBlame;
    let calls = |id: Category| matches!(id, Category::Mobilising | Category::CallToViolence);
    let spoken: Vec<Category> =
        labels.iter().filter(|label| label.level >= Level::Caution).map(|label| label.id).collect();
    let has = |test: fn(Category) -> bool| spoken.iter().chain(thread).any(|&id| test(id));
    if !(has(blames) && has(calls)) {
        return;
    }
    for label in
        labels.iter_mut().filter(|label| (blames(label.id) || calls(label.id)) && label.level >= Level::Caution)
    {
        if label.level < Level::Warning {
            label.level = Level::Warning;
            label.sum.push(Part { part: weights.words.together.clone(), points: 1 });
        }
    }
}
