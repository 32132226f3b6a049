//! How figures stand beside targets, others and their own past, in words.

use super::movement::refusal_words;
use super::numerals::{ordinal, small_number};
use super::{Wording, period_words};
use crate::disclosure::{
    Extreme, Gap, MeanOf, NoRecord, NoStanding, PublishedOutcome, Rank, Reach, Record,
    STATISTICAL_NEIGHBOURS,
};
use crate::model::config::SiteConfig;
use crate::model::{Id, Period};
use crate::strings::Strings;

impl Wording<'_> {
    /// How far a figure is from `other`: `4 percentage points below the
    /// target`, `the same as England`.
    pub fn gap(&self, gap: &Gap, other: &str) -> String {
        let by = *gap.by.get();
        let size = self.size(by.abs());
        let key = match () {
            () if gap.is_within => "gap.within",
            () if by.is_zero() => "gap.same",
            () if by.is_sign_negative() => "gap.below",
            () => "gap.above",
        };
        self.strings.say(key, &[("by", &size), ("other", other)])
    }

    /// A place: `third best of 11`, `joint second best of 11`.
    pub fn rank(&self, rank: &Rank) -> String {
        let nth = |place: usize| ordinal(self.strings, place);
        let what = match (rank.place, rank.is_by_merit) {
            (1, true) => self.strings.say("rank.best", &[]),
            (1, false) => self.strings.say("rank.highest", &[]),
            (place, false) if place == rank.of => self.strings.say("rank.lowest", &[]),
            (place, true) => self.strings.say("rank.nth-best", &[("nth", &nth(place))]),
            (place, false) => self.strings.say("rank.nth-highest", &[("nth", &nth(place))]),
        };
        let key = if rank.is_joint { "rank.joint" } else { "rank.alone" };
        self.strings.say(key, &[("place", &what), ("of", &small_number(self.strings, rank.of))])
    }

    /// A record: `the lowest of the last six years`, `the highest since 2019
    /// to 2020`.
    pub fn record(&self, record: &Record, outcome: &PublishedOutcome, period: &Period) -> String {
        let which = self.extreme(record);
        let date = |period: &Period| period_words(self.strings, outcome, period);
        let counted = |key: &str, what: &str, count: usize| {
            let n = small_number(self.strings, count);
            let words = [("which", &*which), ("n", &n), ("what", what), ("period", &date(period))];
            self.strings.say(key, &words)
        };
        match (&record.reach, record.is_latest) {
            (Reach::Since(since), _) => {
                self.strings.say("record.since", &[("which", &which), ("period", &date(since))])
            }
            (Reach::Periods(count), true) => counted("record.last", &self.periods(period), *count),
            (Reach::Periods(count), false) => {
                counted("record.ending", &self.periods(period), *count)
            }
            (Reach::Figures { count, is_all: true }, true) => counted("record.figures", "", *count),
            (Reach::Figures { count, .. }, true) => counted("record.comparable", "", *count),
            (Reach::Figures { count, .. }, false) => counted("record.until", "", *count),
        }
    }

    fn extreme(&self, record: &Record) -> String {
        let which = match record.extreme {
            Extreme::Highest => self.strings.say("record.highest", &[]),
            Extreme::Lowest => self.strings.say("record.lowest", &[]),
        };
        if record.is_joint { self.strings.say("record.joint", &[("which", &which)]) } else { which }
    }

    fn periods(&self, period: &Period) -> String {
        match period {
            Period::Quarter(..) => self.strings.say("record.quarters", &[]),
            Period::Month(..) => self.strings.say("record.months", &[]),
            _ => self.strings.say("record.years", &[]),
        }
    }
}

/// Of how many a mean is: `mean of 9 of 10`.
pub fn mean_words(strings: &Strings, mean: MeanOf) -> String {
    let count = |n: usize| strings.number(n.into());
    strings.say("mean.of", &[("used", &count(mean.used)), ("of", &count(mean.of))])
}

/// The title of a comparator, as a head of a column.
pub fn comparator_title(strings: &Strings, config: &SiteConfig, name: &Id) -> String {
    match config.comparators.get(name.as_str()) {
        Some(title) => title.in_language(strings.language()).to_owned(),
        None => strings.say(&format!("comparator.{name}"), &[]),
    }
}

/// A comparator as it is named in the middle of a sentence.
pub fn comparator_in_sentence(strings: &Strings, config: &SiteConfig, name: &Id) -> String {
    match name.as_str() {
        _ if config.comparators.contains_key(name.as_str()) => {
            comparator_title(strings, config, name)
        }
        "region" => strings.say("gap.region", &[]),
        STATISTICAL_NEIGHBOURS => strings.say("gap.neighbours", &[]),
        _ => comparator_title(strings, config, name),
    }
}

/// Why a figure is not set beside its target or others.
pub fn no_standing_words(strings: &Strings, why: NoStanding) -> String {
    match why {
        NoStanding::NoTarget => strings.say("rating.none", &[]),
        NoStanding::NoBetter => strings.say("rating.none.context", &[]),
        NoStanding::NoOther => strings.say("rating.none.other", &[]),
        NoStanding::Alone => strings.say("rank.none", &[]),
        NoStanding::NoRule => strings.say("rating.none.rule", &[]),
        NoStanding::Refused(refusal) => refusal_words(strings, refusal),
    }
}

/// Why a figure is no record.
pub fn no_record_words(strings: &Strings, why: NoRecord) -> String {
    match why {
        NoRecord::Refused(refusal) => refusal_words(strings, refusal),
        NoRecord::TooFew(count) => {
            strings.say("record.none.few", &[("n", &small_number(strings, count))])
        }
        NoRecord::Level => strings.say("record.none.level", &[]),
        NoRecord::Neither => strings.say("record.none.neither", &[]),
    }
}
