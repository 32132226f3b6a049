//! The names of the lines, at their ends.
//!
//! A reader should not have to look a line up in a key, so each is named where
//! it ends. Only if the names are too long for the room are they put in a key
//! above the plot, and then the ends keep their figures.

use super::plan::{Plan, plot_height};
use crate::chart::canvas::Canvas;
use crate::chart::notes::{EDGE, block};
use crate::chart::root::Variant;
use crate::chart::scale::{Scale, coordinate};
use crate::chart::spread::{Wish, spread};
use crate::chart::svg::Anchor;
use crate::chart::swatch::Swatch;
use crate::chart::text::{LINE, fits, height, px, widest, wrap};
use crate::chart::{Chart, Point, Series};
use crate::strings::Strings;

/// A label beside the end of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct End {
    /// A sample of its line.
    swatch: Swatch,
    pub(super) lines: Vec<String>,
    /// Its top, from the top of the plot.
    pub(super) top: i32,
    /// Whether it stands away from the end of its line, and needs a sample of
    /// the line to be matched with it.
    pub(super) adrift: bool,
}

/// An entry of the key above the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    slot: usize,
    pub(super) lines: Vec<String>,
}

/// How the lines are named.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Names {
    pub(super) ends: Vec<End>,
    pub(super) key: Vec<Entry>,
}

/// Between a line, a sample and words.
const GAP: i32 = px(6);
/// Between two labels.
const APART: i32 = px(4);
/// A label may be moved this far and still be seen to belong to its line.
const NEAR: i32 = px(5);
/// A label of more lines than this is no longer read at a glance.
const MOST_LINES: usize = 3;

/// A label before it has a place.
struct Draft {
    swatch: Swatch,
    words: String,
    /// Where on the scale its line ends.
    share: f64,
    /// Whether its line stops before the last period.
    early: bool,
}

impl Names {
    pub(super) fn new(chart: &Chart, scale: &Scale, strings: &Strings, variant: Variant) -> Self {
        let full = drafts(chart, scale, strings, true);
        if fit(&full, variant) {
            return Self { ends: place(full, variant), key: Vec::new() };
        }
        let short = drafts(chart, scale, strings, false);
        Self { ends: place(short, variant), key: key(chart, variant) }
    }

    /// The room that the ends need to the right of the plot.
    pub(super) fn room(&self) -> i32 {
        let words = self.ends.iter().map(|end| widest(&end.lines)).max().unwrap_or(0);
        self.indent() + words + EDGE
    }

    /// From the plot to the words at the ends.
    fn indent(&self) -> i32 {
        if self.with_samples() { GAP + sample_width() + GAP } else { GAP }
    }

    fn with_samples(&self) -> bool {
        self.ends.iter().any(|end| end.adrift)
    }

    /// The height of the key.
    pub(super) fn key_height(&self) -> i32 {
        height(self.key.iter().map(|entry| entry.lines.len()).sum())
    }
}

fn key(chart: &Chart, variant: Variant) -> Vec<Entry> {
    let room = variant.width() - EDGE - sample_width() - GAP - EDGE;
    let entry = |series: &Series| Entry { slot: series.slot, lines: wrap(&series.name, room) };
    chart.series.iter().map(entry).collect()
}

fn drafts(chart: &Chart, scale: &Scale, strings: &Strings, named: bool) -> Vec<Draft> {
    let target = chart.target.as_ref().map(|target| Draft {
        swatch: Swatch::Target,
        words: strings.say("chart.label.target", &[("value", &target.text)]),
        share: scale.share(coordinate(target.number)),
        early: false,
    });
    let series =
        chart.series.iter().filter_map(|series| draft(chart, series, scale, strings, named));
    series.chain(target).collect()
}

/// The label of a series: at its last figure, or at the foot if it has none.
fn draft(
    chart: &Chart,
    series: &Series,
    scale: &Scale,
    strings: &Strings,
    named: bool,
) -> Option<Draft> {
    let last = series.figures().next_back();
    let n = last.map_or(series.points.len(), |(n, ..)| n + 1).checked_sub(1)?;
    let early = n + 1 < series.points.len();
    let share = last.map_or(0.0, |(_, _, shown)| scale.share(coordinate(shown.number)));
    let value = figure(chart, series.points.get(n)?, n, strings);
    let words = if named {
        strings.say("chart.label.end", &[("name", &series.name), ("value", &value)])
    } else {
        value
    };
    Some(Draft { swatch: Swatch::Line(series.slot), words, share, early: early || last.is_none() })
}

/// The figure at the end of a line, with its period if that is not the last.
fn figure(chart: &Chart, point: &Point, n: usize, strings: &Strings) -> String {
    match chart.categories.get(n) {
        Some(period) if n + 1 < chart.categories.len() => {
            strings.say("chart.label.earlier", &[("value", &point.text), ("period", period)])
        }
        _ => point.text.clone(),
    }
}

/// How long a sample of a line is.
fn sample_width() -> i32 {
    Swatch::Target.width()
}

/// The widest that a label may be.
fn limit(variant: Variant) -> i32 {
    variant.pick(px(170), px(104))
}

/// Whether the labels are short enough to stand at the ends.
fn fit(drafts: &[Draft], variant: Variant) -> bool {
    let lines = |draft: &Draft| wrap(&draft.words, limit(variant)).len();
    let total: i32 = drafts.iter().map(|draft| height(lines(draft)) + APART).sum();
    total <= plot_height(variant)
        && drafts.iter().all(|draft| fits(&draft.words, limit(variant), MOST_LINES))
}

fn place(drafts: Vec<Draft>, variant: Variant) -> Vec<End> {
    let room = plot_height(variant);
    let lines: Vec<_> = drafts.iter().map(|draft| wrap(&draft.words, limit(variant))).collect();
    let wish = |(draft, lines): (&Draft, &Vec<String>)| {
        let middle = ((1.0 - draft.share) * f64::from(room)).round() as i32;
        let height = height(lines.len()) + APART;
        Wish { top: middle - height / 2, height }
    };
    let wishes: Vec<Wish> = drafts.iter().zip(&lines).map(wish).collect();
    let tops = spread(&wishes, -LINE / 2..room + LINE / 2);
    let parts = drafts.into_iter().zip(lines).zip(wishes.iter().zip(tops));
    parts
        .map(|((draft, lines), (wish, top))| End {
            swatch: draft.swatch,
            lines,
            top: top + APART / 2,
            adrift: draft.early || (top - wish.top).abs() > NEAR,
        })
        .collect()
}

/// Draws the labels at the ends of the lines.
pub(super) fn draw_ends(canvas: &Canvas, plan: &Plan) {
    let edge = plan.frame.width - plan.frame.right;
    canvas.group("labels", || {
        for end in &plan.names.ends {
            let top = plan.frame.top + end.top;
            if plan.names.with_samples() {
                let middle = top + height(end.lines.len()) / 2;
                canvas.svg(|svg| end.swatch.draw(svg, (edge + GAP, middle)));
            }
            let at = (edge + plan.names.indent(), top);
            canvas.svg(|svg| block(svg, "", Anchor::Start, at, &end.lines));
        }
    });
}

/// Draws the key above the plot, if there is one.
pub(super) fn draw_key(canvas: &Canvas, plan: &Plan) {
    if plan.names.key.is_empty() {
        return;
    }
    let mut top = plan.key_top;
    canvas.group("key", || {
        for entry in &plan.names.key {
            let at = (EDGE + sample_width() + GAP, top);
            canvas.svg(|svg| Swatch::Line(entry.slot).draw(svg, (EDGE, top + LINE / 2)));
            canvas.svg(|svg| block(svg, "", Anchor::Start, at, &entry.lines));
            top += height(entry.lines.len());
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::chart::fixture::{self, Report};

    #[test]
    fn short_names_stand_at_the_ends() {
        let chart = fixture::line(&[("Us", &["10", "20"]), ("England", &["15", "80"])]);
        let report = Report::of(&fixture::drawn(&chart).narrow);
        assert!(report.says("Us 20%") && report.says("England 80%"));
        assert_eq!(report.count("key"), 0);
    }

    #[test]
    fn long_names_move_to_a_key_and_leave_the_figures() {
        let long = "Statistical neighbours of the county council";
        let chart = fixture::line(&[("Us", &["10", "20"]), (long, &["15", "80"])]);
        let drawing = fixture::drawn(&chart);
        assert_eq!(Report::of(&drawing.wide).count("key"), 0);
        let narrow = Report::of(&drawing.narrow);
        assert_eq!(narrow.count("key"), 1);
        assert!(narrow.says("80%"));
    }

    #[test]
    fn a_line_that_ends_early_says_when() {
        let chart = fixture::line(&[("Us", &["10", "20", "[c]"])]);
        assert!(Report::of(&fixture::drawn(&chart).wide).says("Us 20% (2019)"));
    }

    #[test]
    fn labels_that_had_to_move_show_a_sample_of_their_line() {
        let chart = fixture::line(&[("Us", &["10", "20"]), ("England", &["15", "20"])]);
        let report = Report::of(&fixture::drawn(&chart).wide);
        assert_eq!(report.count("l"), 4);
    }
}
