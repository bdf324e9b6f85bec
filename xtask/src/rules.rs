//! The rules at work: how often each fires on plain posts and on labelled ones, and a start for a new rule.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::posts::{folder, labelled, read, score};
use crate::run::root;

/// Everyday posts of others: nearly every label there is a mistake.
const PLAIN: [&str; 4] = ["goemotions", "clickbait_headlines", "crisislex_t6", "rumoureval2017"];

#[derive(Default)]
struct Fired {
    plain: usize,
    right: usize,
    wrong: usize,
}

/// Counts on the train split, on which rules are written. The dev split is for reporting, so no rule is shown on it.
pub fn report() -> Result<()> {
    let mut rules: BTreeMap<String, Fired> = written()?.into_iter().map(|id| (id, Fired::default())).collect();
    let posts = labelled("train")?;
    for (post, report) in posts.iter().zip(score(&posts)?) {
        let gold = post["labels"]["ids"].as_array().cloned().unwrap_or_default();
        for label in report["labels"].as_array().into_iter().flatten() {
            let fired = rules.entry(name(label)).or_default();
            *(if gold.contains(&label["id"]) { &mut fired.right } else { &mut fired.wrong }) += 1;
        }
    }
    let mut plain = Vec::new();
    for file in PLAIN {
        plain.extend(read(&folder()?.join(format!("{file}.jsonl.gz")))?.into_iter().filter(harmless));
    }
    for report in score(&plain)? {
        for label in report["labels"].as_array().into_iter().flatten() {
            rules.entry(name(label)).or_default().plain += 1;
        }
    }
    println!("{:<44} {:>8} {:>8} {:>8}", "rule", "right", "wrong", "plain");
    for (rule, Fired { plain, right, wrong }) in &rules {
        let idle = if plain + right + wrong == 0 { "  never named" } else { "" };
        println!("{rule:<44} {right:>8} {wrong:>8} {plain:>8}{idle}");
    }
    println!("right and wrong: labels on {} train posts; plain: on {} everyday posts", posts.len(), plain.len());
    println!("a label counts for the rule it names: the one with the highest level and sum in its category");
    Ok(())
}

fn name(label: &Value) -> String {
    label["rule"].as_str().unwrap_or("?").to_owned()
}

fn harmless(post: &Value) -> bool {
    post["labels"]["hostile_emotion"] != true && post["labels"]["rumour_source"] != true && post["split"] != "test"
}

/// Every rule that is written, as reports name it.
fn written() -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for entry in fs::read_dir(root().join("data/rules"))? {
        let path = entry?.path();
        let pack: toml::Table =
            fs::read_to_string(&path)?.parse().with_context(|| format!("{} is not TOML", path.display()))?;
        for rule in pack.get("rule").and_then(toml::Value::as_array).into_iter().flatten() {
            let category = rule.get("category").or(pack.get("category")).and_then(toml::Value::as_str);
            let id = rule.get("id").and_then(toml::Value::as_str);
            if let (Some(category), Some(id)) = (category, id) {
                ids.push(format!("{category}/{id}"));
            }
        }
    }
    Ok(ids)
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
