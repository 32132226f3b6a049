//! Tables as they were seen, each cell at the address it shows: worked out from
//! captions and heads alone, as a reader would.

use super::key::{Key, Named};
use super::numbers::figure;
use super::seen::{Grid, GridCell, GridRow};
use super::words::folded;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A number.
    Number(Decimal),
    /// That it is withheld.
    Withheld,
    /// That nothing is there to count.
    NotApplicable,
    /// That it is low: it rounds to zero and is not.
    Low,
    /// Something else.
    Other,
}

/// Where a cell belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Where {
    /// The outcome or table.
    pub(super) subject: usize,
    /// The address.
    pub(super) place: String,
}

/// A cell that was seen.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Its address; `None` in a table that is nobody's.
    pub(super) at: Option<Where>,
    /// What it shows.
    pub(super) what: What,
    /// Whether a number in it can be a count: it has no sign of a percentage.
    pub(super) is_count: bool,
    /// Which row and column.
    pub(super) row: usize,
    pub(super) column: usize,
}

/// A grid, read.
#[derive(Debug)]
pub(super) struct Laid {
    /// Its cells, row by row. A cell that shows two figures is there twice.
    pub(super) cells: Vec<Cell>,
    /// The row and the column of totals.
    pub(super) total_row: Option<usize>,
    pub(super) total_column: Option<usize>,
    /// What its caption, rows and columns name.
    pub(super) caption: Named,
    pub(super) rows: Vec<Named>,
    pub(super) columns: Vec<Named>,
}

/// What the text of a cell shows.
pub(super) fn what(text: &str, is_data: bool) -> What {
    let text = text.trim();
    let marked =
        |symbol: &str, letter: &str| text.starts_with(symbol) || (is_data && text == letter);
    match () {
        () if marked("[c]", "c") => What::Withheld,
        () if marked("[z]", "z") => What::NotApplicable,
        () if marked("[low]", "low") || marked("[k]", "k") => What::Low,
        () => figure(text).map_or(What::Other, What::Number),
    }
}

/// Reads `grid`, which stands in the file `path`.
pub(super) fn lay(key: &Key<'_>, grid: &Grid, path: &str) -> Laid {
    let (rows, total_row) = named(key, grid.rows.iter().map(|row| &row.head));
    let (columns, total_column) = named(key, grid.head.iter().skip(1));
    let caption = key.named(&grid.caption);
    let mut laid = Laid { cells: Vec::new(), total_row, total_column, caption, rows, columns };
    laid.cells = match Layout::of(key, grid, &laid.caption, path) {
        Layout::Data(columns) => data(key, grid, &columns),
        Layout::Table(lines) => cells(grid, |row, column| lines.place(key, row, column)),
        Layout::Figures => figures(key, grid, &laid.caption),
    };
    laid
}

/// What each of `heads` names, and which is nothing but the word for a total.
/// Rows of one outcome stand together in a data file, under one head.
fn named<'g>(
    key: &Key<'_>,
    heads: impl Iterator<Item = &'g String>,
) -> (Vec<Named>, Option<usize>) {
    let (mut all, mut total): (Vec<Named>, _) = (Vec::new(), None);
    let mut last = None;
    for (at, head) in heads.enumerate() {
        let named = match all.last().filter(|_| last == Some(head)) {
            Some(same) => same.clone(),
            None => {
                let (named, is_total) = key.named_or_total(head);
                total = total.or(is_total.then_some(at));
                named
            }
        };
        all.push(named);
        last = Some(head);
    }
    (all, total)
}

/// What kind of table it is.
enum Layout {
    /// A data file of outcomes: where its columns are.
    Data(Columns),
    /// A table of counts.
    Table(Lines),
    /// Anything else; figures of outcomes, perhaps.
    Figures,
}

/// Where the columns of a data file are.
#[derive(Clone, Copy)]
struct Columns {
    area: usize,
    period: usize,
    value: usize,
    numerator: Option<usize>,
    denominator: Option<usize>,
}

/// Which row and column of a table of counts each line shows; `None` is a total.
struct Lines {
    subject: usize,
    rows: Vec<Option<usize>>,
    columns: Vec<Option<usize>>,
}

impl Layout {
    fn of(key: &Key<'_>, grid: &Grid, caption: &Named, path: &str) -> Self {
        let column = |name: &str| grid.head.iter().position(|head| head == name);
        if let (Some(0), Some(area), Some(period), Some(value)) =
            (column("outcome"), column("area"), column("period"), column("value"))
        {
            let (numerator, denominator) = (column("numerator"), column("denominator"));
            return Self::Data(Columns { area, period, value, numerator, denominator });
        }
        let mut tables = key
            .tables
            .iter()
            .filter(|at| grid.is_data || caption.subjects.contains(at))
            .filter_map(|at| Lines::of(key, grid, *at))
            .collect::<Vec<_>>();
        if tables.len() > 1 {
            let id = |lines: &Lines| {
                key.subjects[lines.subject].address.trim_start_matches("table/").to_owned()
            };
            tables.retain(|lines| path.contains(&id(lines)));
        }
        match tables.pop() {
            Some(lines) if tables.is_empty() => Self::Table(lines),
            _ => Self::Figures,
        }
    }
}

impl Lines {
    /// The lines of the table `subject`, if `grid` has its heads and no others.
    fn of(key: &Key<'_>, grid: &Grid, subject: usize) -> Option<Self> {
        let heads = &key.subjects[subject];
        if grid.head.len() < 2 || heads.columns.len() > grid.head.len() {
            return None;
        }
        let columns = grid
            .head
            .iter()
            .skip(1)
            .map(|head| line(key, head, &heads.columns))
            .collect::<Option<_>>()?;
        let rows =
            grid.rows.iter().map(|row| line(key, &row.head, &heads.rows)).collect::<Option<_>>()?;
        Some(Self { subject, rows, columns })
    }

    fn place(&self, key: &Key<'_>, row: usize, column: usize) -> Option<Where> {
        let place =
            key.subjects[self.subject].cell(*self.rows.get(row)?, *self.columns.get(column)?);
        Some(Where { subject: self.subject, place })
    }
}

/// Which of `heads` is meant; the inner `None` is a total.
fn line(key: &Key<'_>, head: &str, heads: &[String]) -> Option<Option<usize>> {
    let words = folded(head);
    match heads.iter().position(|known| known == head || folded(known) == words) {
        Some(at) => Some(Some(at)),
        None => key.named_whole(head).has_total.then_some(None),
    }
}

/// The cells of a grid, each at the place that `at` gives.
fn cells(grid: &Grid, at: impl Fn(usize, usize) -> Option<Where>) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (row, line) in grid.rows.iter().enumerate() {
        for (column, cell) in line.cells.iter().enumerate() {
            let what = what(&cell.text, grid.is_data);
            let is_count = !cell.text.contains(['%', '£']);
            cells.push(Cell { at: at(row, column), what, is_count, row, column });
        }
    }
    cells
}

/// The cells of a data file of outcomes.
fn data(key: &Key<'_>, grid: &Grid, columns: &Columns) -> Vec<Cell> {
    let parts = [
        (Some(columns.value), "value"),
        (columns.numerator, "numerator"),
        (columns.denominator, "denominator"),
    ];
    let mut known = HashMap::new();
    let mut area = |row: &GridRow| {
        let head = row.cells.get(columns.area - 1)?.text.as_str();
        *known.entry(head.to_owned()).or_insert_with(|| area_of(key, head))
    };
    let areas: Vec<Option<Option<usize>>> = grid.rows.iter().map(&mut area).collect();
    cells(grid, |row, column| {
        let (_, part) = parts.iter().find(|(at, _)| *at == Some(column + 1))?;
        let line = grid.rows.get(row)?;
        let subject = key.find_subject(&format!("outcome/{}", line.head))?;
        let text =
            |column: usize| line.cells.get(column - 1).map(|cell: &GridCell| cell.text.as_str());
        let period = text(columns.period)?;
        let part = match (*areas.get(row)?)? {
            None => (*part).to_owned(),
            Some(area) => key.areas.get(area).filter(|_| *part == "value")?.clone(),
        };
        Some(Where { subject, place: format!("{}/{period}/{part}", key.subjects[subject].address) })
    })
}

/// The area that a head names; the inner `None` is the council itself.
fn area_of(key: &Key<'_>, head: &str) -> Option<Option<usize>> {
    let named = key.named_whole(head);
    if named.has_council {
        return Some(None);
    }
    named.areas.first().map(|area| Some(*area))
}

/// The cells of a table of figures of outcomes, by period and area.
fn figures(key: &Key<'_>, grid: &Grid, caption: &Named) -> Vec<Cell> {
    let rows: Vec<Named> = grid.rows.iter().map(|row| key.named_whole(&row.head)).collect();
    let columns: Vec<Named> = grid.head.iter().skip(1).map(|head| key.named_whole(head)).collect();
    let at =
        |row: usize, column: usize| figure_at(key, caption, rows.get(row)?, columns.get(column)?);
    let mut found = cells(grid, at);
    let bases: Vec<Cell> =
        found.iter().filter_map(|cell| bases(key, grid, caption, &rows, cell)).flatten().collect();
    found.extend(bases);
    found
}

fn figure_at(key: &Key<'_>, caption: &Named, row: &Named, column: &Named) -> Option<Where> {
    let is_named = |head: &Named| *head != Named::default();
    if !is_named(row) || !is_named(column) {
        return None;
    }
    let mut heads = row.clone();
    heads.join(column);
    let one = |inner: &[usize], outer: &[usize]| match (inner, outer) {
        ([one], _) | ([], [one]) => Some(*one),
        _ => None,
    };
    let subject =
        one(&heads.subjects, &caption.subjects).filter(|at| !key.subjects[*at].is_table())?;
    let period = key.periods.get(one(&heads.periods, &caption.periods)?)?;
    let part = match heads.areas.as_slice() {
        [] => "value",
        [area] => key.areas.get(*area)?,
        _ => return None,
    };
    Some(Where { subject, place: format!("{}/{period}/{part}", key.subjects[subject].address) })
}

/// The two counts that `48 of 482` shows beside a figure.
fn bases(
    key: &Key<'_>,
    grid: &Grid,
    caption: &Named,
    rows: &[Named],
    cell: &Cell,
) -> Option<[Cell; 2]> {
    let text = &grid.rows.get(cell.row)?.cells.get(cell.column)?.text;
    let (numerator, denominator) = text.split_once(" of ")?;
    let numbers = (figure(numerator)?, figure(denominator)?);
    let [subject] = caption.subjects.as_slice() else { return None };
    let [period] = rows.get(cell.row)?.periods.as_slice() else { return None };
    let address = format!("{}/{}", key.subjects[*subject].address, key.periods.get(*period)?);
    let part = |part: &str, number| Cell {
        at: Some(Where { subject: *subject, place: format!("{address}/{part}") }),
        what: What::Number(number),
        is_count: true,
        ..cell.clone()
    };
    Some([part("numerator", numbers.0), part("denominator", numbers.1)])
}
