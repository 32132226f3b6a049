//! Figures that are shown and could give somebody away: what the policy only
//! warns of. What is said here is of true figures, so it goes to the officer and
//! never to an output.

use super::stood::Stood;
use super::{Publication, PublishedOutcome};
use crate::at;
use crate::diagnostic::{Code, Diagnostic, Findings, Severity, codes};
use crate::model::outcome::{Outcome, OutcomeFile, Value};
use crate::model::place::{Part, Place};
use crate::model::policy::{Policy, WithoutBase};
use crate::model::unit::{Unit, UnitWord};
use crate::model::{Day, Id, Period};
use crate::site::Site;
use crate::yaml::Doc;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Reports what `publication` shows of each outcome, as known last, that the
/// policy does not withhold and an officer should think about.
pub(super) fn check(site: &Site, publication: &Publication, findings: &mut Findings) {
    let view = publication.latest();
    let policy = &publication.policy;
    let excepted = excepted(site, policy);
    for doc in &site.outcomes {
        for (i, outcome) in doc.value.outcomes.iter().enumerate() {
            let Some(published) = view.outcomes.get(&outcome.id) else { continue };
            let shown = Shown { doc, i, outcome, published, policy, as_at: view.as_at };
            findings.extend(shown.without_base().into_iter().collect());
            findings.extend(shown.of_few(&excepted).into_iter().collect());
        }
    }
}

/// The figures of the council's own that an exception lets be shown.
fn excepted(site: &Site, policy: &Policy) -> BTreeSet<(Id, Period)> {
    let places = site.places();
    let all = policy.exceptions.iter().filter_map(|one| places.find(&one.cell).ok());
    let own = all.filter_map(|place| match place {
        Place::Outcome { part: Part::Comparator(_), .. } => None,
        Place::Outcome { id, period, .. } => Some((id, period)),
        _ => None,
    });
    own.collect()
}

/// One outcome and what is shown of it.
struct Shown<'a> {
    doc: &'a Doc<OutcomeFile>,
    i: usize,
    outcome: &'a Outcome,
    published: &'a PublishedOutcome,
    policy: &'a Policy,
    as_at: Option<Day>,
}

impl Shown<'_> {
    /// The values of which a figure is shown, each with its place in the file.
    fn values(&self) -> impl Iterator<Item = (usize, &Value)> {
        let shows = |period: &Period| {
            let mut points = self.published.own.points.iter();
            points.any(|point| point.period == *period && point.cell.get().shown().is_some())
        };
        self.outcome.values.iter().enumerate().filter(move |(_, value)| shows(&value.period))
    }

    /// A percentage or rate without the counts behind it: nobody can tell
    /// whether they are small.
    fn without_base(&self) -> Option<Diagnostic> {
        let share =
            matches!(self.outcome.unit, Unit::Known(UnitWord::Percent | UnitWord::RatePer10000));
        let severity = match self.policy.without_base {
            WithoutBase::Warn => Severity::Warning,
            WithoutBase::Refuse => Severity::Error,
            WithoutBase::Allow(_) => return None,
        };
        if !share || self.outcome.already_public.is_some() {
            return None;
        }
        let bare = |value: &Value| value.numerator.is_none() && value.denominator.is_none();
        let found: Vec<_> = self.values().filter(|(_, value)| bare(value)).collect();
        let what = "gives no numerator and denominator, so that small counts would not be noticed";
        let found = self.tell(codes::WITHOUT_BASE, &found, what)?;
        Some(Diagnostic { severity, ..found }.help(
            "give `numerator` and `denominator`; where the figures are public already, say where in \
             `already_public:` on the outcome, or for all of them in `without_base: {allow: why}` of \
             the policy",
        ))
    }

    /// Figures that are true of all, of none, or of all but a few.
    fn of_few(&self, excepted: &BTreeSet<(Id, Period)>) -> Vec<Diagnostic> {
        let free = |period: &Period| excepted.contains(&(self.outcome.id.clone(), period.clone()));
        let parts = |value: &Value| {
            Stood::own(self.outcome, value, self.as_at).and_then(|stood| stood.parts)
        };
        let with = |is: &dyn Fn(Decimal, Decimal) -> bool| {
            let those = self.values().filter(|(_, value)| !free(&value.period));
            let few = |value: &Value| parts(value).is_some_and(|(part, whole)| is(part, whole));
            those.filter(|(_, value)| few(value)).collect::<Vec<_>>()
        };
        let (from, to) =
            (Decimal::from(self.policy.withhold_from), Decimal::from(self.policy.withhold_to));
        let few = with(&|part, whole| (from..=to).contains(&(whole - part)));
        let class = with(&|part, whole| {
            let small = self.outcome.sensitive || self.policy.is_small_group(whole);
            small && (part.is_zero() || part == whole)
        });
        let advice = |key: &str| {
            format!(
                "withhold such figures with `{key}: withhold` in the policy, or let one be \
                 shown with an entry of its `exceptions` for `outcome/{}/PERIOD/numerator`",
                self.outcome.id
            )
        };
        let told = [
            self.tell(codes::SMALL_REMAINDER, &few, "leaves out so few that they could be known")
                .map(|found| found.help(advice("complement"))),
            self.tell(
                codes::ALL_OR_NONE,
                &class,
                "is true of all of a small group, or of none of it",
            )
            .map(|found| found.help(advice("all_or_none"))),
        ];
        told.into_iter().flatten().collect()
    }

    /// One warning for the outcome that names the periods, if there are any.
    fn tell(&self, code: Code, found: &[(usize, &Value)], what: &str) -> Option<Diagnostic> {
        let (at, _) = found.first()?;
        let periods: Vec<String> =
            found.iter().map(|(_, value)| value.period.to_string()).collect();
        let span = self.doc.span(at!["outcomes", self.i, "values", *at]);
        let found = Diagnostic::warning(code, format!("`{}` {what}", self.outcome.id));
        Some(found.at(span).note(format!("for {}", periods.join(", "))))
    }
}
