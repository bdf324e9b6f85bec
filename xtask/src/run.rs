//! Other programs, and where things lie.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The root of the repository: xtask is compiled in a folder right under it.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in a folder of the repository")
}

/// Where builds go.
pub fn dist() -> PathBuf {
    root().join("target/dist")
}

/// A program to be run at the root of the repository.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// A tool that npm installed.
pub fn tool(name: &str, arguments: &[&str]) -> Command {
    program(&root().join("node_modules/.bin").join(name).to_string_lossy(), arguments)
}

/// Runs a command to its end; what it prints goes to the terminal.
pub fn run(mut command: Command) -> Result<()> {
    let name = describe(&command);
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("{name}: {status}");
    }
    Ok(())
}

/// The command as a person would type it.
pub fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// True where the program exists and says that all is well.
pub fn works(mut command: Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}
