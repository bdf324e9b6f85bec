//! Every check, in the order that fails soonest. A step that fails does not stop the others:
//! one run shows all there is to mend.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::bundle::files;
use crate::run::{describe, dist, program, root, run, tool};
use crate::{build, install};

enum Step {
    /// A program that counts its own tests, or counts as one.
    Program(Command),
    /// Work of xtask itself.
    Own(fn() -> Result<()>),
}

#[derive(Default)]
struct Count {
    passed: u32,
    failed: u32,
}

pub fn test(only: &[&str]) -> Result<()> {
    install::node_modules()?;
    let mut total = Count::default();
    let mut failed_steps = Vec::new();
    for (name, step) in steps()? {
        if !only.is_empty() && !only.iter().any(|part| name.contains(part)) {
            continue;
        }
        if name == "cluster" && only.is_empty() && !install::has_pyspark() {
            // Half a gigabyte and a Java are more than a first `cargo xtask test` should bring onto a machine unasked.
            println!(
                "\n── cluster: left out, for Java and PySpark are not both here; `cargo xtask test cluster` gets PySpark"
            );
            continue;
        }
        println!("\n── {name}");
        let start = Instant::now();
        let count = take(step);
        let passed = count.failed == 0;
        println!("── {name}: {} in {:.1} s", if passed { "passed" } else { "FAILED" }, start.elapsed().as_secs_f32());
        if !passed {
            failed_steps.push(name);
        }
        total.passed += count.passed;
        total.failed += count.failed;
    }
    if !failed_steps.is_empty() {
        println!("\nfailed: {}", failed_steps.join(", "));
    }
    // This form of the last line is what CI reads.
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 || total.passed == 0 {
        bail!("not everything passed");
    }
    Ok(())
}

fn steps() -> Result<Vec<(&'static str, Step)>> {
    let cargo = |arguments: &[&str]| Step::Program(program("cargo", arguments));
    let npm = |name: &str, arguments: &[&str]| Step::Program(tool(name, arguments));
    Ok(vec![
        ("rust-format", cargo(&["fmt", "--all", "--check"])),
        ("rust-lint", cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])),
        ("native-tests", cargo(&["test", "--quiet"])),
        // By itself, because all packages at once would build their common dependencies anew with the features of all.
        ("xtask-tests", cargo(&["test", "--quiet", "--package", "xtask"])),
        ("cluster", Step::Own(cluster)),
        ("js-format", npm("prettier", &["--check", "--log-level=warn", "."])),
        ("js-types", npm("tsc", &["--project", "."])),
        ("build", Step::Own(build::build)),
        ("js-tests", node_tests("tests/js")?),
        ("wasm-tests", node_tests("tests/wasm")?),
        ("extension-lint", web_ext_lint()),
        ("browsers", Step::Own(|| install::browser("chromium").and(install::browser("firefox-esr")))),
        ("chromium-tests", browser_tests("chromium")?),
        ("firefox-tests", browser_tests("firefox")?),
    ])
}

/// One file after another: on two cores, two browsers at once make every wait longer and no run shorter.
fn node_tests(folder: &str) -> Result<Step> {
    let paths = files(&root().join(folder)).with_context(|| format!("no folder of tests: {folder}"))?;
    let tests: Vec<_> = paths.iter().filter(|path| path.to_string_lossy().ends_with(".test.js")).collect();
    // Without a file, node would search the whole repository for tests and say nothing of the empty folder.
    if tests.is_empty() {
        bail!("{folder} holds no *.test.js");
    }
    let mut node = program("node", &["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    node.args(tests.iter().map(|path| format!("{folder}/{}", path.display())));
    Ok(Step::Program(node))
}

/// The command line under a cluster engine, with the program that the native tests built.
fn cluster() -> Result<()> {
    let python = install::pyspark()?;
    run(program("cargo", &["build", "--quiet", "--bin", "firebreak"]))?;
    run(program(&python.to_string_lossy(), &["-m", "unittest", "discover", "--start-directory", "tests/cluster"]))
}

fn browser_tests(browser: &str) -> Result<Step> {
    let Step::Program(mut node) = node_tests("tests/browser")? else { unreachable!("node tests are a program") };
    node.env("BROWSER", browser);
    Ok(Step::Program(node))
}

fn web_ext_lint() -> Step {
    let source = format!("--source-dir={}", dist().join("firefox").display());
    Step::Program(tool("web-ext", &["lint", "--warnings-as-errors", "--no-config-discovery", &source]))
}

fn take(step: Step) -> Count {
    let (result, count) = match step {
        Step::Own(work) => (work(), Count::default()),
        Step::Program(mut command) => {
            let mut count = Count::default();
            (watch(&mut command, &mut count), count)
        }
    };
    match result {
        // A step without tests of its own counts as one check.
        Ok(()) => Count { passed: count.passed.max(1), failed: count.failed },
        Err(error) => {
            println!("{error:#}");
            Count { passed: count.passed, failed: count.failed.max(1) }
        }
    }
}

/// Runs a command, passes on what it prints, and adds up the tests it says it ran.
fn watch(command: &mut Command, count: &mut Count) -> Result<()> {
    let name = describe(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {name}"))?;
    for line in BufReader::new(child.stdout.take().context("no output to read")?).lines() {
        let line = line?;
        println!("{line}");
        let (passed, failed) = counted(&line);
        count.passed += passed;
        count.failed += failed;
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{name}: {status}");
    }
    Ok(())
}

/// Tests passed and failed by one line of output: cargo's "test result: ok. 3 passed; 1 failed; …", or one of
/// node's closing lines, "ℹ pass 3" and "ℹ fail 1".
fn counted(line: &str) -> (u32, u32) {
    let before = |word: &str| {
        let end = line.find(word)?;
        line[..end].trim_end().rsplit(' ').next()?.parse().ok()
    };
    let after = |start: &str| line.strip_prefix(start)?.trim().parse().ok();
    if line.starts_with("test result:") {
        return (before(" passed").unwrap_or(0), before(" failed").unwrap_or(0));
    }
    (after("ℹ pass ").unwrap_or(0), after("ℹ fail ").unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn reads_the_closing_lines_of_both_runners() {
        assert_eq!(counted("test result: ok. 12 passed; 0 failed; 0 ignored; finished in 0.01s"), (12, 0));
        assert_eq!(counted("test result: FAILED. 3 passed; 2 failed; 0 ignored"), (3, 2));
        assert_eq!(counted("ℹ pass 7"), (7, 0));
        assert_eq!(counted("ℹ fail 1"), (0, 1));
        assert_eq!(counted("12 passed the gate"), (0, 0));
    }
}
