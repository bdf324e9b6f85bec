//! The built-in packs, embedded by the build script from `data/`.

use crate::packed::Packed;
use crate::parts::Parts;
use crate::weights::Weights;

static PACKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin"));

/// First eight hexadecimal digits of the SHA-256 of all built-in rule data.
pub const RULES: &str = env!("FIREBREAK_RULES");

/// The packs and weights of this build.
pub fn parts() -> (Parts, Weights) {
    let (packed, weights): (Packed, Weights) =
        postcard::from_bytes(PACKS).expect("the build script wrote this with the same types");
    (packed.read(), weights)
}

/// The gate and the reader of this build, for the command line; the extension loads the same files from its package.
#[cfg(feature = "cli")]
pub fn models() -> (&'static [u8], &'static [u8]) {
    (include_bytes!("../data/models/gate.bin"), include_bytes!("../data/models/reader.bin"))
}
