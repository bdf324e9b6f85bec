//! The hashes of an export. It names the export's file, which stands in the same folder.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::hash;

const VERSION: &str = "firebreak-manifest/1";
const ENDING: &str = ".manifest.json";

#[derive(Deserialize)]
pub struct Manifest {
    version: String,
    files: Vec<Listed>,
    pub cards: Vec<Entry>,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    bytes: u64,
    sha256: String,
}

#[derive(Deserialize)]
pub struct Entry {
    pub id: String,
    pub sha256: String,
    /// The hash of the post's text.
    pub text: String,
}

/// Whether a name is that of a manifest.
pub fn is_one(path: &Path) -> bool {
    path.to_string_lossy().ends_with(ENDING)
}

/// Where the manifest of an export is, if it lies beside it.
pub fn beside(export: &Path) -> Option<PathBuf> {
    let path = export.with_extension(&ENDING[1..]);
    path.exists().then_some(path)
}

impl Manifest {
    pub fn read(path: &Path) -> Result<Manifest, String> {
        let bytes = fs::read(path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|fault| {
            format!("{}:{}: {fault}; a manifest has the fields of docs/evidence.md", path.display(), fault.line())
        })?;
        if manifest.version != VERSION {
            let version = &manifest.version;
            return Err(format!("{}: version \"{version}\"; this Firebreak reads \"{VERSION}\"", path.display()));
        }
        // A manifest speaks of its own folder, so that checking one cannot be made to read elsewhere.
        match manifest.files.iter().find(|file| file.name.contains(['/', '\\'])) {
            Some(file) => Err(format!("{}: `{}` is no plain file name", path.display(), file.name)),
            None => Ok(manifest),
        }
    }

    /// The files of the export.
    pub fn exports(&self, manifest: &Path) -> Vec<PathBuf> {
        self.files.iter().map(|file| manifest.with_file_name(&file.name)).collect()
    }

    /// Whether a file has the bytes that are listed; an error where it cannot be read or is not listed.
    pub fn fits(&self, export: &Path) -> Result<bool, String> {
        let name = export.file_name().unwrap_or_default().to_string_lossy();
        let listed = self.files.iter().find(|file| file.name == name);
        let listed = listed.ok_or_else(|| format!("{}: its manifest names other files", export.display()))?;
        let (sha256, bytes) = hash::of_file(export).map_err(|fault| format!("{}: {fault}", export.display()))?;
        Ok(sha256 == listed.sha256 && bytes == listed.bytes)
    }
}
