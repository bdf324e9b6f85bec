//! The crate as WebAssembly with its JavaScript edge.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{program, root, run};

/// Compiles the library and writes `firebreak.js` and `firebreak_bg.wasm` into `folder`.
pub fn wasm(folder: &Path) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    run(program("cargo", &["build", "--quiet", "--release", "--lib", "--no-default-features", "--target", target]))?;
    let compiled = root().join("target").join(target).join("release/firebreak.wasm");
    Bindgen::new()
        .input_path(&compiled)
        .web(true)?
        .typescript(false)
        // Names of functions are only for debuggers and would be a third of the file.
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen on {}", compiled.display()))
}
