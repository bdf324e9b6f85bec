//! The printed sum of a hit, and the level it reaches.

use crate::elements::Elements;
use crate::frames::Hit;
use crate::names::{Mode, Role};
use crate::report::{Level, Part, Stance};
use crate::weights::{Category, Weights};

/// A hit with its sum.
#[derive(Debug, Clone)]
pub struct Scored {
    pub hit: Hit,
    pub stance: Stance,
    pub sum: Vec<Part>,
    pub level: Level,
    /// The level the words would have if the post itself said them.
    pub level_if_asserted: Level,
}

/// At most this many points for time, place, logistics and whatever else raises a hit.
const MOST_IMMINENCE: i32 = 3;

/// Adds up one hit.
pub fn score(elements: &Elements, weights: &Weights, hit: Hit, stance: Stance) -> Scored {
    let rule = elements.grammar().rule(hit.rule);
    let category = category(weights, rule.category);
    let sentence = elements.sentences(&hit.tokens);
    let mut sum = Vec::new();
    let words = &weights.words;
    let mut add = |part: &str, points: i32| sum.push(Part { part: part.into(), points });

    let targets = elements.inside(hit.tokens.clone()).filter(|found| found.end as usize <= hit.tokens.end);
    let target = targets.map(|found| elements.role(found)).filter(|role| role.0 == Role::Target).map(|role| role.1);
    let target = target.max().map_or(rule.target, |most| most.max(rule.target));
    add(line(&words.target, target), target);
    add(line(&words.act, rule.act), rule.act);
    let (mode, points) = mode(weights, rule.mode);
    add(&words.mode[mode], points);

    let mut left = MOST_IMMINENCE;
    let has = |role: Role| elements.inside(sentence.clone()).any(|found| elements.role(found).0 == role);
    let near = [(Role::Time, &words.time), (Role::Place, &words.place), (Role::Logistics, &words.logistics)];
    for (role, word) in near {
        if category.imminence && left > 0 && has(role) {
            add(word, 1);
            left -= 1;
        }
    }
    for _ in 0..hit.raised.min(left as usize) {
        add(&words.raiser, 1);
    }
    if has(Role::Amplifier) {
        add(&words.amplifier, 1);
    }
    let asserted: i32 = sum.iter().map(|part| part.points).sum();
    let level_if_asserted = level(category, asserted).min(rule.most);
    let mut level_now = level_if_asserted;
    if stance != Stance::Asserts {
        let name = stance_name(stance);
        let points = weights.stance.get(name).copied().unwrap_or_default();
        let word = weights.words.stance.get(name).map_or(name, String::as_str);
        sum.push(Part { part: word.into(), points: -points });
        level_now = level(category, asserted - points).min(rule.most);
    }
    Scored { hit, stance, sum, level: level_now, level_if_asserted }
}

/// The weights of a category; the built-in data has all nine, which a test checks.
pub fn category(weights: &Weights, category: crate::report::Category) -> &Category {
    &weights.category[category.id()]
}

/// The level that a sum reaches.
pub fn level(category: &Category, sum: i32) -> Level {
    match sum {
        _ if sum >= category.warning => Level::Warning,
        _ if sum >= category.caution => Level::Caution,
        _ if sum >= category.note => Level::Note,
        _ => Level::None,
    }
}

fn line(lines: &[String], points: i32) -> &str {
    lines.get(points.max(0) as usize).or(lines.last()).map_or("", String::as_str)
}

fn mode(weights: &Weights, mode: Mode) -> (&'static str, i32) {
    let modes = &weights.mode;
    match mode {
        Mode::Stated => ("stated", modes.stated),
        Mode::Reported => ("reported", modes.reported),
        Mode::Wished => ("wished", modes.wished),
        Mode::Justified => ("justified", modes.justified),
        Mode::Urged => ("urged", modes.urged),
        Mode::Threatened => ("threatened", modes.threatened),
    }
}

fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "asserts",
        Stance::Quotes => "quotes",
        Stance::Reports => "reports",
        Stance::Condemns => "condemns",
        Stance::Negates => "negates",
        Stance::Asks => "asks",
        Stance::JokesOrPlays => "jokes-or-plays",
    }
}
