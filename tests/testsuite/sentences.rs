//! Inline values as a reader meets them: whole sentences of a built page.

use crate::html::{between, main_part, text};
use crate::support::{TempSite, empty};

const SITE: &str = "title: Corporate parenting
council: {name: Wold Vale Council, nation: england}
comparators: {near-councils: councils near us}
rating_rules: standard
";

const RULES: &str = "rule_sets:
  standard:
    tolerance: 5%
    rules:
      - {when: meets target, shows: on target, shape: circle}
      - {when: within tolerance, shows: close to target, shape: triangle}
      - {otherwise: true, shows: off target, shape: square}
";

const OUTCOMES: &str = "theme: {id: all, title: All}
outcomes:
  - id: work
    title: Care leavers in work or learning
    unit: percent
    polarity: higher-is-better
    targets: [{for: 2023-24, at_least: 61}, {for: 2024-25, at_least: 60}, {for: 2025-26, increase_by: 2}]
    values:
      - {period: 2019-20, value: 52}
      - {period: 2020-21, value: 48}
      - {period: 2021-22, value: 54}
      - {period: 2022-23, value: 57}
      - {period: 2023-24, value: 60}
      - {period: 2024-25, value: 63, numerator: 122, denominator: 193}
    comparators:
      england: {2023-24: 54, 2024-25: 63}
      region: {2024-25: 62}
      near-councils: {2024-25: 65.5}
    neighbours:
      members:
        Amberford: {2024-25: 64}
        Brindle: {2024-25: 70}
        Corfe Hill: {2024-25: 50}
        Dunmere: {2024-25: x}

  - id: homes
    title: Three or more homes in the year
    unit: percent
    polarity: lower-is-better
    targets: [{none: the law may change}]
    values:
      - {period: 2021-22, value: 14}
      - {period: 2022-23, missing: c}
      - {period: 2023-24, value: 11}
      - {period: 2024-25, value: 11}

  - id: in-care
    title: Children in our care
    unit: count
    polarity: context
    period_type: snapshot
    values:
      - {period: 2023-03-31, value: 402}
      - {period: 2024-03-31, value: 395}
      - {period: 2025-03-31, value: 390, qualifier: about}

  - id: price
    title: Price of a place
    unit: pounds
    per: week
    polarity: lower-is-better
    period_type: calendar-year
    targets: [{at_most: 800, tolerance: 1}]
    values: [{period: 2022, value: 788}, {period: 2023, value: 795}, {period: 2024, value: 802}]

  - id: fostered
    title: Foster families approved since April
    unit: count
    polarity: higher-is-better
    period_type: quarter
    cumulative: true
    values:
      - {period: 2023-24-q2, value: 9}
      - {period: 2023-24-q3, value: 17}
      - {period: 2024-25-q1, value: 7}
      - {period: 2024-25-q2, value: 16}
";

/// Each sentence with its values, as it is written and as it is read.
const SENTENCES: [(&str, &str); 22] = [
    (
        "Of them, {{ value(id=\"work\") }} were in work, {{ base(id=\"work\") }}.",
        "Of them, 63% were in work, 122 of 193.",
    ),
    (
        "The share went {{ change(id=\"work\", with=\"figure\") }}.",
        "The share went up 3 percentage points to 63%.",
    ),
    (
        "It is {{ change(id=\"work\", with=\"basis\") }}, which is {{ direction(id=\"work\") }}.",
        "It is up 3 percentage points compared with 2023 to 2024, which is better.",
    ),
    (
        "It is {{ change(id=\"work\", since=\"first\", with=\"basis\") }}.",
        "It is up 11 percentage points since 2019 to 2020.",
    ),
    (
        "It is {{ change(id=\"work\", since=\"2020-21\", with=\"figure\") }}.",
        "It is up 15 percentage points to 63%.",
    ),
    ("That is {{ record(id=\"work\") }}.", "That is the highest of the last six years."),
    (
        "In its time that was {{ record(id=\"work\", period=\"2022-23\") }}.",
        "In its time that was the highest of the four years that end with 2022 to 2023.",
    ),
    (
        "We were {{ rank(id=\"work\") }} councils like ours.",
        "We were third best of four councils like ours.",
    ),
    (
        "With the averages it is {{ rank(id=\"work\", among=\"comparators\") }}.",
        "With the averages it is joint second best of five.",
    ),
    (
        "It is {{ gap(id=\"work\", to=\"target\") }}, and so {{ rating(id=\"work\") }}.",
        "It is 3 percentage points above the target, and so on target.",
    ),
    (
        "The year before it was {{ gap(id=\"work\", period=\"2023-24\", to=\"target\") }}.",
        "The year before it was 1 percentage point below the target.",
    ),
    (
        "It is {{ gap(id=\"work\", to=\"england\") }} and {{ gap(id=\"work\", to=\"region\") }}.",
        "It is the same as England and 1 percentage point above the region.",
    ),
    (
        "It is {{ gap(id=\"work\", to=\"statistical-neighbours\") }}.",
        "It is 2 percentage points above the average of our statistical neighbours.",
    ),
    (
        "It is {{ gap(id=\"work\", to=\"near-councils\") }}.",
        "It is 2.5 percentage points below councils near us.",
    ),
    (
        "In Corfe Hill it is {{ value(id=\"work\", of=\"Corfe Hill\") }}.",
        "In Corfe Hill it is 50%.",
    ),
    (
        "We aim for {{ target(id=\"work\", period=\"2025-26\") }}.",
        "We aim for up by 2 percentage points.",
    ),
    (
        "The figure is {{ record(id=\"homes\") }}, {{ change(id=\"homes\", with=\"figure\") }}.",
        "The figure is the joint lowest of the three figures published, unchanged at 11%.",
    ),
    (
        "In 2022-23 it is {{ value(id=\"homes\", period=\"2022-23\") }}; it has {{ rating(id=\"homes\") }}.",
        "In 2022-23 it is [c] withheld to protect privacy; it has no target.",
    ),
    (
        "There are {{ value(id=\"in-care\") }} children in our care.",
        "There are about 390 children in our care.",
    ),
    (
        "A place costs {{ change(id=\"price\", with=\"figure\") }}, {{ gap(id=\"price\", to=\"target\") }}.",
        "A place costs up £7 to £802 a week, £2 above the target.",
    ),
    (
        "Since April it is {{ change(id=\"fostered\", with=\"basis\") }}.",
        "Since April it is up 7 compared with April to September 2023.",
    ),
    (
        "At first it was {{ rating(id=\"homes\", period=\"2021-22\") }}.",
        "At first it was no target.",
    ),
];

fn site() -> TempSite {
    let site = empty();
    site.write("data/site.yaml", SITE);
    site.write("data/rules.yaml", RULES);
    site.write("data/outcomes/all.yaml", OUTCOMES);
    let sentences = SENTENCES.map(|(written, _)| written).join("\n\n");
    site.write("content/said.md", format!("---\ntitle: Said\n---\n\n{sentences}\n"));
    site
}

#[test]
fn inline_values_read_well_in_the_middle_of_a_sentence() {
    let files = site().build(&[]);
    let page = String::from_utf8(files["said/index.html"].clone()).unwrap();
    let found: Vec<String> =
        between(main_part(&page), "<p>", "</p>").into_iter().map(text).collect();
    for (at, (_, expected)) in SENTENCES.iter().enumerate() {
        assert_eq!(found.get(at).map(String::as_str), Some(*expected), "{found:#?}");
    }
}
