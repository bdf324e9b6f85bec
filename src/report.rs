//! What a judgement says. This is the one format of the extension, the web page and the command line.

use serde::{Deserialize, Serialize};

use crate::span::Utf16Span;

/// The nine things a text may do, in the order of the specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    CallToViolence,
    Threat,
    ViolenceJustified,
    Dehumanising,
    Hate,
    UnverifiedBlame,
    Mobilising,
    Doxxing,
    PersonalAttack,
}

impl Category {
    pub const ALL: [Category; 9] = [
        Category::CallToViolence,
        Category::Threat,
        Category::ViolenceJustified,
        Category::Dehumanising,
        Category::Hate,
        Category::UnverifiedBlame,
        Category::Mobilising,
        Category::Doxxing,
        Category::PersonalAttack,
    ];

    /// The name in data files and reports.
    pub fn id(self) -> &'static str {
        match self {
            Category::CallToViolence => "call-to-violence",
            Category::Threat => "threat",
            Category::ViolenceJustified => "violence-justified",
            Category::Dehumanising => "dehumanising",
            Category::Hate => "hate",
            Category::UnverifiedBlame => "unverified-blame",
            Category::Mobilising => "mobilising",
            Category::Doxxing => "doxxing",
            Category::PersonalAttack => "personal-attack",
        }
    }
}

/// What a level asks of a reader: nothing, worth knowing, slow down, stop and think.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    #[default]
    None,
    Note,
    Caution,
    Warning,
}

/// Who is speaking. Only `asserts` keeps its full level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    #[default]
    Asserts,
    Quotes,
    Reports,
    Condemns,
    Negates,
    Asks,
    JokesOrPlays,
}

/// How sure the engine is, in words: a percentage would claim a precision that nobody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    #[serde(rename = "possible")]
    Possible,
    #[serde(rename = "likely")]
    Likely,
    #[serde(rename = "strong match")]
    Strong,
}

/// What part the language model had in a report, so that reports made with it and without it are not taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecondLook {
    /// It did not take part: the rules alone judged, or judged first.
    Absent,
    /// Rules and gate saw nothing in the text that was worth its time.
    NotAsked,
    /// It read the text, and the report holds what it made of it.
    Read,
}

impl SecondLook {
    /// The name in reports.
    pub fn id(self) -> &'static str {
        match self {
            SecondLook::Absent => "absent",
            SecondLook::NotAsked => "not-asked",
            SecondLook::Read => "read",
        }
    }
}

/// One line of the sum that leads to a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    pub part: String,
    pub points: i32,
}

/// One category found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    pub id: Category,
    pub level: Level,
    pub confidence: Confidence,
    pub stance: Stance,
    /// The rule that spoke loudest, so that a reader can switch it off.
    pub rule: String,
    pub reason: String,
    /// What would make this label wrong.
    pub wrong: String,
    pub spans: Vec<Utf16Span>,
    pub sum: Vec<Part>,
}

/// Everything the engine says about one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub level: Level,
    pub stance: Stance,
    /// BCP 47 code; `und` where the text is too short to tell.
    pub lang: String,
    /// True where the text was longer than the engine reads; the rest was not judged.
    pub truncated: bool,
    pub labels: Vec<Label>,
    pub engine: String,
    /// First eight hexadecimal digits of the hash of all rule data; after a `+`, those of the reader's own packs.
    pub rules: String,
    pub reader: SecondLook,
}
