//! Tables of a TOML file, read field by field. What is missing, unknown or of another type is a fault with its line.
//!
//! Deriving this from the types would be shorter here and a seventh of the engine's code for the browser.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Result};

/// A file's text, so that faults can name lines.
#[derive(Clone, Copy)]
pub struct File<'t> {
    pub name: &'t str,
    pub text: &'t str,
}

/// One table: `what` it is, and where it begins.
pub struct Table<'t> {
    pub file: File<'t>,
    what: String,
    at: usize,
    fields: &'t DeTable<'t>,
}

impl<'t> File<'t> {
    /// Reads the file as TOML. The outermost table is the file's.
    pub fn parse(self) -> Result<Spanned<DeTable<'t>>> {
        DeTable::parse(self.text).map_err(|fault| {
            let line = fault.span().map(|span| self.line(span.start) as usize);
            Error::new(self.name, line, with_remedy(fault.message()))
        })
    }

    pub fn line(&self, byte: usize) -> u32 {
        self.text[..byte.min(self.text.len())].matches('\n').count() as u32 + 1
    }

    fn fault(&self, byte: usize, message: &str) -> Error {
        Error::new(self.name, self.line(byte) as usize, with_remedy(message))
    }
}

fn with_remedy(message: &str) -> String {
    format!("{message}; see data/README.md for the form of a pack")
}

impl<'t> Table<'t> {
    /// A table that may have the fields `known` and no other.
    pub fn new(file: File<'t>, what: String, at: usize, fields: &'t DeTable<'t>, known: &[&str]) -> Result<Table<'t>> {
        for name in fields.keys() {
            if !known.contains(&name.get_ref().as_ref()) {
                let message =
                    format!("{what} has an unknown field `{}`, expected one of {}", name.get_ref(), known.join(", "));
                return Err(file.fault(name.span().start, &message));
            }
        }
        Ok(Table { file, what, at, fields })
    }

    /// A value that is to be a table.
    pub fn of(file: File<'t>, what: String, value: &'t Spanned<DeValue<'t>>, known: &[&str]) -> Result<Table<'t>> {
        let at = value.span().start;
        match value.get_ref() {
            DeValue::Table(fields) => Table::new(file, what, at, fields, known),
            other => Err(file.fault(at, &format!("{what} is a {}, expected a table", other.type_str()))),
        }
    }

    pub fn line(&self) -> u32 {
        self.file.line(self.at)
    }

    /// The values under a field, each with its name: `[field.name]`.
    pub fn tables(&self, field: &str) -> Result<Vec<(&'t str, &'t Spanned<DeValue<'t>>)>> {
        let Some(value) = self.fields.get(field) else { return Ok(Vec::new()) };
        let DeValue::Table(tables) = value.get_ref() else { return Err(self.wrong(field, value, "a table")) };
        Ok(tables.iter().map(|(name, value)| (name.get_ref().as_ref(), value)).collect())
    }

    /// A table of texts, each with its name.
    pub fn pairs(&self, field: &str) -> Result<Vec<(String, String)>> {
        let pair = |(name, value): (&str, &Spanned<DeValue>)| match value.get_ref() {
            DeValue::String(text) => Ok((name.to_owned(), text.to_string())),
            _ => Err(self.wrong(field, value, "strings")),
        };
        self.tables(field)?.into_iter().map(pair).collect()
    }

    /// The values of a list; none where the field is not there.
    pub fn list(&self, field: &str) -> Result<&'t [Spanned<DeValue<'t>>]> {
        let Some(value) = self.fields.get(field) else { return Ok(&[]) };
        match value.get_ref() {
            DeValue::Array(values) => Ok(values),
            _ => Err(self.wrong(field, value, "a list")),
        }
    }

    /// The texts of a list, each with its line; none where the field is not there.
    pub fn texts(&self, field: &str) -> Result<Vec<(String, u32)>> {
        let text = |value: &Spanned<DeValue>| match value.get_ref() {
            DeValue::String(text) => Ok((text.to_string(), self.file.line(value.span().start))),
            _ => Err(self.wrong(field, value, "a list of strings")),
        };
        self.list(field)?.iter().map(text).collect()
    }

    pub fn optional_text(&self, field: &str) -> Result<Option<String>> {
        let Some(value) = self.fields.get(field) else { return Ok(None) };
        match value.get_ref() {
            DeValue::String(text) => Ok(Some(text.to_string())),
            _ => Err(self.wrong(field, value, "a string")),
        }
    }

    pub fn text(&self, field: &str) -> Result<String> {
        self.optional_text(field)?.ok_or_else(|| self.missing(field))
    }

    pub fn optional_number(&self, field: &str) -> Result<Option<i32>> {
        let Some(value) = self.fields.get(field) else { return Ok(None) };
        let number = match value.get_ref() {
            DeValue::Integer(number) => i32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        number.map(Some).ok_or_else(|| self.wrong(field, value, "a whole number"))
    }

    pub fn number(&self, field: &str) -> Result<i32> {
        self.optional_number(field)?.ok_or_else(|| self.missing(field))
    }

    /// Refuses a table that lacks one of these fields.
    pub fn must_have(&self, fields: &[&str]) -> Result<()> {
        match fields.iter().find(|field| !self.fields.contains_key(**field)) {
            Some(field) => Err(self.missing(field)),
            None => Ok(()),
        }
    }

    fn missing(&self, field: &str) -> Error {
        self.file.fault(self.at, &format!("{} has no field `{field}`", self.what))
    }

    fn wrong(&self, field: &str, value: &Spanned<DeValue>, expected: &str) -> Error {
        let found = value.get_ref().type_str();
        let message = format!("`{field}` of {} is or holds a value of type {found}, expected {expected}", self.what);
        self.file.fault(value.span().start, &message)
    }
}
