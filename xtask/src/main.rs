//! The project's own commands, so that a clone needs Rust, Node and nothing installed by hand.

mod bench; // speed and size, beside others
mod build; // the extension for both browsers and the web page
mod bundle; // esbuild on every script that a page or a manifest names
mod demo; // a feed to look at, in a browser with the extension
mod disguise; // what is caught plain and hidden
mod evidence; // the example of evidence cards, made anew
mod install; // what a command needs and the machine lacks
mod manifest; // one template, two manifests
mod pack; // the zips that stores take
mod posts; // labelled and everyday posts, and their reports
mod rules; // the rules at work, and a start for a new one
mod run; // other programs, and where things lie
mod screenshots; // every surface in every look, as pictures
mod sites; // saved pages read with the built extension, and a start for a new site
mod test; // every check, in the order that fails soonest
mod wasm; // the crate as WebAssembly with its JavaScript edge

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask COMMAND

  demo [--firefox]   a lifelike local feed with the extension; pictures of it where there is no screen
  screenshots [SURFACE…]
                     pictures of every surface, light, dark, narrow, from right to left, …, in target/screenshots
  test [STEP…]       every check, or only the steps whose names contain STEP
  build              target/dist/{chromium,firefox,www}
  pages DIR… [--firefox]
                     one JSON line for each saved page: what the built extension reads there
  new-site NAME      a site file, a page in its markup and what a reader must find there
  renew-example      tests/evidence/example.jsonld, judged by today's rules and model
  pack               target/dist/*.zip, the same bytes every time
  bench              speed and size beside rustrict and obscenity, and what the extension costs a page
  rules              how often each rule fires on plain and on labelled posts, where shared/data is there
  disguise [SPLIT]   how much of what is caught plain is caught in each disguise, on labelled posts (train or dev)
  new-rule CATEGORY/NAME
                     a rule to fill in";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let Err(error) = command(&words) {
        eprintln!("xtask: {error:#}");
        std::process::exit(1);
    }
}

fn command(words: &[&str]) -> Result<()> {
    match words {
        ["demo", rest @ ..] => demo::demo(rest),
        ["build"] => build::build(),
        ["bench"] => bench::bench(),
        ["rules"] => rules::report(),
        ["disguise"] => disguise::report("train"),
        ["disguise", split] => disguise::report(split),
        ["new-rule", id] => rules::new_rule(id),
        ["pack"] => pack::pack(),
        ["pages", folders @ ..] => sites::pages(folders),
        ["new-site", name] => sites::new_site(name),
        ["renew-example"] => evidence::renew_example(),
        ["screenshots", surfaces @ ..] => screenshots::screenshots(surfaces),
        ["test", steps @ ..] => test::test(steps),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown command: {}\n{USAGE}", words.join(" ")),
    }
}
