use firebreak::span::{Span, to_utf16};
use proptest::prelude::*;

#[test]
fn emoji_count_two_units() {
    let spans = to_utf16("a😀é", &[Span::new(1, 5), Span::new(5, 7)]);
    assert_eq!(spans.iter().map(|span| (span.start, span.end)).collect::<Vec<_>>(), [(1, 3), (3, 4)]);
}

proptest! {
    /// Cutting the UTF-16 text at the converted places gives the same words as cutting the bytes.
    #[test]
    fn the_words_survive_conversion(text in ".{0,40}", a in 0usize..40, b in 0usize..40) {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (a, b) = (bounds[a % bounds.len()], bounds[b % bounds.len()]);
        let span = Span::new(a.min(b), a.max(b));
        let units: Vec<u16> = text.encode_utf16().collect();
        let there = to_utf16(&text, &[span])[0];
        prop_assert_eq!(String::from_utf16(&units[there.start as usize..there.end as usize]).unwrap(), span.of(&text));
    }
}
