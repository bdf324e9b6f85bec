//! Who is speaking: does the post itself do what its words do, or does it quote, report, condemn, negate, ask, play?

use std::ops::Range;

use crate::elements::Elements;
use crate::frames::Hit;
use crate::names::Scope;
use crate::normalise::Marks;
use crate::report::Stance;

/// Every cue found in a text, found once and asked for each hit.
pub struct Stances<'e, 't> {
    elements: &'e Elements<'t>,
    /// Cues that speak over their surroundings, in the order of the text.
    near: Vec<Heard>,
    /// Cues that speak over the whole post, each kept once.
    wide: Vec<Heard>,
}

/// A cue at some tokens.
struct Heard {
    cue: usize,
    at: Range<usize>,
}

/// A negation this far before a hit still governs it: "never said we should …".
const CLOSE: usize = 3;

/// A cue governs the rest of its sentence, but not for longer than anybody keeps it in mind: posts without full stops
/// are one sentence.
const FAR: usize = 14;

/// Where several stances cover a hit, the first of these wins.
const ORDER: [Stance; 6] =
    [Stance::Negates, Stance::Condemns, Stance::Reports, Stance::Quotes, Stance::JokesOrPlays, Stance::Asks];

impl<'e, 't> Stances<'e, 't> {
    pub fn find(elements: &'e Elements<'t>) -> Stances<'e, 't> {
        let grammar = elements.grammar();
        let (mut near, mut wide): (Vec<Heard>, Vec<Heard>) = (Vec::new(), Vec::new());
        let (mut candidates, mut ends) = (Vec::new(), Vec::new());
        for start in 0..elements.len() {
            elements.candidates(grammar.cue_stage(), start, &mut candidates);
            for &id in &candidates {
                let compiled = grammar.sequence(id);
                elements.ends(compiled, start, &mut ends);
                let Some(&(end, _)) = ends.first() else { continue };
                let heard = Heard { cue: compiled.owner as usize, at: start..end };
                if !matches!(grammar.cue(heard.cue).scope, Scope::Post | Scope::Quotes) {
                    near.push(heard);
                } else if wide.iter().all(|other| other.cue != heard.cue) {
                    wide.push(heard);
                }
            }
        }
        Stances { elements, near, wide }
    }

    /// The cues that may speak over a hit: those of the post, of its sentences and of the sentences beside them.
    fn around(&self, hit: &Hit) -> impl Iterator<Item = &Heard> {
        let sentences = self.elements.sentences(&hit.tokens);
        let start = self.elements.sentence(sentences.start.saturating_sub(1)).start;
        let end = self.elements.sentence(sentences.end.min(self.elements.len() - 1)).end;
        let first = self.near.partition_point(|heard| heard.at.start < start);
        let last = self.near.partition_point(|heard| heard.at.start < end);
        self.near[first..last].iter().chain(&self.wide)
    }

    /// The stance of one hit.
    pub fn of(&self, hit: &Hit) -> Stance {
        let rule = self.elements.grammar().rule(hit.rule);
        let mut stances: Vec<Stance> =
            self.around(hit).filter(|heard| self.covers(heard, hit)).map(|heard| self.cue(heard.cue)).collect();
        if stances.contains(&Stance::Asserts) {
            return Stance::Asserts;
        }
        if self.quoted(hit) {
            stances.push(Stance::Quotes);
        }
        if self.elements.asks(hit.tokens.end - 1) {
            stances.push(Stance::Asks);
        }
        ORDER
            .into_iter()
            .find(|stance| stances.contains(stance) && !rule.despite.contains(stance))
            .unwrap_or(Stance::Asserts)
    }

    /// The stance of a post in which nothing was found: what its cues say of the whole.
    pub fn of_post(&self) -> Stance {
        let whole = |scope| matches!(scope, Scope::Post | Scope::Sentence | Scope::After);
        let cues = self.near.iter().chain(&self.wide).map(|heard| heard.cue);
        let cues = cues.filter(|&cue| whole(self.elements.grammar().cue(cue).scope));
        let stances: Vec<Stance> = cues.map(|cue| self.cue(cue)).collect();
        let asks = || !self.elements.is_empty() && self.elements.asks(self.elements.len() - 1);
        ORDER.into_iter().find(|stance| stances.contains(stance)).unwrap_or(if asks() {
            Stance::Asks
        } else {
            Stance::Asserts
        })
    }

    /// Whether a hit stands in quotation marks, most of it: a hit may begin with a word of the frame around the
    /// quotation ("he will say …"), and one word in scare quotes does not make a sentence somebody else's.
    pub fn quoted(&self, hit: &Hit) -> bool {
        let quoted = hit.tokens.clone().filter(|&at| self.elements.token(at).quoted).count();
        quoted * 2 > hit.tokens.len()
    }

    /// Whether the quotation around a hit holds a whole sentence: it begins with the quotation or after a full
    /// stop inside it, and runs to the end of the quotation or of a sentence.
    pub fn quotes_whole_sentence(&self, hit: &Hit) -> bool {
        let sentence = self.elements.sentence(hit.tokens.start);
        let quoted = |at: usize| self.elements.token(at).quoted;
        let start = (sentence.start..=hit.tokens.start).rev().take_while(|&at| quoted(at)).last();
        let end = (hit.tokens.end - 1..sentence.end).take_while(|&at| quoted(at)).last();
        const FEWEST_WORDS: usize = 4;
        matches!((start, end), (Some(start), Some(end)) if end + 1 - start >= FEWEST_WORDS)
    }

    fn cue(&self, cue: usize) -> Stance {
        self.elements.grammar().cue(cue).stance
    }

    fn covers(&self, Heard { cue, at }: &Heard, hit: &Hit) -> bool {
        let sentence = |at: usize| self.elements.sentence(at);
        let (here, there) = (sentence(at.start), sentence(hit.tokens.start));
        let same = here == there;
        match self.elements.grammar().cue(*cue).scope {
            Scope::Post => true,
            Scope::Sentence => same,
            Scope::After => same && at.start <= hit.tokens.start && hit.tokens.start <= at.end + FAR,
            Scope::Before => same && at.end >= hit.tokens.end,
            Scope::Next => same || here.end == there.start,
            Scope::Previous => same || there.end == here.start,
            Scope::Quotes => self.quoted(hit),
            Scope::Close => {
                // A negation that a hit begins with is part of what the hit says ("won't make it home").
                let start = hit.tokens.start;
                let between = at.end.min(start)..start;
                let clause = |at: usize| self.elements.token(at).before.meets(Marks::CLAUSE);
                same && at.end <= start && between.len() <= CLOSE && !(at.end..=start).any(clause)
            }
        }
    }
}
