//! The counts of outcomes: counts themselves, numerators and denominators, and
//! what one part of a year added to the parts before.

use super::super::defence::Names;
use super::super::primary::{Rule, guards_rest, is_unsafe, rule_of_count, rule_of_share};
use super::super::stood::Stood;
use super::book::{Book, Share};
use super::counts::{Kind, Wanted, cost};
use super::names::part_name;
use super::told;
use crate::model::outcome::{Outcome, Value};
use crate::model::unit::{Unit, UnitWord};
use crate::model::{Day, Period};
use crate::protect::{CountId, Relation};
use crate::site::Site;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Adds what is known of all outcomes on `day`.
pub(super) fn add(book: &mut Book<'_>, site: &Site, day: Option<Day>) {
    for outcome in site.outcomes.iter().flat_map(|doc| &doc.value.outcomes) {
        add_one(book, outcome, day);
    }
}

/// Adds what is known of an outcome on `day`.
pub(super) fn add_one(book: &mut Book<'_>, outcome: &Outcome, day: Option<Day>) {
    let known: Vec<(&Value, Stood)> = outcome
        .values
        .iter()
        .filter_map(|value| Some((value, Stood::own(outcome, value, day)?)))
        .filter(|(_, stood)| stood.missing.is_none())
        .collect();
    for (value, stood) in &known {
        Adder { book, outcome, value, stood, day }.add();
    }
    if outcome.cumulative {
        increments(book, outcome, &known);
    }
}

/// Adds one value as it stood.
struct Adder<'b, 'a> {
    book: &'b mut Book<'a>,
    outcome: &'b Outcome,
    value: &'b Value,
    stood: &'b Stood,
    day: Option<Day>,
}

/// A whole number of people; `None` for what is no count.
pub(super) fn whole(number: Decimal) -> Option<i64> {
    number.fract().is_zero().then(|| number.to_i64()).flatten().filter(|count| *count >= 0)
}

impl Adder<'_, '_> {
    fn add(&mut self) {
        if self.outcome.unit.is_count() {
            self.count();
        } else if let Some(parts) = self.stood.parts {
            self.parts(parts);
        } else {
            self.without_parts();
        }
    }

    fn name(&self, part: &str) -> String {
        part_name(&self.outcome.id, &self.value.period, part, self.stood.until)
    }

    fn names(&self, part: &str, unit: Unit, is_printed: bool) -> Names {
        let titles = std::iter::once(&self.outcome.title).chain(&self.outcome.short);
        Names {
            name: self.name(part),
            titles: titles.cloned().collect(),
            row: None,
            column: None,
            period: Some(self.value.period.clone()),
            unit,
            is_printed,
            views: Vec::new(),
        }
    }

    fn counted(&self, part: &str, is_printed: bool) -> Names {
        self.names(part, Unit::Known(UnitWord::Count), is_printed)
    }

    /// A count that stands by itself.
    fn count(&mut self) {
        let Some(number) = self.stood.number else { return };
        let rule = rule_of_count(self.book.policy, number);
        let Some(count) = whole(number) else { return };
        if rule.is_none() && !self.outcome.cumulative && !self.is_spoken_of(&["value"]) {
            return;
        }
        let wanted = Wanted::Print { rule, cost: cost(Kind::Figure, count) };
        let id = self.book.count(self.counted("value", true), count, wanted);
        self.cap_by_areas(id);
    }

    /// A count is at most that of an area which the council is part of, where
    /// that is known and shown. An area with fewer than its part tells nothing true.
    fn cap_by_areas(&mut self, id: CountId) {
        let areas = ["england", "wales", "scotland", "northern-ireland", "region"];
        let all = self.outcome.comparators.iter();
        let around = all.filter(|(name, _)| areas.contains(&name.as_str()));
        let figures = around.filter_map(|(_, series)| series.get_key_value(&self.value.period));
        let numbers = figures
            .filter_map(|figure| Stood::others(self.outcome, figure, None, self.day)?.number);
        let shown = numbers.filter(|number| !is_unsafe(self.book.policy, *number));
        let truth = self.book.system.counts[id.0].truth;
        let counts = shown.filter_map(whole).filter(|most| *most >= truth);
        if let Some(most) = counts.min() {
            self.book.cap(id, most);
        }
    }

    /// Whether a link or a ledger speaks of any of the parts.
    fn is_spoken_of(&self, parts: &[&str]) -> bool {
        let plain = |part| part_name(&self.outcome.id, &self.value.period, part, None);
        parts.iter().map(|part| plain(part)).any(|name| {
            let frozen = self.book.told.get(&name);
            self.book.linked.contains(&name) || frozen == Some(&told::Frozen::Withheld)
        })
    }

    /// A share with its numerator and denominator. Where nothing is small and
    /// nothing else speaks of it, there is nothing to decide.
    fn parts(&mut self, (numerator, denominator): (Decimal, Decimal)) {
        let sensitive = self.outcome.sensitive;
        let rule = rule_of_share(self.book.policy, numerator, denominator, sensitive);
        let spoken_of = self.is_spoken_of(&["value", "numerator", "denominator"]);
        if rule.is_none() && !spoken_of && !self.outcome.cumulative {
            return;
        }
        let counts = whole(numerator).zip(whole(denominator));
        let Some((n, d)) = counts else {
            // A mean of half points has no count to protect but its base.
            return rule.into_iter().for_each(|rule| self.withhold(rule));
        };
        let of_base = rule_of_count(self.book.policy, denominator);
        let wanted = Wanted::Print { rule, cost: cost(Kind::Figure, n) };
        let top = self.book.count(self.counted("numerator", true), n, wanted);
        let wanted = Wanted::Print { rule: of_base, cost: cost(Kind::Whole, d) };
        let base = self.book.count(self.counted("denominator", true), d, wanted);
        self.share([top, base]);
        self.rest(top, base, d - n);
    }

    fn share(&mut self, parts: [CountId; 2]) {
        let Some(truth) = self.stood.number else { return };
        let names = self.names("value", self.outcome.unit.clone(), true);
        let plain = super::names::plain(&names.name).to_owned();
        let frozen = self.book.told.get(&plain).cloned();
        let is_told = matches!(frozen, Some(told::Frozen::Figure(_)));
        if let Some(told::Frozen::Figure(shown)) = frozen {
            told::bound(self.book, &names.name, parts, shown, &self.outcome.unit);
        }
        self.book.share(Share { parts, names, truth, is_told });
    }

    /// Those whom a share leaves out: what remains of its base.
    fn rest(&mut self, top: CountId, base: CountId, rest: i64) {
        let whole = Unit::Known(UnitWord::RatePer10000) == self.outcome.unit;
        if rest < 0 || !(self.outcome.unit.is_percent() || whole) {
            return;
        }
        let guarded = guards_rest(self.book.policy, self.outcome.sensitive)
            && is_unsafe(self.book.policy, rest.into())
            && self.book.exception(&self.name("numerator")).is_none();
        let wanted = if guarded { Wanted::Guarded } else { Wanted::Free };
        let left = self.book.count(self.counted("rest", false), rest, wanted);
        self.book.relate(self.name("rest"), sum(&[top, left], base, false));
    }

    /// An earlier figure whose parts nobody gave: those of the later one say
    /// whether it is safe.
    fn without_parts(&mut self) {
        let judge = |(n, d)| rule_of_share(self.book.policy, n, d, self.outcome.sensitive);
        let parts = self.stood.judged_by(self.outcome, self.value);
        if let Some(rule) = parts.into_iter().find_map(judge) {
            self.book.others.insert(self.name("value"), rule);
        }
    }

    fn withhold(&mut self, rule: Rule) {
        for part in ["value", "numerator"] {
            self.book.others.insert(self.name(part), rule);
        }
    }
}

/// `parts` make `total`.
pub(super) fn sum(parts: &[CountId], total: CountId, is_sum: bool) -> Relation {
    let terms = parts.iter().map(|part| (*part, 1)).chain([(total, -1)]).collect();
    Relation { terms, low: Some(0), high: Some(0), is_sum }
}

/// What each part of a year added to the parts before: the difference of two
/// year-to-date figures, which every reader can work out.
fn increments(book: &mut Book<'_>, outcome: &Outcome, known: &[(&Value, Stood)]) {
    let of_share = ["numerator", "denominator"];
    let parts: &[&str] = if outcome.unit.is_count() { &["value"] } else { &of_share };
    for pair in known.windows(2) {
        let [(before, then), (after, now)] = pair else { continue };
        if !is_same_year(&before.period, &after.period) {
            continue;
        }
        for part in parts {
            let name = |value: &Value, stood: &Stood| {
                part_name(&outcome.id, &value.period, part, stood.until)
            };
            increment(book, [&name(before, then), &name(after, now)], &after.period);
        }
    }
}

fn increment(book: &mut Book<'_>, [first, second]: [&str; 2], period: &Period) {
    let Some((a, b)) = book.find(first).zip(book.find(second)) else { return };
    let truth = |id: CountId| book.system.counts[id.0].truth;
    let added = truth(b) - truth(a);
    if added < 0 {
        return;
    }
    let guarded = is_unsafe(book.policy, added.into());
    let names = Names {
        name: format!("{second}/added-to/{first}"),
        row: None,
        column: None,
        period: Some(period.clone()),
        unit: Unit::Known(UnitWord::Count),
        is_printed: false,
        ..book.entries[b.0].names[0].clone()
    };
    let wanted = if guarded { Wanted::Guarded } else { Wanted::Free };
    let relation = names.name.clone();
    let id = book.count(names, added, wanted);
    book.relate(relation, sum(&[a, id], b, true));
}

/// Whether two parts of a year are of the same year.
pub(in crate::disclosure) fn is_same_year(before: &Period, after: &Period) -> bool {
    match (before, after) {
        (Period::Quarter(a, ..), Period::Quarter(b, ..)) => a == b,
        (Period::Month(year, month), Period::Month(other, later)) => {
            financial_year(*year, *month) == financial_year(*other, *later)
        }
        _ => false,
    }
}

/// The year in which the financial year of a month begins.
fn financial_year(year: i16, month: i8) -> i16 {
    if month < 4 { year.saturating_sub(1) } else { year }
}
