//! The findings of the checker in words, with both figures and what to do.

use super::date::When;
use super::facts::Fact;
use super::moves::Move;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::disclosure::PublishedOutcome;
use crate::model::{Id, Period};
use crate::strings::Strings;
use crate::wording::Wording;
use rust_decimal::Decimal;

/// Says findings about one outcome.
pub(super) struct Teller<'a> {
    pub(super) strings: &'a Strings,
    pub(super) outcome: &'a PublishedOutcome,
}

impl Teller<'_> {
    fn title(&self) -> &str {
        self.outcome.title.in_language(self.strings.language())
    }

    fn period(&self, period: &Period) -> String {
        self.strings.period(period, self.outcome.period_type)
    }

    fn number(&self, number: Decimal) -> String {
        Wording::of(self.strings, self.outcome).number(number)
    }

    /// A typed figure that is none of `facts`; `tied` if it had to be one of
    /// a certain time or area.
    pub(super) fn value(&self, said: &str, facts: &[Fact], tied: bool) -> Diagnostic {
        let known =
            facts.iter().rev().find(|fact| fact.period.is_some() && (tied || fact.area.is_none()));
        let Some(fact) = known else { return self.disagrees(said, "no published figure says so") };
        let figure = Wording::of(self.strings, self.outcome).in_sentence(&fact.cell);
        let period = fact.period.as_ref().map(|period| self.period(period)).unwrap_or_default();
        let area = fact.area.as_ref().map(|area| format!(" of `{area}`")).unwrap_or_default();
        let published = match tied {
            true => format!("the figure{area} for {period} is {figure}"),
            false => format!("no published figure says so, and the one for {period} is {figure}"),
        };
        self.disagrees(said, &published).help(self.advice(fact, tied))
    }

    fn disagrees(&self, said: &str, published: &str) -> Diagnostic {
        let message = format!("`{said}` disagrees with “{}”: {published}", self.title());
        Diagnostic::warning(codes::TYPED_FIGURE, message).help("correct one of the two")
    }

    fn advice(&self, fact: &Fact, tied: bool) -> String {
        let period = fact.period.as_ref().filter(|_| tied);
        let period = period.map(|period| format!(", period=\"{period}\"")).unwrap_or_default();
        let of = fact.area.as_ref().map(|area| format!(", of=\"{area}\"")).unwrap_or_default();
        let id = &self.outcome.id;
        format!("write `{{{{ value(id=\"{id}\"{period}{of}) }}}}`, or correct one of the two")
    }

    /// A typed target that is none.
    pub(super) fn target(&self, said: &str) -> Diagnostic {
        let title = |name: &Id| name.to_string();
        let words = Wording::of(self.strings, self.outcome);
        let mut aims: Vec<String> =
            self.outcome.targets.iter().map(|target| words.target(target, title)).collect();
        aims.dedup();
        let published = format!("its targets are {}", aims.join(", "));
        let id = &self.outcome.id;
        let help = format!("write `{{{{ target(id=\"{id}\") }}}}`, or correct one of the two");
        self.disagrees(said, &published).help(help)
    }

    /// A typed size of a change that none has.
    pub(super) fn change(&self, code: Code, said: &str, moved: &Move, why: &str) -> Diagnostic {
        let title = self.title();
        let message = format!("`{said}` disagrees with “{title}”: {}{why}", self.moved(moved));
        Diagnostic::warning(code, message).help(self.change_advice())
    }

    fn change_advice(&self) -> String {
        let id = &self.outcome.id;
        format!("write `{{{{ change(id=\"{id}\") }}}}`, or correct one of the two")
    }

    /// `it went from 77% in 2023 to 2024 to 83% in 2024 to 2025`.
    fn moved(&self, moved: &Move) -> String {
        let (earlier, later) = moved.ends();
        let by = moved.by().normalize();
        let points = match (self.outcome.unit.is_percent(), by.abs() == Decimal::ONE) {
            (true, true) => " percentage point",
            (true, false) => " percentage points",
            _ => "",
        };
        let part = moved.per_hundred().map(|part| part.round_dp(1).normalize());
        let part = part.map(|part| format!(", or {part}%")).unwrap_or_default();
        format!(
            "it went from {} in {} to {} in {}, which is {by}{points}{part}",
            self.number(earlier),
            self.period(&moved.from),
            self.number(later),
            self.period(&moved.to),
        )
    }

    /// A direction word that the figures contradict.
    pub(super) fn direction(&self, said: &str, moved: &Move) -> Diagnostic {
        self.change(codes::TYPED_DIRECTION, said, moved, "")
            .help("correct the word, or the figures")
    }

    /// Two typed figures for one time, of which no published one can tell.
    pub(super) fn conflict(&self, said: &str, other: &str, file: &str, when: When) -> Diagnostic {
        let when = match when {
            When::Years(year) => Period::Years(year).to_string(),
            _ => String::new(),
        };
        let title = self.title();
        let message = format!("`{said}` for {when} of “{title}” is `{other}` elsewhere");
        Diagnostic::warning(codes::CONFLICT_OF_FIGURES, message)
            .note(format!("the other stands in {file}"))
            .help("correct one of the two, or add the figure to the outcome's values")
    }
}
