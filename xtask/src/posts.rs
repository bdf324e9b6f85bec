//! Labelled and everyday posts of `shared/data`, and what the command line says of them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::{program, root, run};

/// `shared/data` beside the repository, or further up where this is a worktree.
pub fn folder() -> Result<PathBuf> {
    let near = root().ancestors().map(|folder| folder.join("shared/data")).find(|data| data.exists());
    near.context("no shared/data beside or above the repository: this needs posts to count on")
}

/// The posts written for the project's own taxonomy, of one split.
pub fn labelled(split: &str) -> Result<Vec<Value>> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder()?)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("firebreak_")));
    files.sort();
    let mut posts = Vec::new();
    for file in files {
        posts.extend(read(&file)?.into_iter().filter(|post| post["split"] == split));
    }
    if posts.is_empty() {
        bail!("no posts of the split {split:?}; there are train and dev");
    }
    Ok(posts)
}

/// A gzipped file of JSON lines.
pub fn read(file: &Path) -> Result<Vec<Value>> {
    let unpacked = Command::new("gzip").arg("-dc").arg(file).output().context("gzip")?;
    let text = String::from_utf8(unpacked.stdout).with_context(|| file.display().to_string())?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// The reports of the command line on these posts, in the same order, by the rules alone.
pub fn score(posts: &[Value]) -> Result<Vec<Value>> {
    run(program("cargo", &["build", "--quiet", "--release", "--bin", "firebreak"]))?;
    let mut firebreak = Command::new(root().join("target/release/firebreak"))
        .args(["score", "--rules"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("target/release/firebreak")?;
    let mut input = firebreak.stdin.take().context("no input to write to")?;
    let lines: String = posts.iter().map(|post| format!("{post}\n")).collect();
    // Written beside the reading, or both sides would wait for the other once the pipes are full.
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = firebreak.wait_with_output()?;
    writer.join().expect("the writer does not panic")?;
    String::from_utf8(output.stdout)?.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// Whether a report or a post's own labels stand at caution or above.
pub fn labelled_at_caution(level: &Value) -> bool {
    level == "caution" || level == "warning"
}
