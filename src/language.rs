//! Which language a post is in, as far as judging needs to know: English, another one for sure, or undecided.
//!
//! The words decide first, because detectors that count letters fail on short and on disguised posts: a post whose words, once
//! read, are mostly English words is English, whatever loanwords stand between. Only a post that has few of them is given to
//! `whatlang`, and only what that is sure of counts as another language. The rest is `und` and is judged; the rules, being
//! English words, find nothing in it.

use whatlang::{Lang, Script};

use crate::normalise::{Kind, Normalised};

/// The language of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    code: &'static str,
}

impl Language {
    const ENGLISH: Language = Language { code: "en" };
    const UNDECIDED: Language = Language { code: "und" };

    /// The ISO 639 code, two letters where there are two, or `und`.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Whether posts in this language are judged.
    pub fn judged(&self) -> bool {
        matches!(self.code, "en" | "und")
    }
}

/// More of a text tells nothing new about its language.
const READ: usize = 2_000;

pub fn detect(text: &Normalised, original: &str) -> Language {
    let words = text.tokens.iter().filter(|token| token.kind == Kind::Word).take(READ / 4);
    let (mut total, mut known, mut repaired) = (0usize, 0usize, 0usize);
    for word in words {
        total += 1;
        known += usize::from(word.known);
        repaired += usize::from(word.known && word.disguised);
    }
    if total == 0 {
        return Language::UNDECIDED;
    }
    let start = &original[..original.floor_char_boundary(READ)];
    // A few words may be repaired into English by chance; most of them only if the post is English in disguise.
    let by_chance = if repaired * 2 < total { repaired } else { 0 };
    let english = known - by_chance;
    if english * 10 >= total * ENGLISH_TENTHS {
        return Language::ENGLISH;
    }
    let Some(info) = whatlang::detect(start) else { return Language::UNDECIDED };
    if info.lang() == Lang::Eng {
        return Language::ENGLISH;
    }
    let latin = info.script() == Script::Latin;
    let few_english = english * 10 < total * FEW_TENTHS;
    let sure = !latin && few_english || info.is_reliable() || few_english && total >= 4 && info.confidence() >= SURE;
    if sure { Language { code: code(info.lang()) } } else { Language::UNDECIDED }
}

/// From this share of English words on, in tenths, a post is English.
const ENGLISH_TENTHS: usize = 6;
/// Below this share the detector needs less confidence.
const FEW_TENTHS: usize = 4;
const SURE: f64 = 0.03;

/// The two-letter code where the language has one.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Por => "pt",
        Lang::Pol => "pl",
        Lang::Tur => "tr",
        Lang::Swe => "sv",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Fin => "fi",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ind => "id",
        Lang::Vie => "vi",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Heb => "he",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Ell => "el",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Mar => "mr",
        Lang::Pan => "pa",
        Lang::Tam => "ta",
        Lang::Tha => "th",
        other => other.code(),
    }
}
