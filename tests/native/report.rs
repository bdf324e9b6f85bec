use firebreak::engine::Engine;

#[test]
fn an_empty_text_gives_an_empty_report() {
    let report = Engine::builtin().judge("");
    assert_eq!(report.level, firebreak::report::Level::None);
    assert!(report.labels.is_empty());
}
