//! The edge to JavaScript of what reads packs: a wasm module of its own, with the feature `pack-module` in place of
//! `wasm.rs`. It is fetched only where a reader has rule packs of their own, or tries one.

use wasm_bindgen::prelude::*;

use crate::own::OwnPack;

/// A pack in a form that `Engine` takes. Throws where it cannot be read, naming file, line and remedy.
#[wasm_bindgen(js_name = readPack)]
pub fn read_pack(file: &str, text: &str) -> Result<Vec<u8>, JsError> {
    let pack = OwnPack::parse(file, text).map_err(|fault| JsError::new(&fault.to_string()))?;
    Ok(postcard::to_allocvec(&pack).expect("a pack is plain data"))
}
