//! The reader's edge to JavaScript: a wasm module of its own, with the feature `reader-module` in place of `wasm.rs`. It
//! is fetched only when a post is to be read, and its memory goes when JavaScript lets it go.

use wasm_bindgen::prelude::*;

use crate::reader;

#[wasm_bindgen]
pub struct Reader {
    reader: reader::Reader,
}

#[wasm_bindgen]
impl Reader {
    /// Throws where the file is damaged or of another version.
    #[wasm_bindgen(constructor)]
    pub fn new(file: &[u8]) -> Result<Reader, JsError> {
        reader::Reader::load(file).map(|reader| Reader { reader }).map_err(|fault| JsError::new(&fault.to_string()))
    }

    /// What the model made of a text, in a form that `Engine.judgeRead` takes.
    pub fn read(&self, text: &str) -> Vec<u8> {
        postcard::to_allocvec(&self.reader.read(text)).expect("a reading is plain data")
    }
}
