//! Cards as one HTML page that opens without network and runs nothing. Its articles are those of the extension's own
//! export (extension/panel/export-html.js), in the same words and the same style; around them stand a list of the
//! cards, a warning on those that are not as they were, and what paper needs.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::card::{Card, Label};
use super::changes::Change;
use super::facts::facts;
use super::words::Words;

const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
const LOOK: &str = include_str!("../../../../extension/panel/export.css");
const PAPER: &str = include_str!("page.css");
/// Characters of a post in the list of cards.
const GLIMPSE: usize = 90;

pub struct Printed {
    pub card: Card,
    pub changes: Vec<Change>,
}

/// `exports`: the files that the cards came from, each with the time of its export.
pub fn html(cards: &[Printed], exports: &[(String, String)], words: &Words) -> String {
    let title = words.of("export_title");
    html! {
        (DOCTYPE)
        html lang=(words.of("language_tag")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(LOOK)) (PreEscaped(PAPER)) }
            }
            body {
                header {
                    h1 { (title) }
                    @for (name, exported) in exports {
                        p { bdi { (name) } " · " (words.with("export_made", &[exported])) }
                    }
                    p { (words.of("card_limits")) }
                }
                @if cards.len() > 1 { (contents(cards, words)) }
                main {
                    @for (place, printed) in cards.iter().enumerate() { (article(printed, place + 1, words)) }
                }
            }
        }
    }
    .into_string()
}

fn contents(cards: &[Printed], words: &Words) -> Markup {
    html! {
        nav aria-labelledby="contents" {
            h2 #contents { (words.of("kept_contents")) }
            ol {
                @for (place, Printed { card, changes }) in cards.iter().enumerate() {
                    li class=(card.report.level) {
                        a href=(format!("#card-{}", place + 1)) { b { (level(card, words)) } }
                        " " bdi { (glimpse(&card.post.text)) }
                        @if !changes.is_empty() { " " strong { (altered(changes, words)) } }
                    }
                }
            }
        }
    }
}

fn article(Printed { card, changes }: &Printed, number: usize, words: &Words) -> Markup {
    html! {
        article class=(card.report.level) id=(format!("card-{number}")) {
            h2 { (number) ". " (level(card, words)) }
            @if !changes.is_empty() { p.altered role="note" { (altered(changes, words)) } }
            blockquote dir="auto" { (marked(&card.post.text, &card.report.labels)) }
            @for label in &card.report.labels { (part(label, words)) }
            dl {
                @for (name, value) in facts(card, words) { dt { (name) } dd { (linked(&value)) } }
            }
            @if let Some(picture) = card.screenshot.as_ref().filter(|picture| is_picture(&picture.data)) {
                figure {
                    img src=(picture.data) alt=(words.of("export_picture"));
                    figcaption { (words.with("export_taken", &[&picture.taken])) }
                }
            }
        }
    }
}

fn part(label: &Label, words: &Words) -> Markup {
    let total: i64 = label.sum.iter().map(|part| part.points).fold(0, i64::saturating_add);
    html! {
        section class=(label.level) {
            h3 {
                (words.named("category", &label.id)) " "
                small { (words.named("level", &label.level)) " · " (words.named("confidence", &label.confidence)) }
            }
            p { (label.reason) }
            p {
                b { (words.of("card_stance")) ":" } " " (words.named("stance", &label.stance)) ". "
                b { (words.of("card_wrong")) ":" } " " (label.wrong)
            }
            table {
                caption { (words.of("card_sum")) }
                @for part in &label.sum { tr { th scope="row" { (part.part) } td { (part.points) } } }
                tr { th scope="row" { (words.of("card_total")) } td { (total) } }
            }
        }
    }
}

fn level(card: &Card, words: &Words) -> String {
    let level = if card.report.labels.is_empty() { "none" } else { &card.report.level };
    words.named("level", level)
}

fn altered(changes: &[Change], words: &Words) -> String {
    let list: Vec<String> = changes.iter().map(|change| words.of(change.key())).collect();
    words.with("kept_changed", &[&list.join(", ")])
}

/// The text with the words of its labels marked, each stretch once. Spans count UTF-16 units; those of a card that
/// somebody changed may lie anywhere.
fn marked(text: &str, labels: &[Label]) -> Markup {
    let units: Vec<u16> = text.encode_utf16().collect();
    let cut = |from: usize, to: usize| String::from_utf16_lossy(&units[from..to]);
    let mut spans: Vec<(usize, usize)> = labels
        .iter()
        .flat_map(|label| &label.spans)
        .map(|span| (span.start as usize, (span.end as usize).min(units.len())))
        .collect();
    spans.sort_unstable();
    let mut parts = Vec::new();
    let mut at = 0;
    for (start, end) in spans {
        let from = start.max(at);
        if from < end {
            parts.push((cut(at, from), cut(from, end)));
            at = end;
        }
    }
    html! {
        @for (plain, mark) in parts { (plain) mark { (mark) } }
        (cut(at, units.len()))
    }
}

fn glimpse(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(GLIMPSE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Only web addresses become links.
fn linked(value: &str) -> Markup {
    let is_address =
        (value.starts_with("https://") || value.starts_with("http://")) && !value.contains(char::is_whitespace);
    html! {
        @if is_address { a href=(value) rel="noopener noreferrer" { (value) } } @else { bdi { (value) } }
    }
}

/// A picture inside the page, and nothing that would have to be fetched.
fn is_picture(data: &str) -> bool {
    data.strip_prefix("data:image/png;base64,")
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)))
}
