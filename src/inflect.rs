//! How English words change their form: enough spelling rules for the verbs and nouns of the packs.

use serde::{Deserialize, Serialize};

/// The form of a verb or noun that matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Form {
    #[default]
    Any,
    Base,
    S,
    Ing,
    Past,
}

/// All forms of a verb: regular spelling rules, unless the packs give the past forms.
pub fn verb_forms(verb: &str, irregular: Option<&str>) -> Vec<(String, Form)> {
    let vowel = |c: char| "aeiou".contains(c);
    let letters: Vec<char> = verb.chars().collect();
    let end = |back: usize| letters.len().checked_sub(back).map(|at| letters[at]);
    let consonant_y = end(1) == Some('y') && !end(2).is_some_and(vowel);
    // One vowel between consonants doubles the last letter in short verbs: stab, stabbing; longer verbs rarely do.
    let doubles = letters.len() <= 4
        && end(1).is_some_and(|c| !vowel(c) && !"wxy".contains(c))
        && end(2).is_some_and(vowel)
        && !end(3).is_some_and(vowel);
    let stem = if doubles { format!("{verb}{}", letters[letters.len() - 1]) } else { verb.to_string() };
    let s = if consonant_y {
        format!("{}ies", &verb[..verb.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|tail| verb.ends_with(tail)) {
        format!("{verb}es")
    } else {
        format!("{verb}s")
    };
    let ing = match verb.strip_suffix("ie") {
        Some(stem) => format!("{stem}ying"),
        None => match verb.strip_suffix('e') {
            Some(stem) if !verb.ends_with("ee") => format!("{stem}ing"),
            _ => format!("{stem}ing"),
        },
    };
    let past = match irregular {
        Some(past) => past.to_string(),
        None if verb.ends_with('e') => format!("{verb}d"),
        None if consonant_y => format!("{}ied", &verb[..verb.len() - 1]),
        None => format!("{stem}ed"),
    };
    let mut forms = vec![(verb.to_string(), Form::Base), (s, Form::S)];
    // Speech drops the last letter: killin, burnin.
    forms.push((ing[..ing.len() - 1].to_string(), Form::Ing));
    forms.push((ing, Form::Ing));
    forms.extend(past.split(' ').map(|past| (past.to_string(), Form::Past)));
    forms
}

pub fn plural(noun: &str) -> String {
    if noun.ends_with('y') && !noun.ends_with("ey") && !noun.ends_with("ay") && !noun.ends_with("oy") {
        format!("{}ies", &noun[..noun.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|tail| noun.ends_with(tail)) {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}
