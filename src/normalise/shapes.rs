//! The shapes of things that are no words: links, mentions, numbers; and where a hashtag breaks into words.

use super::cells::{Cell, Class, UPPER};
use super::token::Kind;

/// A link, an e-mail address or a mention that the cells begin with, and its length.
pub(super) fn address(cells: &[Cell]) -> Option<(usize, Kind)> {
    if cells[0].ch == '@' {
        return mention(cells).map(|length| (length, Kind::Mention));
    }
    let link = ["http://", "https://", "www."].into_iter().any(|start| starts_with(cells, start)) || domain(cells);
    link.then(|| (trimmed(cells), Kind::Link))
}

fn starts_with(cells: &[Cell], text: &str) -> bool {
    cells.len() > text.len() && cells.iter().zip(text.chars()).all(|(cell, ch)| cell.ch == ch)
}

/// `@name`, `@name.example.org`, `@name@example.org`.
fn mention(cells: &[Cell]) -> Option<usize> {
    let handle = cells[1..].iter().take_while(|cell| cell.is_word() || "_.-@".contains(cell.ch)).count();
    let length = 1 + handle;
    let stops = cells[..length].iter().rev().take_while(|cell| !cell.is_word() && cell.ch != '_').count();
    Some(length - stops).filter(|&length| length > 1)
}

/// Whether the cells begin with a domain name, or an e-mail address.
fn domain(cells: &[Cell]) -> bool {
    const LONGEST: usize = 80;
    let reach = cells.len().min(LONGEST);
    let name = cells[..reach].iter().take_while(|cell| cell.is_word() || "-_.@".contains(cell.ch)).count();
    let cells_of = |range: std::ops::Range<usize>| cells[range].iter();
    let Some(stop) = cells_of(0..name).rposition(|cell| cell.ch == '.' && !cell.is_word()).filter(|&stop| stop > 0)
    else {
        return false;
    };
    let path = cells.get(name).is_some_and(|cell| cell.ch == '/');
    let mail = cells_of(0..name).filter(|cell| cell.ch == '@').count() == 1;
    let ending = || cells_of(stop + 1..name).map(|cell| cell.ch);
    let is_one_of = |endings: &[&str]| endings.iter().any(|known| known.chars().eq(ending()));
    is_one_of(&SURE_ENDINGS) || (path || mail) && is_one_of(&PATH_ENDINGS)
}

/// Endings that no sentence without a space after its full stop is likely to make.
const SURE_ENDINGS: [&str; 6] = ["com", "org", "uk", "net", "gov", "edu"];
/// Endings that are also words or are rare: only with a path behind them, or in an e-mail address.
const PATH_ENDINGS: [&str; 20] = [
    "co", "io", "me", "ly", "tv", "be", "gl", "gg", "to", "eu", "de", "fr", "ie", "in", "us", "ca", "au", "info",
    "social", "app",
];

/// The length of a link without the punctuation that ends the sentence around it.
fn trimmed(cells: &[Cell]) -> usize {
    let after = cells.iter().rev().take_while(|cell| ".,;:!?)]}>\"'”’»*_".contains(cell.ch)).count();
    cells.len() - after
}

/// A number with its signs and unit: `8:30pm`, `£1,000`, `50%`, `24/7`, `1st`, `+44`.
pub(super) fn number(cells: &[Cell]) -> Option<usize> {
    let signs = cells.iter().take_while(|cell| "$£€+#".contains(cell.ch)).take(2).count();
    let mut length = signs + digits(&cells[signs..]);
    if length == signs {
        return None;
    }
    while let Some(cell) = cells.get(length) {
        let more = digits(&cells[length + 1..]);
        if more == 0 || !".,:/-".contains(cell.ch) {
            break;
        }
        length += 1 + more;
    }
    let unit = cells[length..].iter().take_while(|cell| cell.is_word()).count();
    if unit > 0 {
        let is_unit =
            UNITS.iter().any(|known| known.chars().eq(cells[length..length + unit].iter().map(|cell| cell.ch)));
        return is_unit.then_some(length + unit);
    }
    Some(length + cells[length..].iter().take_while(|cell| "%€£$°".contains(cell.ch)).take(1).count())
}

fn digits(cells: &[Cell]) -> usize {
    cells.iter().take_while(|cell| cell.class == Class::Digit).count()
}

/// What may follow a number without making it a word in disguise.
const UNITS: [&str; 48] = [
    "am", "pm", "a", "p", "st", "nd", "rd", "th", "s", "k", "m", "bn", "mn", "b", "mm", "cm", "km", "mi", "ft", "in",
    "kg", "g", "mg", "lb", "lbs", "oz", "l", "ml", "h", "hr", "hrs", "min", "mins", "sec", "secs", "d", "x", "mph",
    "yo", "yr", "yrs", "c", "f", "w", "gb", "ish", "ms", "mb",
];

/// How far a hashtag goes, after its sign; an asterisk may hide one of its letters.
pub(super) fn hashtag(cells: &[Cell]) -> usize {
    let masks = |at: usize| cells[at].ch == '*' && cells.get(at + 1).is_some_and(Cell::is_word);
    (0..cells.len()).take_while(|&at| cells[at].is_word() || cells[at].ch == '_' || masks(at)).count()
}

/// Whether a hashtag's next word begins at `at`: after an underscore, at a capital, at a change from or to digits.
pub(super) fn hashtag_breaks(cells: &[Cell], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| cells[before]) else { return false };
    let cell = cells[at];
    let upper = |cell: &Cell| cell.is(UPPER);
    // In `NHSWorkers` the W begins a word, in `NHS` the H does not.
    let camel = upper(&cell)
        && (!upper(&before) || cells.get(at + 1).is_some_and(|next| next.class == Class::Letter && !upper(next)));
    cell.ch == '_' || before.ch == '_' || camel || (cell.class == Class::Digit) != (before.class == Class::Digit)
}

/// Whether letters and digits together are a name for something, not a word in disguise: `M25`, `AB12`, `page5`.
pub(super) fn is_code(cells: &[Cell], is_word: impl Fn(&str) -> bool) -> bool {
    let letters = cells.iter().take_while(|cell| cell.class == Class::Letter).count();
    let numbered = letters > 0 && letters + digits(&cells[letters..]) == cells.len() && letters < cells.len();
    let upper = cells.iter().all(|cell| cell.class != Class::Letter || cell.is(UPPER));
    if numbered && upper {
        return true;
    }
    if cells.len() == 2 {
        // `1t` and `w3` are words in disguise, `h1` and `k9` hardly.
        return numbered && !matches!(cells[1].ch, '0' | '3');
    }
    let start: String = cells[..letters].iter().map(|cell| cell.ch).collect();
    numbered && letters > 2 && is_word(&start)
}

/// Where the part of a piece ends that may be one disguised word: at signs that part words and never draw letters.
pub(super) fn chunk(cells: &[Cell]) -> usize {
    const LONGEST: usize = 48;
    let mut length = 0;
    while length < cells.len().min(LONGEST) {
        let parts = |cell: &Cell| cell.class == Class::Sign && ",;:(){}[]\"“”„«»—–…?".contains(cell.ch);
        let draws = cells[length].ch == '/' && length > 0 && cells[length - 1].ch == '\\';
        if parts(&cells[length])
            || cells[length].ch == '/' && !draws && cells.get(length + 1).is_none_or(|next| next.ch != '\\')
        {
            break;
        }
        length += 1;
    }
    length
}
