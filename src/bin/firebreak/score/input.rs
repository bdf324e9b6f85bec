//! The pieces of all files, in batches.

use std::fs::File;
use std::io::{self, BufReader};
use std::mem::take;
use std::path::PathBuf;
use std::sync::Arc;

use indicatif::ProgressBar;

use crate::options::Score;
use crate::read::{Fault, Format, Piece, Pieces, Post};

/// Pieces scored together: enough that handing them over costs nothing, few enough to keep memory small.
const BATCH: usize = 32;
/// A batch is closed earlier where its pieces are this long together.
const BYTES: usize = 4 << 20;

/// What the messages call standard input.
const NAMELESS: &str = "standard input";

pub struct Batch {
    /// `None` for standard input.
    pub file: Option<Arc<str>>,
    pub pieces: Vec<Piece>,
}

pub struct Files {
    format: Format,
    waiting: std::vec::IntoIter<(Option<Arc<str>>, Pieces)>,
    now: Option<(Option<Arc<str>>, Pieces)>,
}

impl Files {
    /// Opens everything at once, so that a misspelt name is said before an hour of work and not after it.
    pub fn open(wanted: &Score, bar: &ProgressBar) -> Result<Files, String> {
        let format = wanted.from.unwrap_or(Format::JsonLines);
        let mut opened = Vec::new();
        for path in &wanted.files {
            opened.push(open(path, wanted, format, bar)?);
        }
        if wanted.files.is_empty() {
            let input = BufReader::with_capacity(1 << 16, bar.wrap_read(io::stdin()));
            let pieces = format.pieces(Box::new(input), &wanted.columns);
            opened.push((None, pieces.map_err(|fault| format!("{NAMELESS}: {fault}"))?));
        }
        Ok(Files { format, waiting: opened.into_iter(), now: None })
    }

    pub fn next(&mut self) -> io::Result<Option<Batch>> {
        loop {
            if self.now.is_none() {
                self.now = self.waiting.next();
            }
            let Some((file, pieces)) = &mut self.now else { return Ok(None) };
            let mut batch = Batch { file: file.clone(), pieces: Vec::with_capacity(BATCH) };
            let mut bytes = 0;
            while batch.pieces.len() < BATCH && bytes < BYTES {
                let Some(piece) = pieces.next() else { break };
                let piece = piece.map_err(|fault| io::Error::new(fault.kind(), format!("{}: {fault}", name(file))))?;
                bytes += piece.length();
                batch.pieces.push(piece);
            }
            if !batch.pieces.is_empty() {
                return Ok(Some(batch));
            }
            self.now = None;
        }
    }

    /// Passes over so many posts and faults, and returns the last of them, the number of faults, and whatever of the
    /// batch is left.
    pub fn skip(&mut self, mut lines: u64) -> io::Result<Skipped> {
        let mut skipped = Skipped { missing: lines, ..Skipped::default() };
        while lines > 0 {
            let Some(mut batch) = self.next()? else { break };
            let mut pieces = take(&mut batch.pieces).into_iter();
            while lines > 0 {
                let Some(piece) = pieces.next() else { break };
                let outcome = self.format.post(piece);
                skipped.faults += u64::from(outcome.is_err());
                if let Some(outcome) = outcome.transpose() {
                    skipped.last = Some(outcome);
                    lines -= 1;
                }
            }
            skipped.rest = Some(Batch { file: batch.file, pieces: pieces.collect() });
        }
        skipped.missing = lines;
        Ok(skipped)
    }

    pub fn format(&self) -> Format {
        self.format
    }
}

#[derive(Default)]
pub struct Skipped {
    pub last: Option<Result<Post, Fault>>,
    pub faults: u64,
    /// More than zero where the input is shorter.
    pub missing: u64,
    pub rest: Option<Batch>,
}

fn open(
    path: &PathBuf,
    wanted: &Score,
    format: Format,
    bar: &ProgressBar,
) -> Result<(Option<Arc<str>>, Pieces), String> {
    let file = File::open(path).map_err(|fault| format!("{}: {fault}; name a file of posts", path.display()))?;
    // A pipe has no length; the bar then shows how much was read.
    if let Ok(about) = file.metadata()
        && about.is_file()
    {
        bar.inc_length(about.len());
    }
    let input = BufReader::with_capacity(1 << 16, bar.wrap_read(file));
    let name = path.display().to_string();
    let pieces = format.pieces(Box::new(input), &wanted.columns).map_err(|fault| format!("{name}: {fault}"))?;
    Ok((Some(name.into()), pieces))
}

pub fn name(file: &Option<Arc<str>>) -> &str {
    file.as_deref().unwrap_or(NAMELESS)
}
