//! The extension for both browsers and the web page, in target/dist.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::bundle::{Format, bundle, copy_static, files, manifest_scripts, page_scripts};
use crate::manifest::{BROWSERS, manifest};
use crate::run::{dist, root};
use crate::{install, wasm};

/// The background puts this one into a page when the reader asks for it, so that no manifest and no page names it.
const INJECTED: &str = "content/check.js";

pub fn build() -> Result<()> {
    let start = Instant::now();
    install::node_modules()?;
    install::wasm_target()?;
    let engine = root().join("target/generated/engine");
    wasm::wasm(&engine)?;
    for browser in BROWSERS {
        extension(browser, &engine).with_context(|| format!("the extension for {browser}"))?;
    }
    page(&engine).context("the web page")?;
    eprintln!("built target/dist in {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn extension(browser: &str, engine: &Path) -> Result<()> {
    let (source, target) = (root().join("extension"), dist().join(browser));
    fresh(&target)?;
    let manifest = manifest(browser)?;
    fs::write(target.join("manifest.json"), serde_json::to_string_pretty(&manifest)? + "\n")?;
    let (mut content, mut modules) = manifest_scripts(&manifest);
    content.push(INJECTED.to_owned());
    modules.extend(page_scripts(&source)?);
    bundle(&source, &content, Format::Script, &target)?;
    bundle(&source, &modules, Format::Module, &target)?;
    copy_static(&source, &target)?;
    copy_engine(engine, &target)
}

fn page(engine: &Path) -> Result<()> {
    let (source, target) = (root().join("www"), dist().join("www"));
    fresh(&target)?;
    bundle(&source, &page_scripts(&source)?, Format::Module, &target)?;
    copy_static(&source, &target)?;
    // The page shows reports in the extension's own words and look.
    for (folder, name) in [("shared", "view.css"), ("shared", "card.css"), ("icons", "icon.svg")] {
        fs::copy(root().join("extension").join(folder).join(name), target.join(name)).context(name)?;
    }
    let words = root().join("extension/_locales");
    for path in files(&words)? {
        let copy = target.join("_locales").join(&path);
        fs::create_dir_all(copy.parent().unwrap_or(&target))?;
        fs::copy(words.join(&path), &copy).with_context(|| copy.display().to_string())?;
    }
    copy_engine(engine, &target)
}

/// An empty folder: a file that a former build left would otherwise be shipped.
fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())
}

/// The wasm modules and the two model files.
fn copy_engine(engine: &Path, target: &Path) -> Result<()> {
    fs::create_dir_all(target.join("engine"))?;
    let built = ["firebreak", "packs", "reader"].map(|name| [format!("{name}.js"), format!("{name}_bg.wasm")]).concat();
    let models = root().join("data/models");
    let models = ["gate.bin", "reader.bin"].map(|name| (&*models, name));
    for (folder, name) in built.iter().map(|name| (engine, name.as_str())).chain(models) {
        fs::copy(folder.join(name), target.join("engine").join(name)).with_context(|| name.to_owned())?;
    }
    Ok(())
}
