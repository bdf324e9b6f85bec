//! The zips that stores take. The same sources give the same bytes: names are sorted and times are fixed.

use std::fs::{self, File};
use std::io::Write;

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
        let zip = dist().join(&name);
        pack_folder(browser, File::create(&zip).with_context(|| name.clone())?)?;
        println!("target/dist/{name}  {:.0} KB", fs::metadata(&zip)?.len() as f64 / 1000.0);
    }
    Ok(())
}

fn pack_folder(browser: &str, file: File) -> Result<()> {
    let folder = dist().join(browser);
    // The default time is 1980-01-01, the earliest that the format can say.
    let options = SimpleFileOptions::default().compression_level(Some(9)).unix_permissions(0o644);
    let mut zip = ZipWriter::new(file);
    for path in files(&folder)? {
        zip.start_file(path.to_string_lossy(), options)?;
        zip.write_all(&fs::read(folder.join(&path))?)?;
    }
    zip.finish()?;
    Ok(())
}
