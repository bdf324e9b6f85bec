//! Archives that are broken as real files are: what is wrong is named by file and line, and the rest is scored.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::process::{Folder, firebreak, lines, stderr};

/// A Telegram export of so many messages, one value a line as Telegram prints it.
fn export(messages: usize) -> String {
    let message = |id| json!({ "id": id, "type": "message", "text": ["Post ", { "type": "bold", "text": "{[\"" }] });
    let messages: Vec<Value> = (1..=messages).map(message).collect();
    serde_json::to_string_pretty(&json!({ "id": 5, "messages": messages })).unwrap()
}

/// Which messages were scored and which lines were named.
fn outcome(input: &str) -> (Vec<String>, Vec<u64>) {
    let output = firebreak(&["score", "--rules", "--from", "telegram"], input);
    let found = lines(&output);
    let faults: Vec<u64> = found.iter().filter_map(|line| line["line"].as_u64()).collect();
    assert_eq!(output.status.code(), Some(i32::from(!faults.is_empty())), "{}", stderr(&output));
    for line in &faults {
        assert!(stderr(&output).contains(&format!("standard input:{line}: ")), "{}", stderr(&output));
    }
    (found.iter().filter_map(|line| line["id"].as_str().map(str::to_string)).collect(), faults)
}

fn ids(wanted: &[u32]) -> Vec<String> {
    wanted.iter().map(|id| format!("5/{id}")).collect()
}

#[test]
fn a_whole_export_has_no_faults() {
    assert_eq!(outcome(&export(4)), (ids(&[1, 2, 3, 4]), vec![]));
}

#[test]
fn a_missing_quotation_mark_costs_one_message() {
    let broken = export(4).replacen("\"id\": 2,", "\"id: 2,", 1);
    let line = 1 + broken[..broken.find("\"id: 2").unwrap()].matches('\n').count() as u64;
    assert_eq!(outcome(&broken), (ids(&[1, 3, 4]), vec![line]));
}

#[test]
fn a_missing_brace_costs_one_message() {
    let whole = export(4);
    let end = whole.match_indices("    },\n").nth(1).unwrap().0;
    let (scored, faults) = outcome(&format!("{}{}", &whole[..end], &whole[end + "    },\n".len()..]));
    assert_eq!((scored, faults.len()), (ids(&[1, 3, 4]), 1));
}

#[test]
fn a_stray_brace_costs_nothing_but_is_said() {
    let broken = export(3).replacen("    },\n", "    }},\n", 1);
    let (scored, faults) = outcome(&broken);
    assert_eq!((scored, faults.len()), (ids(&[1, 2, 3]), 1));
}

#[test]
fn a_value_of_the_wrong_kind_is_named_by_its_line() {
    let output = firebreak(
        &["score", "--rules", "--from", "telegram"],
        "{\"messages\": [\n1,\n\"two\",\n{\"id\":3,\"text\":\"x\"},null\n]}",
    );
    let found = lines(&output);
    assert_eq!(found.iter().map(|line| line["line"].as_u64()).collect::<Vec<_>>(), [Some(2), Some(3), None, Some(4)]);
    assert_eq!(found[2]["id"], 3);
    assert!(found[0]["error"].as_str().unwrap().contains("\"text\""), "{}", found[0]);
}

#[test]
fn a_file_of_another_kind_is_an_error_and_not_an_empty_success() {
    for (from, input) in [("telegram", "{\"chats\":1}"), ("mastodon", "[]"), ("x", "window.YTD = 1"), ("telegram", "")]
    {
        let output = firebreak(&["score", "--rules", "--from", from], input);
        assert_eq!(output.status.code(), Some(1), "{from} {input}");
        assert!(stderr(&output).contains("--from"), "{}", stderr(&output));
    }
}

#[test]
fn a_post_without_an_end_is_given_up_before_it_fills_the_memory() {
    let endless = format!("{{\"messages\":[{{\"id\":1,\"text\":\"fine\"}},{{\"text\":\"{}", "a".repeat(17 << 20));
    let (scored, faults) = outcome(&endless);
    assert_eq!((scored.len(), faults), (0, vec![1]));
    let long_line = format!("{{\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"next\"}}\n", "a".repeat(17 << 20));
    let output = firebreak(&["score", "--rules"], &long_line);
    assert_eq!((lines(&output)[0]["line"].as_u64(), &lines(&output)[1]["id"]), (Some(1), &Value::from(2)));
}

#[test]
fn rows_that_do_not_fit_are_named_and_the_rest_is_scored() {
    let folder = Folder::new("rows");
    let file = folder.file("bad.csv", b"id,text\n1,a\n2\n3,b,c\n4,\xff\n5,\"two\nlines\"\n6,z\n");
    let output = firebreak(&["score", "--rules", "--from", "csv", &file], "");
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output);
    assert_eq!(found.iter().filter_map(|line| line["line"].as_u64()).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(found.iter().filter_map(|line| line["id"].as_str()).collect::<Vec<_>>(), ["1", "5", "6"]);
    assert!(stderr(&output).contains("bad.csv:3: 1 cells where the first line names 2"), "{}", stderr(&output));
}

#[test]
fn other_faults_of_each_format_name_what_is_missing() {
    let cases = [
        ("x", "[\n{\"tweet\":{\"id_str\":\"1\"}}]", "full_text"),
        ("x", "[\n{\"like\":{}}]", "no post"),
        ("mastodon", "{\"orderedItems\":[\n{\"type\":\"Create\",\"object\":{\"id\":\"a\"}}]}", "content"),
        ("bluesky", "\n{\"$type\":\"app.bsky.feed.post\"}", "text"),
        ("bluesky", "\n{\"text\":\"who knows\"}", "$type"),
    ];
    for (from, input, missing) in cases {
        let output = firebreak(&["score", "--rules", "--from", from], input);
        let said = stderr(&output);
        assert!(output.status.code() == Some(1) && said.contains("input:2: ") && said.contains(missing), "{said}");
    }
}

/// A process a case is slow, so there are few cases of many texts each.
fn few() -> ProptestConfig {
    ProptestConfig::with_cases(3)
}

proptest! {
    #![proptest_config(few())]

    /// Whatever the words, and however the JSON is laid out, each message is judged as the line of JSON Lines is.
    #[test]
    fn the_same_words_get_the_same_report_from_every_format(
        texts in prop::collection::vec("\\PC{1,40}[a-z]", 100),
        indented: bool,
    ) {
        let posts: Vec<Value> =
            texts.iter().enumerate().map(|(at, text)| json!({ "id": at, "text": text })).collect();
        let jsonl: String = posts.iter().map(|post| format!("{post}\n")).collect();
        let account = json!({ "messages": posts });
        let telegram = if indented { serde_json::to_string_pretty(&account).unwrap() } else { account.to_string() };
        let plain = firebreak(&["score", "--rules"], &jsonl);
        let exported = firebreak(&["score", "--rules", "--from", "telegram"], &telegram);
        prop_assert_eq!(lines(&plain), lines(&exported));
    }

    /// Any bytes come to an end, with an exit status and lines of JSON.
    #[test]
    fn anything_at_all_comes_to_an_end(
        inputs in prop::collection::vec("([\\[\\]{}\",:\\\\ \n a1]|\"messages\":|\"orderedItems\":){0,60}", 100),
    ) {
        let folder = Folder::new("anything");
        let name = |(at, input): (usize, &String)| folder.file(&at.to_string(), format!("text,id\n{input}"));
        let files: Vec<String> = inputs.iter().enumerate().map(name).collect();
        for from in ["telegram", "x", "mastodon", "bluesky", "csv", "jsonl"] {
            let mut arguments = vec!["score", "--rules", "--from", from];
            arguments.extend(files.iter().map(String::as_str));
            let output = firebreak(&arguments, "");
            prop_assert!(matches!(output.status.code(), Some(0..=1)), "{}", stderr(&output));
            lines(&output);
        }
    }
}
