//! esbuild on every script that a page or a manifest names. Other files are copied as they are, to the same path.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::manifest::site_files;
use crate::run::{root, run, tool};

/// Content scripts cannot import, so they become one plain script; everything else stays a module.
#[derive(Clone, Copy)]
pub enum Format {
    Script,
    Module,
}

/// Bundles `entries`, paths under `source`, to the same paths under `target`.
pub fn bundle(source: &Path, entries: &[String], format: Format, target: &Path) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut esbuild = tool("esbuild", &["--bundle", "--target=es2022", "--log-level=warning", "--charset=utf8"]);
    esbuild.args(entries.iter().map(|entry| source.join(entry)));
    esbuild.arg(format!("--outdir={}", target.display())).arg(format!("--outbase={}", source.display()));
    esbuild.arg(format!("--alias:firebreak-sites={}", site_index()?.display()));
    // The JavaScript edges of the wasm modules are generated and lie beside the bundles.
    esbuild.args(["--loader:.css=text"]);
    esbuild.args(["firebreak", "packs", "reader"].map(|name| format!("--external:*/engine/{name}.js")));
    esbuild.arg(match format {
        Format::Script => "--format=iife",
        Format::Module => "--format=esm",
    });
    run(esbuild)
}

/// The scripts that a manifest names: those that run in pages, and those of the background.
pub fn manifest_scripts(manifest: &Value) -> (Vec<String>, Vec<String>) {
    let strings = |value: &Value| match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(one) => vec![one.clone()],
        _ => Vec::new(),
    };
    // A script that runs in pages and in frames is named twice and bundled once.
    let content: BTreeSet<String> =
        manifest["content_scripts"].as_array().into_iter().flatten().flat_map(|one| strings(&one["js"])).collect();
    let background = &manifest["background"];
    (content.into_iter().collect(), [strings(&background["service_worker"]), strings(&background["scripts"])].concat())
}

/// The scripts that the pages in a folder name, as paths under it.
pub fn page_scripts(folder: &Path) -> Result<Vec<String>> {
    let mut scripts = Vec::new();
    for page in files(folder)?.iter().filter(|path| path.extension().is_some_and(|end| end == "html")) {
        let html = fs::read_to_string(folder.join(page))?;
        for tag in html.split("<script").skip(1) {
            let source = tag.split('>').next().and_then(|tag| tag.split("src=\"").nth(1)?.split('"').next());
            if let Some(source) = source {
                let path = page.parent().unwrap_or(Path::new("")).join(source);
                scripts.push(path.to_string_lossy().into_owned());
            }
        }
    }
    Ok(scripts)
}

/// Copies what needs no building: everything but scripts, types, notes and data that the bundles hold.
pub fn copy_static(source: &Path, target: &Path) -> Result<()> {
    for path in files(source)? {
        let name = path.to_string_lossy();
        let built = [".js", ".ts", ".md", ".template.json", "examples.json"].iter().any(|end| name.ends_with(end));
        if built || path.starts_with("sites") || path.starts_with("engine") {
            continue;
        }
        let copy = target.join(&path);
        fs::create_dir_all(copy.parent().unwrap_or(target))?;
        fs::copy(source.join(&path), &copy).with_context(|| copy.display().to_string())?;
    }
    Ok(())
}

/// Every file under a folder, as sorted paths relative to it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder)?.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A module that exports all site files, so that one is registered by being there.
fn site_index() -> Result<PathBuf> {
    let sites = site_files()?;
    let mut module = String::new();
    for (number, (name, _)) in sites.iter().enumerate() {
        let path = root().join("extension/sites").join(name);
        module += &format!("import site{number} from {:?};\n", path);
    }
    let names: Vec<String> = (0..sites.len()).map(|number| format!("site{number}")).collect();
    module += &format!("export default [{}];\n", names.join(", "));
    let index = root().join("target/generated/sites.js");
    fs::create_dir_all(index.parent().context("target/generated")?)?;
    fs::write(&index, module)?;
    Ok(index)
}
