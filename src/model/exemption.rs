//! What the public may not see, and by which law.
//!
//! Sources of the law, each with its numbered descriptions:
//! - England: Local Government Act 1972, Schedule 12A, Part 1, paragraphs 1 to 7;
//! - Wales: the same Schedule, Part 4, paragraphs 12 to 18 (S.I. 2007/969);
//! - Scotland: Local Government (Scotland) Act 1973, Schedule 7A, Part 1,
//!   paragraphs 1 to 15, which has no test of the public interest;
//! - Northern Ireland: Local Government Act (Northern Ireland) 2014, Schedule 6,
//!   Part 1, paragraphs 1 to 7.

use super::config::Nation;
use super::text::Text;
use serde::Deserialize;
use std::ops::RangeInclusive;

/// Whether the public may see something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// It may.
    #[default]
    Public,
    /// It may not: the law of the council's nation lists why.
    Exempt,
}

/// Why the public may not see something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The paragraph of the nation's schedule.
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    pub paragraph: Option<u32>,
    /// The reason.
    pub why: Option<Text>,
    /// Why keeping it exempt outweighs disclosing it.
    pub public_interest: Option<Text>,
    /// Words of it that the public may see all the same, such as its title on
    /// an agenda: the search for leaks lets them through.
    #[serde(default)]
    pub also_public: Vec<Text>,
}

/// What is wrong with an exemption, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, in one line.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// What is wrong with what is said of something that is exempt or public.
pub fn fault(
    visibility: Visibility,
    exemption: Option<&Exemption>,
    nation: Nation,
) -> Option<Fault> {
    match (visibility, exemption) {
        (Visibility::Public, None) => None,
        (Visibility::Public, Some(_)) => Some(Fault {
            message: "an exemption is stated for what the public may see".to_owned(),
            help: "add `visibility: exempt`, or take `exemption` out".to_owned(),
        }),
        (Visibility::Exempt, exemption) => lacking(exemption, nation),
    }
}

fn lacking(exemption: Option<&Exemption>, nation: Nation) -> Option<Fault> {
    let known = Exemption::default();
    let given = exemption.unwrap_or(&known);
    let paragraphs = paragraphs(nation);
    let schedule = schedule(nation);
    let (first, last) = (paragraphs.start(), paragraphs.end());
    if let Some(other) = given.paragraph.filter(|one| !paragraphs.contains(one)) {
        let message = format!("there is no paragraph {other} of {schedule} to exempt something by");
        return Some(Fault { message, help: format!("name one of {first} to {last}") });
    }
    let parts = [
        ("paragraph", given.paragraph.is_none()),
        ("why", given.why.is_none()),
        ("public_interest", given.public_interest.is_none() && has_public_interest_test(nation)),
    ];
    let missing: Vec<String> =
        parts.iter().filter(|part| part.1).map(|part| format!("`{}`", part.0)).collect();
    (!missing.is_empty()).then(|| Fault {
        message: format!("what is exempt states no {}", missing.join(", no ")),
        help: format!(
            "write `exemption:` with `paragraph` ({first} to {last} of {schedule}), `why`, and \
             `public_interest`: why keeping it exempt outweighs disclosing it"
        ),
    })
}

/// The part of the law that lists what may be exempt.
pub fn schedule(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "Part 1 of Schedule 12A to the Local Government Act 1972",
        Nation::Wales => "Part 4 of Schedule 12A to the Local Government Act 1972",
        Nation::Scotland => "Part 1 of Schedule 7A to the Local Government (Scotland) Act 1973",
        Nation::NorthernIreland => {
            "Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) 2014"
        }
    }
}

/// The paragraphs that describe what may be exempt.
pub fn paragraphs(nation: Nation) -> RangeInclusive<u32> {
    match nation {
        Nation::England | Nation::NorthernIreland => 1..=7,
        Nation::Wales => 12..=18,
        Nation::Scotland => 1..=15,
    }
}

/// Whether the law asks if the public interest in keeping something exempt
/// outweighs that in disclosing it.
fn has_public_interest_test(nation: Nation) -> bool {
    nation != Nation::Scotland
}

/// The key, among the theme's strings, of what a paragraph is about: three
/// nations have the same seven.
pub fn description_key(nation: Nation, paragraph: u32) -> String {
    match nation {
        Nation::England | Nation::NorthernIreland => format!("exempt.paragraph-{paragraph}"),
        Nation::Wales => format!("exempt.paragraph-{}", paragraph.saturating_sub(11)),
        Nation::Scotland => format!("exempt.scotland-{paragraph}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(paragraph: u32) -> Exemption {
        let text = || Some(Text::from("a reason"));
        Exemption {
            paragraph: Some(paragraph),
            why: text(),
            public_interest: text(),
            ..Exemption::default()
        }
    }

    #[test]
    fn each_nation_has_its_own_paragraphs() {
        let sound = |nation, paragraph| {
            fault(Visibility::Exempt, Some(&stated(paragraph)), nation).is_none()
        };
        assert!(sound(Nation::England, 1) && sound(Nation::England, 7));
        assert!(!sound(Nation::England, 8) && !sound(Nation::Wales, 3) && sound(Nation::Wales, 14));
        assert!(sound(Nation::Scotland, 15) && !sound(Nation::NorthernIreland, 15));
    }

    #[test]
    fn a_reason_and_the_public_interest_are_stated() {
        let mut one = stated(3);
        one.public_interest = None;
        assert!(fault(Visibility::Exempt, Some(&one), Nation::England).is_some());
        assert_eq!(fault(Visibility::Exempt, Some(&one), Nation::Scotland), None);
        one.why = None;
        assert!(fault(Visibility::Exempt, Some(&one), Nation::Scotland).is_some());
        assert!(fault(Visibility::Exempt, None, Nation::England).is_some());
        assert!(fault(Visibility::Public, Some(&stated(3)), Nation::England).is_some());
    }
}
