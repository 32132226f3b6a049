//! What a generated project holds, so that later parts can mention it.

use super::days::Day;
use super::figures::Unit;

/// Every name that can be mentioned.
#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub(crate) nation: &'static str,
    pub(crate) terms: Vec<String>,
    pub(crate) comparators: Vec<String>,
    pub(crate) rule_sets: Vec<String>,
    pub(crate) themes: Vec<String>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) tables: Vec<Dated>,
    pub(crate) sets: Vec<Dated>,
    pub(crate) reviews: Vec<Dated>,
    pub(crate) ratings: Vec<Dated>,
    pub(crate) meetings: Vec<Dated>,
    pub(crate) templates: Vec<Template>,
    pub(crate) editions: Vec<String>,
    pub(crate) pictures: Vec<String>,
}

/// An outcome, with what can be asked of it.
#[derive(Clone, Debug)]
pub(crate) struct Measure {
    pub(crate) id: String,
    pub(crate) unit: Unit,
    /// Its periods in order, each with the day it is known from.
    pub(crate) own: Vec<Known>,
    pub(crate) others: Vec<(String, Vec<Known>)>,
    /// Whether it has a target for every period.
    pub(crate) aimed: bool,
    /// How its change can be asked for, if its figures can be compared.
    pub(crate) basis: Option<Option<&'static str>>,
}

/// A period, and the day from which its figure is known.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) period: String,
    pub(crate) from: Option<Day>,
}

impl Known {
    pub(crate) fn by(&self, as_at: Option<Day>) -> bool {
        !matches!((self.from, as_at), (Some(from), Some(as_at)) if from > as_at)
    }
}

/// A record with parts, there from a day on.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    pub(crate) id: String,
    pub(crate) from: Option<Day>,
    pub(crate) parts: Vec<String>,
}

/// A template of papers: what its head and its headings ask for.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    pub(crate) name: String,
    /// The key of each field of the head, and the type of its values.
    pub(crate) fields: Vec<(String, &'static str)>,
    pub(crate) headings: Vec<String>,
}

impl Dated {
    pub(crate) fn new(id: &str, from: Option<Day>) -> Self {
        Self { id: id.to_owned(), from, parts: Vec::new() }
    }

    pub(crate) fn by(&self, as_at: Option<Day>) -> bool {
        !matches!((self.from, as_at), (Some(from), Some(as_at)) if from > as_at)
    }
}

impl World {
    /// What was there by the day `as_at`.
    pub(crate) fn by(&self, as_at: Option<Day>) -> Self {
        let mut world = self.clone();
        for register in [
            &mut world.tables,
            &mut world.sets,
            &mut world.reviews,
            &mut world.ratings,
            &mut world.meetings,
        ] {
            register.retain(|record| record.by(as_at));
        }
        for measure in &mut world.measures {
            measure.own.retain(|known| known.by(as_at));
            measure.others.retain(|(_, series)| series.iter().any(|known| known.by(as_at)));
        }
        world
    }

    /// The members of every set or review, as `set/member`.
    pub(crate) fn members(of: &[Dated]) -> Vec<String> {
        of.iter()
            .flat_map(|whole| whole.parts.iter().map(move |part| format!("{}/{part}", whole.id)))
            .collect()
    }

    /// Statutory principles of the nation.
    pub(crate) fn principles(&self) -> &'static [&'static str] {
        match self.nation {
            "england" => {
                &["health", "views", "heard", "services", "aspirations", "stability", "adulthood"]
            }
            "scotland" => &["alert", "assess", "promote", "opportunities", "access", "improve"],
            "wales" => &["health", "protection", "education", "relationships", "rights", "home"],
            _ => &["health", "play", "learning", "stability", "economic", "equality"],
        }
    }
}
