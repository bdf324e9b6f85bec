//! Packs with everything in them numbered: words, elements, sets of tests, sequences. The build script writes the built-in
//! packs down in this form, and a reader's own packs are added to it.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::names::{Mode, Role, Scope, mode, named, role, scope, stance};
use crate::pattern::{self, ElementId, Names, Sequence, Step, Test, Tests};
use crate::report::{Category, Confidence, Level, Stance};
use crate::sets::{Breadth, Compiled, Set, SetId, guards};
use crate::source::{self, Source};
use crate::words::{self, WordId, Words};

#[derive(Debug, Serialize, Deserialize)]
pub struct Element {
    pub name: String,
    pub role: Role,
    pub points: i32,
    /// One more than the deepest element that its patterns name: the stage of its sequences.
    pub depth: u8,
    /// A guess at how often it is written, in millionths of all words.
    often: u64,
}

/// Sequences that stand one after another among all.
pub type Sequences = Range<u32>;

/// A rule without its patterns for a hit, which the index finds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rule {
    pub id: String,
    pub category: Category,
    pub with: Vec<Sequences>,
    pub near: Vec<Sequences>,
    pub unless: Sequences,
    pub unless_post: Sequences,
    pub raise: Vec<Sequences>,
    pub act: i32,
    pub mode: Mode,
    pub target: i32,
    pub most: Level,
    pub confidence: Confidence,
    pub despite: Vec<Stance>,
    pub reason: String,
    pub wrong: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Cue {
    pub stance: Stance,
    pub scope: Scope,
}

/// Everything that packs say.
#[derive(Debug, Default)]
pub struct Parts {
    pub words: Words,
    /// Verbs and their past forms, separated by blanks.
    pub irregular: Vec<(String, String)>,
    pub elements: Vec<Element>,
    pub rules: Vec<Rule>,
    pub cues: Vec<Cue>,
    pub sets: Vec<Set>,
    pub steps: Vec<Step<SetId>>,
    pub sequences: Vec<Compiled>,
}

/// Elements inside elements go no deeper: each depth is a stage of the index, and stages are bits of a word.
const MOST_DEPTH: u8 = CUES - 2;
/// The stage of the index that holds the cues.
pub const CUES: u8 = 62;
/// The stage of what rules hit.
pub const RULES: u8 = 63;
/// No stage: the other conditions of rules, which are looked for in their place.
pub const CONDITIONS: u8 = 64;

impl Parts {
    /// The parts of some packs. The order of the packs does not matter.
    pub fn of(packs: &[Source]) -> Result<Parts> {
        let mut parts = Parts::default();
        parts.add(packs)?;
        Ok(parts)
    }

    /// Adds packs, which may use the elements that are there.
    pub fn add(&mut self, packs: &[Source]) -> Result<()> {
        let known = self.elements.len();
        let mut names: FxHashMap<String, ElementId> =
            self.elements.iter().zip(0..).map(|(element, id)| (element.name.clone(), id)).collect();
        for pack in packs {
            self.irregular.extend(pack.irregular.iter().cloned());
            for element in &pack.elements {
                let at = |message: String| Error::new(&pack.file, element.line as usize, message);
                if names.insert(element.name.clone(), names.len() as ElementId).is_some() {
                    let message = format!("element `{}` is defined twice; give one of them another name", element.name);
                    return Err(at(message));
                }
                let role = role(element).map_err(at)?;
                let name = element.name.clone();
                self.elements.push(Element { name, role, points: element.points, depth: 0, often: 0 });
            }
        }
        let mut adder = Adder {
            ranks: words::common().zip(0..).collect(),
            irregular: self.irregular.iter().cloned().collect(),
            parts: self,
            names,
            numbers: FxHashMap::default(),
        };
        adder.elements(packs, known)?;
        packs.iter().try_for_each(|pack| adder.rules(pack))
    }

    /// Puts a sequence after the others; its steps are the last of all.
    pub fn push(&mut self, first: u32, owner: u16, stage: u8) {
        let guards = guards(&self.steps[first as usize..], &self.sets);
        self.sequences.push(Compiled { first, end: self.steps.len() as u32, guards, owner, stage });
    }

    pub fn steps(&self, sequence: &Compiled) -> &[Step<SetId>] {
        &self.steps[sequence.first as usize..sequence.end as usize]
    }
}

/// Adds packs to parts.
struct Adder<'p> {
    parts: &'p mut Parts,
    /// Common words, counted from the commonest.
    ranks: FxHashMap<&'static str, u64>,
    names: FxHashMap<String, ElementId>,
    irregular: FxHashMap<String, String>,
    numbers: FxHashMap<Tests, SetId>,
}

impl Names for Adder<'_> {
    fn word(&mut self, word: &str) -> WordId {
        self.parts.words.add(word)
    }

    fn element(&self, name: &str) -> Option<ElementId> {
        self.names.get(name).copied()
    }

    fn irregular(&self, verb: &str) -> Option<&str> {
        self.irregular.get(verb).map(String::as_str)
    }
}

impl Adder<'_> {
    /// The patterns of elements, those first that others are made of. `known` elements were there before.
    fn elements(&mut self, packs: &[Source], known: usize) -> Result<()> {
        let mut patterns: Vec<(Vec<Sequence>, &str, u32)> = Vec::new();
        for pack in packs {
            for element in &pack.elements {
                let mut sequences = Vec::new();
                for pattern in &element.patterns {
                    sequences.extend(self.parse(&pack.file, pattern)?);
                }
                patterns.push((sequences, &pack.file, element.line));
            }
        }
        self.find_depths(&patterns, known)?;
        for depth in 0..=MOST_DEPTH {
            for (id, (sequences, _, _)) in (known..).zip(&patterns) {
                if self.parts.elements[id].depth == depth {
                    for sequence in sequences {
                        let often = self.compile(sequence, id, depth);
                        self.parts.elements[id].often += often;
                    }
                }
            }
        }
        Ok(())
    }

    /// How deep each element stands. Negations stand below all others, because the gaps of every other element ask where
    /// a negation is.
    fn find_depths(&mut self, patterns: &[(Vec<Sequence>, &str, u32)], known: usize) -> Result<()> {
        let elements = &mut self.parts.elements;
        let uses: Vec<Vec<usize>> = patterns
            .iter()
            .map(|(sequences, _, _)| sequences.iter().flatten().flat_map(tests).filter_map(element).collect())
            .collect();
        loop {
            let mut settled = true;
            for (id, uses) in (known..).zip(&uses) {
                let least = u8::from(elements[id].role != Role::Negator);
                let depth = uses.iter().map(|&used| elements[used].depth + 1).max().unwrap_or(0).max(least);
                if depth > MOST_DEPTH {
                    let (_, file, line) = patterns[id - known];
                    let message = format!(
                        "this element is made of itself, by way of others, or of more than {MOST_DEPTH} others, one \
                         inside the other; take one of them out of the circle"
                    );
                    return Err(Error::new(file, line as usize, message));
                }
                settled &= elements[id].depth == depth;
                elements[id].depth = depth;
            }
            if settled {
                return Ok(());
            }
        }
    }

    fn rules(&mut self, pack: &Source) -> Result<()> {
        for rule in &pack.rules {
            for pattern in &rule.when {
                self.sequences(&pack.file, pattern, self.parts.rules.len(), RULES)?;
            }
            let rule = self.rule(&pack.file, rule)?;
            self.parts.rules.push(rule);
        }
        for cue in &pack.cues {
            for pattern in &cue.when {
                self.sequences(&pack.file, pattern, self.parts.cues.len(), CUES)?;
            }
            let at = |message| Error::new(&pack.file, cue.line as usize, message);
            let cue = Cue { stance: stance(&cue.stance).map_err(at)?, scope: scope(&cue.scope).map_err(at)? };
            self.parts.cues.push(cue);
        }
        Ok(())
    }

    fn rule(&mut self, file: &str, rule: &source::Rule) -> Result<Rule> {
        let fault = |message: String| Error::new(file, rule.line as usize, message);
        let despite: std::result::Result<_, _> = rule.despite.iter().map(|name| stance(name)).collect();
        Ok(Rule {
            id: rule.id.clone(),
            category: named(&rule.category, "category").map_err(fault)?,
            with: self.each(file, &rule.with)?,
            near: self.each(file, &rule.near)?,
            unless: self.any(file, &rule.unless)?,
            unless_post: self.any(file, &rule.unless_post)?,
            raise: self.each(file, &rule.raise)?,
            act: rule.act,
            mode: mode(&rule.mode).map_err(fault)?,
            target: rule.target,
            most: rule.most.as_deref().map_or(Ok(Level::Warning), |level| named(level, "level")).map_err(fault)?,
            confidence: rule
                .confidence
                .as_deref()
                .map_or(Ok(Confidence::Likely), |word| named(word, "confidence"))
                .map_err(fault)?,
            despite: despite.map_err(fault)?,
            reason: rule.reason.clone(),
            wrong: rule.wrong.clone(),
        })
    }

    fn each(&mut self, file: &str, patterns: &[source::Pattern]) -> Result<Vec<Sequences>> {
        patterns.iter().map(|pattern| self.any(file, std::slice::from_ref(pattern))).collect()
    }

    fn any(&mut self, file: &str, patterns: &[source::Pattern]) -> Result<Sequences> {
        let first = self.parts.sequences.len() as u32;
        for pattern in patterns {
            self.sequences(file, pattern, 0, CONDITIONS)?;
        }
        Ok(first..self.parts.sequences.len() as u32)
    }

    fn sequences(&mut self, file: &str, pattern: &source::Pattern, owner: usize, stage: u8) -> Result<()> {
        for sequence in self.parse(file, pattern)? {
            self.compile(&sequence, owner, stage);
        }
        Ok(())
    }

    fn parse(&mut self, file: &str, pattern: &source::Pattern) -> Result<Vec<Sequence>> {
        pattern::parse(&pattern.text, self).map_err(|message| {
            Error::new(file, pattern.line as usize, format!("pattern `{}`: {message}", pattern.text))
        })
    }

    /// Adds a sequence and says how often it is met, at most: as often as its rarest set.
    fn compile(&mut self, sequence: &Sequence, owner: usize, stage: u8) -> u64 {
        let first = self.parts.steps.len() as u32;
        for step in sequence {
            let step = step.with(|tests| self.number(tests));
            self.parts.steps.push(step);
        }
        self.parts.push(first, owner as u16, stage);
        let asked = sequence.iter().filter(|step| matches!(step, Step::One(_))).map(tests);
        asked.map(|tests| tests.iter().map(|test| self.often(test)).sum()).min().unwrap_or_default()
    }

    fn number(&mut self, tests: &Tests) -> SetId {
        if let Some(&known) = self.numbers.get(tests) {
            return known;
        }
        let next = self.parts.sets.len() as SetId;
        let often = tests.iter().map(|test| self.often(test)).sum();
        self.parts.sets.push(Set::new(tests, Breadth::new(often)));
        self.numbers.insert(tests.clone(), next);
        next
    }

    /// How often something meets a test, in millionths of all words, roughly. The words of a language thin out by their
    /// rank; what is not on the list is rarer than all that are.
    fn often(&self, test: &Test) -> u64 {
        match test {
            Test::Word(word, _) => {
                let rank = self.ranks.get(self.parts.words.get(*word)).copied().unwrap_or(50_000);
                80_000 / (rank + 1)
            }
            Test::Element(element, _) => self.parts.elements[usize::from(*element)].often,
            Test::Any => 1_000_000,
            _ => 50_000,
        }
    }
}

fn tests(step: &Step<Tests>) -> &[Test] {
    match step {
        Step::One(tests) | Step::Not(tests) | Step::NotBefore(tests) => tests,
        _ => &[],
    }
}

fn element(test: &Test) -> Option<usize> {
    match test {
        Test::Element(element, _) => Some(*element as usize),
        _ => None,
    }
}
