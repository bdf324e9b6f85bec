//! Rule packs as they are written: TOML files of elements, rules and stance cues, each with its line.
//!
//! The build script reads the built-in packs with this same file; a reader's own pack goes through the same door at run
//! time, so both get the same errors.

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::DeValue;

use crate::error::{Error, Result};
use crate::table::{File, Table};

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

impl Source {
    /// Reads one pack. `file` is only for messages.
    pub fn parse(file: &str, text: &str) -> Result<Source> {
        let file = File { name: file, text };
        let parsed = file.parse()?;
        let known = ["category", "elements", "rule", "cue", "irregular"];
        let whole = Table::new(file, "the file".into(), 0, parsed.get_ref(), &known)?;
        let category = whole.optional_text("category")?;
        let elements = whole.tables("elements")?.into_iter().map(|(name, value)| element(file, name, value));
        let rules = whole.list("rule")?.iter().map(|value| rule(file, category.as_deref(), value));
        let cues = whole.list("cue")?.iter().map(|value| cue(file, value));
        let irregular = whole.pairs("irregular")?;
        Ok(Source {
            file: file.name.into(),
            elements: elements.collect::<Result<_>>()?,
            rules: rules.collect::<Result<_>>()?,
            cues: cues.collect::<Result<_>>()?,
            irregular,
        })
    }
}

fn element<'t>(file: File<'t>, name: &str, value: &'t Spanned<DeValue<'t>>) -> Result<Element> {
    let table = Table::of(file, format!("[elements.{name}]"), value, &["role", "points", "is"])?;
    table.must_have(&["is"])?;
    let patterns = patterns(&table, "is")?;
    Ok(Element {
        name: name.into(),
        line: patterns.first().map_or(table.line(), |first| first.line),
        role: table.optional_text("role")?,
        points: table.optional_number("points")?.unwrap_or_default(),
        patterns,
    })
}

fn rule<'t>(file: File<'t>, category: Option<&str>, value: &'t Spanned<DeValue<'t>>) -> Result<Rule> {
    let table = Table::of(file, "a rule".into(), value, &RULE_FIELDS)?;
    let id = table.text("id")?;
    let fault = |message: String| Err(Error::new(file.name, table.line() as usize, message));
    let Some(category) = table.optional_text("category")?.or(category.map(str::to_owned)) else {
        let remedy = "write `category = \"…\"` at the top of the file or in the rule";
        return fault(format!("rule `{id}` has no category; {remedy}"));
    };
    table.must_have(&["when", "match", "allow"])?;
    let plain = |field| Ok(table.texts(field)?.into_iter().map(|(text, _)| text).collect::<Vec<_>>());
    let (when, matches, allows) = (patterns(&table, "when")?, plain("match")?, plain("allow")?);
    if when.is_empty() || matches.len() < FEWEST_EXAMPLES || allows.len() < FEWEST_EXAMPLES {
        let remedy = format!(
            "give it a pattern, {FEWEST_EXAMPLES} examples to match and {FEWEST_EXAMPLES} look-alikes to allow"
        );
        let (matches, allows) = (matches.len(), allows.len());
        return fault(format!("rule `{id}` has {matches} match and {allows} allow examples; {remedy}"));
    }
    Ok(Rule {
        id: format!("{category}/{id}"),
        line: table.line(),
        category,
        when,
        with: patterns(&table, "with")?,
        near: patterns(&table, "near")?,
        unless: patterns(&table, "unless")?,
        unless_post: patterns(&table, "unless_post")?,
        raise: patterns(&table, "raise")?,
        act: table.number("act")?,
        mode: table.text("mode")?,
        target: table.optional_number("target")?.unwrap_or_default(),
        most: table.optional_text("most")?,
        confidence: table.optional_text("confidence")?,
        despite: plain("despite")?,
        reason: table.text("reason")?,
        wrong: table.text("wrong")?,
        matches,
        allows,
    })
}

const RULE_FIELDS: [&str; 18] = [
    "id",
    "category",
    "when",
    "with",
    "near",
    "unless",
    "unless_post",
    "raise",
    "act",
    "mode",
    "target",
    "most",
    "confidence",
    "despite",
    "reason",
    "wrong",
    "match",
    "allow",
];

fn cue<'t>(file: File<'t>, value: &'t Spanned<DeValue<'t>>) -> Result<Cue> {
    let table = Table::of(file, "a cue".into(), value, &["stance", "scope", "when"])?;
    table.must_have(&["when"])?;
    let when = patterns(&table, "when")?;
    Ok(Cue { line: table.line(), stance: table.text("stance")?, scope: table.text("scope")?, when })
}

fn patterns(table: &Table, field: &str) -> Result<Vec<Pattern>> {
    Ok(table.texts(field)?.into_iter().map(|(text, line)| Pattern { text, line }).collect())
}
