//! The only place that knows the order of the steps.

use crate::builtin;
use crate::elements::Elements;
use crate::error::Result;
use crate::explain;
use crate::frames;
use crate::gate::Gate;
use crate::grammar::Grammar;
use crate::language::{self, Language};
use crate::normalise::Normaliser;
use crate::opinion;
use crate::reader::{Reader, Reading};
use crate::report::{Category, Label, Level, Report, Stance};
use crate::score::{self, Scored};
use crate::source::Source;
use crate::stance::Stances;
use crate::weights::Weights;

/// The version of the engine, which every report names.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Rules and weights, ready to judge. Immutable: another set of packs makes another engine.
pub struct Engine {
    grammar: Grammar,
    weights: Weights,
    normaliser: Normaliser,
    rules: String,
    models: Option<Models>,
}

/// The two models: who deserves a second look, and the look itself.
struct Models {
    gate: Gate,
    reader: Reader,
}

impl Engine {
    /// The engine with the packs of this build. A test builds it, so that a release cannot fail here.
    pub fn builtin() -> Engine {
        let (packs, weights) = builtin::packs();
        Engine::with_packs(&packs, weights, builtin::RULES.into()).expect("the built-in packs are tested")
    }

    /// The built-in packs and a reader's own, each a file name and its text.
    pub fn with_own_packs(own: &[(String, String)]) -> Result<Engine> {
        let (mut packs, weights) = builtin::packs();
        let mut rules = builtin::RULES.to_string();
        for (file, text) in own {
            packs.push(Source::parse(file, text)?);
        }
        if !own.is_empty() {
            // Reports must not claim the rules of this build alone.
            rules.push_str(&format!("+{}", own.len()));
        }
        Engine::with_packs(&packs, weights, rules)
    }

    /// What names the rules in reports.
    pub fn rules(&self) -> &str {
        &self.rules
    }

    /// An engine with other packs. `rules` names them in reports.
    pub fn with_packs(packs: &[Source], weights: Weights, rules: String) -> Result<Engine> {
        let grammar = Grammar::build(packs)?;
        let normaliser = Normaliser::new(grammar.vocabulary());
        Ok(Engine { grammar, weights, normaliser, rules, models: None })
    }

    /// Adds the models. Without them, or where they cannot be read, the rules judge alone.
    pub fn load_models(&mut self, gate: &[u8], reader: &[u8]) -> Result<()> {
        self.models = Some(Models { gate: Gate::load(gate)?, reader: Reader::load(reader)? });
        Ok(())
    }

    /// The report on one text: total, whatever the text.
    pub fn judge(&self, text: &str) -> Report {
        self.judge_in_thread(text, &[])
    }

    /// The report on one text, knowing what the same author's other posts on the page do.
    pub fn judge_in_thread(&self, text: &str, thread: &[Category]) -> Report {
        let normalised = self.normaliser.normalise(text);
        let language = language::detect(&normalised, text);
        if !language.judged() {
            // A language without rules gets no label, never a guess.
            return self.report(language, normalised.truncated, Stance::Asserts, Vec::new());
        }
        let elements = Elements::find(&self.grammar, text, &normalised);
        let stances = Stances::find(&elements);
        let scored = self.scored(&elements, &stances);
        let repeated = scored.iter().map(|one| one.stance).find(|&stance| stance != Stance::Asserts);
        let mut labels = explain::labels(&elements, &stances, scored, text);
        if let Some(reading) = self.second_look(text, &labels) {
            labels = opinion::weigh(labels, &reading, &self.weights, text);
        }
        explain::combine(&mut labels, thread, &self.weights);
        let strongest = labels.iter().max_by_key(|label| label.level);
        let stance = strongest.map(|label| label.stance).or(repeated).unwrap_or_else(|| stances.of_post());
        self.report(language, normalised.truncated, stance, labels)
    }

    /// What the reader makes of a text in which the rules or the gate saw something.
    fn second_look(&self, text: &str, labels: &[Label]) -> Option<Reading> {
        let models = self.models.as_ref()?;
        let worth = !labels.is_empty() || models.gate.score(text) >= models.gate.point();
        worth.then(|| models.reader.read(text))
    }

    fn report(&self, language: Language, truncated: bool, stance: Stance, labels: Vec<Label>) -> Report {
        Report {
            level: labels.iter().map(|label| label.level).max().unwrap_or_default(),
            stance,
            lang: language.code().into(),
            truncated,
            labels,
            engine: VERSION.into(),
            rules: self.rules.clone(),
        }
    }

    /// Every rule that matches a text, with the level it gives there: what the examples of a pack are checked with.
    pub fn rules_that_speak(&self, text: &str) -> Vec<(String, Level)> {
        let normalised = self.normaliser.normalise(text);
        let elements = Elements::find(&self.grammar, text, &normalised);
        let scored = self.scored(&elements, &Stances::find(&elements));
        scored.into_iter().map(|one| (self.grammar.rules[one.hit.rule].id.clone(), one.level)).collect()
    }

    fn scored(&self, elements: &Elements, stances: &Stances) -> Vec<Scored> {
        let hits = frames::find(elements).into_iter();
        hits.map(|hit| {
            let stance = stances.of(&hit);
            score::score(elements, &self.weights, hit, stance)
        })
        .collect()
    }
}
