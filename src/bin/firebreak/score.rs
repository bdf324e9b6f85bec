//! JSON Lines in, JSON Lines out: in order, on all cores, in constant memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use firebreak::engine::Engine;
use firebreak::report::Report;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::pretty;

/// Lines scored together: enough to keep the cores busy, few enough to keep memory small.
const BATCH: usize = 1024;

#[derive(Deserialize)]
struct Post {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Line<'r> {
    id: &'r serde_json::Value,
    #[serde(flatten)]
    report: &'r Report,
}

#[derive(Serialize)]
struct Fault {
    line: usize,
    error: String,
}

enum Outcome {
    Scored(Post, Report),
    Empty,
    Fault(Fault),
}

/// Scores a file, or standard input. `titles` asks for a report for people.
pub fn run(
    engine: &Engine,
    file: Option<&Path>,
    titles: Option<&BTreeMap<String, String>>,
) -> Result<ExitCode, String> {
    let input: Box<dyn BufRead> = match file {
        Some(path) => {
            let file =
                File::open(path).map_err(|fault| format!("{}: {fault}; name a file of posts", path.display()))?;
            Box::new(BufReader::new(file))
        }
        None => Box::new(io::stdin().lock()),
    };
    match filter(engine, input, &mut BufWriter::new(io::stdout().lock()), titles) {
        Ok(0) => Ok(ExitCode::SUCCESS),
        Ok(_) => Ok(ExitCode::FAILURE),
        // The reader of our output has had enough, as `head` does.
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(fault) => Err(format!("firebreak: {fault}")),
    }
}

/// Returns how many lines were no posts.
fn filter(
    engine: &Engine,
    mut input: impl BufRead,
    out: &mut impl Write,
    titles: Option<&BTreeMap<String, String>>,
) -> io::Result<usize> {
    let (mut line, mut faults) = (0, 0);
    loop {
        let batch = read_batch(&mut input)?;
        if batch.is_empty() {
            out.flush()?;
            return Ok(faults);
        }
        let outcomes: Vec<Outcome> =
            batch.par_iter().enumerate().map(|(at, bytes)| judge(engine, line + at + 1, bytes)).collect();
        line += batch.len();
        for outcome in outcomes {
            match (outcome, titles) {
                (Outcome::Empty, _) => {}
                (Outcome::Scored(post, report), Some(titles)) => {
                    pretty::write(out, &post.id, &post.text, &report, titles)?
                }
                (Outcome::Scored(post, report), None) => {
                    serde_json::to_writer(&mut *out, &Line { id: &post.id, report: &report })?;
                    out.write_all(b"\n")?;
                }
                (Outcome::Fault(fault), _) => {
                    faults += 1;
                    eprintln!("line {}: {}", fault.line, fault.error);
                    serde_json::to_writer(&mut *out, &fault)?;
                    out.write_all(b"\n")?;
                }
            }
        }
    }
}

fn read_batch(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    while batch.len() < BATCH {
        let mut bytes = Vec::new();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        batch.push(bytes);
    }
    Ok(batch)
}

fn judge(engine: &Engine, line: usize, bytes: &[u8]) -> Outcome {
    if bytes.trim_ascii().is_empty() {
        return Outcome::Empty;
    }
    match serde_json::from_slice::<Post>(bytes) {
        Ok(post) => {
            let report = engine.judge(&post.text);
            Outcome::Scored(post, report)
        }
        Err(fault) => {
            let error = format!("{fault}; a post is a JSON object with a string \"text\"");
            Outcome::Fault(Fault { line, error })
        }
    }
}
