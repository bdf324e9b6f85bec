//! How far the work is, on a terminal and nowhere else.

use std::io::{IsTerminal, stderr, stdout};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::options::Score;

/// Reports on the same terminal would be torn apart by a moving line, so then there is none.
pub fn bar(wanted: &Score) -> ProgressBar {
    let seen = stderr().is_terminal() && (wanted.out.is_some() || !stdout().is_terminal());
    let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(None, target);
    let known = !wanted.files.is_empty();
    let form = if known {
        "{wide_bar} {bytes} of {total_bytes}, {msg}, {eta} to go"
    } else {
        "{spinner} {bytes} read, {msg}, {elapsed}"
    };
    bar.set_style(ProgressStyle::with_template(form).expect("a fixed template, shown by a test"));
    if seen {
        bar.enable_steady_tick(Duration::from_millis(200));
    }
    bar
}
