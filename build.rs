//! Reads every pack under `data/`, checks it, and writes all of them down in one compact file for `src/builtin.rs`.

#[path = "src/error.rs"]
#[allow(dead_code)]
mod error;
#[path = "src/words.rs"]
#[allow(dead_code)]
mod words;
#[path = "src/span.rs"]
#[allow(dead_code)]
mod span;
#[path = "src/report.rs"]
#[allow(dead_code)]
mod report;
#[path = "src/table.rs"]
#[allow(dead_code)]
mod table;
#[path = "src/source.rs"]
#[allow(dead_code)]
mod source;
#[path = "src/names.rs"]
#[allow(dead_code)]
mod names;
#[path = "src/inflect.rs"]
#[allow(dead_code)]
mod inflect;
#[path = "src/pattern.rs"]
#[allow(dead_code)]
mod pattern;
#[path = "src/sets.rs"]
#[allow(dead_code)]
mod sets;
#[path = "src/parts.rs"]
#[allow(dead_code)]
mod parts;
#[path = "src/packed.rs"]
#[allow(dead_code)]
mod packed;
#[path = "src/packing.rs"]
mod packing;
#[path = "src/weights.rs"]
#[allow(dead_code)]
mod weights;
#[path = "src/folder.rs"]
#[allow(dead_code)]
mod folder;

use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

fn main() {
    println!("cargo::rerun-if-changed=data/lexicon");
    println!("cargo::rerun-if-changed=data/rules");
    println!("cargo::rerun-if-changed=data/weights.toml");
    println!("cargo::rerun-if-changed=data/normalise/words.txt");
    let mut hash = Sha256::new();
    let mut packs = Vec::new();
    let folders = ["data/lexicon", "data/rules"].map(|name| or_stop(folder::toml_files(Path::new(name))));
    for path in folders.concat() {
        packs.push(or_stop(source::Source::parse(&path.display().to_string(), &read(&path, &mut hash))));
    }
    let path = Path::new("data/weights.toml");
    let weights = or_stop(weights::Weights::parse("data/weights.toml", &read(path, &mut hash)));
    let digest: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=FIREBREAK_RULES={digest}");
    let parts = or_stop(parts::Parts::of(&packs));
    let writer = packing::Writer::new(&parts);
    let bytes = postcard::to_allocvec(&(writer.packed(parts), weights)).expect("parts are plain data");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("packs.bin");
    fs::write(&out, bytes).unwrap_or_else(|fault| panic!("{}: {fault}", out.display()));
}

fn read(path: &Path, hash: &mut Sha256) -> String {
    let text = fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    hash.update(path.display().to_string());
    hash.update(&text);
    text
}

fn or_stop<T>(result: error::Result<T>) -> T {
    result.unwrap_or_else(|fault| {
        println!("cargo::error={fault}");
        std::process::exit(1)
    })
}
