//! What a command needs and the machine lacks. Each need is looked at before anything is installed,
//! so that a second run costs nothing.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::{program, root, run, works};

const PYSPARK: &str = "4.3.0";

/// The npm packages of the lock file. npm itself keeps a list of what it installed; more than the lock file asks for
/// is no harm, so that checkouts of several ages can share one folder.
pub fn node_modules() -> Result<()> {
    let wanted = packages("package-lock.json")?;
    if packages("node_modules/.package-lock.json")
        .is_ok_and(|there| wanted.iter().all(|(name, version)| there.get(name) == Some(version)))
    {
        return Ok(());
    }
    if !works(program("npm", &["--version"])) {
        bail!("Node.js 20 or later with npm is needed; on Debian: apt-get install nodejs npm");
    }
    eprintln!("installing the npm packages of package-lock.json");
    run(program("npm", &["ci", "--silent"]))
}

/// Package folders and their versions by a lock file, without those that npm leaves out on other machines.
fn packages(lock: &str) -> Result<BTreeMap<String, String>> {
    let text = fs::read_to_string(root().join(lock)).with_context(|| lock.to_owned())?;
    let lock: Value = serde_json::from_str(&text).with_context(|| lock.to_owned())?;
    let folders = lock["packages"].as_object().into_iter().flatten();
    let needed = folders.filter(|(name, package)| !name.is_empty() && package["optional"] != true);
    Ok(needed.filter_map(|(name, package)| Some((name.clone(), package["version"].as_str()?.to_owned()))).collect())
}

/// The standard library for wasm32. rust-toolchain.toml names it, so that rustup usually has it already.
pub fn wasm_target() -> Result<()> {
    let sysroot = program("rustc", &["--print", "sysroot"]).output().context("rustc")?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout);
    let library = format!("{}/lib/rustlib/wasm32-unknown-unknown", sysroot.trim());
    if fs::exists(&library)? {
        return Ok(());
    }
    run(program("rustup", &["target", "add", "wasm32-unknown-unknown"]))
        .context("the wasm32-unknown-unknown target is needed: rustup target add wasm32-unknown-unknown")
}

/// A browser by the name of its Debian package, which is also the name of its program.
pub fn browser(package: &str) -> Result<()> {
    if works(program(package, &["--version"])) {
        return Ok(());
    }
    let by_hand = format!("apt-get update && apt-get install -y {package}");
    if !works(program("apt-get", &["--version"])) || !is_root() {
        bail!("{package} is needed; as root on Debian: {by_hand}");
    }
    eprintln!("installing {package}");
    run(program("sh", &["-c", &format!("({by_hand}) >/dev/null")])).with_context(|| by_hand)
}

/// The environment in which PySpark is kept, outside the checkout, as 500 MB that are the same for each.
fn pyspark_folder() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache"))).context("no $HOME")?;
    Ok(cache.join("firebreak").join(format!("pyspark-{PYSPARK}")))
}

/// Whether Java and PySpark are here already.
pub fn has_pyspark() -> bool {
    let there = format!("import pyspark; assert pyspark.__version__ == '{PYSPARK}'");
    let python = pyspark_folder().map(|folder| folder.join("bin/python"));
    python.is_ok_and(|python| works(program(&python.to_string_lossy(), &["-c", &there])))
        && works(program("java", &["-version"]))
}

/// PySpark, put where it is kept, and the Java that it needs. Returns the environment's Python.
pub fn pyspark() -> Result<PathBuf> {
    let folder = pyspark_folder()?;
    let python = folder.join("bin/python");
    if has_pyspark() {
        return Ok(python);
    }
    if !works(program("java", &["-version"])) {
        bail!("Java 17 or later is needed; on Debian: apt-get install openjdk-17-jre-headless");
    }
    eprintln!("installing PySpark {PYSPARK} into {}", folder.display());
    run(program("python3", &["-m", "venv", "--clear", &folder.to_string_lossy()]))?;
    let package = format!("pyspark=={PYSPARK}");
    run(program(
        &python.to_string_lossy(),
        &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &package],
    ))?;
    Ok(python)
}

fn is_root() -> bool {
    program("id", &["-u"]).output().is_ok_and(|output| output.stdout == b"0\n")
}
