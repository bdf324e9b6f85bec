//! Reports for people: the text, each label with its words and its sum.

use std::collections::BTreeMap;
use std::io::{self, Write};

use firebreak::report::{Level, Report};
use firebreak::span::Utf16Span;

pub fn write(
    out: &mut impl Write,
    id: &serde_json::Value,
    text: &str,
    report: &Report,
    titles: &BTreeMap<String, String>,
) -> io::Result<()> {
    let id = id.as_str().map_or_else(|| id.to_string(), str::to_string);
    writeln!(out, "{id}: {}", name(&report.level))?;
    writeln!(out, "  {}", text.split_whitespace().collect::<Vec<_>>().join(" "))?;
    for label in &report.labels {
        let title = titles.get(label.id.id()).map_or(label.id.id(), String::as_str);
        writeln!(
            out,
            "  [{}] {title} ({}, stance: {})",
            name(&label.level),
            name(&label.confidence),
            name(&label.stance)
        )?;
        writeln!(out, "    {}", label.reason)?;
        for span in &label.spans {
            writeln!(out, "    words: “{}”", words(text, *span))?;
        }
        for part in &label.sum {
            writeln!(out, "    {:+} {}", part.points, part.part)?;
        }
        writeln!(out, "    {}", label.wrong)?;
    }
    if report.level > Level::None {
        writeln!(out, "  Judged from the text alone; not checked for truth.")?;
    }
    writeln!(out)
}

fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|name| name.as_str().map(str::to_string)).unwrap_or_default()
}

fn words(text: &str, span: Utf16Span) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16_lossy(units.get(span.start as usize..span.end as usize).unwrap_or_default())
}
