use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const MOST_LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Files of the project under these folders or with these names, as paths from the root.
fn files(starts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = starts.iter().map(|start| root().join(start)).collect();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.exists() {
            found.push(path.strip_prefix(root()).unwrap().to_string_lossy().into_owned());
        }
    }
    found.sort();
    found
}

fn scripts(folder: &str) -> Vec<String> {
    files(&[folder]).into_iter().filter(|path| path.ends_with(".js")).collect()
}

/// Code without its comments: a rule about code says nothing of what is written about it.
fn code(path: &str) -> String {
    let text = read(path);
    let lines = text.lines().filter(|line| !["//", "*", "/*"].iter().any(|mark| line.trim_start().starts_with(mark)));
    lines.map(|line| line.split(" // ").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn report(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn files_are_short() {
    let all = files(&["src", "extension", "www", "tests", "xtask/src", "training"]);
    // Pages imitate what platforms send, the browsers ask for all words in one file, and a list of posts has one post a line: neither is read from top to bottom.
    let data = |path: &str| {
        path.contains("/pages/")
            || path.contains("/_locales/")
            || path.ends_with(".jsonl")
            || path.contains("__pycache__")
    };
    let by_hand = all.iter().filter(|path| !data(path));
    let long = by_hand.filter_map(|path| {
        let lines = fs::read_to_string(root().join(path)).ok()?.lines().count();
        (lines > MOST_LINES).then(|| format!("{path} has {lines} lines; split it below {MOST_LINES}"))
    });
    report(long.collect());
}

#[test]
fn modules_use_only_those_before_them() {
    let list = read("src/lib.rs");
    let lines = list.lines().filter_map(|line| line.trim().strip_prefix("pub mod "));
    let order: Vec<&str> = lines.filter_map(|rest| rest.split(';').next()).collect();
    let place = |name: &str| order.iter().position(|module| *module == name);
    let mut faults = Vec::new();
    for path in files(&["src"]).iter().filter(|path| path.ends_with(".rs") && !path.starts_with("src/bin/")) {
        let name = path["src/".len()..].trim_end_matches(".rs").split('/').next().unwrap_or_default();
        if name == "lib" {
            continue;
        }
        let Some(own) = place(name) else {
            faults.push(format!("{path} has no line in src/lib.rs"));
            continue;
        };
        for used in crate_modules(&code(path)) {
            if place(&used).is_some_and(|place| place > own) {
                faults.push(format!("{path} uses {used}, which stands after {name} in src/lib.rs"));
            }
        }
    }
    report(faults);
}

#[test]
fn names_of_the_browser_stand_in_one_file() {
    // The icons are drawn by a script under Node, which is no part of the extension.
    let others = |path: &String| path != "extension/shared/browser.js" && !path.starts_with("extension/icons/");
    let rest = scripts("extension").into_iter().filter(others);
    let faults = rest.flat_map(|path| {
        let code = code(&path);
        // That file's exports may go by its own name.
        let by_import = code.contains("import * as browser from \"../shared/browser.js\"");
        let globals = if by_import { &["chrome."][..] } else { &["chrome.", "browser."] };
        let named = globals.iter().filter(move |name| mentions(&code, name));
        named.map(|name| format!("{path} names {name}: ask shared/browser.js")).collect::<Vec<_>>()
    });
    report(faults.collect());
}

#[test]
fn only_the_draw_files_change_a_page() {
    let changes = [
        ".append(",
        ".prepend(",
        ".after(",
        ".before(",
        ".replaceChildren(",
        ".replaceWith(",
        ".insertBefore(",
        ".setAttribute(",
        ".removeAttribute(",
        ".toggleAttribute(",
        ".attachShadow(",
        ".classList",
        ".style.",
        ".textContent =",
    ];
    let rest = scripts("extension/content").into_iter().filter(|path| !path.starts_with("extension/content/draw"));
    let faults = rest.flat_map(|path| {
        let code = code(&path);
        let found = changes.iter().filter(move |change| code.contains(**change));
        found.map(|change| format!("{path} has {change}: only the draw files change a page")).collect::<Vec<_>>()
    });
    report(faults.collect());
}

#[test]
fn names_of_the_wasm_edge_stand_at_the_edge() {
    let rest = files(&["src"]).into_iter().filter(|path| path.ends_with(".rs") && !path.starts_with("src/wasm"));
    let faults = rest.flat_map(|path| {
        let code = code(&path);
        let named = ["wasm_bindgen", "js_sys", "web_sys"].into_iter().filter(move |name| mentions(&code, name));
        named.map(|name| format!("{path} names {name}: only src/wasm*.rs may")).collect::<Vec<_>>()
    });
    report(faults.collect());
}

#[test]
fn folders_of_the_extension_meet_only_in_shared() {
    let mut faults = Vec::new();
    for path in scripts("extension") {
        let folder = path.split('/').nth(1).unwrap_or_default();
        for from in imports(&code(&path)) {
            let Some(other) = from.strip_prefix("../").and_then(|rest| rest.split('/').next()) else { continue };
            let generated_or_data = matches!(other, "engine" | "sites");
            if (folder == "shared" || other != "shared") && !generated_or_data {
                faults.push(format!("{path} imports {from}: folders talk by message, and share by shared/"));
            }
        }
    }
    report(faults);
}

#[test]
fn nothing_is_made_from_markup_or_sent_away() {
    let forbidden = [
        ("innerHTML", "use shared/element.js"),
        ("outerHTML", "use shared/element.js"),
        ("insertAdjacentHTML", "use shared/element.js"),
        ("document.write", "use shared/element.js"),
        ("eval(", "nothing is code but code"),
        ("new Function", "nothing is code but code"),
        ("XMLHttpRequest", "nothing is sent"),
        ("sendBeacon", "nothing is sent"),
        ("WebSocket", "nothing is sent"),
    ];
    let mut faults = Vec::new();
    for path in [scripts("extension"), scripts("www")].concat() {
        let code = code(&path);
        for (name, instead) in forbidden {
            if mentions(&code, name) {
                faults.push(format!("{path} uses {name}: {instead}"));
            }
        }
        for call in code.split("fetch(").skip(1) {
            if !["address(", "new URL(\"engine/", "new URL(`_locales/"].iter().any(|own| call.starts_with(own)) {
                faults.push(format!("{path} fetches what may not be its own file"));
            }
        }
    }
    report(faults);
}

/// Whatever a mouse does, a key does too: code listens for clicks, which keys make as well.
#[test]
fn nothing_is_for_a_mouse_alone() {
    const MOUSE: [&str; 8] =
        ["\"mouse", "\"pointer", "\"touch", "\"dblclick\"", "\"auxclick\"", "\"contextmenu\"", "onmouse", "onpointer"];
    // There a page is kept from hearing what is done to a label.
    const KEPT: &str = "extension/content/draw-host.js";
    let mut faults = Vec::new();
    for path in scripts("extension").into_iter().chain(scripts("www")).filter(|path| path != KEPT) {
        for line in code(&path).lines().filter(|line| MOUSE.iter().any(|name| line.contains(name))) {
            // What shows while the mouse is over it shows while the keyboard is at it.
            if !line.contains("\"focusin\"") && !line.contains("\"focusout\"") {
                faults.push(format!("{path}: `{}` is for a mouse alone; listen for \"click\"", line.trim()));
            }
        }
    }
    report(faults);
}

#[test]
fn code_names_no_site() {
    let names: BTreeSet<String> = files(&["extension/sites"])
        .iter()
        .filter_map(|path| path.strip_prefix("extension/sites/")?.strip_suffix(".json").map(str::to_owned))
        .filter(|name| name.len() > 1 && name != "generic" && name != "schema")
        .collect();
    let all = [scripts("extension/content"), scripts("extension/background"), scripts("extension/shared")].concat();
    let faults = all.iter().flat_map(|path| {
        let code = code(path).to_lowercase();
        let named: Vec<_> = names.iter().filter(|name| code.contains(&format!("\"{name}"))).collect();
        named.into_iter().map(move |name| format!("{path} names {name}: site files hold what a site needs"))
    });
    report(faults.collect());
}

#[test]
fn lock_files_hold_no_addresses() {
    let npm = read("package-lock.json");
    assert!(!npm.contains("\"resolved\""), "package-lock.json: keep omit-lockfile-registry-resolved in .npmrc");
    assert!(!npm.contains("https://registry"), "package-lock.json names a registry");
    let exact = read("package.json").lines().any(|line| line.contains("\": \"^") || line.contains("\": \"~"));
    assert!(!exact, "package.json: versions are exact");
}

#[test]
fn documents_name_only_what_exists() {
    let mut faults = Vec::new();
    let documents = files(&["README.md", "ARCHITECTURE.md", "docs", "data", "extension", "training"]);
    for document in documents.iter().filter(|path| path.ends_with(".md")) {
        let folder = Path::new(document).parent().unwrap_or(Path::new(""));
        for path in paths_in(&read(document)) {
            // A table of a folder's parts names them without the folder.
            let bases = [Path::new(""), folder, Path::new("extension"), Path::new("tests")];
            let places = bases.map(|base| root().join(base).join(&path));
            if !path.starts_with("target/")
                && !path.starts_with("../shared")
                && !places.iter().any(|place| place.exists())
            {
                faults.push(format!("{document} names {path}, which is not there"));
            }
        }
    }
    report(faults);
}

#[test]
fn the_readme_opens_with_the_two_commands() {
    let readme = read("README.md");
    let top: Vec<&str> = readme.lines().take(14).map(str::trim).collect();
    for command in ["cargo xtask demo", "cargo xtask test"] {
        assert!(top.iter().any(|line| line.starts_with(command)), "{command} should stand at the top of README.md");
    }
    assert!(read("ARCHITECTURE.md").lines().count() <= 150, "ARCHITECTURE.md is longer than 150 lines");
}

#[test]
fn the_two_halves_of_wasm_bindgen_have_one_version() {
    let version = |file: &str, name: &str| {
        let text = read(file);
        let line = text.lines().find(|line| line.starts_with(&format!("{name} = "))).expect(name).to_owned();
        line.split('"').nth(1).expect("a version").to_owned()
    };
    assert_eq!(version("Cargo.toml", "wasm-bindgen"), version("xtask/Cargo.toml", "wasm-bindgen-cli-support"));
}

/// True where `name` stands in the code as a word of its own, not at the end of a longer one.
fn mentions(code: &str, name: &str) -> bool {
    let ends_a_word = |place: usize| {
        code[..place].chars().next_back().is_some_and(|before| before.is_alphanumeric() || "_$./\"'`-".contains(before))
    };
    code.match_indices(name).any(|(place, _)| !ends_a_word(place))
}

/// The modules that stand right after `crate::`, in a list in braces too.
fn crate_modules(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let inside = rest.strip_prefix('{').and_then(|list| list.split('}').next());
        for part in inside.unwrap_or(rest).split(',').take(if inside.is_some() { usize::MAX } else { 1 }) {
            let is_name = |sign: char| sign.is_alphanumeric() || sign == '_';
            found.push(part.trim_start().chars().take_while(|sign| is_name(*sign)).collect());
        }
    }
    found
}

fn imports(code: &str) -> Vec<String> {
    let after_from = code.split(" from \"").skip(1).filter_map(|rest| rest.split('"').next());
    after_from.map(str::to_owned).collect()
}

/// Words in backticks or links that look like a path: with a slash and an ending, or a folder.
fn paths_in(document: &str) -> Vec<String> {
    let ticked = document.split('`').skip(1).step_by(2);
    let linked = document.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let plain = |word: &&str| word.chars().all(|sign| sign.is_ascii_alphanumeric() || "._-/".contains(sign));
    let is_path = |word: &&str| {
        let (folder, name) = word.trim_end_matches('/').rsplit_once('/').unwrap_or(("", word));
        word.ends_with('/') || !folder.is_empty() && name.contains('.')
    };
    ticked
        .chain(linked)
        .filter(plain)
        .filter(is_path)
        .filter(|word| !word.starts_with('/'))
        .map(str::to_owned)
        .collect()
}
