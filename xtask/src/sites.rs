//! Commands about site files: reading saved pages with the built extension, and a start for a new site.
//! The work is done in JavaScript, beside the reader that it uses.

use anyhow::Result;

use crate::run::{program, run};
use crate::{build, install};

/// One JSON line on standard output for each saved page in the folders.
pub fn pages(words: &[&str]) -> Result<()> {
    build::build()?;
    install::browser(if words.contains(&"--firefox") { "firefox-esr" } else { "chromium" })?;
    tool("pages.js", words)
}

/// A site file, and a page with what a reader must find there.
pub fn new_site(name: &str) -> Result<()> {
    install::node_modules()?;
    tool("new-site.js", &[name])
}

fn tool(name: &str, words: &[&str]) -> Result<()> {
    let mut node = program("node", &[&format!("tests/browser/tools/{name}")]);
    node.args(absolute(words));
    run(node)
}

/// Tools run at the root of the repository, wherever the command was given.
fn absolute(words: &[&str]) -> Vec<String> {
    let absolute = |word: &&str| match std::fs::canonicalize(word) {
        Ok(path) => path.to_string_lossy().into_owned(),
        Err(_) => (*word).to_owned(),
    };
    words.iter().map(absolute).collect()
}
