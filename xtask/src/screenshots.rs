//! Pictures of every surface. The work is done by a script under Node, which drives the browser.

use anyhow::Result;

use crate::run::{program, run};
use crate::{build, install};

pub fn screenshots(surfaces: &[&str]) -> Result<()> {
    install::browser("chromium")?;
    build::build()?;
    run(program("node", &[&["tests/browser/tools/pictures.js"], surfaces].concat()))
}
