//! A feed to look at, in a browser with the extension. The work is done by a script under Node, which drives the browser.

use anyhow::{Result, bail};

use crate::run::{program, run};
use crate::{build, install};

pub fn demo(arguments: &[&str]) -> Result<()> {
    let browser = match arguments {
        [] => "chromium",
        ["--firefox"] => "firefox",
        _ => bail!("usage: cargo xtask demo [--firefox]"),
    };
    install::browser(if browser == "firefox" { "firefox-esr" } else { "chromium" })?;
    build::build()?;
    let mut node = program("node", &["tests/browser/demo/demo.js"]);
    node.env("BROWSER", browser);
    run(node)
}
