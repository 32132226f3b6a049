//! Files of tables of counts.

use super::days::{self, Day, Period, Shape};
use super::figures::{self, MARKERS};
use super::inlines;
use super::tape::Tape;
use super::words;
use super::world::{Dated, World};
use super::yaml::{Node, Record};

pub(crate) fn file(tape: &mut Tape, world: &mut World, most: usize) -> Node {
    let tables = tape.list(1, most, |tape| table(tape, world));
    Node::map([("tables", Node::List(tables))])
}

fn table(tape: &mut Tape, world: &mut World) -> Node {
    let id = words::id(tape, "table", world.tables.len());
    let (rows, columns) = (tape.below(5), 1 + tape.below(4));
    let (record, from) = head(tape, &id);
    let record = record
        .with("rows", heads(tape, rows, "17 to 18"))
        .with("columns", heads(tape, columns, "Suitable"))
        .maybe(tape, 2, "totals", totals);
    let record = with_counts(tape, record, rows, columns);
    let shared = tape.maybe(4, |_| shared(&id)).filter(|_| rows > 0);
    let notes = words::evidence(tape, 0);
    world.tables.push(Dated::new(&id, from));
    record.with_any("shares_cells_with", shared).list(tape, "notes", notes).node(tape)
}

/// What stands above the counts, and the day from which they are known.
fn head(tape: &mut Tape, id: &str) -> (Record, Option<Day>) {
    let (title, period, known) =
        (words::text(tape), tape.maybe(2, period), tape.maybe(6, days::day));
    let from = known.or(period.as_ref().and_then(|period| period.end));
    let record = Record::new()
        .with("id", Node::word(id))
        .with("title", title)
        .with_any("period", period.map(|period| Node::word(period.word)))
        .with_any("known", known.map(Node::word))
        .maybe(tape, 4, "definition", inlines::prose)
        .maybe(tape, 2, "unit", |_| Node::word("count"))
        .maybe(tape, 3, "source", |tape| words::source(tape, None));
    (record.maybe(tape, 6, "sensitive", words::yes_or_no), from)
}

fn period(tape: &mut Tape) -> Period {
    let year = tape.between(2009, 2024);
    Shape::any(tape).period(year, 0)
}

/// The heads of rows or columns, the first of them known, no two alike.
fn heads(tape: &mut Tape, count: usize, first: &str) -> Node {
    let others = (1..count).map(|at| Node::text(format!("{} {at}", words::line(tape, 6))));
    let first = (count > 0).then(|| Node::text(first));
    Node::List(first.into_iter().chain(others).collect())
}

fn with_counts(tape: &mut Tape, record: Record, rows: usize, columns: usize) -> Record {
    let row = |tape: &mut Tape| (0..columns).map(|_| cell(tape)).collect();
    let counts: Vec<Vec<String>> = (0..rows).map(|_| row(tape)).collect();
    let stated = tape.maybe(4, |tape| stated(tape, &counts, columns));
    let stated = stated.filter(|_| counts.iter().flatten().all(|cell| cell.len() < 12));
    let counts = counts.iter().map(|row| Node::words(row)).collect();
    record.with_any("stated_totals", stated).with("counts", Node::List(counts))
}

fn cell(tape: &mut Tape) -> String {
    if tape.once_in(8) { tape.pick(&MARKERS).to_owned() } else { figures::count(tape) }
}

fn totals(tape: &mut Tape) -> Node {
    let totals = Record::new().maybe(tape, 2, "row", words::yes_or_no);
    totals.maybe(tape, 2, "column", words::yes_or_no).node(tape)
}

/// Totals as printed: right where every part is a figure, else any figure.
fn stated(tape: &mut Tape, counts: &[Vec<String>], columns: usize) -> Node {
    let row: Vec<String> = (0..columns).map(|at| sum(counts.iter().map(|row| &row[at]))).collect();
    let column: Vec<String> = counts.iter().map(|row| sum(row.iter())).collect();
    let all = sum(counts.iter().flatten());
    let stated = Record::new().maybe(tape, 2, "row", |_| Node::words(&row));
    let stated = stated.maybe(tape, 2, "column", |_| Node::words(&column));
    stated.maybe(tape, 2, "all", |_| Node::word(all)).node(tape)
}

fn sum<'a>(cells: impl Iterator<Item = &'a String>) -> String {
    let whole = cells.filter_map(|cell| cell.trim_end_matches(".0").parse::<i128>().ok());
    whole.sum::<i128>().to_string()
}

/// The first cell, which is the same as itself.
fn shared(id: &str) -> Node {
    let cell = "17 to 18/Suitable";
    let same_as = format!("table/{id}/{cell}");
    Node::List(vec![Node::map([("cell", Node::word(cell)), ("same_as", Node::word(same_as))])])
}
