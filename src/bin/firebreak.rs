//! The command line: JSON Lines in, JSON Lines out.

use std::io::{BufRead, Write};

use firebreak::engine::Engine;

fn main() -> std::io::Result<()> {
    let engine = Engine::builtin();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let post: serde_json::Value = serde_json::from_str(&line?)?;
        let report = engine.judge(post["text"].as_str().unwrap_or_default());
        let mut value = serde_json::to_value(report)?;
        value["id"] = post["id"].clone();
        writeln!(out, "{value}")?;
    }
    Ok(())
}
