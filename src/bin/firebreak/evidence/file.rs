//! The cards of a file, one after another. A broken one costs only itself.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use super::card::{Card, Kept};
use crate::read::elements::Elements;
use crate::read::{Body, Fault, line_of, without_line};

const VERSION: &str = "firebreak-evidence/1";

/// Hands every card, or what is wrong with it, to `each`. Returns when the file was exported; fails where it cannot be
/// read at all or is not a file of cards that this version understands.
pub fn cards(path: &Path, mut each: impl FnMut(Result<Kept, Fault>)) -> Result<String, String> {
    let named = |fault: std::io::Error| format!("{}: {fault}", path.display());
    let input = BufReader::new(File::open(path).map_err(named)?);
    let mut elements = Elements::under("cards", Box::new(input));
    for piece in elements.by_ref() {
        let piece = piece.map_err(named)?;
        each(match piece.body {
            Body::Json(json, _) => card(piece.line, &json),
            Body::Fault(error) => Err(Fault { line: piece.line, error }),
            Body::Post(_) => unreachable!("elements are JSON"),
        });
    }
    // Only now is the head known: a file that somebody sorted has its version after its cards.
    match elements.head("version") {
        Some(VERSION) => Ok(elements.head("exported").unwrap_or_default().to_string()),
        Some(other) => Err(format!("{}: version \"{other}\"; this Firebreak reads \"{VERSION}\"", path.display())),
        None => Err(format!("{}: no \"version\"; a file of cards has \"{VERSION}\"", path.display())),
    }
}

fn card(line: u64, json: &[u8]) -> Result<Kept, Fault> {
    let fault = |fault: serde_json::Error| Fault {
        line: line + line_of(&fault),
        error: format!("{}; a card has the fields of docs/evidence.md", without_line(&fault)),
    };
    let whole = serde_json::from_slice(json).map_err(fault)?;
    Ok(Kept { line, card: serde_json::from_slice::<Card>(json).map_err(fault)?, whole })
}
