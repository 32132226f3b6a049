//! Addresses lead to places and back, and what is not there is named.

use super::*;
use crate::diagnostic::Findings;
use crate::model::outcome::OutcomeFile;
use crate::model::table::TableFile;
use crate::yaml;

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let mut findings = Findings::new();
    let doc = yaml::read(&yaml::Text::file("a.yaml", text), &mut findings);
    assert!(!findings.has_errors(), "{findings:?}");
    doc.unwrap().value
}

fn tables() -> TableFile {
    read(
        "tables:\n  - id: homes\n    title: Homes\n    rows: [Foster home, Under 18/19, total]\n    \
         columns: [Boys, 19/Girls]\n    totals: {row: true, column: true}\n    \
         counts: [[1, 2], [3, 4], [5, 6]]\n  - id: odd\n    title: Odd\n    rows: [a, a/b]\n    \
         columns: [b/c, c]\n    counts: [[1, 2], [3, 4]]\n",
    )
}

fn outcomes() -> OutcomeFile {
    read(
        "theme: {id: a, title: A}\noutcomes:\n  - id: visits\n    title: Visits\n    unit: percent\n    \
         polarity: higher-is-better\n    values:\n      - {period: 2023-24, value: 50}\n      \
         - {period: 2022-12-01/2023-11-30, numerator: 10, denominator: 20}\n    \
         comparators:\n      england: {2023-24: 60}\n",
    )
}

fn find(address: &str) -> Result<Place, NoPlace> {
    let (tables, outcomes) = (tables(), outcomes());
    Places::of(&tables.tables, &outcomes.outcomes).find(address)
}

#[test]
fn addresses_lead_to_places_and_back() {
    let (tables, outcomes) = (tables(), outcomes());
    let places = Places::of(&tables.tables, &outcomes.outcomes);
    for address in [
        "table/homes/Foster home/Boys",
        "table/homes/Under 18/19/Boys",
        "table/homes/Under 18/19/19/Girls",
        "table/homes/Foster home/total",
        "outcome/visits/2023-24/value",
        "outcome/visits/2022-12-01/2023-11-30/numerator",
        "outcome/visits/2023-24/england",
        "prose/2024-25/health#para-3.1",
        "prose/#a-label",
        "prose/scrutiny-2010/3",
    ] {
        let place = places.find(address).unwrap_or_else(|no| panic!("{address}: {no:?}"));
        assert_eq!(places.address(&place), address);
    }
}

#[test]
fn a_cell_that_could_be_two_is_refused() {
    for address in ["table/odd/a/b/c", "table/homes/total/Boys"] {
        let message = find(address).unwrap_err().message;
        assert!(message.contains("could be 2 cells"), "{message}");
    }
}

#[test]
fn what_is_not_there_is_named_with_what_is() {
    for (address, message, known) in [
        ("table/house/Foster home/Boys", "there is no table `house`", "homes"),
        (
            "table/homes/Foster home/Boy",
            "the table `homes` has no cell `Foster home/Boy`",
            "Foster home/Boys",
        ),
        ("table/odd/a/total", "the table `odd` has no cell `a/total`", "a/b/c"),
        ("outcome/visit/2023-24/value", "there is no outcome `visit`", "visits"),
        ("outcome/visits/2021-22/value", "`visits` has no figure for `2021-22`", "2023-24"),
        (
            "outcome/visits/2023-24/numerator",
            "`visits` gives no numerator for `2023-24`",
            "2022-12-01/2023-11-30",
        ),
        ("outcome/visits/2022-23/england", "`visits` gives no england for `2022-23`", "2023-24"),
        ("pledge/a", "`pledge/a` is not the address of a place", "table"),
    ] {
        let no = find(address).unwrap_err();
        assert_eq!(no.message, message);
        assert!(no.near.unwrap().1.iter().any(|near| near == known), "{address}");
    }
    for address in [
        "outcome/visits/value",
        "outcome/visits/2023-24/A b",
        "prose/2024-25#",
        "prose/",
        "table",
        "",
    ] {
        assert!(find(address).is_err(), "{address}");
    }
}
