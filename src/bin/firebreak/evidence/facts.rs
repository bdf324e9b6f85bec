//! What a card holds besides words and labels, as pairs of a name and a value (as extension/panel/facts-of.js).

use super::card::{Card, Counts};
use super::words::Words;

pub fn facts(card: &Card, words: &Words) -> Vec<(String, String)> {
    let Card { id, captured, page, post, thread, report, screenshot, .. } = card;
    let handle = post.handle.as_deref().filter(|handle| !handle.is_empty()).map(|handle| format!("@{handle}"));
    let author = post.author.clone().filter(|author| !author.is_empty());
    let by: Vec<String> = author.into_iter().chain(handle).map(isolated).collect();
    let listed = |items: &[String], between: &str| Some(items.join(between)).filter(|list| !list.is_empty());
    let thread: Vec<String> = thread.iter().map(|category| category.id().to_string()).collect();
    let page = if page.title.is_empty() { page.url.clone() } else { format!("{} ({})", page.title, page.url) };
    let facts = [
        ("fact_author", listed(&by, " ")),
        ("fact_time", post.time.clone()),
        ("fact_reach", listed(&reach(&post.counts, words), " · ")),
        ("fact_media", listed(&post.media, "; ")),
        ("fact_permalink", post.permalink.clone()),
        ("fact_page", Some(page)),
        ("fact_captured", Some(captured.clone())),
        ("fact_partial", post.partial.then(|| words.of("card_partial"))),
        ("fact_thread", listed(&thread, ", ")),
        ("fact_hash", Some(post.sha256.clone())),
        ("fact_screenshot", screenshot.as_ref().map(|picture| picture.sha256.clone())),
        ("fact_versions", Some(words.with("card_versions", &[&report.engine, &report.rules]))),
        ("fact_reader", report.reader.map(|reader| words.named("reader", reader.id()))),
        ("fact_card", Some(id.clone())),
    ];
    facts.into_iter().filter_map(|(key, value)| value.map(|value| (words.of(key), value))).collect()
}

/// Set apart for the order of writing, so that a name in Arabic does not move the signs of the handle beside it.
fn isolated(name: String) -> String {
    format!("\u{2068}{name}\u{2069}")
}

/// What the page shows, in the order of how much it says.
fn reach(counts: &Counts, words: &Words) -> Vec<String> {
    let shown =
        [("views", counts.views), ("reposts", counts.reposts), ("replies", counts.replies), ("likes", counts.likes)];
    shown.into_iter().filter_map(|(name, number)| number.map(|number| counted(name, number, words))).collect()
}

fn counted(name: &str, number: u64, words: &Words) -> String {
    let form = if number == 1 { "one" } else { "other" };
    words.with(&format!("reach_{name}_{form}"), &[&grouped(number)])
}

/// A number as English writes it: 1,200,000.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
