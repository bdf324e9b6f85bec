//! Work that was cut off goes on where it stopped, and only there.

use super::process::{Folder, firebreak, stderr};

/// Posts and faults, more than one batch.
fn posts() -> String {
    let line = |id| if id % 97 == 5 { "{}\n".into() } else { format!("{{\"id\":{id},\"text\":\"Post {id}\"}}\n\n") };
    (0..700).map(line).collect()
}

#[test]
fn an_output_cut_anywhere_is_completed() {
    let folder = Folder::new("cut");
    let (input, whole) = (folder.file("posts.jsonl", posts()), folder.path("whole.jsonl"));
    assert_eq!(firebreak(&["score", "--rules", "--out", &whole, &input], "").status.code(), Some(1));
    let expected = std::fs::read(&whole).unwrap();
    for cut in [0, 1, 90, expected.len() / 2, expected.len() - 1, expected.len()] {
        let out = folder.file("cut.jsonl", &expected[..cut]);
        let output = firebreak(&["score", "--rules", "--out", &out, "--resume", &input], "");
        assert_eq!(output.status.code(), Some(1), "faults passed over count: {}", stderr(&output));
        assert!(std::fs::read(&out).unwrap() == expected, "cut at {cut}");
    }
}

#[test]
fn resuming_without_a_file_begins_one() {
    let folder = Folder::new("none");
    let out = folder.path("out.jsonl");
    let output = firebreak(&["score", "--rules", "--out", &out, "--resume"], "{\"id\":1,\"text\":\"a\"}\n");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(std::fs::read_to_string(out).unwrap().lines().count(), 1);
}

#[test]
fn nothing_is_written_over() {
    let folder = Folder::new("over");
    let out = folder.file("out.jsonl", "precious");
    let output = firebreak(&["score", "--rules", "--out", &out], "{\"id\":1,\"text\":\"a\"}\n");
    assert!(output.status.code() == Some(2) && stderr(&output).contains("--resume"), "{}", stderr(&output));
    assert_eq!(std::fs::read_to_string(out).unwrap(), "precious");
}

#[test]
fn an_output_of_another_input_or_version_is_left_alone() {
    let folder = Folder::new("other");
    let input = "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}\n";
    let report = |id: &str, rules: &str| {
        format!("{{\"id\":{id},\"engine\":\"0.1.0\",\"rules\":\"{rules}\",\"reader\":\"absent\"}}\n")
    };
    let cases = [
        (report("7", "x"), "is not what this input gives"),
        (report("1", "x"), "rules x"),
        ("what?\n".into(), "is no report"),
        (report("1", "x").repeat(3), "1 lines more"),
    ];
    for (content, why) in cases {
        let out = folder.file("out.jsonl", &content);
        let output = firebreak(&["score", "--rules", "--out", &out, "--resume"], input);
        assert!(output.status.code() == Some(2) && stderr(&output).contains(why), "{}", stderr(&output));
        assert_eq!(std::fs::read_to_string(out).unwrap(), content);
    }
}

#[test]
fn reports_of_rules_gate_and_language_model_are_not_mixed() {
    let folder = Folder::new("mixed");
    // The last post that is cut off is one that rules and gate pass over: the line before it tells who judged.
    let posts = folder.file(
        "posts.jsonl",
        "{\"id\":1,\"text\":\"They are vermin, all of them.\"}\n{\"id\":2,\"text\":\"New recipe on my blog: leek soup with potatoes and a lot of butter.\"}\n{\"id\":3,\"text\":\"a\"}\n",
    );
    let (reader, gate, rules): (&[&str], &[&str], &[&str]) = (&["score"], &["score", "--gate"], &["score", "--rules"]);
    for (way, other) in [(reader, rules), (rules, reader), (reader, gate), (gate, reader), (gate, rules)] {
        let whole = folder.path("whole.jsonl");
        assert!(firebreak(&[way, &["--out", &whole, &posts]].concat(), "").status.success());
        let lines = std::fs::read_to_string(&whole).unwrap();
        std::fs::remove_file(&whole).unwrap();
        let begun: String = lines.split_inclusive('\n').take(2).collect();
        let out = folder.file("begun.jsonl", &begun);
        let resume = |way: &[&str]| firebreak(&[way, &["--resume", "--out", &out, &posts]].concat(), "");
        let refused = resume(other);
        assert!(refused.status.code() == Some(2) && stderr(&refused).contains("continue it"), "{}", stderr(&refused));
        assert_eq!(std::fs::read_to_string(&out).unwrap(), begun);
        assert!(resume(way).status.success());
        assert_eq!(std::fs::read_to_string(&out).unwrap(), lines);
    }
}

#[test]
fn options_that_make_no_sense_together_are_refused() {
    for arguments in [
        &["--gate"][..],
        &["--resume"],
        &["--resume", "--out", "x", "--pretty"],
        &["--text", "body"],
        &["--from", "csv", "--delimiter", "no"],
        &["--from", "myspace"],
        &["--threads", "0"],
    ] {
        let output = firebreak(&[&["score", "--rules"], arguments].concat(), "");
        assert!(output.status.code() == Some(2) && stderr(&output).contains("usage:"), "{arguments:?}");
    }
}
