mod archives; // every platform's export
mod broken; // and how it goes wrong
mod evidence; // cards: checked and printed
mod process; // the command line as a process
mod resume; // work that was cut off

use process::{firebreak, lines};

#[test]
fn reports_come_in_the_order_of_the_posts() {
    let input: String = (0..5000).map(|id| format!("{{\"id\":{id},\"text\":\"post {id}\",\"other\":[1]}}\n")).collect();
    let output = firebreak(&["score", "--rules"], &input);
    assert!(output.status.success());
    let ids: Vec<u64> = lines(&output).iter().map(|line| line["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..5000).collect::<Vec<_>>());
}

#[test]
fn a_bad_line_is_named_and_the_rest_is_scored() {
    let output =
        firebreak(&["score"], "{\"id\":1,\"text\":\"a\"}\nnot json\n\n{\"id\":2}\n{\"id\":\"x\",\"text\":\"b\"}");
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines.len(), 4);
    assert_eq!((lines[1]["line"].as_u64(), lines[2]["line"].as_u64()), (Some(2), Some(4)));
    assert!(lines[1]["error"].is_string() && lines[2]["error"].as_str().unwrap().contains("text"));
    assert_eq!(lines[3]["id"], "x");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("standard input:2: ") && errors.contains("standard input:4: "), "{errors}");
}

#[test]
fn lone_surrogates_in_json_are_a_bad_line_and_not_a_crash() {
    let output = firebreak(&["score"], "{\"id\":1,\"text\":\"\\ud800\"}\n{\"id\":2,\"text\":\"fine\"}\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output)[1]["id"], 2);
}

#[test]
fn the_gate_says_which_posts_the_language_model_would_read() {
    let input: String = [
        "They are vermin, all of them.",
        "New recipe on my blog: leek soup with potatoes and a lot of butter.",
        "Somebody ought to pay that house a visit tonight.",
        "Thanks to everybody who came to the cake sale.",
    ]
    .iter()
    .map(|text| format!("{{\"id\":0,\"text\":\"{text}\"}}\n"))
    .collect();
    let [rules, gate, reader] =
        [&["score", "--rules"][..], &["score", "--gate"], &["score"]].map(|way| lines(&firebreak(way, &input)));
    let of = |reports: &[serde_json::Value]| reports.iter().map(|report| report["reader"].clone()).collect::<Vec<_>>();
    assert_eq!(of(&gate)[..2], ["absent", "not-asked"]);
    for ((rules, gate), reader) in rules.iter().zip(&gate).zip(&reader) {
        assert_eq!(rules["labels"], gate["labels"]);
        assert_eq!(gate["reader"] == "absent", reader["reader"] == "read", "{gate}");
    }
}

#[test]
fn wrong_use_says_how_it_is_used() {
    for arguments in [&["scroe"][..], &["score", "--preety"], &["score", "no-such-file"], &["check", "no-such-folder"]]
    {
        let output = firebreak(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn help_is_given_wherever_it_is_asked_for() {
    for arguments in [&["--help"][..], &["help"], &["score", "--help"], &["verify", "-h"]] {
        let output = firebreak(arguments, "");
        assert!(
            output.status.success() && process::stdout(&output).contains("usage: firebreak score"),
            "{arguments:?}"
        );
    }
}

#[test]
fn people_get_words() {
    let output = firebreak(&["score", "--pretty"], "{\"id\":\"p1\",\"text\":\"Kill them all.\"}\n");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("Calls for violence") && text.contains("words: “Kill them"), "{text}");
    assert!(text.contains("not checked for truth"));
}

#[test]
fn the_reader_has_one_line_of_the_sum_and_rules_judge_alone_when_asked_to() {
    let post = "{\"id\":1,\"text\":\"They are vermin, every last Muslim on this street. Vermin.\"}\n";
    let line = |arguments: &[&str]| String::from_utf8_lossy(&firebreak(arguments, post).stdout).into_owned();
    assert!(!line(&["score", "--rules"]).contains("language model"));
    let judged = line(&["score"]);
    assert!(judged.contains("language model") && judged.contains("dehumanising"), "{judged}");
}
