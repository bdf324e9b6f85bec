//! Evidence cards: checked against their hashes and printed.

use serde_json::{Value, json};

use super::process::{Folder, firebreak, stderr, stdout};

const EXAMPLE: &str = include_str!("../../evidence/example.jsonld");
const MANIFEST: &str = include_str!("../../evidence/example.manifest.json");
const FIRST: &str = "urn:uuid:6f9f2c1e-3c5b-4c1d-9a53-0d8a2c1b7e01";
const SECOND: &str = "urn:uuid:6f9f2c1e-3c5b-4c1d-9a53-0d8a2c1b7e02";

/// What is said of an export whose bytes were changed, judging aside: the exit status, and a card's line by its id.
fn hashes(folder: &Folder, export: &str) -> (Option<i32>, String) {
    folder.file("example.manifest.json", MANIFEST);
    let file = folder.file("example.jsonld", export);
    let output = firebreak(&["verify", "--hashes", &file], "");
    (output.status.code(), stdout(&output) + &stderr(&output))
}

/// What is said of one card.
fn of<'s>(said: &'s str, id: &str) -> &'s str {
    let line = said.lines().find(|line| line.contains(id)).unwrap_or_else(|| panic!("nothing of {id} in {said}"));
    line.split_once(&format!("{id}: ")).unwrap().1
}

/// The first words that the example marks, and the character at which they begin.
fn first_mark() -> (String, u64) {
    let file: Value = serde_json::from_str(EXAMPLE).unwrap();
    let selector = &file["cards"][0]["annotations"][0]["target"][0]["selector"];
    (selector[0]["exact"].as_str().unwrap().into(), selector[1]["start"].as_u64().unwrap())
}

/// The example with its report as this version makes it, so that judging again finds nothing.
fn of_today() -> Value {
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    let engine = firebreak::engine::Engine::builtin();
    let card = &mut file["cards"][1];
    card["post"]["text"] = "A quiet evening on Mill Road.".into();
    card["post"]["sha256"] = "sha256:3953a1e15ccc09710332c708512f8ebf03d39c98d578a80cea516b9ad089f47c".into();
    card["report"] = serde_json::to_value(engine.judge("A quiet evening on Mill Road.")).unwrap();
    card["annotations"] = json!([]);
    file["cards"] = json!([card.clone()]);
    file
}

#[test]
fn the_example_is_as_it_was_with_and_without_its_manifest() {
    for name in ["example.jsonld", "example.manifest.json"] {
        let output = firebreak(&["verify", "--hashes", &format!("tests/evidence/{name}")], "");
        let said = stdout(&output);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert_eq!((of(&said, FIRST), of(&said, SECOND)), ("unchanged", "unchanged"));
        assert!(said.contains("example.jsonld:17: ") && said.contains("the bytes that the manifest names"), "{said}");
    }
    let folder = Folder::new("alone");
    let output = firebreak(&["verify", "--hashes", &folder.file("alone.jsonld", EXAMPLE)], "");
    assert!(output.status.success() && stdout(&output).contains("no manifest beside it"));
}

#[test]
fn the_example_is_judged_as_today() {
    let output = firebreak(&["verify", "tests/evidence/example.jsonld"], "");
    assert_eq!(
        output.status.code(),
        Some(0),
        "the example shows reports of other rules or another model: `cargo xtask renew-example` makes it anew\n{}",
        stdout(&output) + &stderr(&output)
    );
}

#[test]
fn one_changed_byte_names_its_card_and_no_other() {
    let folder = Folder::new("byte");
    // Which words are marked is for the rules of the day to say.
    let (exact, start) = first_mark();
    let changes = [
        ("Those people are vermin 🐀, every", "Those people are vermin 🐁, every", SECOND, "text changed"),
        ("\"views\": 1200000", "\"views\": 1300000", FIRST, "changed since the manifest"),
        (&format!("\"exact\": \"{exact}"), "\"exact\": \"Everybody met", FIRST, "marked words changed"),
        (&format!("\"start\": {start},"), "\"start\": 1,", FIRST, "marked words changed"),
        ("DUlEQVR42mP8", "DUlEQVR42mP9", FIRST, "picture changed"),
    ];
    for (was, now, card, change) in changes {
        assert!(EXAMPLE.contains(was), "{was}");
        let (status, said) = hashes(&folder, &EXAMPLE.replacen(was, now, 1));
        assert_eq!(status, Some(1), "{said}");
        assert!(of(&said, card).contains(change) && of(&said, card).contains("changed since the manifest"), "{said}");
        assert_eq!(of(&said, if card == FIRST { SECOND } else { FIRST }), "unchanged", "{said}");
        assert!(said.contains("not the bytes that the manifest names"), "{said}");
    }
}

#[test]
fn a_text_changed_together_with_its_hash_is_found_by_the_manifest() {
    let folder = Folder::new("both");
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    file["cards"][1]["post"]["sha256"] = file["cards"][0]["post"]["sha256"].clone();
    file["cards"][1]["post"]["text"] = file["cards"][0]["post"]["text"].clone();
    let (status, said) = hashes(&folder, &file.to_string());
    assert!(status == Some(1) && of(&said, SECOND).starts_with("text changed"), "{said}");
}

#[test]
fn other_spacing_and_order_change_the_file_but_no_card() {
    let folder = Folder::new("spacing");
    // serde_json sorts the fields, so that the version comes after the cards.
    let (status, said) = hashes(&folder, &serde_json::from_str::<Value>(EXAMPLE).unwrap().to_string());
    assert_eq!((status, of(&said, FIRST), of(&said, SECOND)), (Some(1), "unchanged", "unchanged"), "{said}");
    assert!(said.contains("not the bytes"), "{said}");
}

#[test]
fn cards_missing_and_added_are_named() {
    let folder = Folder::new("missing");
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    file["cards"][0]["id"] = "urn:uuid:new".into();
    let (status, said) = hashes(&folder, &file.to_string());
    assert_eq!(status, Some(1));
    assert!(of(&said, "urn:uuid:new").starts_with("added") && of(&said, FIRST).starts_with("missing"), "{said}");
}

#[test]
fn a_broken_card_is_named_by_its_line_and_the_rest_is_checked() {
    let folder = Folder::new("broken");
    for broken in [
        EXAMPLE.replacen("\"partial\": false,", "\"partial\": maybe,", 1),
        EXAMPLE.replacen("\"partial\": false,", "", 1),
    ] {
        let (status, said) = hashes(&folder, &broken);
        assert_eq!((status, of(&said, SECOND)), (Some(2), "unchanged"), "{said}");
        assert!(said.contains("example.jsonld:3") || said.contains("example.jsonld:4"), "{said}");
        assert!(said.contains("docs/evidence.md") && of(&said, FIRST).starts_with("missing"), "{said}");
    }
}

#[test]
fn what_is_no_file_of_cards_is_refused_with_the_reason() {
    let folder = Folder::new("refused");
    let cases = [
        (EXAMPLE.replace("firebreak-evidence/1", "firebreak-evidence/2"), "firebreak-evidence/2"),
        ("{}".into(), "version"),
        ("not json".into(), "cards"),
    ];
    for (content, why) in cases {
        let output = firebreak(&["verify", "--hashes", &folder.file("x.jsonld", content)], "");
        assert!(output.status.code() == Some(2) && stderr(&output).contains(why), "{}", stderr(&output));
    }
    let escape = MANIFEST.replace("example.jsonld", "../example.jsonld");
    let output = firebreak(&["verify", "--hashes", &folder.file("x.manifest.json", escape)], "");
    assert!(output.status.code() == Some(2) && stderr(&output).contains("plain file name"), "{}", stderr(&output));
    for arguments in [&["verify"][..], &["verify", "no-such-file"], &["report"], &["report", "--what"]] {
        assert_eq!(firebreak(arguments, "").status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn an_export_of_another_form_is_checked_by_its_bytes() {
    let folder = Folder::new("csv");
    let csv = folder.file("cards.csv", "id,text\n");
    let sha256 = "sha256:3d957d6d3b4b9e1a200394ef08cac6c65216f33c2b7e58cfb41570892ac4df9e";
    let files = json!([{ "name": "cards.csv", "bytes": 8, "sha256": sha256 }]);
    let manifest = json!({ "version": "firebreak-manifest/1", "exported": "x", "files": files, "cards": [] });
    let manifest = folder.file("cards.manifest.json", manifest.to_string());
    for argument in [&csv, &manifest] {
        assert_eq!(firebreak(&["verify", argument], "").status.code(), Some(0));
    }
    folder.file("cards.csv", "id,texts");
    assert_eq!(firebreak(&["verify", &csv], "").status.code(), Some(1));
}

#[test]
fn judging_again_says_what_differs_and_how() {
    let folder = Folder::new("again");
    let mut file = of_today();
    let path = folder.path("today.jsonld");
    let verify = |file: &Value| {
        std::fs::write(&path, file.to_string()).unwrap();
        let output = firebreak(&["verify", &path], "");
        (output.status.code(), stdout(&output) + &stderr(&output))
    };
    let (status, said) = verify(&file);
    assert_eq!((status, of(&said, SECOND)), (Some(0), "unchanged"), "{said}");
    file["cards"][0]["report"]["level"] = "warning".into();
    file["cards"][0]["report"]["rules"] = "00000000".into();
    let (status, said) = verify(&file);
    assert_eq!(status, Some(1));
    let expected = "judged differently by this version (";
    assert!(of(&said, SECOND).starts_with(expected) && said.contains("level warning → none"), "{said}");
}

#[test]
fn a_card_judged_by_the_rules_alone_is_judged_so_again() {
    let folder = Folder::new("alone-again");
    let mut file = of_today();
    let engine = firebreak::engine::Engine::builtin();
    let mut whole = firebreak::engine::Engine::builtin();
    let model = |name: &str| std::fs::read(format!("{}/data/models/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    whole.load_gate(&model("gate.bin")).unwrap();
    whole.load_reader(&model("reader.bin")).unwrap();
    // A text of which the model thinks otherwise than the rules, whatever today's rules are.
    let differs = |text: &&str| engine.judge(text).labels != whole.judge(text).labels;
    let texts = ["They are vermin, all of them.", "Those people are vermin, every one.", "Kill them all tonight."];
    let text = texts.into_iter().find(differs).expect("the model leaves its line in the sum");
    let card = &mut file["cards"][0];
    card["post"]["text"] = text.into();
    card["report"] = serde_json::to_value(engine.judge(text)).unwrap();
    let path = folder.file("alone.jsonld", file.to_string());
    let said = stdout(&firebreak(&["verify", &path], ""));
    assert!(!said.contains("judged differently by"), "{said}");
    file["cards"][0]["report"]["reader"] = "read".into();
    let path = folder.file("read.jsonld", file.to_string());
    let said = stdout(&firebreak(&["verify", &path], ""));
    assert!(said.contains("judged differently by"), "{said}");
}

#[test]
fn a_report_shows_page_text_as_text_only() {
    let folder = Folder::new("page");
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    let evil = "</blockquote><script>alert(1)</script><img src=x onerror=alert(2)>\" '";
    let card = &mut file["cards"][1];
    card["post"]["text"] = evil.into();
    for (part, field) in
        [("post", "author"), ("post", "handle"), ("post", "time"), ("page", "title"), ("report", "level")]
    {
        card[part][field] = evil.into();
    }
    card["post"]["permalink"] = "javascript:alert(3)".into();
    card["report"]["labels"][0]["spans"] = json!([{ "start": 5, "end": 4_000_000_000u32 }, { "start": 9, "end": 2 }]);
    card["screenshot"] = json!({ "taken": evil, "sha256": evil, "data": "https://example.org/x.png" });
    let output = firebreak(&["report", &folder.file("evil.jsonld", file.to_string())], "");
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(!page.contains("<script") && !page.contains("<img src=x") && !page.contains("href=\"javascript"), "{page}");
    assert!(!page.contains("example.org") && page.contains("default-src 'none'"));
    assert!(page.contains("Not as it was kept: text changed, marked words changed, picture changed."), "{page}");
    assert!(page.contains(&format!("<mark>{}</mark>", first_mark().0)) && page.contains("1,200,000 views"), "{page}");
}

#[test]
fn a_report_goes_on_without_a_broken_card_and_never_over_a_file() {
    let folder = Folder::new("out");
    let broken = folder.file("broken.jsonld", EXAMPLE.replacen("\"partial\": false,", "", 1));
    let out = folder.path("cards.html");
    let output = firebreak(&["report", "--out", &out, &broken], "");
    assert!(output.status.code() == Some(1) && stderr(&output).contains("broken.jsonld:"), "{}", stderr(&output));
    assert!(std::fs::read_to_string(&out).unwrap().contains(SECOND));
    assert_eq!(firebreak(&["report", "--out", &out, &broken], "").status.code(), Some(2));
}
