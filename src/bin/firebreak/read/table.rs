//! CSV with a line of column names.

use std::io;

use csv::{ByteRecord, ErrorKind, ReaderBuilder};
use serde_json::Value;

use super::{Body, Input, Piece, Post};

/// Which columns hold a post, each by its name or by its number from 1, and what stands between two columns.
#[derive(Debug, Default)]
pub struct Columns {
    pub text: Option<String>,
    pub id: Option<String>,
    pub delimiter: Option<u8>,
}

pub struct Table {
    records: csv::ByteRecordsIntoIter<Input>,
    text: usize,
    id: Option<usize>,
}

impl Table {
    pub fn new(input: Input, columns: &Columns) -> Result<Table, String> {
        let mut reader = ReaderBuilder::new().delimiter(columns.delimiter.unwrap_or(b',')).from_reader(input);
        let header = reader.byte_headers().map_err(|fault| fault.to_string())?;
        let names: Vec<String> = header.iter().map(|name| String::from_utf8_lossy(name).trim().to_string()).collect();
        let place = |wanted: &str| {
            let numbered = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let named = names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
            named.or(numbered.filter(|&place| place < names.len()))
        };
        let missing = |wanted: &str, option: &str| {
            format!("no column `{wanted}` among {}; choose with {option} NAME or NUMBER", names.join(", "))
        };
        let text = columns.text.as_deref().unwrap_or("text");
        let text = place(text).ok_or_else(|| missing(text, "--text"))?;
        let id = match columns.id.as_deref() {
            Some(id) => Some(place(id).ok_or_else(|| missing(id, "--id"))?),
            None => place("id"),
        };
        Ok(Table { records: reader.into_byte_records(), text, id })
    }

    fn piece(&self, record: ByteRecord) -> Piece {
        let line = record.position().map_or(0, |place| place.line());
        let cell = |place: usize| String::from_utf8(record[place].to_vec());
        let body = match (cell(self.text), self.id.map(cell).transpose()) {
            (Ok(text), Ok(id)) => Body::Post(Post { id: id.map_or(Value::Null, Value::from), text }),
            _ => Body::Fault("not UTF-8; convert the file first, for instance with iconv".into()),
        };
        Piece { line, body }
    }
}

impl Iterator for Table {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(match self.records.next()? {
            Ok(record) => Ok(self.piece(record)),
            Err(fault) => {
                let line = fault.position().map_or(0, |place| place.line());
                let said = fault.to_string();
                match fault.into_kind() {
                    ErrorKind::Io(fault) => Err(fault),
                    ErrorKind::UnequalLengths { expected_len, len, .. } => {
                        let error = format!("{len} cells where the first line names {expected_len}");
                        Ok(Piece { line, body: Body::Fault(error) })
                    }
                    _ => Ok(Piece { line, body: Body::Fault(said) }),
                }
            }
        })
    }
}
