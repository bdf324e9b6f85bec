//! Finds which words stand inside quotation marks. Only a pair counts: a mark that never closes quotes nothing, since else one
//! stray mark would hide the rest of a post from judgement.

use super::cells::{Cell, Class, UPPER};

/// Marks that pair with each other share a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Double,
    Single,
    Angle,
    Tick,
    Corner,
}

const SLOTS: usize = 5;

/// What a mark does, seen with its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
    /// Neither side tells; it does what is due.
    Either,
    Nothing,
}

/// What the writer has to note when a quotation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closed {
    /// The first token inside.
    pub from: usize,
}

#[derive(Debug, Default)]
pub(super) struct Quotes {
    /// For each slot, the number of tokens there were when it opened.
    open: [Option<usize>; SLOTS],
}

pub(super) fn is_quote(ch: char) -> bool {
    slot(ch).is_some()
}

pub(super) fn is_apostrophe(ch: char) -> bool {
    matches!(ch, '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '＇')
}

fn slot(ch: char) -> Option<Slot> {
    Some(match ch {
        '"' | '“' | '”' | '„' | '‟' | '❝' | '❞' | '〝' | '〞' => Slot::Double,
        '\'' | '‘' | '’' | '‚' | '‛' => Slot::Single,
        '«' | '»' | '‹' | '›' => Slot::Angle,
        '`' | '´' => Slot::Tick,
        '「' | '」' | '『' | '』' | '《' | '》' => Slot::Corner,
        _ => return None,
    })
}

impl Quotes {
    /// Reads the mark at `at`; `tokens` is how many there are so far. Gives the quotation that it closes.
    pub fn read(&mut self, cells: &[Cell], at: usize, tokens: usize) -> Option<Closed> {
        let slot = slot(cells[at].ch)?;
        let open = &mut self.open[slot as usize];
        let turn = match turn(cells, at, slot, open.is_some()) {
            Turn::Either if open.is_some() => Turn::Closes,
            Turn::Either => Turn::Opens,
            turn => turn,
        };
        match turn {
            Turn::Opens => *open = Some(tokens),
            Turn::Closes => return open.take().filter(|&from| from < tokens).map(|from| Closed { from }),
            Turn::Either | Turn::Nothing => {}
        }
        None
    }

    /// Single marks and backticks do not reach over a line break: one that does was an apostrophe.
    pub fn line_break(&mut self) {
        self.open[Slot::Single as usize] = None;
        self.open[Slot::Tick as usize] = None;
    }
}

fn turn(cells: &[Cell], at: usize, slot: Slot, open: bool) -> Turn {
    let before = at.checked_sub(1).map(|before| cells[before]);
    let after = cells.get(at + 1).copied();
    let starts = before.is_none_or(|cell| is_gap(cell) || "([{—–-/*_>:".contains(cell.ch) || is_quote(cell.ch));
    let ends = after.is_none_or(|cell| is_gap(cell) || cell.class == Class::Sign && !"@#$£€".contains(cell.ch));
    match (cells[at].ch, slot) {
        ('„' | '‟' | '‚' | '「' | '『' | '《' | '〝' | '❝', _) => Turn::Opens,
        ('」' | '』' | '》' | '〞' | '❞', _) => Turn::Closes,
        // German closes with the mark that English opens with.
        ('“', _) if ends && !starts => Turn::Closes,
        ('“', _) => Turn::Opens,
        ('”', _) if starts && !ends => Turn::Either,
        ('”', _) => Turn::Closes,
        (_, Slot::Angle) if starts != ends => {
            if starts {
                Turn::Opens
            } else {
                Turn::Closes
            }
        }
        (_, Slot::Single | Slot::Tick) => match (starts, ends) {
            (true, false) if cells[at].ch == '’' || is_elision(cells, at + 1) => Turn::Nothing,
            (true, false) => Turn::Opens,
            (false, true) if !open || is_plural_possessive(cells, at) => Turn::Nothing,
            (false, true) => Turn::Closes,
            _ => Turn::Nothing,
        },
        // Inches: 5" wide.
        ('"', _) if before.is_some_and(|cell| cell.class == Class::Digit) && !starts && after.is_some_and(is_gap) => {
            Turn::Closes
        }
        _ if starts && !ends => Turn::Opens,
        _ if ends && !starts => Turn::Closes,
        _ => Turn::Either,
    }
}

fn is_gap(cell: Cell) -> bool {
    matches!(cell.class, Class::Space | Class::Line | Class::Emoji)
}

/// Words that lose their first letters to an apostrophe, as in `get 'em`.
const ELISIONS: [&str; 16] = [
    "em", "til", "till", "tis", "twas", "cause", "cos", "cuz", "coz", "bout", "n", "ere", "ave", "round", "nuff", "sup",
];

fn is_elision(cells: &[Cell], from: usize) -> bool {
    let word = cells[from..].iter().take_while(|cell| cell.is_word()).take(8);
    if word.clone().all(|cell| cell.class == Class::Digit || cell.ch == 's') {
        return true;
    }
    ELISIONS.iter().any(|elision| word.clone().map(|cell| cell.ch).eq(elision.chars()))
}

/// `the boys' toys'`: after an s and before another word, the mark closes only if no later one on the line can.
fn is_plural_possessive(cells: &[Cell], at: usize) -> bool {
    const REACH: usize = 200;
    let s = at.checked_sub(1).is_some_and(|before| cells[before].ch == 's' && !cells[before].is(UPPER));
    let joins = cells.get(at + 1).is_some_and(|cell| cell.class == Class::Space)
        && cells.get(at + 2).is_some_and(|cell| cell.class == Class::Letter);
    s && joins
        && cells[at + 1..]
            .windows(3)
            .take(REACH)
            .take_while(|three| three[1].class != Class::Line)
            .any(|three| slot(three[1].ch) == Some(Slot::Single) && !is_gap(three[0]) && !three[2].is_word())
}
