//! Plain English inflections, so that the word list need not hold `walks`, `walked` and `walking` beside `walk`.

/// Tries the words that `word` may be a plain inflection of, and gives the first that `find` finds.
pub(super) fn bases<T>(word: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    let bytes = word.as_bytes();
    if bytes.len() < 4 || !word.is_ascii() {
        return None;
    }
    for (ending, restored) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let twice = ending == "s" && stem.ends_with('s');
        if twice || stem.len() < 3 && restored.is_empty() || stem.len() < 2 {
            continue;
        }
        let found = if restored.is_empty() {
            find(stem).or_else(|| undoubled(stem, ending).and_then(&find))
        } else {
            let mut base = [0u8; super::vocabulary::LONGEST + 1];
            let length = stem.len() + restored.len();
            if length > base.len() {
                continue;
            }
            base[..stem.len()].copy_from_slice(stem.as_bytes());
            base[stem.len()..length].copy_from_slice(restored.as_bytes());
            std::str::from_utf8(&base[..length]).ok().and_then(&find)
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// What ends a word, and what the bare word has in its place.
const ENDINGS: [(&str, &str); 16] = [
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("er", ""),
    ("er", "e"),
    ("ly", ""),
    ("ness", ""),
    ("less", ""),
    ("able", ""),
    ("ful", ""),
    ("ish", ""),
];

/// `stopped` has one p more than `stop`.
fn undoubled<'w>(stem: &'w str, ending: &str) -> Option<&'w str> {
    let [.., last, end] = stem.as_bytes() else { return None };
    let doubles = last == end && matches!(ending, "ing" | "ed" | "er");
    (doubles && stem.len() > 3).then(|| &stem[..stem.len() - 1])
}
