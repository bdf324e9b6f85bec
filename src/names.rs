//! The words that packs use for roles, modes, stances and scopes, and what they stand for.

use serde::{Deserialize, Serialize};

use crate::report::Stance;
use crate::source;

/// What an element adds to a sum, or that it negates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    None,
    Target,
    Time,
    Place,
    Logistics,
    Amplifier,
    Negator,
}

/// How an act is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    Stated,
    Reported,
    Wished,
    Justified,
    Urged,
    Threatened,
}

/// Over what stretch of the text a cue speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// From the cue to the end of its sentence.
    After,
    /// Up to the cue from the start of its sentence.
    Before,
    Sentence,
    /// The cue's sentence and the next.
    Next,
    /// The cue's sentence and the one before.
    Previous,
    Post,
    /// Only words in quotation marks, anywhere in the post.
    Quotes,
    /// The words right after the cue, in the same clause: what a negation governs.
    Close,
}

/// Names in packs are the names in reports, so that one list serves both.
pub fn named<T: serde::de::DeserializeOwned>(name: &str, what: &str) -> std::result::Result<T, String> {
    let plain: serde::de::value::StrDeserializer<serde::de::value::Error> =
        serde::de::IntoDeserializer::into_deserializer(name);
    T::deserialize(plain).map_err(|fault| format!("`{name}` is no {what}: {fault}"))
}

pub fn stance(name: &str) -> std::result::Result<Stance, String> {
    named(name, "stance")
}

pub fn role(element: &source::Element) -> std::result::Result<Role, String> {
    Ok(match element.role.as_deref() {
        None => Role::None,
        Some("target") => Role::Target,
        Some("time") => Role::Time,
        Some("place") => Role::Place,
        Some("logistics") => Role::Logistics,
        Some("amplifier") => Role::Amplifier,
        Some("negator") => Role::Negator,
        Some(other) => {
            return Err(format!("`{other}` is no role; write target, time, place, logistics, amplifier or negator"));
        }
    })
}

pub fn mode(name: &str) -> std::result::Result<Mode, String> {
    Ok(match name {
        "stated" => Mode::Stated,
        "reported" => Mode::Reported,
        "wished" => Mode::Wished,
        "justified" => Mode::Justified,
        "urged" => Mode::Urged,
        "threatened" => Mode::Threatened,
        _ => {
            return Err(format!("`{name}` is no mode; write stated, wished, justified, urged, threatened or reported"));
        }
    })
}

pub fn scope(name: &str) -> std::result::Result<Scope, String> {
    Ok(match name {
        "after" => Scope::After,
        "before" => Scope::Before,
        "sentence" => Scope::Sentence,
        "next" => Scope::Next,
        "previous" => Scope::Previous,
        "post" => Scope::Post,
        "quotes" => Scope::Quotes,
        "close" => Scope::Close,
        _ => {
            let names = "after, before, sentence, next, previous, post, quotes or close";
            return Err(format!("`{name}` is no scope; write {names}"));
        }
    })
}
