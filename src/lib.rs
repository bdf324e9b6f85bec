//! Firebreak judges the text of one post, never its author, and says why.
//!
//! The modules below stand in reading order: each uses only those listed before it.

pub mod engine; // the only place that knows the order of the steps
pub mod error; // what can go wrong while loading data
pub mod report; // what a judgement says: levels, stance, labels, the printed sum
pub mod span; // places in a text: bytes inside, UTF-16 at the edge
#[cfg(target_arch = "wasm32")]
pub mod wasm; // the only file that names wasm_bindgen, js_sys, web_sys
