//! How much of what is caught plain is caught under each disguise, and how many harmless posts a disguise gets labelled.

use anyhow::Result;
use serde_json::{Value, json};

use crate::posts::{labelled, labelled_at_caution, score};

#[path = "../../tests/native/hide.rs"]
mod hide;

/// Of what is caught plain, so much must be caught in disguise; of harmless posts, so much more may be labelled.
const CAUGHT: f64 = 0.92;
const MORE_LABELLED: f64 = 0.01;

pub fn report(split: &str) -> Result<()> {
    let posts = labelled(split)?;
    let plain = spoken(&posts)?;
    let risky: Vec<bool> = posts.iter().map(|post| labelled_at_caution(&post["labels"]["level"])).collect();
    let caught: Vec<usize> = (0..posts.len()).filter(|&at| risky[at] && plain[at]).collect();
    let safe: Vec<usize> = (0..posts.len()).filter(|&at| !risky[at]).collect();
    let labelled_plain = share(&safe, &plain);
    println!(
        "{} {split} posts, {} risky ones caught plain, {:.3} of {} safe ones labelled",
        posts.len(),
        caught.len(),
        labelled_plain,
        safe.len()
    );
    println!("{:<14} {:>12} {:>14}", "disguise", "still caught", "more safe ones");
    for how in hide::ALL {
        let hidden: Vec<Value> = posts.iter().enumerate().map(|(at, post)| hidden(post, how, at)).collect();
        let spoken = spoken(&hidden)?;
        let (still, more) = (share(&caught, &spoken), share(&safe, &spoken) - labelled_plain);
        let fault = if still < CAUGHT || more > MORE_LABELLED { "  below the bar" } else { "" };
        println!("{:<14} {still:>12.3} {more:>+14.3}{fault}", format!("{how:?}").to_lowercase());
    }
    println!("bar: {CAUGHT} still caught, at most {MORE_LABELLED} more safe ones");
    Ok(())
}

fn hidden(post: &Value, how: hide::Disguise, at: usize) -> Value {
    let text = post["text"].as_str().unwrap_or_default();
    json!({ "id": at.to_string(), "text": hide::disguise(text, how, at as u64) })
}

fn spoken(posts: &[Value]) -> Result<Vec<bool>> {
    Ok(score(posts)?.iter().map(|report| labelled_at_caution(&report["level"])).collect())
}

fn share(posts: &[usize], spoken: &[bool]) -> f64 {
    posts.iter().filter(|&&at| spoken[at]).count() as f64 / posts.len().max(1) as f64
}
