//! Where reports go: standard output, or a file that may be continued.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use firebreak::engine::{Engine, VERSION};
use firebreak::report::SecondLook;
use serde::Deserialize;

use super::input::{Files, Skipped};
use crate::options::{By, Score};
use crate::read::{Fault, Post};

/// What the last line of an unfinished output tells: which post it was, and who judged it.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: serde_json::Value,
    line: Option<u64>,
    engine: Option<String>,
    rules: Option<String>,
}

/// Who judged the posts of an unfinished output, as far as its reports tell.
#[derive(Default)]
struct Looks {
    absent: bool,
    not_asked: bool,
    read: bool,
}

#[derive(Deserialize)]
struct Look {
    reader: Option<SecondLook>,
}

impl Looks {
    fn add(&mut self, line: &[u8]) {
        match serde_json::from_slice(line) {
            Ok(Look { reader: Some(SecondLook::Absent) }) => self.absent = true,
            Ok(Look { reader: Some(SecondLook::NotAsked) }) => self.not_asked = true,
            Ok(Look { reader: Some(SecondLook::Read) }) => self.read = true,
            // A fault tells nothing of who judged.
            _ => (),
        }
    }

    /// How the output was begun, where it was otherwise than now.
    fn other_than(&self, now: By) -> Option<&'static str> {
        let fits = match now {
            By::Rules => !self.not_asked && !self.read,
            By::Gate => !self.read,
            By::Reader => !self.absent,
        };
        let begun = match self {
            Looks { read: true, .. } => "with the language model: continue it without --rules and --gate",
            Looks { not_asked: true, absent: true, .. } => "with the gate: continue it with --gate",
            Looks { not_asked: true, .. } => "with the gate or the language model: continue it without --rules",
            _ => "without the language model: continue it with --rules or --gate, as it was begun",
        };
        (!fits).then_some(begun)
    }
}

pub fn open(wanted: &Score) -> Result<Box<dyn Write>, String> {
    let Some(path) = &wanted.out else { return Ok(Box::new(BufWriter::new(io::stdout().lock()))) };
    let mut options = OpenOptions::new();
    let file = if wanted.resume { options.append(true).create(true) } else { options.write(true).create_new(true) };
    let file = file.open(path).map_err(|fault| {
        let remedy = match fault.kind() {
            io::ErrorKind::AlreadyExists => "; --resume continues it, or choose another name",
            _ => "",
        };
        format!("{}: {fault}{remedy}", path.display())
    })?;
    Ok(Box::new(BufWriter::new(file)))
}

/// Makes an unfinished output end with its last whole line, and passes over as much of the input.
pub fn resume(path: &Path, files: &mut Files, engine: &Engine, by: By) -> Result<Skipped, String> {
    let named = |fault: io::Error| format!("{}: {fault}", path.display());
    let not_ours = |why: String| Err(format!("{}: {why}; write to another file", path.display()));
    if !path.exists() {
        return Ok(Skipped::default());
    }
    let (lines, last, looks) = trim(path).map_err(named)?;
    let skipped = files.skip(lines).map_err(|fault| format!("firebreak: {fault}"))?;
    if skipped.missing > 0 {
        return not_ours(format!("it has {} lines more than this input gives", skipped.missing));
    }
    let Some(outcome) = &skipped.last else { return Ok(skipped) };
    let Ok(line) = serde_json::from_slice::<Line>(&last) else {
        return not_ours(format!("line {lines} is no report"));
    };
    let same = match outcome {
        Ok(Post { id, .. }) => *id == line.id && line.engine.is_some(),
        Err(Fault { line: at, .. }) => line.line == Some(*at),
    };
    if !same {
        return not_ours(format!("line {lines} is not what this input gives there"));
    }
    match (line.engine, line.rules) {
        (Some(version), Some(rules)) if version != VERSION || rules != engine.rules() => {
            not_ours(format!("it was begun with engine {version} and rules {rules}"))
        }
        _ => looks.other_than(by).map_or(Ok(skipped), |begun| not_ours(format!("it was begun {begun}"))),
    }
}

/// Cuts off what follows the last line end. Returns how many lines there are, the last, and who judged.
fn trim(path: &Path) -> io::Result<(u64, Vec<u8>, Looks)> {
    let file = OpenOptions::new().read(true).write(true).open(path)?;
    let mut reader = BufReader::with_capacity(1 << 16, &file);
    let (mut lines, mut whole) = (0, 0);
    let (mut line, mut last, mut looks) = (Vec::new(), Vec::new(), Looks::default());
    while reader.read_until(b'\n', &mut line)? > 0 {
        if line.ends_with(b"\n") {
            lines += 1;
            whole += line.len() as u64;
            looks.add(&line);
            std::mem::swap(&mut line, &mut last);
        }
        line.clear();
    }
    file.set_len(whole)?;
    (&file as &File).seek(SeekFrom::End(0))?;
    Ok((lines, last, looks))
}
