//! Archives of every platform through `firebreak score --from`.

use serde_json::Value;

use super::process::{firebreak, lines, stderr};

fn archive(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/archives/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The ids and levels of an archive's posts, all of which must be sound.
fn levels(arguments: &[&str], name: &str) -> Vec<(String, String)> {
    let file = format!("tests/archives/{name}");
    let output = firebreak(&[&["score", "--rules", "--from"], arguments, &[&file]].concat(), "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_string);
    lines(&output).iter().map(|line| (word(&line["id"]), word(&line["level"]))).collect()
}

/// What people are shown, so that a test can see the text as it was judged.
fn shown(from: &str, input: &str) -> String {
    let output = firebreak(&["score", "--rules", "--from", from, "--pretty"], input);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(id, level)| (id.to_string(), level.to_string())).collect()
}

#[test]
fn telegram_one_chat() {
    let expected = [("1442203311/2", "none"), ("1442203311/3", "warning"), ("1442203311/5", "none")];
    assert_eq!(levels(&["telegram"], "telegram.json"), pairs(&expected));
    let text = shown("telegram", &archive("telegram.json"));
    assert!(text.contains("  Kill them all. See here\n"), "marked-up parts are joined: {text}");
}

#[test]
fn telegram_an_account_with_many_chats() {
    let expected = [("100200302/1", "none"), ("1442203399/1", "none"), ("7/1", "none")];
    assert_eq!(levels(&["telegram"], "telegram-account.json"), pairs(&expected));
    let text = shown("telegram", &archive("telegram-account.json"));
    assert!(text.contains("  First note\n"), "without \"text\" the parts speak: {text}");
}

#[test]
fn x_archive_new_old_and_long() {
    let expected = ["1859000000000000001", "1859000000000000002", "1859000000000000003"];
    let found = levels(&["x"], "tweets.js");
    assert_eq!(found.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), expected);
    assert_eq!(found[1].1, "warning");
    let text = shown("x", &archive("tweets.js"));
    assert!(text.contains("  Fish & chips at <Mill Road>, as in &lt;b&gt;\n"), "unescaped once: {text}");
    assert!(text.contains("\n  Kill them all.\n"), "without RT and name: {text}");
    assert!(shown("x", &archive("note-tweet.js")).contains("  A long post, in full & in one piece.\n"));
}

#[test]
fn mastodon_html_becomes_the_words_on_the_page() {
    let post = "https://social.example/users/sam/statuses/";
    let expected = pairs(&[(&format!("{post}1"), "none"), (&format!("{post}3"), "warning")]);
    assert_eq!(levels(&["mastodon"], "outbox.json"), expected);
    let text = shown("mastodon", &archive("outbox.json"));
    let words = "  Soup & bread at #MillRoad from nine. Bring friends: https://example.org/a/long/address\n";
    assert!(text.contains(words), "{text}");
    assert!(text.contains("  Angry words Kill them all.\n"), "the warning above is part of the post: {text}");
}

#[test]
fn a_long_html_post_is_not_broken_into_lines() {
    let words = "We went to the market and came home again. ".repeat(200);
    let html = format!("<p>{words}</p><p>Kill them all.</p>");
    let note = serde_json::json!({ "id": "n", "type": "Note", "content": html });
    let outbox = serde_json::json!({ "orderedItems": [{ "type": "Create", "object": note }] });
    let output = firebreak(&["score", "--rules", "--from", "mastodon"], &outbox.to_string());
    // A span points into the text: two line breaks between the paragraphs, none within the words.
    let spans = &lines(&output)[0]["labels"][0]["spans"][0];
    assert_eq!(spans["start"].as_u64(), Some(words.trim_end().len() as u64 + 2), "{spans}");
}

#[test]
fn bluesky_records_feeds_and_streams() {
    let expected = [
        ("at://did:plc:aaa/app.bsky.feed.post/3k1", "none"),
        ("at://did:plc:bbb/app.bsky.feed.post/3k3", "warning"),
        ("at://did:plc:ccc/app.bsky.feed.post/3k7", "none"),
        ("null", "none"),
    ];
    assert_eq!(levels(&["bluesky"], "bluesky.jsonl"), pairs(&expected));
}

#[test]
fn csv_columns_by_name_and_by_number() {
    let expected = pairs(&[("1", "none"), ("2", "warning"), ("3", "none")]);
    assert_eq!(levels(&["csv", "--text", "body"], "posts.csv"), expected);
    assert_eq!(levels(&["csv", "--text", "3", "--id", "ID"], "posts.csv"), expected);
    let semicolons = "\u{feff}text;who\nKill them all.;x\n";
    let output = firebreak(&["score", "--rules", "--from", "csv", "--delimiter", ";"], semicolons);
    assert_eq!(lines(&output)[0]["level"], "warning");
    assert!(lines(&output)[0]["id"].is_null());
}

#[test]
fn csv_without_the_column_says_which_there_are() {
    let output = firebreak(&["score", "--rules", "--from", "csv", "tests/archives/posts.csv"], "");
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(said.contains("posts.csv") && said.contains("id, when, body") && said.contains("--text"), "{said}");
}

#[test]
fn files_are_read_one_after_another_and_named() {
    let folder = super::process::Folder::new("several");
    let (good, bad) = (folder.file("good.jsonl", "{\"id\":1,\"text\":\"a\"}\n"), folder.file("bad.jsonl", "\n[]\n"));
    let output = firebreak(&["score", "--rules", &good, &bad, &good], "");
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output);
    assert_eq!((found.len(), &found[1]["file"], &found[1]["line"]), (3, &Value::from(bad.as_str()), &Value::from(2)));
    assert!(stderr(&output).starts_with(&format!("{bad}:2: ")), "{}", stderr(&output));
}

#[test]
fn a_missing_file_is_said_before_any_work() {
    let output = firebreak(&["score", "tests/archives/bluesky.jsonl", "no-such-file"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && stderr(&output).contains("no-such-file"));
}
