//! Makes a post ready for matching: the same words however they are spelt, each tied to its place in the original.
//!
//! Characters become plain cells (`cells`), cells become words, numbers and marks (`split`, `shapes`, `quotes`), and a word that
//! the vocabulary does not know is read anew as the disguise that it may be.
//!
//! **Apostrophes** are left out: `don't` and `dont` give `dont`, `they're` gives `theyre`, `he's` gives `hes`, `mosque's` and
//! `mosque` give `mosque`. Where that would make another word (`he'll`, `we're`, `I'd`) the contraction becomes its two words:
//! `he will`, `we are`, `i would`. `data/normalise/contractions.txt` lists them.
//!
//! **Order**: tokens stand in reading order, which is the order of the text but for stretches written backwards or upside down;
//! use [`Normalised::cover`] for the place of several tokens.
//!
//! **Sentences**: a post without a single full stop or line end is divided at capitals that begin no name (`unpunctuated`).
//!
//! **Names**: in shouting and in hashtags, where every word has a capital, a word that nobody knows is a name (`shouted`).
//!
//! **Length**: the first 200,000 bytes are judged. Every step is linear in them.

mod aliases;
mod cells;
mod emoji;
mod flip;
mod inflect;
mod letters;
mod quotes;
mod repair;
mod respell;
mod segment;
mod shapes;
mod shouted;
mod spaced;
mod split;
mod tables;
mod token;
mod unpunctuated;
mod vocabulary;
mod word;
mod writer;

use rustc_hash::{FxHashMap, FxHashSet};

use aliases::Aliases;
use cells::Folder;
use flip::Flips;
use letters::Signs;
use split::Splitter;
pub use token::{Kind, Marks, Normalised, Token};
use vocabulary::{Vocabulary, Weight};
use writer::Writer;

use crate::words;

/// How much of a text is judged, in bytes.
pub const LIMIT: usize = 200_000;

/// Tables for normalising, made once.
pub struct Normaliser {
    folder: Folder,
    vocabulary: Vocabulary,
    aliases: Aliases,
    signs: Signs,
    flips: Flips,
    contractions: FxHashMap<&'static str, &'static str>,
    abbreviations: FxHashSet<&'static str>,
    /// The vocabulary is whole, so that what it lacks may be repaired.
    ready: bool,
}

impl Normaliser {
    /// `vocabulary` is the words that rules look for, as written in them; phrases count as their words.
    pub fn new(vocabulary: impl IntoIterator<Item = impl AsRef<str>>) -> Normaliser {
        let mut known = Vocabulary::new(16_384);
        for word in words::common() {
            known.add(word, Weight::Common);
        }
        let mut normaliser = Normaliser {
            folder: Folder::new(),
            vocabulary: known,
            aliases: Aliases::new(),
            signs: Signs::new(),
            flips: Flips::new(),
            contractions: tables::pairs(tables::CONTRACTIONS).collect(),
            abbreviations: tables::lines(tables::ABBREVIATIONS).collect(),
            ready: false,
        };
        for word in normaliser.signs.masked() {
            normaliser.vocabulary.add(word, Weight::Rules);
        }
        for phrase in vocabulary {
            let phrase = phrase.as_ref();
            // Nearly all are plain words, which are read as they stand; the long way with ten thousand of them would be
            // most of the time it takes to start.
            let plain = phrase.bytes().all(|byte| byte.is_ascii_lowercase());
            if plain && !normaliser.contractions.contains_key(phrase) {
                normaliser.vocabulary.add(phrase, Weight::Rules);
                continue;
            }
            let read = normaliser.normalise(phrase);
            for token in read.tokens.iter().filter(|token| token.kind == Kind::Word) {
                normaliser.vocabulary.add(read.word(token), Weight::Rules);
            }
        }
        normaliser.vocabulary.index();
        normaliser.ready = true;
        normaliser
    }

    pub fn normalise(&self, text: &str) -> Normalised {
        let judged = &text[..text.floor_char_boundary(LIMIT)];
        let mut cells = self.folder.fold(judged);
        self.flips.turn(judged, &mut cells);
        let mut splitter = Splitter {
            normaliser: self,
            text: judged,
            cells: &cells,
            writer: Writer::new(judged.len()),
            raw: String::new(),
            read: String::new(),
            found: String::new(),
        };
        splitter.run();
        let mut read = splitter.writer.finish(judged.len() < text.len());
        unpunctuated::divide(&mut read, &self.vocabulary);
        shouted::name(&mut read, &self.vocabulary);
        read
    }
}
