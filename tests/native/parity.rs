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
fn groups_are_interchangeable_for_the_rules() {
    assert_parity(&Engine::builtin());
}

#[test]
fn groups_are_interchangeable_for_rules_and_models_together() {
    let file = |name| std::fs::read(format!("{}/data/models/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a model");
    let mut engine = Engine::builtin();
    engine.load_gate(&file("gate.bin")).expect("the gate loads");
    engine.load_reader(&file("reader.bin")).expect("the reader loads");
    assert_parity(&engine);
}

fn assert_parity(engine: &Engine) {
    let text = include_str!("../cases/parity.toml");
    let parity: Parity = toml::from_str(text).expect("a readable file of groups and sentences");
    assert!(parity.groups.len() >= 40 && parity.labelled.len() + parity.unlabelled.len() >= 30);
    let sentences = parity.labelled.iter().map(|text| (text, true)).chain(parity.unlabelled.iter().map(|t| (t, false)));
    let sentences: Vec<(&String, bool)> = sentences.collect();
    let judge = |[many, one]: &[String; 2]| -> Vec<(String, bool)> {
        let posts = sentences.iter().map(|(sentence, expected)| {
            let post = capitalised(&sentence.replace("{many}", many).replace("{one}", one));
            let right = (engine.judge(&post).level >= Level::Caution) == *expected;
            (post, right)
        });
        posts.collect()
    };
    // Two halves at once, because the language model takes its time over two thousand posts.
    let (first, second) = parity.groups.split_at(parity.groups.len() / 2);
    let judged: Vec<Vec<(String, bool)>> = std::thread::scope(|scope| {
        let other = scope.spawn(|| second.iter().map(judge).collect::<Vec<_>>());
        let mut all: Vec<_> = first.iter().map(judge).collect();
        all.extend(other.join().expect("the other half is judged"));
        all
    });
    let shares = judged.iter().map(|posts| {
        let labelled = posts.iter().zip(&sentences).filter(|((_, right), (_, expected))| right == expected).count();
        labelled as f64 / sentences.len() as f64
    });
    let shares: Vec<f64> = shares.collect();
    let faults = judged.iter().flatten().zip(sentences.iter().cycle()).filter(|((_, right), _)| !right);
    let faults: Vec<String> = faults
        .map(|((post, _), (_, expected))| format!("{post:?} is {}labelled", if *expected { "not " } else { "" }))
        .collect();
    let most = shares.iter().copied().fold(f64::MIN, f64::max);
    let least = shares.iter().copied().fold(f64::MAX, f64::min);
    assert!(most - least <= MOST_DIFFERENCE, "from {least:.3} to {most:.3}:\n{}", faults.join("\n"));
    assert!(faults.is_empty(), "equal, but wrong for all:\n{}", faults.join("\n"));
}

fn capitalised(post: &str) -> String {
    let mut chars = post.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
