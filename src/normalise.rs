//! Stand-in until the real one lands.
use crate::span::Span;
use std::ops::Range;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    Emoji,
    Mention,
    Link,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u8);
impl Marks {
    pub const CLAUSE: Marks = Marks(1);
    pub const SENTENCE: Marks = Marks(2);
    pub const QUESTION: Marks = Marks(4);
    pub const LINE: Marks = Marks(8);
    pub fn meets(self, o: Marks) -> bool {
        self.0 & o.0 != 0
    }
}
pub struct Token {
    pub text: Range<u32>,
    pub span: Span,
    pub kind: Kind,
    pub before: Marks,
    pub quoted: bool,
    pub caps: bool,
    pub hashtag: bool,
    pub disguised: bool,
}
pub struct Normalised {
    pub folded: String,
    pub tokens: Vec<Token>,
    pub truncated: bool,
}
pub struct Normaliser;
impl Normaliser {
    pub fn new(_: impl IntoIterator<Item = impl AsRef<str>>) -> Normaliser {
        Normaliser
    }
    pub fn normalise(&self, text: &str) -> Normalised {
        let mut folded = String::new();
        let mut tokens = Vec::new();
        let mut marks = 0u8;
        let mut quoted = false;
        let mut it = text.char_indices().peekable();
        while let Some((i, c)) = it.next() {
            if c.is_alphanumeric() || c == '@' || c == '#' {
                let start = i;
                let mut end = i + c.len_utf8();
                let fs = folded.len();
                if c.is_alphanumeric() {
                    folded.extend(c.to_lowercase());
                }
                while let Some(&(j, d)) = it.peek() {
                    if d.is_alphanumeric()
                        || d == '\''
                        || d == '’'
                        || ((d == ':' || d == '.')
                            && c.is_ascii_digit()
                            && text[j + 1..].starts_with(|x: char| x.is_ascii_digit()))
                    {
                        if d != '\'' && d != '’' {
                            folded.extend(d.to_lowercase());
                        }
                        end = j + d.len_utf8();
                        it.next();
                    } else {
                        break;
                    }
                }
                let fe = folded.len();
                folded.push(' ');
                if fe == fs {
                    continue;
                }
                let w = &text[start..end];
                tokens.push(Token {
                    text: fs as u32..fe as u32,
                    span: Span::new(start, end),
                    kind: if c == '@' {
                        Kind::Mention
                    } else if c.is_ascii_digit() {
                        Kind::Number
                    } else {
                        Kind::Word
                    },
                    before: Marks(marks),
                    quoted,
                    caps: w.len() > 1 && w.chars().all(|c| !c.is_lowercase()),
                    hashtag: c == '#',
                    disguised: false,
                });
                marks = 0;
            } else if c == '?' {
                marks |= 6
            } else if c == '.' || c == '!' {
                marks |= 2
            } else if c == '\n' {
                marks |= 8
            } else if c == '"' || c == '“' || c == '”' {
                quoted = !quoted
            } else if ",;:()—–-".contains(c) {
                marks |= 1
            } else if !c.is_whitespace() && c as u32 > 0x2000 {
                let fs = folded.len();
                folded.push(c);
                tokens.push(Token {
                    text: fs as u32..folded.len() as u32,
                    span: Span::new(i, i + c.len_utf8()),
                    kind: Kind::Emoji,
                    before: Marks(marks),
                    quoted,
                    caps: false,
                    hashtag: false,
                    disguised: false,
                });
                marks = 0;
            }
        }
        Normalised { folded, tokens, truncated: false }
    }
}
