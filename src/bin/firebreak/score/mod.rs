//! Posts in, reports out: in order, on all cores, in constant memory.

mod input; // the files, in batches
mod output; // where reports go, and how a cut-off file is continued
mod pretty; // reports for people
mod progress; // how far the work is
mod workers; // all cores, one order

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::num::NonZero;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use firebreak::engine::Engine;
use firebreak::report::Report;
use serde::Serialize;

use crate::Judging;
use crate::options::Score;
use crate::read::{Fault, Format};
use input::{Batch, Files, Skipped};

#[derive(Serialize)]
struct Line<'r> {
    id: &'r serde_json::Value,
    #[serde(flatten)]
    report: &'r Report,
}

#[derive(Serialize)]
struct FaultLine<'f> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'f str>,
    line: u64,
    error: &'f str,
}

/// What became of a batch.
#[derive(Default)]
struct Done {
    out: Vec<u8>,
    messages: Vec<String>,
    posts: u64,
}

pub fn run(judging: &Judging, wanted: &Score) -> Result<ExitCode, String> {
    let bar = progress::bar(wanted);
    let mut files = Files::open(wanted, &bar)?;
    let skipped = match &wanted.out {
        Some(path) if wanted.resume => output::resume(path, &mut files, &judging.engine, wanted.judge.by)?,
        _ => Skipped::default(),
    };
    let mut out = output::open(wanted)?;
    let format = files.format();
    let titles = wanted.pretty.then_some(&judging.titles);
    let (mut rest, mut faults, mut posts) = (skipped.rest, skipped.faults, 0);
    let start = Instant::now();
    let threads = wanted.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
    let outcome = workers::in_order(
        threads,
        || rest.take().map_or_else(|| files.next(), |batch| Ok(Some(batch))),
        |batch| judge(&judging.engine, format, batch, titles),
        |done| {
            let done: Done = done?;
            for message in &done.messages {
                bar.suspend(|| eprintln!("{message}"));
            }
            faults += done.messages.len() as u64;
            posts += done.posts;
            bar.set_message(format!("{posts} posts, {:.0} a second", posts as f64 / start.elapsed().as_secs_f64()));
            out.write_all(&done.out)
        },
    );
    bar.finish_and_clear();
    match outcome.and_then(|()| out.flush()) {
        Ok(()) if faults == 0 => Ok(ExitCode::SUCCESS),
        Ok(()) => Ok(ExitCode::FAILURE),
        // The reader of our output has had enough, as `head` does.
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(fault) => Err(format!("firebreak: {fault}")),
    }
}

fn judge(engine: &Engine, format: Format, batch: Batch, titles: Option<&BTreeMap<String, String>>) -> io::Result<Done> {
    let mut done = Done::default();
    for piece in batch.pieces {
        match format.post(piece) {
            Ok(None) => {}
            Ok(Some(post)) => {
                done.posts += 1;
                let report = engine.judge(&post.text);
                match titles {
                    Some(titles) => pretty::write(&mut done.out, &post.id, &post.text, &report, titles)?,
                    None => line(&mut done.out, &Line { id: &post.id, report: &report })?,
                }
            }
            Err(Fault { line: at, error }) => {
                done.messages.push(format!("{}:{at}: {error}", input::name(&batch.file)));
                line(&mut done.out, &FaultLine { file: batch.file.as_deref(), line: at, error: &error })?;
            }
        }
    }
    Ok(done)
}

fn line(out: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
