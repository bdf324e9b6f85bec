//! The command line: a pure filter over files of posts.

mod evidence; // cards: checked and printed
mod options; // what was asked for
mod read; // archives as posts
mod score; // posts in, reports out

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use firebreak::builtin;
use firebreak::engine::Engine;
use firebreak::parts::Parts;
use firebreak::{check, folder};

use options::{By, Command, Judge};

fn main() -> ExitCode {
    let outcome = options::read().and_then(|command| match command {
        Command::Score(wanted) => score::run(&engine(&wanted.judge)?, &wanted),
        Command::Verify(wanted) => {
            let judging = if wanted.hashes { None } else { Some(engine(&wanted.judge)?) };
            Ok(evidence::verify::run(&wanted.files, judging.as_ref().map(|judging| &judging.engine)))
        }
        Command::Report(wanted) => evidence::report::run(&wanted),
        Command::Check(folder) => check(&folder),
        Command::Help => {
            println!("{}", options::USAGE);
            Ok(ExitCode::SUCCESS)
        }
    });
    outcome.unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::from(2)
    })
}

/// An engine, and what its categories are called.
pub struct Judging {
    pub engine: Engine,
    pub titles: BTreeMap<String, String>,
}

fn engine(wanted: &Judge) -> Result<Judging, String> {
    let (parts, weights) = match &wanted.data {
        Some(folder) => folder::read(folder).and_then(|(packs, weights)| Ok((Parts::of(&packs)?, weights))),
        None => Ok(builtin::parts()),
    }
    .map_err(|fault| fault.to_string())?;
    let titles = weights.category.iter().map(|(id, category)| (id.clone(), category.title.clone())).collect();
    let rules = if wanted.data.is_some() { "data".to_string() } else { builtin::RULES.to_string() };
    let mut engine = Engine::new(parts, weights, rules);
    let (gate, reader) = builtin::models();
    let loaded = match wanted.by {
        By::Rules => Ok(()),
        By::Gate => engine.load_gate(gate),
        By::Reader => engine.load_gate(gate).and_then(|()| engine.load_reader(reader)),
    };
    loaded.map_err(|fault| fault.to_string())?;
    Ok(Judging { engine, titles })
}

fn check(folder: &Path) -> Result<ExitCode, String> {
    let (packs, weights) = folder::read(folder).map_err(|fault| fault.to_string())?;
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
