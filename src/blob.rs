//! Model files: one binary format for the gate and the reader, checked whole before a number of it is used.
//!
//! `FBMODEL\n`, kind (4 bytes), version (u32), hash of the rest (u64), then fields in the order that the loader reads
//! them. Numbers are little-endian. `training/blob.py` writes what this reads.

use crate::error::{Error, Result};

const MAGIC: &[u8; 8] = b"FBMODEL\n";
const HEADER: usize = 24;
/// Raised whenever the meaning of a field changes, so that an old file is refused instead of misread.
pub const VERSION: u32 = 1;

/// The fields of a checked file, read one after another.
pub struct Fields<'b> {
    name: &'static str,
    rest: &'b [u8],
}

/// Checks magic, kind, version and hash. `name` is the file's name in an error.
pub fn open<'b>(bytes: &'b [u8], name: &'static str, kind: &[u8; 4]) -> Result<Fields<'b>> {
    let fault = |message: String| Err(Error::new(name, None, message));
    if bytes.len() < HEADER || &bytes[..8] != MAGIC || &bytes[8..12] != kind {
        return fault(format!("not a model file of this kind ({} bytes); build the package anew", bytes.len()));
    }
    let version = u32::from_le_bytes(bytes[12..16].try_into().expect("four bytes"));
    if version != VERSION {
        return fault(format!("format version {version}, but this engine reads version {VERSION}"));
    }
    let want = u64::from_le_bytes(bytes[16..24].try_into().expect("eight bytes"));
    let have = hash(&bytes[HEADER..]);
    if want != have {
        return fault(format!("damaged: its content has hash {have:016x}, its header says {want:016x}"));
    }
    Ok(Fields { name, rest: &bytes[HEADER..] })
}

/// FNV-1a over eight bytes at a time: every step is a bijection, so no single changed word goes unnoticed,
/// and 14 MB take two milliseconds where SHA-256 would hold up the first answer.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64 ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3);
        state ^= state >> 32;
    }
    state
}

impl<'b> Fields<'b> {
    pub fn take(&mut self, count: usize) -> Result<&'b [u8]> {
        if count > self.rest.len() {
            let message = format!("ends early: {count} bytes wanted, {} left", self.rest.len());
            return Err(Error::new(self.name, None, message));
        }
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        Ok(taken)
    }

    pub fn number(&mut self) -> Result<usize> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes(bytes.try_into().expect("four bytes")) as usize)
    }

    pub fn floats(&mut self, count: usize) -> Result<Vec<f32>> {
        let bytes = self.take(count * 4)?;
        Ok(bytes.as_chunks::<4>().0.iter().map(|&four| f32::from_le_bytes(four)).collect())
    }

    pub fn bytes(&mut self, count: usize) -> Result<Vec<i8>> {
        Ok(self.take(count)?.iter().map(|&byte| byte as i8).collect())
    }

    /// A text with its length before it.
    pub fn text(&mut self) -> Result<&'b str> {
        let length = self.number()?;
        let name = self.name;
        std::str::from_utf8(self.take(length)?)
            .map_err(|fault| Error::new(name, None, format!("a text in it: {fault}")))
    }

    /// Refuses a file that says more than its loader understands.
    pub fn end(self) -> Result<()> {
        match self.rest.len() {
            0 => Ok(()),
            left => Err(Error::new(self.name, None, format!("{left} bytes too long"))),
        }
    }

    pub fn fault(&self, message: impl Into<String>) -> Error {
        Error::new(self.name, None, message)
    }
}
