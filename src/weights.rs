//! The points of the printed sum, the level each category reaches with them, and the words on its lines.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// `data/weights.toml`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    pub mode: Modes,
    /// Taken off the sum where the post does not itself say what its words say.
    pub stance: BTreeMap<String, i32>,
    pub words: Words,
    pub category: BTreeMap<String, Category>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modes {
    pub stated: i32,
    pub reported: i32,
    pub wished: i32,
    pub justified: i32,
    pub urged: i32,
    pub threatened: i32,
}

/// The words of the sum's lines. Lists are indexed by points.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub target: Vec<String>,
    pub act: Vec<String>,
    pub mode: BTreeMap<String, String>,
    pub time: String,
    pub place: String,
    pub logistics: String,
    pub raiser: String,
    pub amplifier: String,
    pub stance: BTreeMap<String, String>,
    pub together: String,
    /// `{title}` is the title of the category.
    pub reader_agrees: String,
    pub reader_disagrees: String,
}

/// Where the levels of a category begin, and what is said where no rule has words of its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    pub title: String,
    pub note: i32,
    pub caution: i32,
    pub warning: i32,
    /// Whether a time, a place and logistics near the hit count.
    pub imminence: bool,
    pub reason: String,
    pub wrong: String,
    pub reader: Reader,
}

/// What the language model's probability for a category is worth. Chosen on the dev posts; the model's card shows how.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reader {
    /// Below this a label of the rules loses `disagrees` points.
    pub unlikely: f32,
    pub disagrees: i32,
    /// From this on a label of the rules gains `agrees` points.
    pub likely: f32,
    pub agrees: i32,
    /// From this on the model makes a label of its own, at caution.
    pub alone: f32,
    /// From this on such a label is a warning.
    pub strong: f32,
}

impl Weights {
    pub fn parse(file: &str, text: &str) -> Result<Weights> {
        let weights: Weights = toml::from_str(text).map_err(|fault| {
            let line = fault.span().map(|span| text[..span.start].matches('\n').count() + 1);
            Error::new(file, line, format!("{}; data/README.md lists what stands here", fault.message()))
        })?;
        for (list, name) in [(&weights.words.target, "target"), (&weights.words.act, "act")] {
            if list.is_empty() {
                return Err(Error::new(
                    file,
                    None,
                    format!("words.{name} is empty; give one line for each point from 0"),
                ));
            }
        }
        Ok(weights)
    }
}
