fn main() {
    eprintln!("usage: cargo xtask build | demo | test | bench | pack | pages | rules | new-site | new-rule");
    std::process::exit(2);
}
