//! rustrict behind a plain C edge, so that its WebAssembly is timed without the cost of anybody's bindings.

use rustrict::{Censor, Type};

/// How many of the texts rustrict calls inappropriate: a count that the bench compares, so that nothing is optimised away.
pub fn flagged<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.filter(|text| Censor::from_str(text).analyze().is(Type::INAPPROPRIATE)).count()
}

/// Room for `length` bytes that the caller fills with UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// # Safety
/// `text` is the start of `length` bytes of UTF-8 from `room`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn is_flagged(text: *const u8, length: usize) -> usize {
    // SAFETY: the caller keeps the promise above.
    let bytes = unsafe { std::slice::from_raw_parts(text, length) };
    flagged(std::str::from_utf8(bytes).into_iter())
}
