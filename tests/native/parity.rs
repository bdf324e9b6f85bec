use firebreak::engine::Engine;
use firebreak::report::Level;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parity {
    groups: Vec<[String; 2]>,
    labelled: Vec<String>,
    unlabelled: Vec<String>,
}

/// The share of sentences that are labelled may differ by so much between two groups.
const MOST_DIFFERENCE: f64 = 0.02;

#[test]
fn groups_are_interchangeable() {
    let text = include_str!("../cases/parity.toml");
    let parity: Parity = toml::from_str(text).expect("a readable file of groups and sentences");
    assert!(parity.groups.len() >= 40 && parity.labelled.len() + parity.unlabelled.len() >= 30);
    let engine = Engine::builtin();
    let sentences = parity.labelled.iter().map(|text| (text, true)).chain(parity.unlabelled.iter().map(|t| (t, false)));
    let sentences: Vec<(&String, bool)> = sentences.collect();
    let (mut shares, mut faults) = (Vec::new(), Vec::new());
    for [many, one] in &parity.groups {
        let mut count = 0;
        for (sentence, expected) in &sentences {
            let post = capitalised(&sentence.replace("{many}", many).replace("{one}", one));
            let spoke = engine.judge(&post).level >= Level::Caution;
            count += usize::from(spoke);
            if spoke != *expected {
                faults.push(format!("{post:?} is {}labelled", if spoke { "" } else { "not " }));
            }
        }
        shares.push(count as f64 / sentences.len() as f64);
    }
    let most = shares.iter().copied().fold(f64::MIN, f64::max);
    let least = shares.iter().copied().fold(f64::MAX, f64::min);
    assert!(most - least <= MOST_DIFFERENCE, "from {least:.3} to {most:.3}:\n{}", faults.join("\n"));
    assert!(faults.is_empty(), "equal, but wrong for all:\n{}", faults.join("\n"));
}

fn capitalised(post: &str) -> String {
    let mut chars = post.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
