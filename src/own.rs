//! A reader's own rule packs. In the extension a wasm module of its own reads them, and only where a reader has some: what
//! reads TOML is a seventh of all code, and nobody else should have to load it.

use serde::{Deserialize, Serialize};

use crate::blob;
use crate::error::Result;
use crate::source::Source;

/// A pack as it was read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OwnPack {
    pub source: Source,
    /// Of its name and how it is written.
    hash: u64,
}

impl OwnPack {
    /// Reads one pack. The error names file, line and remedy.
    pub fn parse(file: &str, text: &str) -> Result<OwnPack> {
        Ok(OwnPack { source: Source::parse(file, text)?, hash: blob::hash(format!("{file}\n{text}").as_bytes()) })
    }
}

/// What reports tell packs by: other packs, or the same in another order, give another number.
pub fn hash(packs: &[OwnPack]) -> u64 {
    blob::hash(&packs.iter().flat_map(|pack| pack.hash.to_le_bytes()).collect::<Vec<_>>())
}
