//! The zips that stores take. The same sources give the same bytes: names are sorted and times are fixed.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::build::build;
use crate::bundle::files;
use crate::manifest::{BROWSERS, version};
use crate::run::dist;

pub fn pack() -> Result<()> {
    build()?;
    let version = version()?;
    for browser in BROWSERS {
        let name = format!("firebreak-{version}-{browser}.zip");
        let zip = packed(&dist().join(browser), |_| true)?;
        fs::write(dist().join(&name), &zip).with_context(|| name.clone())?;
        let without = packed(&dist().join(browser), |path| !MODELS.iter().any(|model| path.ends_with(model)))?.len();
        let verdict = if without <= MOST_WITHOUT_MODELS { "met" } else { "missed" };
        println!(
            "target/dist/{name}  {} KB, without models {} KB, bar {} KB: {verdict}",
            kb(zip.len()),
            kb(without),
            kb(MOST_WITHOUT_MODELS)
        );
    }
    Ok(())
}

const MODELS: [&str; 2] = ["engine/gate.bin", "engine/reader.bin"];
const MOST_WITHOUT_MODELS: usize = 1_000_000;

fn kb(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}

/// The files of a folder that `belongs` takes, as one archive.
fn packed(folder: &Path, belongs: impl Fn(&Path) -> bool) -> Result<Vec<u8>> {
    // The default time is 1980-01-01, the earliest that the format can say.
    let options = SimpleFileOptions::default().compression_level(Some(9)).unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for path in files(folder)?.into_iter().filter(|path| belongs(path)) {
        zip.start_file(path.to_string_lossy(), options)?;
        zip.write_all(&fs::read(folder.join(&path))?)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::root;

    #[test]
    fn the_same_files_give_the_same_archive_models_included() {
        let pack = |order: [&str; 3], name: &str| {
            let folder = std::env::temp_dir().join(format!("firebreak-pack-{}-{name}", std::process::id()));
            fs::create_dir_all(folder.join("engine")).unwrap();
            for file in order {
                let content = match file {
                    "manifest.json" => b"{}".to_vec(),
                    model => fs::read(root().join("data/models").join(Path::new(model).file_name().unwrap())).unwrap(),
                };
                fs::write(folder.join(file), content).unwrap();
            }
            let zip = packed(&folder, |_| true).unwrap();
            fs::remove_dir_all(&folder).unwrap();
            zip
        };
        let one = pack(["manifest.json", "engine/gate.bin", "engine/reader.bin"], "one");
        let other = pack(["engine/reader.bin", "engine/gate.bin", "manifest.json"], "other");
        assert!(one == other && one.len() > 1_000_000, "{} and {} bytes", one.len(), other.len());
    }
}
