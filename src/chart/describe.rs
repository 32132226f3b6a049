//! The chart in words, from the same figures as the drawing.
//!
//! It is the text alternative: who cannot see the chart reads what it shows,
//! why anything is missing, and what is provisional. The author may add a
//! sentence, never take one away.

use super::{Chart, Kind, Point, Series, notes};
use crate::strings::Strings;

mod bar;
mod dot;
mod every;
mod line;
mod multiples;
mod stacked;
mod trend;
mod words;

use words::Periods;

/// The sentences, in reading order.
pub(super) fn describe(chart: &Chart, strings: &Strings) -> Vec<String> {
    let mut sentences = match chart.kind {
        Kind::Line => line::sentences(chart, strings),
        Kind::Bar => bar::sentences(chart, strings),
        Kind::Stacked => stacked::sentences(chart, strings),
        Kind::Dot => dot::sentences(chart, strings),
        Kind::SmallMultiples => multiples::sentences(chart, strings),
    };
    sentences.extend(flags(chart, strings));
    sentences.extend(notes::polarity(chart, strings));
    sentences.extend(author(chart));
    sentences
}

/// The subtitle, for a sentence that has its own full stop.
fn subtitle(chart: &Chart) -> &str {
    chart.subtitle.trim().trim_end_matches('.')
}

fn author(chart: &Chart) -> Option<String> {
    let text = chart.author_text.as_deref()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A property of some figures that the reader has to know.
type Flag = (&'static str, fn(&Point) -> bool);

const FLAGS: [Flag; 3] = [
    ("chart.provisional", Point::is_provisional),
    ("chart.revised", |point| point.shown().is_some_and(|shown| shown.revised)),
    ("chart.estimated", |point| point.shown().is_some_and(|shown| shown.estimated)),
];

/// Which figures are provisional, revised or estimated.
fn flags(chart: &Chart, strings: &Strings) -> Vec<String> {
    let mut sentences = Vec::new();
    for (key, has) in FLAGS {
        for series in chart.series.iter().chain(&chart.reference) {
            let marked = Periods::having(chart, series, has);
            sentences.extend(marked.sentence(key, &series.name, strings));
        }
    }
    sentences
}

/// Which figures are missing and why, reason by reason.
fn missing(chart: &Chart, series: &Series, strings: &Strings) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for point in series.points.iter().filter(|point| point.number().is_none()) {
        let reason = point.reason(Some(strings));
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let sentence = |reason: String| {
        let same =
            |point: &Point| point.number().is_none() && point.reason(Some(strings)) == reason;
        let periods = Periods::having(chart, series, same).names(strings);
        let args = [("name", series.name.as_str()), ("periods", &periods), ("reason", &reason)];
        strings.say("chart.gap", &args)
    };
    reasons.into_iter().map(sentence).collect()
}

/// What was aimed for.
fn target(chart: &Chart, strings: &Strings) -> Option<String> {
    let target = chart.target.as_ref()?;
    Some(strings.say("chart.target", &[("value", &target.text)]))
}

/// The highest and the lowest figure of a series, and where they are.
struct Ends<'a> {
    name: &'a str,
    high: String,
    high_at: String,
    low: String,
    low_at: String,
}

impl Ends<'_> {
    fn args(&self) -> [(&str, &str); 5] {
        [
            ("name", self.name),
            ("high", &self.high),
            ("high_at", &self.high_at),
            ("low", &self.low),
            ("low_at", &self.low_at),
        ]
    }
}

/// The ends of a series; of two figures they need not be said.
fn ends<'a>(chart: &Chart, series: &'a Series, strings: &Strings) -> Option<Ends<'a>> {
    let numbers: Vec<_> = series.figures().map(|(_, _, shown)| shown.number).collect();
    let (high, low) = (numbers.iter().max()?, numbers.iter().min()?);
    if high == low || numbers.len() < 3 {
        return None;
    }
    let side = |number| {
        let at = Periods::having(chart, series, |point| point.number() == Some(number));
        let texts: Vec<String> = at.texts(series);
        (strings.list(&texts), at.names(strings))
    };
    let ((high, high_at), (low, low_at)) = (side(*high), side(*low));
    Some(Ends { name: &series.name, high, high_at, low, low_at })
}

/// The highest and the lowest figure of a series over time, unless it breaks
/// between: figures on the two sides are not comparable.
fn extremes(chart: &Chart, series: &Series, key: &str, strings: &Strings) -> Option<String> {
    let at = || series.figures().map(|(n, ..)| n);
    let between = at().next()? + 1..=at().next_back()?;
    if chart.breaks_of(series).iter().any(|n| between.contains(n)) {
        return None;
    }
    Some(strings.say(key, &ends(chart, series, strings)?.args()))
}
