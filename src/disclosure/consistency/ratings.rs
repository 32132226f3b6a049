//! Ratings that are stated are those that the rules give, and ratings that ask
//! for a text have it.

use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::gap::{NoStanding, target_for};
use crate::disclosure::outcomes::{Point, PublishedOutcome};
use crate::disclosure::protection::Decisions;
use crate::disclosure::published::Cell;
use crate::disclosure::rating::rating;
use crate::model::outcome::{Commentary, Outcome, OutcomeFile};
use crate::model::policy::Policy;
use crate::model::rules::{Need, Rule, RuleSet};
use crate::model::target::{Aim, Target};
use crate::model::{Marker, Period};
use crate::site::Site;
use crate::yaml::Doc;

/// An outcome as it may be seen with all that is known, whatever day a build
/// is asked to show: its ratings follow from what readers can see.
pub(super) struct Rated<'a> {
    doc: &'a Doc<OutcomeFile>,
    i: usize,
    outcome: &'a Outcome,
    published: PublishedOutcome,
    rules: Option<&'a RuleSet>,
}

impl<'a> Rated<'a> {
    pub(super) fn new(
        doc: &'a Doc<OutcomeFile>,
        i: usize,
        outcome: &'a Outcome,
        (policy, decisions): (&Policy, &Decisions),
        rules: Option<&'a RuleSet>,
    ) -> Self {
        let published = PublishedOutcome::of(&doc.file, outcome, policy, decisions, None);
        Self { doc, i, outcome, published, rules }
    }

    pub(super) fn check(&self, site: &Site, findings: &mut Findings) {
        let language = site.config.value.languages.first().map_or("en", |code| code.as_str());
        for (j, value) in self.outcome.values.iter().enumerate() {
            if let Some(stated) = &value.rating {
                let found = self.stated(stated, &value.period, language);
                let span = self.doc.span(at!["outcomes", self.i, "values", j, "rating"]);
                found.into_iter().for_each(|found| findings.push(found.at(span.clone())));
            }
        }
        self.needs(language).into_iter().for_each(|found| findings.push(found));
    }

    /// What is wrong with the rating that is stated for `period`.
    fn stated(&self, stated: &str, period: &Period, language: &str) -> Option<Diagnostic> {
        let wrong = |message: String| Diagnostic::error(codes::STATED_RATING, message);
        let words = |rule: &'a Rule| rule.shows.in_language(language);
        let known: Vec<&str> = self.rules.iter().flat_map(|set| &set.rules).map(words).collect();
        if !known.contains(&stated) {
            let message = format!("no rule gives the rating `{stated}`");
            return Some(wrong(message).suggest(stated, known));
        }
        match rating(&self.published, period, self.rules?) {
            Ok(rule) if words(rule) == stated => None,
            Ok(rule) => Some(
                wrong(format!(
                    "the rating is stated as `{stated}`, but {} is `{}`",
                    self.against_target(period),
                    words(rule)
                ))
                .help("correct the rating, or leave it out: it is worked out from the rules"),
            ),
            Err(why) => Some(
                wrong(format!(
                    "the rating is stated as `{stated}`, but {}",
                    self.unrated(why, period)
                ))
                .help("leave `rating` out"),
            ),
        }
    }

    /// The figure of `period` beside its target.
    fn against_target(&self, period: &Period) -> String {
        let point = self.published.own.at(period);
        let shown = point.and_then(|point| point.cell.get().shown());
        let figure = shown.map_or(String::new(), |shown| shown.number.to_string());
        let target = target_for(&self.published, period).map_or(String::new(), aim);
        format!("{figure} against a target of {target}")
    }

    fn unrated(&self, why: NoStanding, period: &Period) -> String {
        let cell = self.published.own.at(period).map(|point| *point.cell.get());
        match (cell, why) {
            (Some(Cell::Missing(Marker::Confidential)), _) => {
                "the figure is withheld, and a rating would hint at it".to_owned()
            }
            (Some(Cell::Missing(_)) | None, _) => "there is no figure to rate".to_owned(),
            (_, NoStanding::NoTarget) => format!("there is no target for {period}"),
            (_, NoStanding::NoRule) => "no rule rates the figure".to_owned(),
            (Some(Cell::Value(shown)), _) if shown.qualifier.is_some() => {
                "the figure is too rough to rate".to_owned()
            }
            _ => "there is nothing to compare the figure with".to_owned(),
        }
    }

    /// The text that the rating of the last figure asks for and has not got.
    /// The commentary speaks of the last figure, so earlier ones are not asked
    /// about: theirs stood in the editions of their time.
    fn needs(&self, language: &str) -> Option<Diagnostic> {
        let last = self.published.own.last()?;
        let rule = rating(&self.published, &last.period, self.rules?).ok()?;
        let key = missing_key(rule.needs?, self.outcome.commentary.as_ref())?;
        let shows = rule.shows.in_language(language);
        let message = format!(
            "`{}` is rated `{shows}` for {}, which asks for {}",
            self.outcome.id, last.period, key.0
        );
        let found = Diagnostic::warning(codes::RATING_NEEDS, message);
        Some(found.at(self.place(last)).help(format!("add `commentary: {{{}: …}}`", key.1)))
    }

    fn place(&self, point: &Point) -> crate::diagnostic::Span {
        let at = self.outcome.values.iter().position(|value| value.period == point.period);
        self.doc.span(at!["outcomes", self.i, "values", at.unwrap_or_default()])
    }
}

/// What is missing, in words and as a key.
fn missing_key(
    need: Need,
    commentary: Option<&Commentary>,
) -> Option<(&'static str, &'static str)> {
    let has = |test: fn(&Commentary) -> bool| commentary.is_some_and(test);
    let says = |words: &Commentary| words.what.is_some() || words.why.is_some();
    match need {
        Need::Commentary if !has(says) => Some(("a commentary", "why")),
        Need::CorrectiveAction if !has(|words| words.corrective_action.is_some()) => {
            Some(("a corrective action", "corrective_action"))
        }
        _ => None,
    }
}

/// What a target asks for, for the officer.
fn aim(target: &Target) -> String {
    match &target.aim {
        Aim::AtMost(most) => format!("at most {most}"),
        Aim::AtLeast(least) => format!("at least {least}"),
        Aim::Below(most) => format!("below {most}"),
        Aim::Above(least) => format!("above {least}"),
        Aim::Between(low, high) => format!("{low} to {high}"),
        Aim::BetterThan(name) => format!("better than {name}"),
        Aim::IncreaseBy(by) => format!("{by} more than the year before"),
        Aim::None(_) => "none".to_owned(),
    }
}
