//! Writes a post in the disguises people use, so that a test and `cargo xtask disguise` can ask whether what is caught
//! plain is caught disguised. Only for measuring: the product reads disguises and never makes them.

/// A way to hide words from a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disguise {
    Leet,
    Homoglyph,
    ZeroWidth,
    Spaced,
    Stretched,
    Masked,
    Swapped,
    Emoji,
    Capitals,
    Unpunctuated,
    Hashtag,
}

pub const ALL: [Disguise; 11] = [
    Disguise::Leet,
    Disguise::Homoglyph,
    Disguise::ZeroWidth,
    Disguise::Spaced,
    Disguise::Stretched,
    Disguise::Masked,
    Disguise::Swapped,
    Disguise::Emoji,
    Disguise::Capitals,
    Disguise::Unpunctuated,
    Disguise::Hashtag,
];

/// The post in disguise. Words of four letters and more are hidden, as people hide the words that matter; the same seed
/// gives the same post.
pub fn disguise(text: &str, how: Disguise, seed: u64) -> String {
    match how {
        Disguise::Capitals => return text.to_uppercase(),
        Disguise::Unpunctuated => return text.chars().filter(|ch| !".,;:!?".contains(*ch)).collect(),
        Disguise::Hashtag => return hashtag(text),
        _ => {}
    }
    let mut seed = seed;
    let words = text.split(' ').map(|word| {
        let letters = word.trim_matches(|ch: char| !ch.is_ascii_alphabetic());
        let plain = letters.len() > 3 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if plain { word.replacen(letters, &hidden(letters, how, (seed >> 33) as usize), 1) } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn hidden(word: &str, how: Disguise, dice: usize) -> String {
    let swap = |pairs: &[(char, char)]| -> String {
        let of = |ch: char| pairs.iter().find(|(plain, _)| *plain == ch).map_or(ch, |(_, other)| *other);
        word.chars().map(of).collect()
    };
    let at = 1 + dice % (word.len() - 2);
    match how {
        Disguise::Leet => swap(&[('a', '4'), ('e', '3'), ('i', '1'), ('o', '0'), ('s', '5')]),
        Disguise::Homoglyph => swap(&[('a', 'а'), ('e', 'е'), ('o', 'о'), ('i', 'і'), ('c', 'с'), ('p', 'р')]),
        Disguise::ZeroWidth => word.chars().flat_map(|ch| [ch, '\u{200B}']).collect(),
        Disguise::Spaced => word.chars().map(String::from).collect::<Vec<_>>().join("."),
        Disguise::Stretched => format!("{word}{}", word[word.len() - 1..].repeat(4)),
        Disguise::Masked => match word.char_indices().skip(1).find(|(_, ch)| "aeiou".contains(*ch)) {
            Some((at, _)) => format!("{}*{}", &word[..at], &word[at + 1..]),
            None => word.to_owned(),
        },
        Disguise::Swapped if at + 2 < word.len() => {
            format!("{}{}{}{}", &word[..at], &word[at + 1..at + 2], &word[at..=at], &word[at + 2..])
        }
        Disguise::Emoji => match word.to_lowercase().as_str() {
            "fire" => "🔥".into(),
            "knife" => "🔪".into(),
            "bomb" => "💣".into(),
            "rats" => "🐀🐀".into(),
            "mosque" => "🕌".into(),
            "synagogue" => "🕍".into(),
            "hotel" => "🏨".into(),
            "cockroaches" => "🪳🪳".into(),
            "pigs" => "🐖🐖".into(),
            _ => word.to_owned(),
        },
        _ => word.to_owned(),
    }
}

/// Words that follow each other become one camel-case hashtag; punctuation, mentions and numbers stay between them.
fn hashtag(text: &str) -> String {
    const LONGEST: usize = 5;
    let mut out: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let plain = word.trim_end_matches(|ch: char| ".,;:!?".contains(ch));
        if plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            out.push(word.to_owned());
            length = 0;
            continue;
        }
        let camel = format!("{}{}", word[..1].to_uppercase(), word[1..].to_lowercase());
        match out.last_mut().filter(|_| length > 0) {
            Some(last) => last.push_str(&camel),
            None => out.push(format!("#{camel}")),
        }
        length = if plain.len() < word.len() || length == LONGEST { 0 } else { length + 1 };
    }
    out.join(" ")
}
