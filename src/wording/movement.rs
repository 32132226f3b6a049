//! How figures moved, in words.

use super::{Wording, period_words};
use crate::disclosure::{Cell, Change, Judgement, PublishedOutcome, Refusal};
use crate::strings::Strings;

impl Wording<'_> {
    /// A change in words: `up 3 percentage points`.
    pub fn change(&self, change: &Change) -> String {
        let by = *change.by.get();
        if by.is_zero() {
            return self.strings.say("change.same", &[]);
        }
        let size = self.size(by.abs());
        self.strings
            .say(if by.is_sign_negative() { "change.down" } else { "change.up" }, &[("by", &size)])
    }

    /// A change with the figure it leads to: `up 3 percentage points to 63%`.
    pub fn change_to(&self, change: &Change, figure: &Cell) -> String {
        let figure = self.in_sentence(figure);
        if change.by.get().is_zero() {
            return self.strings.say("change.same.at", &[("figure", &figure)]);
        }
        let change = self.change(change);
        self.strings.say("change.to", &[("change", &change), ("figure", &figure)])
    }

    /// A change with what it is measured from: `up 3 percentage points
    /// compared with 2022 to 2023`.
    pub fn change_on(&self, outcome: &PublishedOutcome, change: &Change) -> String {
        let basis = basis_words(self.strings, outcome, change);
        let change = self.change(change);
        self.strings.say("change.on", &[("change", &change), ("basis", &basis)])
    }
}

/// Why two figures are not compared.
pub fn refusal_words(strings: &Strings, refusal: Refusal) -> String {
    let key = match refusal {
        Refusal::NoEarlier => "change.refused.no-earlier",
        Refusal::NoYearBefore => "change.refused.no-year-before",
        Refusal::NotConsecutive => "change.refused.not-consecutive",
        Refusal::Missing => "change.refused.missing",
        Refusal::Withheld => "change.refused.withheld",
        Refusal::Break => "change.refused.break",
        Refusal::Inexact => "change.refused.inexact",
        Refusal::Unlike => "change.refused.unlike",
        Refusal::NotStated => "change.refused.not-stated",
        Refusal::ToDate => "change.refused.to-date",
    };
    strings.say(key, &[])
}

/// Better, worse, or the same.
pub fn judgement_words(strings: &Strings, judgement: Judgement) -> String {
    let key = match judgement {
        Judgement::Improved => "judgement.improved",
        Judgement::Worsened => "judgement.worsened",
        Judgement::Same => "judgement.same",
        Judgement::Neither => "judgement.neither",
    };
    strings.say(key, &[])
}

/// What a change is measured from: `compared with 2023 to 2024`, or `since
/// 2019 to 2020` in the longer view.
pub fn basis_words(strings: &Strings, outcome: &PublishedOutcome, change: &Change) -> String {
    let key = if change.is_long { "change.since" } else { "change.basis" };
    strings.say(key, &[("period", &period_words(strings, outcome, &change.from))])
}
