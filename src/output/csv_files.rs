//! Figures as CSV: one row for each, as numbers, with markers in their place.

use super::Renderer;
use super::cx::Cx;
use super::figures::flags;
use crate::disclosure::{Base, Cell, Point, PublishedOutcome, PublishedTable};
use crate::model::Unit;
use crate::model::unit::UnitWord;

/// The columns of a file of outcomes.
const OUTCOME_COLUMNS: [&str; 12] = [
    "outcome",
    "title",
    "area",
    "period",
    "value",
    "qualifier",
    "unit",
    "flags",
    "numerator",
    "denominator",
    "mean_used",
    "mean_of",
];

/// The bytes of a CSV file with these rows.
fn write(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing to memory fails only when memory does.
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}

/// A figure as data: the plain number, or its marker.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Value(shown) => shown.number.to_string(),
        Cell::Missing(marker) => marker.slug().to_owned(),
    }
}

fn unit(cx: &Cx<'_>, outcome: &PublishedOutcome) -> String {
    match &outcome.unit {
        Unit::Known(UnitWord::Percent) => "percent".to_owned(),
        Unit::Known(word) => word.slug().to_owned(),
        Unit::Other(words) => cx.say(words),
    }
}

/// Whether a row is wanted, by its area and period.
pub(super) type Wanted<'f> = &'f dyn Fn(Option<&str>, &Point) -> bool;

fn outcome_rows(cx: &Cx<'_>, outcome: &PublishedOutcome, wanted: Wanted<'_>) -> Vec<Vec<String>> {
    let council = cx.council();
    let own = outcome
        .own
        .points
        .iter()
        .filter(|point| wanted(None, point))
        .map(|point| (council.clone(), point));
    let others = outcome.comparators.iter().flat_map(|(name, series)| {
        let points = series.points.iter().filter(|point| wanted(Some(name.as_str()), point));
        points.map(|point| (cx.comparator(name), point))
    });
    let neighbours = outcome.neighbours.iter().flat_map(|other| {
        let points = other.series.points.iter().filter(|point| wanted(Some(&other.name), point));
        points.map(|point| (other.name.clone(), point))
    });
    own.chain(others)
        .chain(neighbours)
        .map(|(area, point)| outcome_row(cx, outcome, area, point))
        .collect()
}

fn outcome_row(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    area: String,
    point: &Point,
) -> Vec<String> {
    let cell = point.cell.get();
    let qualifier =
        cell.shown().and_then(|shown| shown.qualifier).map_or("", |qualifier| qualifier.slug());
    let flags: Vec<&str> =
        flags(cell).iter().map(|symbol| symbol.trim_matches(['[', ']'])).collect();
    let base = |pick: fn(&Base) -> &Cell| {
        point.base.as_ref().map(|base| plain(pick(base))).unwrap_or_default()
    };
    vec![
        outcome.id.to_string(),
        cx.say(&outcome.title),
        area,
        point.period.to_string(),
        plain(cell),
        qualifier.to_owned(),
        unit(cx, outcome),
        flags.join(" "),
        base(|base| base.numerator.get()),
        base(|base| base.denominator.get()),
        point.mean_of.map(|mean| mean.used.to_string()).unwrap_or_default(),
        point.mean_of.map(|mean| mean.of.to_string()).unwrap_or_default(),
    ]
}

/// Writes the figures of `outcomes` beside the page, as `NAME.csv`, and gives
/// its path.
pub(super) fn outcomes(
    cx: &Cx<'_>,
    name: &str,
    outcomes: &[&PublishedOutcome],
    wanted: Wanted<'_>,
) -> String {
    let head = OUTCOME_COLUMNS.iter().map(ToString::to_string).collect();
    let rows = outcomes.iter().flat_map(|outcome| outcome_rows(cx, outcome, wanted));
    put(cx, name, &write(std::iter::once(head).chain(rows)))
}

/// Writes a table of counts beside the page, and gives its path.
pub(super) fn table(cx: &Cx<'_>, name: &str, table: &PublishedTable) -> String {
    let mut columns: Vec<String> = table.columns.iter().map(|column| cx.say(column)).collect();
    let total = cx.t("table.total");
    if table.has_total_column {
        columns.push(total.clone());
    }
    let head = std::iter::once(String::new()).chain(columns).collect();
    let rows = table.rows.iter().map(|row| named(cx.say(&row.head), &row.cells));
    let totals = table.totals.iter().map(|cells| named(total.clone(), cells));
    put(cx, name, &write(std::iter::once(head).chain(rows).chain(totals)))
}

fn named(head: String, cells: &[crate::disclosure::Published<Cell>]) -> Vec<String> {
    std::iter::once(head).chain(cells.iter().map(|cell| plain(cell.get()))).collect()
}

/// Writes rows of words and numbers beside the page, and gives their path.
pub(super) fn rows(cx: &Cx<'_>, name: &str, rows: Vec<Vec<String>>) -> String {
    put(cx, name, &write(rows.into_iter()))
}

fn put(cx: &Cx<'_>, name: &str, bytes: &[u8]) -> String {
    let path = cx.beside(&format!("{name}.csv"));
    cx.put(&path, bytes);
    cx.count(|made| made.data_files += 1);
    path
}

/// Writes every figure of every outcome, as `data/outcomes.csv`.
pub(super) fn all_outcomes(renderer: &Renderer<'_>) {
    let latest = renderer.publication.latest;
    let cx = Cx::new(renderer, "data/index.html".to_owned(), "data/site.yaml".into(), latest);
    let all: Vec<&PublishedOutcome> = cx
        .view()
        .themes
        .iter()
        .flat_map(|theme| theme.outcomes.iter().filter_map(|id| cx.view().outcomes.get(id)))
        .collect();
    if !all.is_empty() {
        outcomes(&cx, "outcomes", &all, &|_, _| true);
    }
}
