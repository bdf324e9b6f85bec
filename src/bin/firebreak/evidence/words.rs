//! The words of the extension, so that a printed card reads as it does there.

use std::collections::HashMap;

use serde::Deserialize;

const MESSAGES: &str = include_str!("../../../../extension/_locales/en/messages.json");

pub struct Words(HashMap<String, Message>);

#[derive(Deserialize)]
struct Message {
    message: String,
}

impl Words {
    pub fn load() -> Words {
        Words(serde_json::from_str(MESSAGES).expect("the extension's words are tested"))
    }

    /// The words of a key; an unknown key shows itself.
    pub fn of(&self, key: &str) -> String {
        self.0.get(key).map_or(key, |message| &message.message).to_string()
    }

    /// With a value where the words want it.
    pub fn with(&self, key: &str, values: &[&str]) -> String {
        let places = values.iter().enumerate();
        places.fold(self.of(key), |words, (at, value)| words.replace(&format!("${}", at + 1), value))
    }

    /// The words of one of the engine's ids, such as level `warning`.
    pub fn named(&self, kind: &str, id: &str) -> String {
        self.of(&format!("{kind}_{}", id.replace(['-', ' '], "_")))
    }
}
