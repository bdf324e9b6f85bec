//! Packs read from a folder at run time, for writing rules without building anew and for the tests of the packs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::source::Source;
use crate::weights::Weights;

/// The packs of `FOLDER/lexicon` and `FOLDER/rules`, with their examples, and `FOLDER/weights.toml`.
pub fn read(folder: &Path) -> Result<(Vec<Source>, Weights)> {
    let mut packs = Vec::new();
    for name in ["lexicon", "rules"] {
        for path in toml_files(&folder.join(name))? {
            packs.push(Source::parse(&path.display().to_string(), &text(&path)?)?);
        }
    }
    let path = folder.join("weights.toml");
    Ok((packs, Weights::parse(&path.display().to_string(), &text(&path)?)?))
}

/// The TOML files of a folder, in an order that does not depend on the file system. The build script lists with it too.
pub fn toml_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let fault = |fault: std::io::Error| {
        Error::new(folder.display().to_string(), None, format!("{fault}; name a folder of packs"))
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        files.push(entry.map_err(fault)?.path());
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    Ok(files)
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path)
        .map_err(|fault| Error::new(path.display().to_string(), None, format!("{fault}; write it as UTF-8 text")))
}
