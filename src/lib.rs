//! Firebreak judges the text of one post, never its author, and says why.
//!
//! The modules below stand in reading order: each uses only those listed before it.

pub mod span; // places in a text: bytes inside, UTF-16 at the edge
pub mod error; // what can go wrong while loading data
pub mod words; // words in one buffer, found by hash
pub mod report; // what a judgement says: levels, stance, labels, the printed sum
pub mod normalise; // a text made ready for matching: tokens, each aligned with the original
pub mod language; // which language, as far as judging needs to know
pub mod table; // the fields of a TOML table
pub mod source; // rule packs as they are written
pub mod names; // the words of packs for roles, modes, stances and scopes
pub mod inflect; // how words change their form
pub mod pattern; // the small language of the packs
pub mod sets; // what one step accepts
pub mod parts; // packs with everything in them numbered
pub mod packed; // the built-in packs, as the build script wrote them down
pub mod packing; // how the build script writes them down
pub mod index; // sequences found by what they begin with, passed over unless they may match
pub mod grammar; // packs made ready for matching
pub mod weights; // the points of the printed sum
pub mod builtin; // the packs of this build
pub mod elements; // what is in a text: act, target, time, place, …
pub mod frames; // which elements together make a category
pub mod stance; // who is speaking
pub mod blob; // model files, checked before use
pub mod own; // a reader's own rule packs
pub mod reader; // a small language model that reads a post whole
pub mod gate; // whether a post deserves the reader's time
pub mod score; // the printed sum and the level it reaches
pub mod explain; // from scored hits to labels in words
pub mod opinion; // what the language model adds to the sum
pub mod engine; // the only place that knows the order of the steps
pub mod check; // runs the examples that rules carry
#[cfg(feature = "cli")]
pub mod folder; // packs read from a folder at run time
#[cfg(all(target_arch = "wasm32", not(any(feature = "reader-module", feature = "pack-module"))))]
pub mod wasm; // the engine for JavaScript
#[cfg(all(target_arch = "wasm32", feature = "reader-module"))]
pub mod wasm_reader; // the reader for JavaScript, as a module of its own
#[cfg(all(target_arch = "wasm32", feature = "pack-module"))]
pub mod wasm_packs; // what reads packs for JavaScript, likewise
