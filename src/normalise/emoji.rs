//! Recognises emoji, with skin tones and joined sequences, and names them from `data/normalise/emoji.txt`.

use rustc_hash::FxHashMap;

use super::tables;

/// Which emoji a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Emoji {
    #[default]
    Unnamed,
    Named(u16),
    /// Two regional letters, as indices from `a`.
    Flag(u8, u8),
}

pub(super) struct Names {
    names: Vec<&'static str>,
    single: FxHashMap<char, u16>,
    /// Joined sequences, without skin tones and selectors.
    joined: FxHashMap<String, u16>,
}

const JOINER: char = '\u{200D}';
const REGIONAL: std::ops::RangeInclusive<char> = '\u{1F1E6}'..='\u{1F1FF}';

impl Names {
    pub fn new() -> Names {
        let mut names = Names { names: Vec::new(), single: FxHashMap::default(), joined: FxHashMap::default() };
        for line in tables::lines(tables::EMOJI) {
            let mut columns = line.split(' ');
            let Some(name) = columns.next() else { continue };
            let number = names.names.len() as u16;
            names.names.push(name);
            for emoji in columns {
                let bare: String = emoji.chars().filter(|&ch| !is_modifier(ch)).collect();
                let mut chars = bare.chars();
                match (chars.next(), chars.next()) {
                    (Some(only), None) => {
                        names.single.insert(only, number);
                    }
                    _ => {
                        names.joined.insert(bare, number);
                    }
                }
            }
        }
        names
    }

    /// The emoji that `rest` begins with and its length in bytes.
    pub fn read(&self, rest: &str) -> Option<(usize, Emoji)> {
        let mut chars = rest.char_indices().peekable();
        let (_, base) = chars.next()?;
        if !is_emoji(base) {
            return None;
        }
        if REGIONAL.contains(&base)
            && let Some(&(at, second)) = chars.peek()
            && REGIONAL.contains(&second)
        {
            let letter = |ch: char| (u32::from(ch) - u32::from(*REGIONAL.start())) as u8;
            return Some((at + second.len_utf8(), Emoji::Flag(letter(base), letter(second))));
        }
        let mut end = base.len_utf8();
        let mut sequence = String::new();
        while let Some((at, ch)) = chars.next() {
            if is_modifier(ch) {
                end = at + ch.len_utf8();
            } else if ch == JOINER && chars.peek().is_some_and(|&(_, next)| is_emoji(next)) {
                if sequence.is_empty() {
                    sequence.push(base);
                }
                if let Some((at, next)) = chars.next() {
                    sequence.extend([JOINER, next]);
                    end = at + next.len_utf8();
                }
            } else {
                break;
            }
        }
        // An unlisted sequence goes by its first emoji.
        let found = self.joined.get(&sequence).or_else(|| self.single.get(&base));
        Some((end, found.map_or(Emoji::Unnamed, |&number| Emoji::Named(number))))
    }

    pub fn write(&self, emoji: Emoji, to: &mut String) {
        match emoji {
            Emoji::Unnamed => to.push_str("emoji"),
            Emoji::Named(number) => to.push_str(self.names[usize::from(number)]),
            Emoji::Flag(first, second) => {
                to.push_str("flag_");
                to.extend([first, second].map(|letter| char::from(b'a' + letter)));
            }
        }
    }
}

/// Skin tones, the selector that asks for the coloured form, and the tags of regional flags.
fn is_modifier(ch: char) -> bool {
    matches!(ch, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

fn is_emoji(ch: char) -> bool {
    matches!(ch,
        '\u{1F000}'..='\u{1F0FF}' | '\u{1F18E}'..='\u{1F1AD}' | '\u{1F1E6}'..='\u{1F265}' | '\u{1F300}'..='\u{1FAFF}'
        | '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23FA}' | '\u{25AA}'..='\u{25FE}' | '\u{2600}'..='\u{275A}'
        | '\u{2761}'..='\u{27BF}' | '\u{2B05}'..='\u{2B07}' | '\u{2B1B}'..='\u{2B1C}' | '\u{2B50}' | '\u{2B55}')
}
