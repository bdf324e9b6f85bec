//! Speed and size beside others, and what the extension costs a page. Figures mean something only while nothing else runs.

use anyhow::Result;

use crate::run::{program, run};
use crate::{install, pack};

pub fn bench() -> Result<()> {
    install::browser("chromium")?;
    pack::pack()?;
    run(program("cargo", &["build", "--quiet", "--release", "--package", "rivals"]))?;
    let wasm = "wasm32-unknown-unknown";
    run(program("cargo", &["build", "--quiet", "--release", "--package", "rivals", "--lib", "--target", wasm]))?;
    run(program("cargo", &["build", "--quiet", "--release", "--bin", "firebreak"]))?;
    run(program("node", &["tests/bench/archive.js"]))?;
    run(program("node", &["tests/bench/engine.js"]))?;
    run(program("node", &["tests/bench/reader.js"]))?;
    run(program("node", &["tests/bench/page.js"]))?;
    run(program("node", &["tests/bench/panel.js"]))
}
