//! Letters set apart: `k i l l`, `k.i.l.l`, `t h e m  a l l`. They are put together and cut into words of the vocabulary.

use super::cells::{Cell, Class, UPPER};
use super::quotes::is_apostrophe;
use super::segment::{self, Cut};
use super::split::Splitter;
use super::token::Kind;
use super::writer::Look;

/// Letters that belong together, by the place of each among the cells.
#[derive(Debug, Default)]
struct Group {
    text: String,
    places: Vec<usize>,
    /// Signs that stand after it.
    signs: std::ops::Range<usize>,
}

impl Splitter<'_> {
    /// Reads a run of three or more single letters with spaces between them, and says where it ends.
    pub(super) fn spaced(&mut self, at: usize) -> Option<usize> {
        let (groups, end) = self.groups(at)?;
        let cuts: Vec<Cut> = groups.iter().map(|group| self.cut(&group.text)).collect();
        let letters: usize = groups.iter().map(|group| group.text.len()).sum();
        let in_words: usize = cuts.iter().map(|cut| cut.in_words).sum();
        // Most letters have to fall into real words; `A B C` and `J R R` do not.
        let lost: usize = cuts.iter().map(|cut| cut.lost).sum();
        let words = self.normaliser.ready && in_words * 5 >= letters * 3 && lost * 4 < letters;
        for (group, cut) in groups.iter().zip(&cuts) {
            if words {
                self.write_cut(group, cut);
            } else {
                for &place in &group.places {
                    self.word(place, place + 1, Look::of(&self.cells[place..=place]));
                }
            }
            for sign in group.signs.clone() {
                self.mark(sign);
            }
        }
        Some(end)
    }

    /// The letters of the run that begins at `at`. Two spaces part words where one parts letters.
    fn groups(&self, at: usize) -> Option<(Vec<Group>, usize)> {
        let cells = self.cells;
        let is_space = |at: usize| cells.get(at).is_none_or(|cell| cell.class == Class::Space);
        let mut groups = vec![Group::default()];
        let (mut next, mut end, mut letters) = (at, at, 0);
        while let Some(cell) = cells.get(next) {
            let counts = cell.class == Class::Letter || letters > 0 && self.normaliser.signs.stands_for_letter(cell.ch);
            let signs = cells[next + 1..].iter().take_while(|cell| ",.;:!?".contains(cell.ch)).count();
            let after = next + 1 + signs;
            if !counts && !is_apostrophe(cell.ch) || !is_space(after) && cells[after].class != Class::Line {
                break;
            }
            let group = groups.last_mut()?;
            if counts {
                group.text.push(self.normaliser.signs.first_letter(cell.ch).unwrap_or(cell.ch));
                group.places.push(next);
                letters += 1;
            }
            group.signs = next + 1..after;
            let gap = cells[after..].iter().take_while(|cell| cell.class == Class::Space).count();
            end = after;
            next = after + gap;
            if signs > 0 || gap > 1 {
                groups.push(Group::default());
            }
            if gap == 0 {
                break;
            }
        }
        groups.retain(|group| !group.text.is_empty());
        // Where every gap is wide, width says nothing.
        if groups.len() == letters && groups.iter().all(|group| group.signs.is_empty()) {
            let mut whole = Group::default();
            for group in groups.drain(..) {
                whole.text.push_str(&group.text);
                whole.places.extend(group.places);
            }
            groups.push(whole);
        }
        (letters > 2).then_some((groups, end))
    }

    /// Reads letters with one kind of sign between them, as in `k.i.l.l` or `U.S.A`, if that is what the cells are.
    pub(super) fn dotted(&mut self, from: usize, to: usize) -> bool {
        let cells = &self.cells[from..to];
        let sign = |at: usize| at % 2 == 1;
        let dotted = cells.len() > 2
            && cells.len() % 2 == 1
            && cells
                .iter()
                .enumerate()
                .all(|(at, cell)| if sign(at) { cell.ch == cells[1].ch } else { cell.is_word() })
            && cells[0].class == Class::Letter
            && !cells[1].is_word()
            && !is_apostrophe(cells[1].ch)
            // `n*t` hides one letter.
            && !(cells.len() == 3 && cells[1].ch == '*');
        if !dotted {
            return false;
        }
        let places: Vec<usize> = (from..to).step_by(2).collect();
        let letter =
            |&place: &usize| self.normaliser.signs.first_letter(self.cells[place].ch).unwrap_or(self.cells[place].ch);
        let text: String = places.iter().map(letter).collect();
        let upper = places.iter().all(|&place| self.cells[place].is(UPPER));
        let cut = self.cut(&text);
        let short_word = text.len() == 2 && !upper && self.normaliser.vocabulary.find(&text).is_some();
        let long_word = cut.lost == 0 && cut.in_words * 5 >= text.len() * 3 && !(upper && text.len() < 4);
        let name = text.len() > 4 && !upper;
        if short_word || long_word {
            self.write_cut(&Group { text, places, signs: 0..0 }, &cut);
        } else if name {
            let whole = 0..text.len();
            self.write_part(&Group { text, ..Group::default() }, whole, places);
        } else {
            // An abbreviation stays as it is written.
            let look = Look::of(cells);
            self.copy(from, to);
            self.writer.push(&self.raw, &self.cells[from..to], Kind::Word, look, false);
        }
        true
    }

    fn cut(&self, text: &str) -> Cut {
        match self.normaliser.vocabulary.known(text) {
            Some(_) => Cut { ends: vec![text.len()], in_words: if text.len() > 2 { text.len() } else { 0 }, lost: 0 },
            None => segment::cut(text, &self.normaliser.vocabulary),
        }
    }

    fn write_cut(&mut self, group: &Group, cut: &Cut) {
        if !group.text.is_ascii() {
            return self.write_part(group, 0..group.text.len(), group.places.clone());
        }
        let mut start = 0;
        for &end in &cut.ends {
            self.write_part(group, start..end, group.places[start..end].to_vec());
            start = end;
        }
    }

    fn write_part(&mut self, group: &Group, text: std::ops::Range<usize>, places: Vec<usize>) {
        let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return };
        let letters: Vec<Cell> = places.iter().map(|&place| self.cells[place]).collect();
        let look = Look { odd: true, ..Look::of(&letters) };
        self.raw.clear();
        self.raw.push_str(&group.text[text]);
        if !self.settle(first, last + 1, look) {
            self.writer.push(&self.raw, &self.cells[first..=last], Kind::Word, look, false);
        }
    }
}
