//! The rules at work: how often each fires on plain posts and on labelled ones, and a start for a new rule.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::{program, root, run};

/// Everyday posts of others: nearly every label there is a mistake. Of labelled posts only the dev split is looked at.
const PLAIN: [&str; 2] = ["goemotions", "clickbait_headlines"];
const LABELLED: &str = "firebreak_";

#[derive(Default)]
struct Fired {
    plain: usize,
    right: usize,
    wrong: usize,
}

pub fn report() -> Result<()> {
    let data = root().join("../shared/data");
    if !data.exists() {
        bail!("{} is not there: the report needs posts to count on", data.display());
    }
    run(program("cargo", &["build", "--quiet", "--release", "--bin", "firebreak"]))?;
    let mut names: Vec<String> = fs::read_dir(&data)?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".jsonl.gz").map(str::to_owned))
        .filter(|name| PLAIN.contains(&name.as_str()) || name.starts_with(LABELLED))
        .collect();
    names.sort();
    let mut rules: BTreeMap<String, Fired> = BTreeMap::new();
    let (mut plain_posts, mut labelled_posts) = (0, 0);
    for name in names {
        let plain = PLAIN.contains(&name.as_str());
        let posts = posts(&data.join(format!("{name}.jsonl.gz")), if plain { harmless } else { of_dev })?;
        *(if plain { &mut plain_posts } else { &mut labelled_posts }) += posts.len();
        for (post, report) in posts.iter().zip(score(&posts)?) {
            let gold = post["labels"]["ids"].as_array().cloned().unwrap_or_default();
            for label in report["labels"].as_array().into_iter().flatten() {
                let fired = rules.entry(label["rule"].as_str().unwrap_or("?").to_owned()).or_default();
                let counter = match (plain, gold.contains(&label["id"])) {
                    (true, _) => &mut fired.plain,
                    (false, true) => &mut fired.right,
                    (false, false) => &mut fired.wrong,
                };
                *counter += 1;
            }
        }
    }
    println!("{:<44} {:>8} {:>8} {:>8}", "rule", "right", "wrong", "plain");
    for (rule, Fired { plain, right, wrong }) in &rules {
        println!("{rule:<44} {right:>8} {wrong:>8} {plain:>8}");
    }
    println!("right and wrong: of {labelled_posts} labelled dev posts; plain: of {plain_posts} everyday posts");
    Ok(())
}

fn of_dev(post: &Value) -> bool {
    post["split"] == "dev"
}

fn harmless(post: &Value) -> bool {
    post["labels"]["hostile_emotion"] != true && post["labels"]["clickbait"] != true
}

fn posts(file: &std::path::Path, wanted: fn(&Value) -> bool) -> Result<Vec<Value>> {
    let unpacked = Command::new("gzip").arg("-dc").arg(file).output().context("gzip")?;
    let text = String::from_utf8(unpacked.stdout).with_context(|| file.display().to_string())?;
    let all = text.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
    Ok(all.into_iter().filter(wanted).collect())
}

/// The reports of the command line on these posts, in the same order.
fn score(posts: &[Value]) -> Result<Vec<Value>> {
    let mut firebreak = Command::new(root().join("target/release/firebreak"))
        .arg("score")
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

/// A rule to fill in at the end of its category's file. It has no example that holds, so the tests fail until it is filled in.
pub fn new_rule(id: &str) -> Result<()> {
    let Some((category, name)) = id.split_once('/') else { bail!("a rule is named CATEGORY/NAME") };
    let path = root().join("data/rules").join(format!("{category}.toml"));
    let text = fs::read_to_string(&path).with_context(|| format!("no category {category}: {}", path.display()))?;
    if name.is_empty() || !name.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-') {
        bail!("a rule's name is small letters and hyphens, not {name:?}");
    }
    if text.contains(&format!("id = \"{name}\"")) {
        bail!("{id} is there already");
    }
    let rule = format!(
        r#"
[[rule]]
id = "{name}"
# The pattern language and every field are described in data/README.md.
when = ["words of the pattern"]
unless = []
act = 2
mode = "urged"
target = 1
reason = "One sentence: what a post that matches does."
wrong = "It would be wrong if …"
match = ["a post that must be labelled"]
allow = ["a post that looks alike and must not be labelled"]
"#
    );
    fs::write(&path, text + &rule)?;
    println!("data/rules/{category}.toml ends with {id} now; fill it in, then: cargo run --bin firebreak -- check");
    Ok(())
}
