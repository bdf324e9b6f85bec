//! Rule packs as they are written: TOML files of elements, rules and stance cues, each with its line.
//!
//! The build script reads the built-in packs with this same file, drops their examples and embeds the rest;
//! a reader's own pack goes through the same door at run time, so both get the same errors.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{Error, Result};

/// A rule with fewer examples than this, of either kind, has not been thought through.
const FEWEST_EXAMPLES: usize = 3;

/// A pattern with the line it stands on, for error messages.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pattern {
    pub text: String,
    pub line: u32,
}

/// A named set of patterns: "a violent act", "a place of worship", "a time".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Element {
    pub name: String,
    pub line: u32,
    /// What the element adds to a sum: `target`, `time`, `place`, `logistics`, `amplifier`; `negator` stops gaps.
    pub role: Option<String>,
    pub points: i32,
    pub patterns: Vec<Pattern>,
}

/// Which elements, in what order, make a category.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rule {
    /// `category/name`.
    pub id: String,
    pub line: u32,
    pub category: String,
    /// Any of these is a hit.
    pub when: Vec<Pattern>,
    /// All of these must stand somewhere in the post.
    pub with: Vec<Pattern>,
    /// All of these must stand in the sentence of the hit.
    pub near: Vec<Pattern>,
    /// None of these may stand in the sentence of the hit.
    pub unless: Vec<Pattern>,
    /// None of these may stand anywhere in the post.
    pub unless_post: Vec<Pattern>,
    /// Each of these found in the post raises the sum by one.
    pub raise: Vec<Pattern>,
    pub act: i32,
    pub mode: String,
    /// Points of the target where no element in the hit has any.
    pub target: i32,
    /// The label is never above this level.
    pub most: Option<String>,
    pub confidence: Option<String>,
    /// Stances that do not weaken this rule: a rhetorical question still calls for violence.
    pub despite: Vec<String>,
    pub reason: String,
    pub wrong: String,
    pub matches: Vec<String>,
    pub allows: Vec<String>,
}

/// Words that tell who is speaking, and over what stretch of the text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cue {
    pub line: u32,
    pub stance: String,
    pub scope: String,
    pub when: Vec<Pattern>,
}

/// One file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Source {
    pub file: String,
    pub elements: Vec<Element>,
    pub rules: Vec<Rule>,
    pub cues: Vec<Cue>,
    pub irregular: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TomlFile {
    category: Option<String>,
    #[serde(default)]
    elements: std::collections::BTreeMap<String, Spanned<TomlElement>>,
    #[serde(default)]
    rule: Vec<Spanned<TomlRule>>,
    #[serde(default)]
    cue: Vec<Spanned<TomlCue>>,
    #[serde(default)]
    irregular: std::collections::BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TomlElement {
    role: Option<String>,
    #[serde(default)]
    points: i32,
    is: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TomlRule {
    id: String,
    category: Option<String>,
    when: Vec<Spanned<String>>,
    #[serde(default)]
    with: Vec<Spanned<String>>,
    #[serde(default)]
    near: Vec<Spanned<String>>,
    #[serde(default)]
    unless: Vec<Spanned<String>>,
    #[serde(default)]
    unless_post: Vec<Spanned<String>>,
    #[serde(default)]
    raise: Vec<Spanned<String>>,
    act: i32,
    mode: String,
    #[serde(default)]
    target: i32,
    most: Option<String>,
    confidence: Option<String>,
    #[serde(default)]
    despite: Vec<String>,
    reason: String,
    wrong: String,
    r#match: Vec<String>,
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TomlCue {
    stance: String,
    scope: String,
    when: Vec<Spanned<String>>,
}

impl Source {
    /// Reads one pack. `file` is only for messages.
    pub fn parse(file: &str, text: &str) -> Result<Source> {
        let line = |byte: usize| text[..byte.min(text.len())].matches('\n').count() as u32 + 1;
        let parsed: TomlFile = toml::from_str(text).map_err(|fault| {
            let at = fault.span().map(|span| line(span.start) as usize);
            Error::new(file, at, format!("{}; see data/README.md for the form of a pack", fault.message()))
        })?;
        let patterns = |list: Vec<Spanned<String>>| -> Vec<Pattern> {
            list.into_iter()
                .map(|pattern| Pattern { line: line(pattern.span().start), text: pattern.into_inner() })
                .collect()
        };
        let elements = parsed.elements.into_iter().map(|(name, element)| {
            let line = element.get_ref().is.first().map_or(1, |first| line(first.span().start));
            let element = element.into_inner();
            Element { name, line, role: element.role, points: element.points, patterns: patterns(element.is) }
        });
        let elements = elements.collect();
        let mut rules = Vec::new();
        for rule in parsed.rule {
            let line = line(rule.span().start);
            let rule = rule.into_inner();
            let Some(category) = rule.category.or_else(|| parsed.category.clone()) else {
                let remedy = "write `category = \"…\"` at the top of the file or in the rule";
                return Err(Error::new(file, line as usize, format!("rule `{}` has no category; {remedy}", rule.id)));
            };
            let (matches, allows) = (rule.r#match.len(), rule.allow.len());
            if rule.when.is_empty() || matches < FEWEST_EXAMPLES || allows < FEWEST_EXAMPLES {
                let remedy = format!(
                    "give it a pattern, {FEWEST_EXAMPLES} examples to match and {FEWEST_EXAMPLES} look-alikes to allow"
                );
                let message = format!("rule `{}` has {matches} match and {allows} allow examples; {remedy}", rule.id);
                return Err(Error::new(file, line as usize, message));
            }
            rules.push(Rule {
                id: format!("{category}/{}", rule.id),
                line,
                category,
                when: patterns(rule.when),
                with: patterns(rule.with),
                near: patterns(rule.near),
                unless: patterns(rule.unless),
                unless_post: patterns(rule.unless_post),
                raise: patterns(rule.raise),
                act: rule.act,
                mode: rule.mode,
                target: rule.target,
                most: rule.most,
                confidence: rule.confidence,
                despite: rule.despite,
                reason: rule.reason,
                wrong: rule.wrong,
                matches: rule.r#match,
                allows: rule.allow,
            });
        }
        let cues = parsed.cue.into_iter().map(|cue| {
            let line = line(cue.span().start);
            let cue = cue.into_inner();
            Cue { line, stance: cue.stance, scope: cue.scope, when: patterns(cue.when) }
        });
        let cues = cues.collect();
        Ok(Source { file: file.into(), elements, rules, cues, irregular: parsed.irregular.into_iter().collect() })
    }
}
