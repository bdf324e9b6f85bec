//! Evidence cards, as docs/evidence.md has them: what they hold, whether they are as they were, and how they print.

mod card; // the card as a reader needs it
mod changes; // what a card itself tells of changes to it
mod facts; // what a card holds besides words and labels
mod file; // the cards of a file, one after another
mod hash; // SHA-256 as the cards write it
mod judged; // how two reports differ
mod manifest; // the hashes of an export
mod page; // cards as HTML
pub mod report; // `firebreak report`
pub mod verify; // `firebreak verify`
mod words; // the words of the extension
