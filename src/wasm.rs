//! The engine's edge to JavaScript. Only this file, `wasm_reader.rs` and `wasm_packs.rs` name wasm_bindgen,
//! js_sys, web_sys.

use js_sys::{JSON, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::check::{self, Tried};
use crate::engine;
use crate::names::named;
use crate::own::OwnPack;
use crate::reader::Reading;
use crate::report::Category;

#[wasm_bindgen]
pub struct Engine {
    engine: engine::Engine,
}

#[derive(Serialize)]
struct About {
    engine: &'static str,
    rules: String,
    categories: [Category; 9],
}

/// What a pack would do: its fault, or how many rules it has and how each of their examples went.
#[derive(Default, Serialize)]
struct Trial {
    fault: Option<String>,
    rules: usize,
    examples: Vec<Tried>,
}

#[wasm_bindgen]
impl Engine {
    /// An engine with the built-in rule packs, and with the reader's own: a list of what the packs' module gave for
    /// each, or nothing. Throws where one names what is not there, naming file, line and remedy.
    #[wasm_bindgen(constructor)]
    pub fn new(packs: Option<Vec<Uint8Array>>) -> Result<Engine, JsError> {
        let own = packs.unwrap_or_default().iter().map(|pack| read(&pack.to_vec())).collect::<Result<_, _>>()?;
        engine::Engine::with_own_packs(own).map(|engine| Engine { engine }).map_err(thrown)
    }

    /// Tries a pack, as its module gave it, beside the built-in ones: runs its examples, changes nothing.
    #[wasm_bindgen(js_name = tryPack)]
    pub fn try_pack(pack: &[u8]) -> Result<JsValue, JsError> {
        let pack = read(pack)?;
        let source = pack.source.clone();
        let trial = engine::Engine::with_own_packs(vec![pack]).map(|engine| {
            let rules = source.rules.len();
            Trial { fault: None, rules, examples: check::examples(&engine, &[source]) }
        });
        to_js(&trial.unwrap_or_else(|fault| Trial { fault: Some(fault.to_string()), ..Trial::default() }))
    }

    /// Gives the engine the gate: from now on only what the rules label or the gate lets through is pending.
    /// Throws where the file is damaged or of another version; the engine then goes on without.
    #[wasm_bindgen(js_name = loadGate)]
    pub fn load_gate(&mut self, file: &[u8]) -> Result<(), JsError> {
        self.engine.load_gate(file).map_err(thrown)
    }

    /// The report on one text, by the rules. Lone surrogates arrive as U+FFFD, which has the same UTF-16 length.
    pub fn judge(&self, text: &str) -> Result<JsValue, JsError> {
        to_js(&self.engine.judge(text))
    }

    /// The report on one text, by the rules, knowing the categories of the same author's other posts in the thread.
    #[wasm_bindgen(js_name = judgeInThread)]
    pub fn judge_in_thread(&self, text: &str, thread: Vec<String>) -> Result<JsValue, JsError> {
        to_js(&self.engine.judge_in_thread(text, &categories(thread)?))
    }

    /// The reports on many texts, by the rules, in the same order: a list of `{report, pending}`. Those that are pending
    /// should be read by the reader's module, and judged with its reading by `judgeRead`.
    #[wasm_bindgen(js_name = judgeMany)]
    pub fn judge_many(&self, texts: Vec<String>) -> Result<JsValue, JsError> {
        to_js(&texts.iter().map(|text| self.engine.first_look(text, &[])).collect::<Vec<_>>())
    }

    /// The report on one text by rules and reader. `reading` is what the reader's module gave for this text.
    #[wasm_bindgen(js_name = judgeRead)]
    pub fn judge_read(&self, text: &str, reading: &[u8], thread: Option<Vec<String>>) -> Result<JsValue, JsError> {
        let reading: Reading = postcard::from_bytes(reading).map_err(thrown)?;
        to_js(&self.engine.second_look(text, &reading, &categories(thread.unwrap_or_default())?))
    }

    /// Versions and category ids.
    pub fn about(&self) -> Result<JsValue, JsError> {
        to_js(&About { engine: engine::VERSION, rules: self.engine.rules().into(), categories: Category::ALL })
    }
}

/// A pack of the reader's own, as the packs' module wrote it.
fn read(pack: &[u8]) -> Result<OwnPack, JsError> {
    postcard::from_bytes(pack).map_err(|_| JsError::new("a pack is not as the packs' module of this version writes it"))
}

fn categories(ids: Vec<String>) -> Result<Vec<Category>, JsError> {
    ids.iter().map(|id| named(id, "category").map_err(thrown)).collect()
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    // One string over the edge and the browser's own parser: quicker than a call for every field, and less code.
    let text = serde_json::to_string(value).map_err(thrown)?;
    JSON::parse(&text).map_err(|_| JsError::new("what was written is no JSON"))
}

/// A fault as JavaScript's own `Error`, with the same words.
fn thrown(fault: impl std::fmt::Display) -> JsError {
    JsError::new(&fault.to_string())
}
