//! The one native test binary: one `mod` line a file, so that everything links once.
mod report; // the report keeps its printed form
