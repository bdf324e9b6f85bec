//! `firebreak verify`: whether cards are as they were, and whether this version judges them the same.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use firebreak::engine::{Engine, VERSION};

use super::card::Kept;
use super::changes::{Change, changes};
use super::manifest::{self, Manifest};
use super::words::Words;
use super::{file, hash, judged};
use crate::read::Fault;

#[derive(Default)]
struct Count {
    cards: u32,
    unchanged: u32,
    changed: u32,
    judged_differently: u32,
    unreadable: u32,
    /// Files whose bytes are not those of their manifest, and cards that only one of the two knows.
    others: u32,
}

struct Verifier<'e> {
    /// `None` where only hashes are asked for.
    engine: Option<&'e Engine>,
    words: Words,
    count: Count,
}

/// Exit status 0: all as it was; 1: something changed or is judged differently; 2: something could not be read.
pub fn run(files: &[PathBuf], engine: Option<&Engine>) -> ExitCode {
    let mut verifier = Verifier { engine, words: Words::load(), count: Count::default() };
    let mut done = BTreeSet::new();
    for path in files {
        if let Err(message) = verifier.argument(path, &mut done) {
            eprintln!("{message}");
            verifier.count.unreadable += 1;
        }
    }
    let Count { cards, unchanged, changed, judged_differently, unreadable, others } = verifier.count;
    println!(
        "cards {cards}: unchanged {unchanged}, changed {changed}, judged differently {judged_differently}; \
         unreadable {unreadable}"
    );
    match (unreadable, changed + judged_differently + others) {
        (0, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    }
}

impl Verifier<'_> {
    /// A manifest stands for its export, and an export has its manifest beside it; either way each is looked at once.
    fn argument(&mut self, path: &Path, done: &mut BTreeSet<PathBuf>) -> Result<(), String> {
        let listed = if manifest::is_one(path) { Some(path.to_path_buf()) } else { manifest::beside(path) };
        let listed = listed.map(|path| Manifest::read(&path).map(|manifest| (path, manifest))).transpose()?;
        let exports = match &listed {
            Some((named, manifest)) if named == path => manifest.exports(path),
            _ => vec![path.to_path_buf()],
        };
        for export in exports {
            if done.insert(export.clone()) {
                self.export(&export, listed.as_ref().map(|(_, manifest)| manifest))?;
            }
        }
        Ok(())
    }

    fn export(&mut self, path: &Path, manifest: Option<&Manifest>) -> Result<(), String> {
        let name = path.display();
        match manifest.map(|manifest| manifest.fits(path)).transpose()? {
            Some(true) => println!("{name}: the bytes that the manifest names"),
            Some(false) => {
                self.count.others += 1;
                println!("{name}: not the bytes that the manifest names");
            }
            None => println!("{name}: no manifest beside it; a card that was changed as a whole would not show"),
        }
        // Cards are read where a file holds them; of another form of export the manifest says all there is to say.
        if manifest.is_some() && path.extension().is_none_or(|ending| ending != "jsonld") {
            return Ok(());
        }
        let mut found = BTreeSet::new();
        file::cards(path, |card| match card {
            Ok(card) => {
                found.insert(card.card.id.clone());
                self.card(path, &card, manifest);
            }
            Err(Fault { line, error }) => {
                self.count.unreadable += 1;
                eprintln!("{name}:{line}: {error}");
            }
        })?;
        for entry in manifest.iter().flat_map(|manifest| &manifest.cards).filter(|entry| !found.contains(&entry.id)) {
            self.count.others += 1;
            println!("{name}: {}: missing, or unreadable; the manifest names it", entry.id);
        }
        Ok(())
    }

    fn card(&mut self, path: &Path, kept: &Kept, manifest: Option<&Manifest>) {
        let card = &kept.card;
        let mut found = changes(card);
        let mut said: Vec<String> = Vec::new();
        if let Some(manifest) = manifest {
            match manifest.cards.iter().find(|entry| entry.id == card.id) {
                None => said.push("added: the manifest does not name it".into()),
                Some(entry) => {
                    if entry.text != card.post.sha256 && !found.contains(&Change::Text) {
                        found.insert(0, Change::Text);
                    }
                    if hash::of_data(&kept.whole).as_ref() != Ok(&entry.sha256) {
                        found.push(Change::Card);
                    }
                }
            }
        }
        let mut differently = None;
        if let Some(engine) = self.engine {
            match judged::differences(engine, card) {
                Ok(differences) if differences.is_empty() => {}
                Ok(differences) => {
                    let also = if judged::of_this_version(engine, card) { ", which the card names too" } else { "" };
                    let version = format!("({VERSION}, rules {}){also}", engine.rules());
                    differently =
                        Some(format!("judged differently by this version {version}: {}", differences.join(", ")));
                }
                Err(fault) => said.push(fault),
            }
        }
        self.count.cards += 1;
        self.count.changed += u32::from(!found.is_empty() || !said.is_empty());
        self.count.judged_differently += u32::from(differently.is_some());
        said.extend(found.into_iter().map(|change| self.words.of(change.key())));
        said.extend(differently);
        if said.is_empty() {
            self.count.unchanged += 1;
            said.push("unchanged".into());
        }
        println!("{}:{}: {}: {}", path.display(), kept.line, card.id, said.join("; "));
    }
}
