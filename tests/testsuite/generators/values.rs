//! Inline values that have an answer on the day a page shows.

use super::days::Day;
use super::tape::Tape;
use super::world::{Dated, Known, Measure, World};

/// What a page can ask.
pub(crate) struct Asker<'a> {
    pub(crate) world: &'a World,
    /// The day whose knowledge the page shows.
    pub(crate) as_at: Option<Day>,
    pub(crate) labels: &'a [String],
}

impl Asker<'_> {
    /// An inline value, if there is anything to ask.
    pub(crate) fn value(&self, tape: &mut Tape) -> Option<String> {
        let (name, keywords) = match tape.below(8) {
            0 => ("value", self.value_of(tape)?),
            1 => ("value", self.value_of_others(tape)?),
            2 => ("direction", self.change(tape)?),
            3 => {
                let with = tape.maybe(2, |tape| tape.pick(&["figure", "basis"]).to_owned());
                let with = with.map(|with| ("with", with));
                ("change", self.change(tape)?.into_iter().chain(with).collect())
            }
            4 => ("target", self.target(tape)?),
            5 => ("rating", self.value_of(tape)?),
            6 => ("count", self.count(tape)),
            _ if tape.once_in(2) => ("para", vec![("label", tape.pick_any(self.labels)?)]),
            _ => ("term", vec![("name", tape.pick_any(&self.world.terms)?)]),
        };
        Some(call(tape, name, keywords))
    }

    fn known<'k>(&self, all: &'k [Known]) -> Vec<&'k Known> {
        all.iter().filter(|known| known.by(self.as_at)).collect()
    }

    fn value_of(&self, tape: &mut Tape) -> Option<Keywords> {
        let measure = tape.pick_any(&self.world.measures)?;
        let known = tape.pick_any(&self.known(&measure.own))?.period.clone();
        Some(with_period(tape, &measure, known))
    }

    fn value_of_others(&self, tape: &mut Tape) -> Option<Keywords> {
        let measure = tape.pick_any(&self.world.measures)?;
        let (name, series) = tape.pick_any(&measure.others)?;
        let known = tape.pick_any(&self.known(&series))?.period.clone();
        let mut keywords = with_period(tape, &measure, known);
        keywords.push(("of", name));
        Some(keywords)
    }

    /// A change between two neighbours that are both known.
    fn change(&self, tape: &mut Tape) -> Option<Keywords> {
        let measure = tape.pick_any(&self.world.measures)?;
        let basis = measure.basis?;
        let pairs: Vec<&[Known]> = measure
            .own
            .windows(2)
            .filter(|pair| pair.iter().all(|known| known.by(self.as_at)))
            .collect();
        let later = tape.pick_any(&pairs)?[1].period.clone();
        let mut keywords = vec![("id", measure.id), ("period", later)];
        keywords.extend(basis.map(|basis| ("basis", basis.to_owned())));
        Some(keywords)
    }

    fn target(&self, tape: &mut Tape) -> Option<Keywords> {
        let measure = tape.pick_any(&self.world.measures)?;
        let known = self.known(&measure.own).last()?.period.clone();
        measure.aimed.then(|| with_period(tape, &measure, known))
    }

    fn count(&self, tape: &mut Tape) -> Keywords {
        let there = |of: &[Dated]| -> Vec<String> {
            let there = of.iter().filter(|whole| whole.by(self.as_at));
            there.map(|whole| whole.id.clone()).collect()
        };
        let set = tape.pick_any(&there(&self.world.sets)).filter(|_| tape.once_in(2));
        if let Some(set) = set {
            return vec![
                ("kind", "pledges".to_owned()),
                ("set", set),
                ("status", "kept".to_owned()),
            ];
        }
        let review = tape.pick_any(&there(&self.world.reviews)).filter(|_| tape.once_in(2));
        let status = tape.maybe(2, |tape| tape.pick(&super::reviews::STATUSES).to_owned());
        let all = [
            Some(("kind", "recommendations".to_owned())),
            review.map(|id| ("review", id)),
            status.map(|s| ("status", s)),
        ];
        all.into_iter().flatten().collect()
    }
}

type Keywords = Vec<(&'static str, String)>;

/// The outcome, and its period most of the time.
fn with_period(tape: &mut Tape, measure: &Measure, period: String) -> Keywords {
    let mut keywords = vec![("id", measure.id.clone())];
    if !tape.once_in(4) {
        keywords.push(("period", period));
    }
    keywords
}

/// The call as typed by one hand or another.
pub(crate) fn call(tape: &mut Tape, name: &str, mut keywords: Keywords) -> String {
    if tape.once_in(3) {
        keywords.reverse();
    }
    let quote = tape.pick(&["\"", "\"", "\"", "'"]);
    let equals = tape.pick(&["=", "=", " = "]);
    let written: Vec<String> =
        keywords.iter().map(|(key, value)| format!("{key}{equals}{quote}{value}{quote}")).collect();
    let (comma, edge) = (tape.pick(&[", ", ", ", ","]), tape.pick(&["", "", " "]));
    let (open, close) =
        tape.pick(&[("{{ ", " }}"), ("{{ ", " }}"), ("{{", "}}"), ("{{- ", " -}}")]);
    format!("{open}{name}({edge}{}{edge}){close}", written.join(comma))
}
