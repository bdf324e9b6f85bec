//! Prints the numbers of the pieces of each text, one JSON line for one JSON line: `training/tokenizer.py` compares them.

use std::io::{BufRead, Write};

use firebreak::reader::Reader;

fn main() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/models/reader.bin");
    let reader = Reader::load(&std::fs::read(file).expect("a model file of this project")).expect("the reader loads");
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let text: String = serde_json::from_str(&line.expect("UTF-8")).expect("a JSON string");
        let numbers: Vec<u16> = reader.pieces(&text).iter().map(|piece| piece.0).collect();
        writeln!(out, "{numbers:?}").expect("somebody reads");
    }
}
