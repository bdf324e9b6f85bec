//! The edge to JavaScript: the only file that names wasm_bindgen, js_sys, web_sys.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::engine;
use crate::report::Category;

#[wasm_bindgen]
pub struct Engine {
    engine: engine::Engine,
}

#[derive(Serialize)]
struct About {
    engine: String,
    rules: String,
    categories: [Category; 9],
}

#[wasm_bindgen]
impl Engine {
    /// An engine with the built-in rule packs.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)] // A constructor for JavaScript; Rust callers use the engine itself.
    pub fn new() -> Engine {
        Engine { engine: engine::Engine::builtin() }
    }

    /// The report on one text. Lone surrogates arrive as U+FFFD, which has the same UTF-16 length.
    pub fn judge(&self, text: &str) -> Result<JsValue, JsValue> {
        to_js(&self.engine.judge(text))
    }

    /// The reports on many texts, in the same order.
    #[wasm_bindgen(js_name = judgeMany)]
    pub fn judge_many(&self, texts: Vec<String>) -> Result<JsValue, JsValue> {
        to_js(&texts.iter().map(|text| self.engine.judge(text)).collect::<Vec<_>>())
    }

    /// Versions and category ids.
    pub fn about(&self) -> Result<JsValue, JsValue> {
        let report = self.engine.judge("");
        to_js(&About { engine: report.engine, rules: report.rules, categories: Category::ALL })
    }
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
