//! What a command needs and the machine lacks. Each need is looked at before anything is installed,
//! so that a second run costs nothing.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::run::{program, root, run, works};

/// The npm packages of the lock file.
pub fn node_modules() -> Result<()> {
    let lock = fs::read(root().join("package-lock.json")).context("package-lock.json")?;
    let stamp = root().join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if !works(program("npm", &["--version"])) {
        bail!("Node.js 20 or later with npm is needed; on Debian: apt-get install nodejs npm");
    }
    eprintln!("installing the npm packages of package-lock.json");
    run(program("npm", &["ci", "--silent"]))?;
    fs::write(&stamp, lock).context("node_modules")
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

fn is_root() -> bool {
    program("id", &["-u"]).output().is_ok_and(|output| output.stdout == b"0\n")
}
