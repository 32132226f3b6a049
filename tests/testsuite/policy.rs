//! The disclosure policy as officers read of it in the guide, and readers on the
//! page about the figures.

use crate::html::{main_part, text};
use crate::support::{empty, repository};
use pledgebook::model::policy::{Act, Policy, Preset, WithoutBase, Zero};

const PRESETS: [(&str, Preset); 4] = [
    ("dfe-la", Preset::DfeLa),
    ("nhs", Preset::Nhs),
    ("ons-10-5", Preset::Ons10And5),
    ("strict", Preset::Strict),
];

fn act(act: Act) -> &'static str {
    match act {
        Act::Warn => "warn",
        Act::Withhold => "withhold",
    }
}

/// A preset with every key, as the guide prints it.
fn printed(name: &str, preset: Preset) -> String {
    let Policy {
        withhold_from,
        withhold_to,
        zero,
        round_to,
        min_denominator,
        complement,
        all_or_none,
        protect,
        without_base,
        exceptions,
    } = preset.policy();
    assert!(exceptions.is_empty());
    let zero = if zero == Zero::Show { "show" } else { "withhold" };
    let without_base = match without_base {
        WithoutBase::Warn => "warn",
        WithoutBase::Refuse => "refuse",
        WithoutBase::Allow(_) => panic!("a preset cannot know a reason"),
    };
    format!(
        "{name}:\n  withhold_from: {withhold_from}\n  withhold_to: {withhold_to}\n  zero: {zero}\n  \
         round_to: {}\n  min_denominator: {min_denominator}\n  complement: {}\n  all_or_none: {}\n  \
         protect: {protect}\n  without_base: {without_base}\n",
        round_to.unwrap_or(1),
        act(complement),
        act(all_or_none),
    )
}

#[test]
fn the_guide_prints_the_presets_as_they_are() {
    let guide = std::fs::read_to_string(repository().join("docs/disclosure.md")).unwrap();
    let block = guide.split("<!-- presets").nth(1).and_then(|rest| rest.split("```").nth(1));
    let presets: String = PRESETS.iter().map(|(name, preset)| printed(name, *preset)).collect();
    assert_eq!(block.unwrap().trim_start_matches("yaml\n"), presets);
}

const OUTCOMES: &str = "theme: {id: all, title: All}
outcomes:
  - id: work
    title: Care leavers in work or learning
    unit: percent
    polarity: higher-is-better
    values:
      - {period: 2023-24, value: 60}
      - {period: 2024-25, value: 63, numerator: 122, denominator: 193}
";

/// What the page about the figures says under this policy.
fn told(policy: &str) -> String {
    let site = empty();
    let config = "title: Corporate parenting\ncouncil: {name: Wold Vale Council}\ndisclosure: ";
    site.write("data/site.yaml", format!("{config}{policy}\n"));
    site.write("data/outcomes/all.yaml", OUTCOMES);
    site.write("content/_index.md", "---\ntitle: Home\n---\n\nWelcome.\n");
    let built = site.build(&[]);
    let page = std::str::from_utf8(&built["about/data/index.html"]).unwrap();
    text(main_part(page))
}

#[test]
fn readers_are_told_every_rule_in_force() {
    let usual = told("dfe-la");
    for words in [
        "A count of people from 1 to 5 is not printed.",
        "[c]",
        "withheld to protect privacy",
        "Often a second number goes with it",
        "A nought that is shown is a true nought.",
        "Counts that are shown are exact.",
        "No percentage of fewer than 10 people",
        "On sensitive subjects the percentage is then withheld.",
        "What is true of all of a small group",
        "at least 3 more than the smallest",
        "without the counts behind them, so small counts",
    ] {
        assert!(usual.contains(words), "{words:?} is not in {usual}");
    }
    assert!(!usual.contains("shown all the same"), "an exception that nobody made");
    let other = told(
        "{like: strict, round_to: 5, without_base: {allow: in the council's own report}, \
         exceptions: [{cell: outcome/work/2024-25/numerator, why: HARMLESS, \
         approved_by: NOBODY, date: 2025-06-01}]}",
    );
    for words in [
        "A count of people from 1 to 9 is not printed.",
        "Noughts are withheld too.",
        "rounded to the nearest 5",
        "No percentage of fewer than 20 people",
        "Then the percentage is withheld.",
        "Nothing is said to be true of all of a group",
        "at least 5 more than the smallest",
        "public already: in the council's own report.",
        "One small number, or sentence about a few people, is shown all the same.",
    ] {
        assert!(other.contains(words), "{words:?} is not in {other}");
    }
    assert!(!other.contains("NOBODY") && !other.contains("HARMLESS"), "an exception is named");
}

#[test]
fn a_chart_says_what_its_symbols_mean() {
    let site = empty();
    site.write("data/site.yaml", "title: Homes\ncouncil: {name: Wold Vale Council}\n");
    site.write(
        "data/tables/homes.yaml",
        "tables:\n  - {id: homes, title: Homes, rows: [Young, Old], columns: [Good, Bad], \
         counts: [[40, 3], [50, 20]]}\n",
    );
    let chart =
        "---\ntitle: Home\n---\n\n```chart\ntable: homes\nkind: stacked\ntitle: Good homes\n```\n";
    site.write("content/_index.md", chart);
    let built = site.build(&[]);
    let page = text(main_part(std::str::from_utf8(&built["index.html"]).unwrap()));
    assert!(page.contains("[c] means withheld to protect privacy."), "{page}");
}
