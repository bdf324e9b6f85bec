//! What normalising gives: words in reading order, each tied to its place in the original text.

use std::ops::{BitOr, BitOrAssign, Range};

use crate::span::Span;

/// Text made ready for matching.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Normalised {
    /// The tokens' texts with one space between them.
    pub folded: String,
    pub tokens: Vec<Token>,
    /// What else masked spellings may stand for, by token: `w*ll` is `will`, and may be `well`.
    pub others: Vec<(u32, String)>,
    /// What stands after the last token: a closing question mark belongs to no token.
    pub end: Marks,
    /// The text was longer than is judged; the rest was left unread.
    pub truncated: bool,
}

/// A word, number, emoji, mention or link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of `folded`: the word in lower case, without apostrophes, its disguise taken off.
    pub text: Range<u32>,
    /// Bytes of the original text. Two tokens made from one word (`he'll`) share its span.
    pub span: Span,
    pub kind: Kind,
    /// What stands between the token before and this one.
    pub before: Marks,
    /// Stands inside quotation marks that open and close.
    pub quoted: bool,
    /// Written in capitals throughout, two letters at least.
    pub caps: bool,
    /// Begins with a capital letter, as names and first words do.
    pub capital: bool,
    /// Shouted or part of a hashtag, and a name all the same.
    pub name: bool,
    /// Part of a hashtag.
    pub hashtag: bool,
    /// The spelling hid the word, and folding had to repair it.
    pub disguised: bool,
    /// The vocabulary has the word, or a plain inflection of one.
    pub known: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// Digits, times, prices, ordinals, parts of phone numbers: the text is as written, in lower case.
    Number,
    /// The text is the emoji's name, one word; `emoji` where the list has none.
    Emoji,
    Mention,
    Link,
}

/// A set of marks: what stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u8);

impl Marks {
    pub const NONE: Marks = Marks(0);
    /// A comma, semicolon, colon, dash or bracket.
    pub const CLAUSE: Marks = Marks(1);
    /// A full stop, question mark, exclamation mark or ellipsis.
    pub const SENTENCE: Marks = Marks(2);
    /// The sentence before ended with a question mark.
    pub const QUESTION: Marks = Marks(4);
    pub const EXCLAIM: Marks = Marks(8);
    pub const LINE: Marks = Marks(16);
    /// A quotation opens here.
    pub const QUOTE_OPEN: Marks = Marks(32);
    /// A quotation closed here.
    pub const QUOTE_CLOSE: Marks = Marks(64);

    /// Whether all of `other` is in the set.
    pub fn contains(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is in the set.
    pub fn meets(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Marks {
    type Output = Marks;

    fn bitor(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

impl BitOrAssign for Marks {
    fn bitor_assign(&mut self, other: Marks) {
        self.0 |= other.0;
    }
}

impl Normalised {
    /// The text of a token.
    pub fn word(&self, token: &Token) -> &str {
        &self.folded[token.text.start as usize..token.text.end as usize]
    }

    /// The part of the original that some tokens cover. Text written backwards has its tokens in reading
    /// order, so the first of them may stand last in the original.
    pub fn cover(&self, tokens: Range<usize>) -> Option<Span> {
        let tokens = self.tokens.get(tokens)?;
        let start = tokens.iter().map(|token| token.span.start).min()?;
        let end = tokens.iter().map(|token| token.span.end).max()?;
        Some(Span { start, end })
    }
}
