//! The only place that knows the order of the steps.

use serde::Serialize;

use crate::builtin;
use crate::elements::Elements;
use crate::error::Result;
use crate::explain;
use crate::frames;
use crate::gate::Gate;
use crate::grammar::Grammar;
use crate::language::{Language, Languages};
use crate::normalise::Normaliser;
use crate::opinion;
use crate::own::{self, OwnPack};
use crate::parts::Parts;
use crate::reader::{Reader, Reading};
use crate::report::{Category, Label, Level, Report, SecondLook, Stance};
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
    languages: Languages,
    rules: String,
    /// Rules from this number on are a reader's own.
    own_from: usize,
    gate: Option<Gate>,
    reader: Option<Read>,
}

/// A model that reads a text whole. In the extension it is a wasm module of its own, so that this one stays small, and
/// this is never set: then nothing of the model is compiled into the engine's module.
type Read = Box<dyn Fn(&str) -> Reading + Send + Sync>;

/// A report by the rules, and whether rules or gate saw something that the reader should look at.
#[derive(Serialize)]
pub struct FirstLook {
    pub report: Report,
    pub pending: bool,
}

/// What the rules found in one text, before the reader weighs in.
struct Draft {
    language: Language,
    truncated: bool,
    labels: Vec<Label>,
    /// What the reader's own rules alone say.
    own: Vec<Label>,
    /// Of what the text only repeats.
    repeated: Option<Stance>,
    stance: Stance,
}

impl Engine {
    /// The engine with the packs of this build.
    pub fn builtin() -> Engine {
        let (parts, weights) = builtin::parts();
        Engine::new(parts, weights, builtin::RULES.into())
    }

    /// The built-in packs and a reader's own.
    pub fn with_own_packs(own: Vec<OwnPack>) -> Result<Engine> {
        let (mut parts, weights) = builtin::parts();
        let own_from = parts.rules.len();
        let mut rules = builtin::RULES.to_string();
        if !own.is_empty() {
            // Reports must not claim the rules of this build alone, and say which others they are.
            rules.push_str(&format!("+{:08x}", own::hash(&own) >> 32));
            parts.add(&own.into_iter().map(|pack| pack.source).collect::<Vec<_>>())?;
        }
        Ok(Engine { own_from, ..Engine::new(parts, weights, rules) })
    }

    /// What names the rules in reports.
    pub fn rules(&self) -> &str {
        &self.rules
    }

    /// An engine with other packs. `rules` names them in reports.
    pub fn with_packs(packs: &[Source], weights: Weights, rules: String) -> Result<Engine> {
        Ok(Engine::new(Parts::of(packs)?, weights, rules))
    }

    /// An engine with packs that are read. `rules` names them in reports.
    pub fn new(parts: Parts, weights: Weights, rules: String) -> Engine {
        let own_from = parts.rules.len();
        let grammar = Grammar::new(parts);
        let normaliser = Normaliser::new(grammar.vocabulary());
        let languages = Languages::new();
        Engine { grammar, weights, normaliser, languages, rules, own_from, gate: None, reader: None }
    }

    /// Adds the gate. Without it, every text that the rules can judge is pending after a first look.
    pub fn load_gate(&mut self, bytes: &[u8]) -> Result<()> {
        self.gate = Some(Gate::load(bytes)?);
        Ok(())
    }

    /// Adds the reader: from now on `judge` asks it where rules or gate saw something.
    pub fn load_reader(&mut self, bytes: &[u8]) -> Result<()> {
        let reader = Reader::load(bytes)?;
        self.reader = Some(Box::new(move |text| reader.read(text)));
        Ok(())
    }

    /// The report on one text: total, whatever the text.
    pub fn judge(&self, text: &str) -> Report {
        self.judge_in_thread(text, &[])
    }

    /// The report on one text, knowing what the same author's other posts on the page do.
    pub fn judge_in_thread(&self, text: &str, thread: &[Category]) -> Report {
        let draft = self.draft(text);
        let pending = self.is_pending(&draft, text);
        let reading = self.reader.as_ref().filter(|_| pending).map(|read| read(text));
        self.finish(draft, text, pending, reading.as_ref(), thread)
    }

    /// The report by the rules alone, for whoever asks the reader later.
    pub fn first_look(&self, text: &str, thread: &[Category]) -> FirstLook {
        let draft = self.draft(text);
        let pending = self.is_pending(&draft, text);
        FirstLook { report: self.finish(draft, text, pending, None, thread), pending }
    }

    /// The report that `judge_in_thread` gives where the reader is loaded and read this in a text that was pending.
    pub fn second_look(&self, text: &str, reading: &Reading, thread: &[Category]) -> Report {
        self.finish(self.draft(text), text, true, Some(reading), thread)
    }

    fn draft(&self, text: &str) -> Draft {
        let normalised = self.normaliser.normalise(text);
        let language = self.languages.detect(&normalised, text);
        let truncated = normalised.truncated;
        if !language.judged() {
            // A language without rules gets no label, never a guess.
            let (labels, own) = Default::default();
            return Draft { language, truncated, labels, own, repeated: None, stance: Stance::Asserts };
        }
        let elements = Elements::find(&self.grammar, text, &normalised);
        let stances = Stances::find(&elements);
        let scored = self.scored(&elements, &stances);
        let repeated = scored.iter().map(|one| one.stance).find(|&stance| stance != Stance::Asserts);
        let own = scored.iter().filter(|one| one.hit.rule >= self.own_from).cloned().collect();
        let own = explain::labels(&elements, &stances, own, text);
        let labels = explain::labels(&elements, &stances, scored, text);
        Draft { language, truncated, labels, own, repeated, stance: stances.of_post() }
    }

    /// Whether a text deserves the reader's time: the rules labelled it, or the gate finds it worth a look.
    fn is_pending(&self, draft: &Draft, text: &str) -> bool {
        let passes = |gate: &Gate| gate.score(text) >= gate.point();
        draft.language.judged() && (!draft.labels.is_empty() || self.gate.as_ref().is_none_or(passes))
    }

    fn finish(
        &self,
        draft: Draft,
        text: &str,
        pending: bool,
        reading: Option<&Reading>,
        thread: &[Category],
    ) -> Report {
        let Draft { language, truncated, mut labels, own, repeated, stance } = draft;
        let reading = reading.filter(|_| language.judged());
        if let Some(reading) = reading {
            labels = opinion::keep(opinion::weigh(labels, reading, &self.weights, text), own);
        }
        let has_models = self.gate.is_some() || self.reader.is_some();
        let reader = match reading {
            Some(_) => SecondLook::Read,
            None if has_models && !pending => SecondLook::NotAsked,
            None => SecondLook::Absent,
        };
        explain::combine(&mut labels, thread, &self.weights);
        let strongest = labels.iter().max_by_key(|label| label.level);
        let stance = strongest.map(|label| label.stance).or(repeated).unwrap_or(stance);
        Report {
            level: labels.iter().map(|label| label.level).max().unwrap_or_default(),
            stance,
            lang: language.code().into(),
            truncated,
            labels,
            engine: VERSION.into(),
            rules: self.rules.clone(),
            reader,
        }
    }

    /// Every rule that matches a text, with the level it gives there: what the examples of a pack are checked with.
    pub fn rules_that_speak(&self, text: &str) -> Vec<(String, Level)> {
        let normalised = self.normaliser.normalise(text);
        let elements = Elements::find(&self.grammar, text, &normalised);
        let scored = self.scored(&elements, &Stances::find(&elements));
        scored.into_iter().map(|one| (self.grammar.rule(one.hit.rule).id.clone(), one.level)).collect()
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
