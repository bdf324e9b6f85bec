//! SHA-256, written as `sha256:` and 64 digits.

use std::io::{self, Read};
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

pub fn of_bytes(bytes: &[u8]) -> String {
    written(Sha256::new_with_prefix(bytes))
}

/// Of plain data in the canonical form of RFC 8785, whatever the order of its fields.
pub fn of_data(value: &Value) -> Result<String, String> {
    serde_json_canonicalizer::to_vec(value).map(|bytes| of_bytes(&bytes)).map_err(|fault| fault.to_string())
}

/// Of a file, and its length.
pub fn of_file(path: &Path) -> io::Result<(String, u64)> {
    let mut file = std::fs::File::open(path)?;
    let mut hash = Sha256::new();
    let mut chunk = vec![0; 1 << 16];
    let mut length = 0;
    loop {
        match file.read(&mut chunk)? {
            0 => return Ok((written(hash), length)),
            read => {
                hash.update(&chunk[..read]);
                length += read as u64;
            }
        }
    }
}

fn written(hash: Sha256) -> String {
    hash.finalize().iter().fold("sha256:".into(), |text, byte| format!("{text}{byte:02x}"))
}
