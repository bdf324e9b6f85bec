//! One manifest template, two manifests. `$chromium` and `$firefox` are merged into the manifest of that browser,
//! `$version` is the crate's version, and `["$sites"]` becomes the match patterns of all site files.

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
            template.extend(section);
        }
    }
    let mut manifest = Value::Object(template);
    fill(&mut manifest, &version()?, &site_patterns()?);
    Ok(manifest)
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

fn site_patterns() -> Result<Vec<Value>> {
    let mut patterns: Vec<Value> = Vec::new();
    for (_, site) in site_files()? {
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

fn fill(value: &mut Value, version: &str, sites: &[Value]) {
    match value {
        Value::String(text) if text == "$version" => version.clone_into(text),
        Value::Array(items) if items.first().is_some_and(|item| item == "$sites") => *items = sites.to_vec(),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, version, sites)),
        Value::Object(fields) => fields.values_mut().for_each(|field| fill(field, version, sites)),
        _ => {}
    }
}

fn read_object(path: &str) -> Result<Map<String, Value>> {
    let text = fs::read_to_string(root().join(path)).with_context(|| path.to_owned())?;
    serde_json::from_str(&text).with_context(|| path.to_owned())
}
