//! Marks of charts, read by their places against the axis: the length of a bar
//! or the height of a point can tell what no word does.

use super::key::{Key, Named};
use super::leaks::Leak;
use super::numbers::figure;
use super::seen::{Drawing, Mark, Spot};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// How exactly places are written, in units of the drawing.
const GRAIN: f64 = 0.12;
/// How far the middle of a label may be from the line it stands for.
const NEAR: f64 = 9.0;

/// The size below which a shape stands for a point, and not for a length.
const SMALL: f64 = 14.0;

/// An axis: how places become figures.
#[derive(Debug, Clone, Copy)]
struct Axis {
    /// Whether it runs up the page rather than across it.
    is_upright: bool,
    /// The place and the figure of its first label, and the figures per unit.
    from: (f64, f64),
    scale: f64,
    /// The places it reaches.
    reach: (f64, f64),
    /// How far its lines reach the other way.
    wide: (f64, f64),
}

/// What the marks of `drawing` give away.
pub(super) fn leaks<'k>(key: &'k Key<'_>, drawing: &Drawing) -> Vec<Leak<'k>> {
    let mut context = key.named(&drawing.words);
    drawing.about.iter().for_each(|head| context.join(&key.named(head)));
    let guarded = context.subjects.iter().any(|at| !key.subjects[*at].places.is_empty());
    if !guarded {
        return Vec::new();
    }
    let axes = axes(drawing);
    let labels: Vec<(Spot, Named)> = drawing
        .labels
        .iter()
        .map(|label| (label.at, key.named_whole(&label.text)))
        .filter(|(_, named)| !named.periods.is_empty() || !named.rows.is_empty())
        .collect();
    let mut leaks = Vec::new();
    for mark in drawing.marks.iter().filter(|mark| !is_grid(mark, &drawing.marks)) {
        for axis in &axes {
            let read = readings(mark, axis).into_iter();
            leaks.extend(read.filter_map(|read| leak(key, &labels, &context, axis, read)));
        }
    }
    leaks.dedup_by(|a, b| a.place.name == b.place.name && a.number == b.number);
    leaks
}

/// Whether a mark is one of several straight lines side by side: a grid, which
/// stands for no figure.
fn is_grid(mark: &Mark, all: &[Mark]) -> bool {
    let Some((a, b)) = mark.bounds().filter(|_| !mark.is_closed && mark.corners.len() == 2) else {
        return false;
    };
    let is_level = (b.y - a.y).abs() < GRAIN;
    let same = |(c, d): (Spot, Spot)| match is_level {
        true => (c.x - a.x).abs() < GRAIN && (d.x - b.x).abs() < GRAIN && (d.y - c.y).abs() < GRAIN,
        false => {
            (c.y - a.y).abs() < GRAIN && (d.y - b.y).abs() < GRAIN && (d.x - c.x).abs() < GRAIN
        }
    };
    let straight = all.iter().filter(|mark| !mark.is_closed && mark.corners.len() == 2);
    straight.filter_map(Mark::bounds).filter(|bounds| same(*bounds)).count() >= 3
}

/// What one reading of a mark on an axis gives away.
fn leak<'k>(
    key: &'k Key<'_>,
    labels: &[(Spot, Named)],
    context: &Named,
    axis: &Axis,
    (spot, figure): (Spot, f64),
) -> Option<Leak<'k>> {
    let (across, along) = if axis.is_upright { (spot.y, spot.x) } else { (spot.x, spot.y) };
    let within = |at: f64, (from, to): (f64, f64)| from - GRAIN <= at && at <= to + GRAIN;
    if !within(across, axis.reach) || !within(along, axis.wide) {
        return None;
    }
    let number = near(figure, axis.scale.abs() * GRAIN).filter(|number| !number.is_zero())?;
    let heads = heads(labels, axis, spot);
    let mut around = context.clone();
    if !heads.periods.is_empty() {
        around.periods.clone_from(&heads.periods);
    }
    around.join(&heads);
    told(key, context, &heads, number).filter(|_| !accounted(key, &around, &heads, number))
}

/// Whether the number may be seen in this chart: at that period where it is
/// known, else anywhere in it.
fn accounted(key: &Key<'_>, around: &Named, heads: &Named, number: Decimal) -> bool {
    let mut around = around.clone();
    if heads.periods.is_empty() {
        around.periods.clear();
    }
    around.areas = (0..key.areas.len()).collect();
    for at in &around.subjects {
        let subject = &key.subjects[*at];
        let lines = |own: &[(usize, usize)], heads: &[String]| {
            let all = (0..heads.len()).map(|line| (*at, line)).collect();
            if own.is_empty() { all } else { own.to_vec() }
        };
        let (rows, columns) =
            (lines(&heads.rows, &subject.rows), lines(&heads.columns, &subject.columns));
        let whole = Named { rows, columns, has_total: true, ..around.clone() };
        if key.accounts(&whole, number) {
            return true;
        }
    }
    false
}

/// The withheld place whose figure `number` is, among those the chart is about.
fn told<'k>(key: &'k Key<'_>, context: &Named, heads: &Named, number: Decimal) -> Option<Leak<'k>> {
    context.subjects.iter().find_map(|at| {
        let subject = &key.subjects[*at];
        let mut places = subject.places.iter().filter_map(|place| key.defence.places.get(*place));
        let place = places.find(|place| {
            let period = place
                .period
                .as_ref()
                .and_then(|own| key.periods.iter().position(|other| other == own));
            let in_time = heads.periods.is_empty()
                || period.is_none_or(|period| heads.periods.contains(&period));
            let is_shown = place.is_printed
                && (subject.is_table() || super::key::base(&place.name).ends_with("/value"));
            in_time && is_shown && place.is(number)
        })?;
        Some(Leak { place, subject: *at, number, words: drawing_words(number) })
    })
}

fn drawing_words(number: Decimal) -> String {
    format!("a mark at {number} on the axis")
}

/// What the label below or beside a place names: its period or its row.
fn heads(labels: &[(Spot, Named)], axis: &Axis, spot: Spot) -> Named {
    let away =
        |at: &Spot| if axis.is_upright { (at.x - spot.x).abs() } else { (at.y - spot.y).abs() };
    let near = labels.iter().filter(|(at, _)| away(at) < NEAR);
    let nearest = near.min_by(|a, b| away(&a.0).total_cmp(&away(&b.0)));
    nearest.map(|(_, named)| named.clone()).unwrap_or_default()
}

/// The places of a mark that can stand for a figure, each with that figure: the
/// middle of a small shape, every corner of a line, the length of a bar.
fn readings(mark: &Mark, axis: &Axis) -> Vec<(Spot, f64)> {
    let Some((a, b)) = mark.bounds() else { return Vec::new() };
    let at = |spot: Spot| (spot, axis.figure(if axis.is_upright { spot.y } else { spot.x }));
    if !mark.is_closed {
        return mark.corners.iter().copied().map(at).collect();
    }
    let middle = Spot { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 };
    if b.x - a.x < SMALL && b.y - a.y < SMALL {
        return vec![at(middle)];
    }
    let (end, length) = match axis.is_upright {
        true => (Spot { x: middle.x, y: a.y }, b.y - a.y),
        false => (Spot { x: b.x, y: middle.y }, b.x - a.x),
    };
    vec![(end, (length * axis.scale).abs())]
}

/// The whole number or the one decimal that `figure` can stand for.
fn near(figure: f64, grain: f64) -> Option<Decimal> {
    let close = |number: f64| (number - figure).abs() <= grain.max(1e-6);
    let whole = figure.round();
    let tenth = (figure * 10.0).round() / 10.0;
    let number = if close(whole) { whole } else { Some(tenth).filter(|tenth| close(*tenth))? };
    Decimal::from_f64(number).map(|number| number.round_dp(1).normalize())
}

impl Axis {
    fn figure(&self, across: f64) -> f64 {
        self.from.1 + (across - self.from.0) * self.scale
    }
}

/// The axes that labels with figures make: three or more in a line, evenly
/// spaced.
fn axes(drawing: &Drawing) -> Vec<Axis> {
    let numbers: Vec<(Spot, f64)> = drawing
        .labels
        .iter()
        .filter_map(|label| Some((label.at, figure(&label.text)?.to_f64()?)))
        .collect();
    let mut axes = Vec::new();
    for is_upright in [true, false] {
        let mut sorted: Vec<(f64, f64, f64)> = numbers
            .iter()
            .map(
                |(at, number)| {
                    if is_upright { (at.x, at.y, *number) } else { (at.y, at.x, *number) }
                },
            )
            .collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for line in sorted.chunk_by(|a, b| (a.0 - b.0).abs() < 0.5) {
            runs(line).into_iter().for_each(|run| axes.extend(axis(&run, is_upright, drawing)));
        }
    }
    axes
}

/// Runs of labels with one step of place and figure: an axis each.
fn runs(line: &[(f64, f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    for (_, place, number) in line {
        let fits = runs.last().is_some_and(|run: &Vec<(f64, f64)>| match run.as_slice() {
            [.., a, b] => ((number - b.1) - (b.1 - a.1)).abs() < 1e-6,
            _ => true,
        });
        match runs.last_mut().filter(|_| fits) {
            Some(run) => run.push((*place, *number)),
            None => runs.push(vec![(*place, *number)]),
        }
    }
    runs
}

fn axis(run: &[(f64, f64)], is_upright: bool, drawing: &Drawing) -> Option<Axis> {
    let (first, last) = (run.first()?, run.last()?);
    let length = last.0 - first.0;
    if run.len() < 3 || length.abs() < GRAIN || first.1 == last.1 {
        return None;
    }
    let (shift, wide) = lines(run, is_upright, drawing);
    Some(Axis {
        wide,
        is_upright,
        from: (first.0 + shift, first.1),
        scale: (last.1 - first.1) / length,
        reach: (first.0 + shift, last.0 + shift),
    })
}

/// How far the lines of the grid are from the labels that stand for them, since
/// a label's own place is the foot of its letters; and how far they reach.
fn lines(run: &[(f64, f64)], is_upright: bool, drawing: &Drawing) -> (f64, (f64, f64)) {
    let straight = drawing.marks.iter().filter(|mark| !mark.is_closed).filter_map(Mark::bounds);
    let lines: Vec<(f64, f64, f64)> = straight
        .filter_map(|(a, b)| match is_upright {
            true if b.y - a.y < GRAIN => Some((a.y, a.x, b.x)),
            false if b.x - a.x < GRAIN => Some((a.x, a.y, b.y)),
            _ => None,
        })
        .collect();
    let nearest = |place: f64| {
        let near = lines.iter().filter(|line| (line.0 - place).abs() < NEAR);
        let nearest = near.min_by(|a, b| (a.0 - place).abs().total_cmp(&(b.0 - place).abs()));
        nearest.map(|line| (line.0 - place, (line.1, line.2)))
    };
    let all: Vec<(f64, (f64, f64))> = run.iter().filter_map(|(place, _)| nearest(*place)).collect();
    let first = all.first().copied().unwrap_or((0.0, EVERYWHERE));
    let same = all.len() == run.len() && all.iter().all(|line| (line.0 - first.0).abs() < GRAIN);
    if same { first } else { (0.0, EVERYWHERE) }
}

/// Without limits.
const EVERYWHERE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

/// Where a bar for `number` begins and ends on the first level axis of a
/// drawing.
#[cfg(test)]
pub(super) fn bar(drawing: &Drawing, number: f64) -> Option<(f64, f64)> {
    let axis = axes(drawing).into_iter().find(|axis| !axis.is_upright)?;
    let at = |number: f64| axis.from.0 + (number - axis.from.1) / axis.scale;
    Some((at(0.0), at(number)))
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;

    #[test]
    fn figures_are_read_off_an_axis_by_its_lines_and_labels() {
        let svg = "<svg><path d='M40 100h200M40 60h200M40 20h200'/><text x='36' y='105'>0%</text>\
                   <text x='36' y='65'>5%</text><text x='36' y='25'>10%</text></svg>";
        let axes = axes(&read("a.svg", svg.as_bytes()).drawings[0]);
        assert_eq!(axes.len(), 1);
        assert!((axes[0].figure(76.0) - 3.0).abs() < 1e-9, "{axes:?}");
    }

    #[test]
    fn a_bar_is_as_long_as_its_figure() {
        let svg = "<svg><path d='M10 50v9M60 50v9M110 50v9'/><text x='10' y='70'>0</text><text x='60' y='70'>5</text>\
                   <text x='110' y='70'>10</text><path d='M10 20h40v8h-40Z'/></svg>";
        let drawing = &read("a.svg", svg.as_bytes()).drawings[0];
        let axis = axes(drawing)[0];
        let bar = drawing.marks.iter().find(|mark| mark.is_closed).unwrap();
        assert_eq!(readings(bar, &axis), [(Spot { x: 50.0, y: 24.0 }, 4.0)]);
        assert_eq!(near(4.02, 0.05), Some(Decimal::from(4)));
    }
}
