//! Packs made ready for matching: their parts, and the index of their sequences.

use std::ops::Range;

use crate::index::Index;
use crate::parts::{CUES, Cue, Element, Parts, RULES, Rule, Sequences};
use crate::pattern::Step;
use crate::sets::{Compiled, Set, SetId};
use crate::words::WordId;

/// Everything the packs say.
#[derive(Debug)]
pub struct Grammar {
    parts: Parts,
    pub index: Index,
    layers: usize,
}

impl Grammar {
    pub fn new(parts: Parts) -> Grammar {
        let layers = parts.elements.iter().map(|element| usize::from(element.depth) + 1).max().unwrap_or_default();
        Grammar { index: Index::new(&parts), parts, layers }
    }

    /// The number of a word of the packs.
    pub fn word(&self, word: &str) -> Option<WordId> {
        self.parts.words.find(word)
    }

    /// Every word that the packs know, so that disguises can be undone towards them.
    pub fn vocabulary(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.parts.words.iter().collect();
        // Which of two words is preferred must not depend on the order in which packs are read.
        words.sort_unstable();
        words
    }

    pub fn element(&self, number: usize) -> &Element {
        &self.parts.elements[number]
    }

    pub fn rule(&self, number: usize) -> &Rule {
        &self.parts.rules[number]
    }

    pub fn cue(&self, number: usize) -> &Cue {
        &self.parts.cues[number]
    }

    #[inline(always)]
    pub fn set(&self, number: SetId) -> &Set {
        &self.parts.sets[number as usize]
    }

    pub fn sets(&self) -> usize {
        self.parts.sets.len()
    }

    pub fn sequence(&self, number: u32) -> &Compiled {
        &self.parts.sequences[number as usize]
    }

    pub fn sequences(&self, numbers: &Sequences) -> &[Compiled] {
        &self.parts.sequences[numbers.start as usize..numbers.end as usize]
    }

    pub fn steps(&self, sequence: &Compiled) -> &[Step<SetId>] {
        self.parts.steps(sequence)
    }

    /// The stages of the index that hold element patterns.
    pub fn layers(&self) -> Range<usize> {
        0..self.layers
    }

    /// The stage of the index that holds the cues.
    pub fn cue_stage(&self) -> usize {
        CUES.into()
    }

    /// The stage of the index that holds what rules hit.
    pub fn rule_stage(&self) -> usize {
        RULES.into()
    }
}
