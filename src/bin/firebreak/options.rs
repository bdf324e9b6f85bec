//! What was asked for. All options of the command line are read here.

use std::num::NonZero;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use crate::read::{Columns, Format};

pub const USAGE: &str = "\
usage: firebreak score [--from FORMAT] [--out FILE [--resume]] [--pretty] [--rules | --gate] [--data DIR]
                       [FILE…]
       firebreak verify [--hashes] [--rules | --gate] [--data DIR] FILE…
       firebreak report [--out FILE] FILE…
       firebreak check [DIR]

score   reads posts from FILEs or standard input and prints one report a line, in the same order, as JSON. What is no
        post gives {\"file\",\"line\",\"error\"} in its place and a message on standard error; the rest is still scored.
        Exit status 0: all scored, 1: something was no post, 2: nothing could be done.
verify  says of every evidence card in FILEs, and of each against the manifest beside it, whether it is unchanged, and
        whether this version judges it differently, and how. Exit status 0: all as it was, 1: something changed or is
        judged differently, 2: something could not be read.
report  prints evidence cards as one HTML page that needs nothing else. Exit status as for score.
check   runs the examples that every rule of the packs in DIR (by default `data`) carries.

  --from FORMAT     jsonl      JSON Lines of {\"id\",\"text\"}; other fields are ignored (the default)
                    telegram   result.json of Telegram Desktop, one chat or all
                    x          tweets.js, its further parts, or note-tweet.js of X's archive
                    mastodon   outbox.json
                    bluesky    JSON Lines of records, feed items or stream events
                    csv        a table with column names in its first line
  --text COLUMN     the column of the words, by name or number (csv; by default `text`)
  --id COLUMN       the column of the id (csv; by default `id`, if there is one)
  --delimiter C     what stands between columns, or `tab` (csv; by default a comma)
  --hashes          compares hashes only, without judging again (verify)
  --out FILE        writes there instead of standard output; never over another file
  --resume          continues FILE of --out where it was cut off
  --threads N       threads that judge (by default one a core)
  --pretty          a report for people instead of JSON
  --rules           rules alone, without the language model: some 100 times as fast, and what the extension shows until
                    the model has read a post. Without this, what it shows then
  --gate            rules and the gate: as --rules, and the report says under \"reader\" which posts the language model
                    would have read (\"absent\") and which it would not (\"not-asked\")
  --data DIR        packs and weights from DIR instead of the built-in ones";

pub enum Command {
    Score(Score),
    Verify(Verify),
    Report(Report),
    Check(PathBuf),
    Help,
}

/// Which engine judges.
#[derive(Default)]
pub struct Judge {
    pub by: By,
    pub data: Option<PathBuf>,
}

/// Who takes part in a judgement.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    Rules,
    /// Rules, and the small model that says whether the large one should look.
    Gate,
    #[default]
    Reader,
}

#[derive(Default)]
pub struct Score {
    pub judge: Judge,
    pub from: Option<Format>,
    pub columns: Columns,
    pub files: Vec<PathBuf>,
    pub out: Option<PathBuf>,
    pub resume: bool,
    pub pretty: bool,
    /// `None` for as many as there are cores.
    pub threads: Option<NonZero<usize>>,
}

#[derive(Default)]
pub struct Verify {
    pub judge: Judge,
    pub hashes: bool,
    pub files: Vec<PathBuf>,
}

#[derive(Default)]
pub struct Report {
    pub files: Vec<PathBuf>,
    pub out: Option<PathBuf>,
}

pub fn read() -> Result<Command, String> {
    if std::env::args_os().any(|argument| argument == "--help" || argument == "-h") {
        return Ok(Command::Help);
    }
    let mut parser = Parser::from_env();
    let wrong = |fault: lexopt::Error| format!("firebreak: {fault}\n{USAGE}");
    let command = match parser.next().map_err(wrong)? {
        Some(Arg::Value(name)) => name.string().map_err(wrong)?,
        _ => return Err(USAGE.into()),
    };
    match command.as_str() {
        "score" => score(&mut parser).map(Command::Score),
        "verify" => {
            verify(&mut parser).and_then(|verify| some(&verify.files).map(|()| Command::Verify(verify))).map_err(wrong)
        }
        "report" => {
            report(&mut parser).and_then(|report| some(&report.files).map(|()| Command::Report(report))).map_err(wrong)
        }
        "check" => files(&mut parser).map_err(wrong).and_then(|mut folders| match folders.len() {
            0 => Ok(Command::Check("data".into())),
            1 => Ok(Command::Check(folders.remove(0))),
            _ => Err(format!("firebreak: one folder at a time\n{USAGE}")),
        }),
        "help" => Ok(Command::Help),
        other => Err(format!("firebreak: what is `{other}`?\n{USAGE}")),
    }
}

fn score(parser: &mut Parser) -> Result<Score, String> {
    let mut score = Score::default();
    score_options(parser, &mut score).map_err(|fault| format!("firebreak: {fault}\n{USAGE}"))?;
    let columns = &score.columns;
    let contradiction = if score.resume && score.out.is_none() {
        Some("--resume continues the file named by --out")
    } else if score.resume && score.pretty {
        Some("--resume continues JSON, not what --pretty prints")
    } else if score.from != Some(Format::Csv)
        && (columns.text.is_some() || columns.id.is_some() || columns.delimiter.is_some())
    {
        Some("--text, --id and --delimiter belong to --from csv")
    } else {
        None
    };
    match contradiction {
        Some(contradiction) => Err(format!("firebreak: {contradiction}\n{USAGE}")),
        None => Ok(score),
    }
}

fn score_options(parser: &mut Parser, score: &mut Score) -> Result<(), lexopt::Error> {
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("pretty") => score.pretty = true,
            Arg::Long("from") => {
                let named = |name: &str| Format::named(name).ok_or("not a format that --from knows");
                score.from = Some(parser.value()?.parse_with(named)?);
            }
            Arg::Long("text") => score.columns.text = Some(parser.value()?.string()?),
            Arg::Long("id") => score.columns.id = Some(parser.value()?.string()?),
            Arg::Long("delimiter") => {
                let single = |name: &str| match name.as_bytes() {
                    b"tab" => Ok(b'\t'),
                    [byte] => Ok(*byte),
                    _ => Err("one ASCII character, or `tab`"),
                };
                score.columns.delimiter = Some(parser.value()?.parse_with(single)?);
            }
            Arg::Long("out") => score.out = Some(parser.value()?.into()),
            Arg::Long("resume") => score.resume = true,
            Arg::Long("threads") => score.threads = Some(parser.value()?.parse()?),
            Arg::Value(file) => score.files.push(file.into()),
            Arg::Long(name) => {
                let name = name.to_string();
                score.judge.option(&name, parser)?;
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(())
}

fn verify(parser: &mut Parser) -> Result<Verify, lexopt::Error> {
    let mut verify = Verify::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("hashes") => verify.hashes = true,
            Arg::Value(file) => verify.files.push(file.into()),
            Arg::Long(name) => {
                let name = name.to_string();
                verify.judge.option(&name, parser)?;
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(verify)
}

fn report(parser: &mut Parser) -> Result<Report, lexopt::Error> {
    let mut report = Report::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("out") => report.out = Some(parser.value()?.into()),
            Arg::Value(file) => report.files.push(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(report)
}

impl Judge {
    /// An option that chooses the engine, for every command that judges.
    fn option(&mut self, name: &str, parser: &mut Parser) -> Result<(), lexopt::Error> {
        match name {
            "rules" | "gate" if self.by != By::Reader => return Err("choose one of --rules and --gate".into()),
            "rules" => self.by = By::Rules,
            "gate" => self.by = By::Gate,
            "data" => self.data = Some(parser.value()?.into()),
            other => return Err(lexopt::Error::UnexpectedOption(format!("--{other}"))),
        }
        Ok(())
    }
}

fn some(files: &[PathBuf]) -> Result<(), lexopt::Error> {
    if files.is_empty() { Err("name a file of evidence cards".into()) } else { Ok(()) }
}

/// Arguments that are all names of files.
fn files(parser: &mut Parser) -> Result<Vec<PathBuf>, lexopt::Error> {
    let mut files = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(file) => files.push(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(files)
}
