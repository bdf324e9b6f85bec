//! `firebreak report`: cards as one HTML page.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::process::ExitCode;

use super::changes::changes;
use super::file;
use super::page::{self, Printed};
use super::words::Words;
use crate::options::Report;

pub fn run(wanted: &Report) -> Result<ExitCode, String> {
    let (mut cards, mut exports, mut faults) = (Vec::new(), Vec::new(), 0);
    for path in &wanted.files {
        let exported = file::cards(path, |card| match card {
            Ok(kept) => cards.push(Printed { changes: changes(&kept.card), card: kept.card }),
            Err(fault) => {
                faults += 1;
                eprintln!("{}:{}: {}", path.display(), fault.line, fault.error);
            }
        })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        exports.push((name, exported));
    }
    let page = page::html(&cards, &exports, &Words::load());
    let written = match &wanted.out {
        Some(path) => {
            // As for scores: what was written before may be the only copy.
            let file = OpenOptions::new().write(true).create_new(true).open(path);
            file.and_then(|mut file| file.write_all(page.as_bytes()))
                .map_err(|fault| format!("{}: {fault}", path.display()))
        }
        None => io::stdout().write_all(page.as_bytes()).map_err(|fault| format!("firebreak: {fault}")),
    };
    written.map(|()| if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
