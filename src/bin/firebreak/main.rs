//! The command line: a pure filter over files of posts.

mod pretty; // reports for people
mod score; // JSON Lines in, JSON Lines out

use std::path::PathBuf;
use std::process::ExitCode;

use firebreak::builtin;
use firebreak::engine::Engine;
use firebreak::{check, folder};

const USAGE: &str = "\
usage: firebreak score [--pretty] [--reader] [--data DIR] [FILE]
       firebreak check [DIR]

score   reads posts as JSON Lines ({\"id\",\"text\"}; other fields are ignored) from FILE or standard input and
        prints one report a line, in the same order. A line that is no post gives {\"line\",\"error\"} in its place,
        a message on standard error, and exit status 1 at the end; the rest is still scored.
check   runs the examples that every rule of the packs in DIR (by default `data`) carries.

  --pretty     a report for people instead of JSON
  --reader     let the language model weigh in where rules or gate saw something: judges better, some 15 ms such a post.
               The extension does not do this yet, so without it both say the same
  --data DIR   packs and weights from DIR instead of the built-in ones";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let outcome = match arguments.next().as_deref() {
        Some("score") => score(arguments),
        Some("check") => check(arguments.next().unwrap_or_else(|| "data".into()).into()),
        Some("--help" | "-h" | "help") => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(USAGE.into()),
    };
    outcome.unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::from(2)
    })
}

fn score(arguments: impl Iterator<Item = String>) -> Result<ExitCode, String> {
    let (mut pretty, mut reader_too, mut data, mut file) = (false, false, None, None);
    let mut arguments = arguments.peekable();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--pretty" => pretty = true,
            "--reader" => reader_too = true,
            "--data" => data = Some(PathBuf::from(arguments.next().ok_or("--data needs a folder")?)),
            name if file.is_none() && !name.starts_with("--") => file = Some(PathBuf::from(name)),
            other => return Err(format!("firebreak: what is `{other}`?\n{USAGE}")),
        }
    }
    let (packs, weights) = match &data {
        Some(folder) => folder::read(folder).map_err(|fault| fault.to_string())?,
        None => builtin::packs(),
    };
    let titles = weights.category.iter().map(|(id, category)| (id.clone(), category.title.clone())).collect();
    let rules = if data.is_some() { "data".to_string() } else { builtin::RULES.to_string() };
    let mut engine = Engine::with_packs(&packs, weights, rules).map_err(|fault| fault.to_string())?;
    if reader_too {
        let (gate, reader) = builtin::models();
        engine.load_models(gate, reader).map_err(|fault| fault.to_string())?;
    }
    score::run(&engine, file.as_deref(), pretty.then_some(&titles))
}

fn check(folder: PathBuf) -> Result<ExitCode, String> {
    let (packs, weights) = folder::read(&folder).map_err(|fault| fault.to_string())?;
    let engine = Engine::with_packs(&packs, weights, "check".into()).map_err(|fault| fault.to_string())?;
    let failures = check::failures(&engine, &packs);
    for failure in &failures {
        let should = if failure.should_match { "should match" } else { "should not match" };
        println!("{}:{}: {} {should}: {}", failure.file, failure.line, failure.rule, failure.example);
    }
    let examples: usize =
        packs.iter().flat_map(|pack| &pack.rules).map(|rule| rule.matches.len() + rule.allows.len()).sum();
    println!("{} passed, {} failed", examples - failures.len(), failures.len());
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
