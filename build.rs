//! Reads every pack under `data/`, checks it, drops its examples and writes one compact file for `src/builtin.rs`.

#[path = "src/error.rs"]
#[allow(dead_code)]
mod error;
#[path = "src/folder.rs"]
#[allow(dead_code)]
mod folder;
#[path = "src/source.rs"]
mod source;
#[path = "src/weights.rs"]
mod weights;

use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

fn main() {
    println!("cargo::rerun-if-changed=data/lexicon");
    println!("cargo::rerun-if-changed=data/rules");
    println!("cargo::rerun-if-changed=data/weights.toml");
    let mut hash = Sha256::new();
    let mut packs = Vec::new();
    let folders = ["data/lexicon", "data/rules"].map(|name| or_stop(folder::toml_files(Path::new(name))));
    for path in folders.concat() {
        let mut pack = or_stop(source::Source::parse(&path.display().to_string(), &read(&path, &mut hash)));
        for rule in &mut pack.rules {
            rule.matches.clear();
            rule.allows.clear();
        }
        packs.push(pack);
    }
    let path = Path::new("data/weights.toml");
    let weights = or_stop(weights::Weights::parse("data/weights.toml", &read(path, &mut hash)));
    let digest: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=FIREBREAK_RULES={digest}");
    let bytes = postcard::to_allocvec(&(packs, weights)).expect("packs are plain data");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("packs.bin");
    // Patterns and sentences shrink to a third, and reading them back takes a millisecond.
    fs::write(&out, miniz_oxide::deflate::compress_to_vec(&bytes, 10))
        .unwrap_or_else(|fault| panic!("{}: {fault}", out.display()));
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
