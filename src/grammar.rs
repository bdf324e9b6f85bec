//! Packs made ready for matching: words and elements become numbers, patterns become indexed sequences.
//!
//! Building this is the only step that can fail; everything after it is total.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::error::{Error, Result};
use crate::index::{Breadth, Compiled, Index, MOST_STAGES, Sets};
use crate::names::{Mode, Role, Scope, mode, named, role, scope, stance};
use crate::normalise;
use crate::pattern::{self, ElementId, Names, Sequence, Step, Test, Tests, WordId};
use crate::report::{Category, Confidence, Level, Stance};
use crate::source::{self, Source};

#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub role: Role,
    pub points: i32,
}

/// A rule without its patterns for a hit, which live in the index.
#[derive(Debug)]
pub struct Rule {
    pub id: String,
    pub category: Category,
    pub with: Vec<Vec<Compiled>>,
    pub near: Vec<Vec<Compiled>>,
    pub unless: Vec<Compiled>,
    pub unless_post: Vec<Compiled>,
    pub raise: Vec<Vec<Compiled>>,
    pub act: i32,
    pub mode: Mode,
    pub target: i32,
    pub most: Level,
    pub confidence: Confidence,
    pub despite: Vec<Stance>,
    pub reason: String,
    pub wrong: String,
}

#[derive(Debug)]
pub struct Cue {
    pub stance: Stance,
    pub scope: Scope,
}

/// Everything the packs say.
#[derive(Debug)]
pub struct Grammar {
    words: FxHashMap<Box<str>, WordId>,
    pub elements: Vec<Element>,
    pub rules: Vec<Rule>,
    pub cues: Vec<Cue>,
    /// Element patterns by depth, those of one stage using only elements of the stages before; then cues, then rules.
    pub index: Index,
    layers: usize,
}

impl Grammar {
    /// Compiles packs. The order of the packs does not matter.
    pub fn build(packs: &[Source]) -> Result<Grammar> {
        Builder::new(packs)?.build(packs)
    }

    /// The number of a word of the packs.
    pub fn word(&self, word: &str) -> Option<WordId> {
        self.words.get(word).copied()
    }

    /// The stages of the index that hold element patterns.
    pub fn layers(&self) -> Range<usize> {
        0..self.layers
    }

    /// The stage of the index that holds the cues.
    pub fn cue_stage(&self) -> usize {
        self.layers
    }

    /// The stage of the index that holds what rules hit.
    pub fn rule_stage(&self) -> usize {
        self.layers + 1
    }

    /// Every word that the packs know, so that disguises can be undone towards them.
    pub fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(|word| &**word)
    }
}

/// Elements inside elements go no deeper, so that cues and rules find room in the stages after them.
const MOST_DEPTH: usize = MOST_STAGES - 4;

struct Builder {
    sets: Sets,
    ranks: FxHashMap<&'static str, Breadth>,
    word_breadths: Vec<Breadth>,
    element_breadths: Vec<Breadth>,
    words: FxHashMap<Box<str>, WordId>,
    names: FxHashMap<String, ElementId>,
    irregular: FxHashMap<String, String>,
}

impl Names for Builder {
    fn word(&mut self, word: &str) -> WordId {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let next = self.words.len() as WordId;
        self.words.insert(word.into(), next);
        // The words of a language thin out by their rank; what is not on the list is rarer than all that are.
        let rank = self.ranks.get(word).copied().unwrap_or(50_000);
        self.word_breadths.push(80_000 / (rank + 1));
        next
    }

    fn element(&self, name: &str) -> Option<ElementId> {
        self.names.get(name).copied()
    }

    fn irregular(&self, verb: &str) -> Option<&str> {
        self.irregular.get(verb).map(String::as_str)
    }
}

impl Builder {
    fn new(packs: &[Source]) -> Result<Builder> {
        let mut names: FxHashMap<String, ElementId> = FxHashMap::default();
        let mut irregular = FxHashMap::default();
        for pack in packs {
            irregular.extend(pack.irregular.iter().cloned());
            for element in &pack.elements {
                if names.insert(element.name.clone(), names.len() as ElementId).is_some() {
                    let message = format!("element `{}` is defined twice; give one of them another name", element.name);
                    return Err(Error::new(&pack.file, element.line as usize, message));
                }
            }
        }
        Ok(Builder {
            sets: Sets::default(),
            ranks: normalise::common_words().zip(0..).collect(),
            word_breadths: Vec::new(),
            element_breadths: Vec::new(),
            words: FxHashMap::default(),
            names,
            irregular,
        })
    }

    fn build(mut self, packs: &[Source]) -> Result<Grammar> {
        let mut elements = Vec::new();
        let mut element_sequences: Vec<(Vec<Sequence>, &str, u32)> = Vec::new();
        for pack in packs {
            for element in &pack.elements {
                let role = role(element).map_err(|message| Error::new(&pack.file, element.line as usize, message))?;
                elements.push(Element { name: element.name.clone(), role, points: element.points });
                let mut sequences = Vec::new();
                for pattern in &element.patterns {
                    sequences.extend(self.parse(&pack.file, pattern)?);
                }
                element_sequences.push((sequences, &pack.file, element.line));
            }
        }
        let negator = |id: usize| elements[id].role == Role::Negator;
        let depths = Builder::depths(&element_sequences, negator)?;
        let layers = depths.iter().max().map_or(0, |most| most + 1);
        let mut stages: Vec<Vec<Compiled>> = Vec::new();
        stages.resize_with(layers + 2, Vec::new);
        self.element_breadths = vec![0; elements.len()];
        for (depth, stage) in stages.iter_mut().enumerate() {
            for id in (0..elements.len()).filter(|&id| depths[id] == depth) {
                for sequence in &element_sequences[id].0 {
                    let (compiled, breadth) = self.compile(sequence, id);
                    self.element_breadths[id] += breadth;
                    stage.push(compiled);
                }
            }
        }
        let (mut rules, mut cues) = (Vec::new(), Vec::new());
        for pack in packs {
            for rule in &pack.rules {
                for pattern in &rule.when {
                    stages[layers + 1].extend(self.compiled(&pack.file, pattern, rules.len())?);
                }
                rules.push(self.rule(&pack.file, rule)?);
            }
            for cue in &pack.cues {
                for pattern in &cue.when {
                    stages[layers].extend(self.compiled(&pack.file, pattern, cues.len())?);
                }
                let at = |message| Error::new(&pack.file, cue.line as usize, message);
                cues.push(Cue { stance: stance(&cue.stance).map_err(at)?, scope: scope(&cue.scope).map_err(at)? });
            }
        }
        let index = self.sets.index(stages, self.words.len(), elements.len());
        Ok(Grammar { words: self.words, elements, rules, cues, index, layers })
    }

    fn rule(&mut self, file: &str, rule: &source::Rule) -> Result<Rule> {
        let fault = |message: String| Error::new(file, rule.line as usize, message);
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
            despite: rule
                .despite
                .iter()
                .map(|name| stance(name))
                .collect::<std::result::Result<_, _>>()
                .map_err(fault)?,
            reason: rule.reason.clone(),
            wrong: rule.wrong.clone(),
        })
    }

    fn each(&mut self, file: &str, patterns: &[source::Pattern]) -> Result<Vec<Vec<Compiled>>> {
        patterns.iter().map(|pattern| self.compiled(file, pattern, 0)).collect()
    }

    fn any(&mut self, file: &str, patterns: &[source::Pattern]) -> Result<Vec<Compiled>> {
        Ok(self.each(file, patterns)?.into_iter().flatten().collect())
    }

    fn compiled(&mut self, file: &str, pattern: &source::Pattern, owner: usize) -> Result<Vec<Compiled>> {
        let sequences = self.parse(file, pattern)?;
        Ok(sequences.iter().map(|sequence| self.compile(sequence, owner).0).collect())
    }

    fn compile(&mut self, sequence: &Sequence, owner: usize) -> (Compiled, Breadth) {
        let (words, elements) = (&self.word_breadths, &self.element_breadths);
        self.sets.compile(sequence, owner as u16, &|test| match test {
            Test::Word(word, _) => words[*word as usize],
            Test::Element(element, _) => elements[usize::from(*element)],
            Test::Any => 1_000_000,
            _ => 50_000,
        })
    }

    fn parse(&mut self, file: &str, pattern: &source::Pattern) -> Result<Vec<Sequence>> {
        pattern::parse(&pattern.text, self).map_err(|message| {
            Error::new(file, pattern.line as usize, format!("pattern `{}`: {message}", pattern.text))
        })
    }

    /// How deep each element stands: one more than the deepest that its patterns name. Negations stand below all
    /// others, because the gaps of every other element ask where a negation is.
    fn depths(elements: &[(Vec<Sequence>, &str, u32)], negator: impl Fn(usize) -> bool) -> Result<Vec<usize>> {
        let uses: Vec<Vec<usize>> = elements
            .iter()
            .map(|(sequences, _, _)| sequences.iter().flatten().flat_map(tests).filter_map(element).collect())
            .collect();
        let mut depths = vec![0; elements.len()];
        loop {
            let mut settled = true;
            for id in 0..elements.len() {
                let least = usize::from(!negator(id));
                let depth = uses[id].iter().map(|&used| depths[used] + 1).max().unwrap_or(0).max(least);
                if depth > MOST_DEPTH {
                    let (_, file, line) = elements[id];
                    let message = format!(
                        "this element is made of itself, by way of others, or of more than {MOST_DEPTH} others, one inside the \
                         other; take one of them out of the circle"
                    );
                    return Err(Error::new(file, line as usize, message));
                }
                settled &= depths[id] == depth;
                depths[id] = depth;
            }
            if settled {
                return Ok(depths);
            }
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
