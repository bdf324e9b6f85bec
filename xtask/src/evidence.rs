//! The example of evidence cards: its two posts judged by the rules and the model of this checkout.

use anyhow::Result;

use crate::run::{program, run};

/// The work is done in JavaScript, with the code that makes cards and exports.
pub fn renew_example() -> Result<()> {
    run(program("cargo", &["build", "--quiet", "--bin", "firebreak"]))?;
    run(program("node", &["tests/evidence/renew.js", "target/debug/firebreak"]))
}
