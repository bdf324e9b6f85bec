//! The one native test binary: one `mod` line a file, so that everything links once.
mod cases; // posts with the judgement they must get, shared with the wasm tests
mod command; // the command line as a process: order, faults, exit status
mod disguise; // what is caught plain is caught in disguise
mod grammar; // broken packs are refused with file, line and remedy
mod hide; // writes posts in disguise
mod language; // other languages are left alone, English never is
mod normalise; // words, marks and places, whatever the spelling
mod packs; // the built-in packs build, are complete, and their examples hold
mod parity; // the same sentence is judged alike for every group of people
mod pattern; // the pattern language, sign by sign
mod models; // the two models read as they did in training, and refuse a damaged file
mod report; // any text gives a report in the one printed form
mod span; // bytes to UTF-16 and back
mod tidy; // the house rules: one way of imports, short files, documents that tell the truth
