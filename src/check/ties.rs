//! Which date and which area of a sentence a figure is of.

use super::date::{Date, When};
use super::lexicon::Lexicon;
use super::sentence::Sentence;
use crate::model::Id;
use std::ops::Range;

/// What a figure is tied to.
#[derive(Clone, Debug, Default)]
pub(super) struct Tie {
    /// The time it is of.
    pub(super) when: Option<When>,
    /// The area it is of.
    pub(super) area: Option<Id>,
    /// Whether the sentence names some area, of this figure or of another.
    pub(super) near_area: bool,
}

/// What the figure at `at` of `sentence` is tied to.
pub(super) fn tie(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Tie {
    let dates: Vec<&Date> = sentence.dates.iter().filter(|date| date.ties).collect();
    let places: Vec<Range<usize>> = dates.iter().map(|date| date.tokens.clone()).collect();
    let areas: Vec<Range<usize>> = sentence.areas.iter().map(|area| area.tokens.clone()).collect();
    let date =
        pair(sentence, &places, at, lexicon).or_else(|| leading(sentence, &places, at, lexicon));
    let area = pair(sentence, &areas, at, lexicon);
    Tie {
        when: date.and_then(|date| dates.get(date)).map(|date| date.when),
        area: area.and_then(|area| sentence.areas.get(area)).map(|area| area.id.clone()),
        near_area: !sentence.areas.is_empty(),
    }
}

/// The mark that goes with the figure at `at`. As many marks as figures go
/// together in order; else a mark goes with the figure just before it, and one
/// that has none before it, or is set beside it, with the next.
fn pair(
    sentence: &Sentence<'_>,
    marks: &[Range<usize>],
    at: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let figures = &sentence.figures;
    if figures.len() == marks.len() {
        return Some(at);
    }
    marks.iter().position(|mark| {
        let before = figures.iter().rposition(|figure| figure.tokens.end <= mark.start);
        let next = figures.iter().position(|figure| figure.tokens.start >= mark.end);
        let between = before.map(|before| figures[before].tokens.end..mark.start);
        let owner = match between.map(|between| stands(sentence, between, lexicon)) {
            Some(Stands::Close) => before,
            Some(Stands::AfterComma) => next.or(before),
            Some(Stands::Beside) | None => next,
        };
        owner == Some(at)
    })
}

/// How a mark stands to the figure before it.
enum Stands {
    Close,
    AfterComma,
    /// Far away, or after a word of comparing.
    Beside,
}

fn stands(sentence: &Sentence<'_>, between: Range<usize>, lexicon: &Lexicon) -> Stands {
    let compares = between.clone().any(|at| lexicon.compare.begins(sentence.words(at)).is_some());
    let comma = between.clone().any(|at| sentence.word(at) == ",");
    match (between.len() > 8 || compares, comma) {
        (true, _) => Stands::Beside,
        (false, true) => Stands::AfterComma,
        (false, false) => Stands::Close,
    }
}

/// The one date of a sentence that begins with it is of every figure, but not
/// of those that others are set beside.
fn leading(
    sentence: &Sentence<'_>,
    dates: &[Range<usize>],
    at: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let figure = sentence.figures.get(at)?;
    let first = sentence.figures.first()?;
    let alone = dates.len() == 1 && dates[0].end <= first.tokens.start;
    let beside = (dates.first()?.end..figure.tokens.start)
        .any(|at| lexicon.compare.begins(sentence.words(at)).is_some());
    (alone && !beside).then_some(0)
}
