//! One manifest template, two manifests. `$chromium` and `$firefox` are merged into the manifest of that browser,
//! `$version` is the crate's version, `"$sites"` in a list becomes the match patterns of the site files, `"$frames"` those of the sites that live in frames.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::run::root;

pub const BROWSERS: [&str; 2] = ["chromium", "firefox"];

/// The manifest of one browser.
pub fn manifest(browser: &str) -> Result<Value> {
    let mut template = read_object("extension/manifest.template.json")?;
    let sections = BROWSERS.map(|name| (name, template.shift_remove(&format!("${name}"))));
    for (name, section) in sections {
        if let (true, Some(Value::Object(section))) = (name == browser, section) {
            section.into_iter().for_each(|(key, value)| merge(&mut template, key, value));
        }
    }
    let mut manifest = Value::Object(template);
    let marks = [("$sites", site_patterns(false)?), ("$frames", site_patterns(true)?)];
    fill(&mut manifest, &version()?, &marks);
    Ok(manifest)
}

/// A list of one browser's section goes on where that of all browsers ends; anything else takes its place.
fn merge(template: &mut Map<String, Value>, key: String, value: Value) {
    match (template.get_mut(&key), value) {
        (Some(Value::Array(all)), Value::Array(own)) => all.extend(own),
        (_, value) => {
            template.insert(key, value);
        }
    }
}

/// The version in the root Cargo.toml: the first line that sets one is the package's.
pub fn version() -> Result<String> {
    let cargo = fs::read_to_string(root().join("Cargo.toml"))?;
    let line = cargo.lines().find_map(|line| line.strip_prefix("version = ")).context("Cargo.toml: no version")?;
    Ok(line.trim_matches('"').to_owned())
}

/// The site files in a fixed order, each with its name.
pub fn site_files() -> Result<Vec<(String, Map<String, Value>)>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("extension/sites")).context("extension/sites")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".json") && !name.ends_with("schema.json") {
            names.push(name);
        }
    }
    names.sort();
    let read = |name: String| Ok((name.clone(), read_object(&format!("extension/sites/{name}"))?));
    names.into_iter().map(read).collect()
}

/// The match patterns of the sites that show their posts in frames of other pages, or of all others.
fn site_patterns(framed: bool) -> Result<Vec<Value>> {
    let mut patterns: Vec<Value> = Vec::new();
    for (_, site) in site_files()? {
        if (site.get("frame") == Some(&Value::Bool(true))) != framed {
            continue;
        }
        // A site file without patterns serves only sites that the reader turns on.
        if let Some(Value::Array(matches)) = site.get("matches") {
            for pattern in matches {
                if !patterns.contains(pattern) {
                    patterns.push(pattern.clone());
                }
            }
        }
    }
    Ok(patterns)
}

fn fill(value: &mut Value, version: &str, marks: &[(&str, Vec<Value>)]) {
    let patterns = |item: &Value| marks.iter().find(|(mark, _)| item == mark).map(|(_, patterns)| patterns.clone());
    match value {
        Value::String(text) if text == "$version" => version.clone_into(text),
        Value::Array(items) => {
            *items = items.drain(..).flat_map(|item| patterns(&item).unwrap_or_else(|| vec![item])).collect();
            items.iter_mut().for_each(|item| fill(item, version, marks));
        }
        Value::Object(fields) => fields.values_mut().for_each(|field| fill(field, version, marks)),
        _ => {}
    }
}

fn read_object(path: &str) -> Result<Map<String, Value>> {
    let text = fs::read_to_string(root().join(path)).with_context(|| path.to_owned())?;
    serde_json::from_str(&text).with_context(|| path.to_owned())
}
