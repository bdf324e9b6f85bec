//! Native times on the posts of a file, as one line of JSON: microseconds a post, medians of many rounds.

use std::time::Instant;

use firebreak::engine::Engine;
use firebreak::report::Level;

const ROUNDS: usize = 101;

fn main() {
    let path = std::env::args().nth(1).expect("usage: rivals POSTS");
    let file = std::fs::read_to_string(&path).expect("a readable file of posts");
    let posts: Vec<&str> = file.lines().filter(|line| !line.is_empty()).collect();
    let engine = Engine::builtin();
    let ours = || posts.iter().filter(|post| engine.judge(post).level > Level::None).count();
    let theirs = || rivals::flagged(posts.iter().copied());
    let (firebreak, labelled) = median(posts.len(), ours);
    let (rustrict, flagged) = median(posts.len(), theirs);
    let line =
        serde_json::json!({ "firebreak": firebreak, "labelled": labelled, "rustrict": rustrict, "flagged": flagged });
    println!("{line}");
}

/// The median time of a post in microseconds, and the count, which every round must agree on.
fn median(posts: usize, work: impl Fn() -> usize) -> (f64, usize) {
    let expected = work();
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            assert_eq!(work(), expected);
            start.elapsed().as_secs_f64() * 1e6 / posts as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[ROUNDS / 2], expected)
}
