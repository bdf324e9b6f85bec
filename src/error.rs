//! What can go wrong while loading data. Judging cannot fail, so no other module returns an error.

use std::fmt;

/// A fault in a data file: which file, which line, what is wrong and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    file: String,
    line: Option<usize>,
    message: String,
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// `message` says what is wrong and how to mend it.
    pub fn new(file: impl Into<String>, line: impl Into<Option<usize>>, message: impl Into<String>) -> Error {
        Error { file: file.into(), line: line.into(), message: message.into() }
    }

    pub fn file(&self) -> &str {
        &self.file
    }

    /// Counted from 1; none where the fault has no place of its own, as in a cut-off file.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for Error {}
