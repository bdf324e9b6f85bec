//! What the language model thinks, beside what the rules found: one line of the sum for each category.
//!
//! The rules can be wrong about a sentence that they only know the words of, and silent about one that has none of
//! their words. The model's view adds to a label, takes from it, or makes one of its own at a higher point.

use crate::reader::Reading;
use crate::report::{Category, Confidence, Label, Level, Part, Stance};
use crate::score::level;
use crate::span::{Span, to_utf16};
use crate::weights::{Reader, Weights};

/// Labels of the rules and of the model, as one list in the order of the specification.
pub fn weigh(labels: Vec<Label>, reading: &Reading, weights: &Weights, original: &str) -> Vec<Label> {
    let end = to_utf16(original, &[Span { start: 0, end: reading.end }])[0].end;
    let mut known = labels.into_iter().peekable();
    let mut weighed = Vec::new();
    for (at, category) in Category::ALL.into_iter().enumerate() {
        let share = reading.categories[at];
        let rules = known.next_if(|label| label.id == category);
        weighed.extend(match rules {
            // Nothing can be said against words that were not read.
            Some(label) if label.spans.iter().any(|span| span.end > end) => Some(label),
            Some(label) => reconsider(label, share, weights),
            None => read_alone(category, at, share, reading, weights, original),
        });
    }
    weighed
}

/// The weighed labels, none of them below what the reader's own rules say: whoever writes a rule knows what it is for, and
/// no model was asked about it.
pub fn keep(mut weighed: Vec<Label>, own: Vec<Label>) -> Vec<Label> {
    for label in own {
        match weighed.iter_mut().find(|known| known.id == label.id) {
            Some(known) if known.level < label.level => *known = label,
            Some(_) => (),
            None => weighed.push(label),
        }
    }
    weighed.sort_by_key(|label| label.id);
    weighed
}

/// A label of the rules, with the model's line. Labels of repeated speech stay as they are: the model judges what a
/// text does, and they say that it does nothing of its own.
fn reconsider(mut label: Label, share: f32, weights: &Weights) -> Option<Label> {
    let known = &weights.category[label.id.id()];
    let Some(points) = points(&known.reader, share).filter(|_| label.stance == Stance::Asserts) else {
        return Some(label);
    };
    let before = label.level;
    label.sum.push(line(weights, label.id, points));
    let total = label.sum.iter().map(|part| part.points).sum();
    label.level = level(known, total);
    if points > 0 {
        // A rule that caps its level, as for one mild insult, has its reasons; agreement must not lift the cap.
        // A note grows only where the model would have spoken alone.
        let most = if share >= known.reader.alone { Level::Caution } else { Level::Note };
        label.level = label.level.min(before.max(most));
        label.confidence = Confidence::Strong;
    } else {
        label.level = label.level.min(before);
        label.confidence = Confidence::Possible;
    }
    (label.level > Level::None).then_some(label)
}

/// A label that only the model sees.
fn read_alone(
    category: Category,
    at: usize,
    share: f32,
    reading: &Reading,
    weights: &Weights,
    original: &str,
) -> Option<Label> {
    let known = &weights.category[category.id()];
    if share < known.reader.alone {
        return None;
    }
    let points = if share >= known.reader.strong { known.warning } else { known.caution };
    let spans = &reading.words[at];
    (!spans.is_empty()).then(|| Label {
        id: category,
        level: level(known, points),
        confidence: if share >= known.reader.strong { Confidence::Likely } else { Confidence::Possible },
        stance: Stance::Asserts,
        rule: format!("{}/reader", category.id()),
        reason: known.reason.clone(),
        wrong: known.wrong.clone(),
        spans: to_utf16(original, spans),
        sum: vec![line(weights, category, points)],
    })
}

/// What the model's view is worth beside a rule; nothing where it is undecided.
fn points(reader: &Reader, share: f32) -> Option<i32> {
    match share {
        _ if share >= reader.likely => Some(reader.agrees),
        _ if share < reader.unlikely => Some(-reader.disagrees),
        _ => None,
    }
}

fn line(weights: &Weights, category: Category, points: i32) -> Part {
    let words = &weights.words;
    let pattern = if points > 0 { &words.reader_agrees } else { &words.reader_disagrees };
    Part { part: pattern.replace("{title}", &weights.category[category.id()].title.to_lowercase()), points }
}
