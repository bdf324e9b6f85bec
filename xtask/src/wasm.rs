//! The crate as WebAssembly with its JavaScript edge: the engine, and the reader as a module of its own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{program, root, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// Writes `firebreak.js` and `firebreak_bg.wasm`, the engine, into `folder`, and likewise `packs` and `reader`.
pub fn wasm(folder: &Path) -> Result<()> {
    // The engine runs for every post and is loaded by every reader: quick, but with little inlined, and what it takes from
    // others small. By measure 18 % quicker than built small throughout and 22 KB more gzipped; built for speed alone it is
    // 5 % quicker still, for 15 KB more.
    let little = format!("target.{TARGET}.rustflags=[\"-Cllvm-args=-inline-threshold=75\"]");
    let engine = ["profile.release.opt-level=2", "profile.release.package.\"*\".opt-level=\"z\"", &little];
    bindgen(folder, "firebreak", &compile("", &engine.map(|config| ["--config", config]).concat())?)?;
    // What reads packs runs once in a while. The reader's module is all speed.
    let small = ["--config", "profile.release.opt-level=\"z\"", "--features", "pack-module"];
    bindgen(folder, "packs", &compile("packs", &small)?)?;
    // Every browser that the manifest allows has simd128, which makes the reader four times as fast.
    let simd = format!("target.{TARGET}.rustflags=[\"-Ctarget-feature=+simd128\"]");
    bindgen(folder, "reader", &compile("reader", &["--features", "reader-module", "--config", &simd])?)
}

/// The builds would take the same file name and throw away each other's work, so `under` gives each a folder.
fn compile(under: &str, options: &[&str]) -> Result<PathBuf> {
    let folder = root().join("target").join(under);
    let mut cargo = program("cargo", &["build", "--quiet", "--release", "--lib", "--no-default-features"]);
    cargo.args(["--target", TARGET]).args(options).arg("--target-dir").arg(&folder);
    run(cargo)?;
    Ok(folder.join(TARGET).join("release/firebreak.wasm"))
}

fn bindgen(folder: &Path, name: &str, compiled: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // Names of functions are only for debuggers and would be a third of the file.
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen on {}", compiled.display()))
}
