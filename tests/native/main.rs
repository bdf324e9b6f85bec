//! The one native test binary: one `mod` line a file, so that everything links once.
mod normalise; // words, marks and places, whatever the spelling
mod report; // the report keeps its printed form
