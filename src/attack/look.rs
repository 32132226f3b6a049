//! One file at a time: what it gives away by itself, and what it adds to what
//! is known of the whole site.

use super::grids::{self, Cell, Laid, What, Where};
use super::key::{Key, Named};
use super::leaks::{self, Leak};
use super::marks;
use super::numbers::{figure, said};
use super::seen::{About, Grid, GridCell, Sight};
use super::words::tokens;
use rust_decimal::Decimal;
use std::sync::Arc;

/// What one file tells.
#[derive(Debug, Default)]
pub(super) struct Told<'k> {
    /// Its path in the site.
    pub(super) path: String,
    /// What it gives away by itself.
    pub(super) leaks: Vec<(String, Leak<'k>)>,
    /// Numbers that stand where `[c]` does: what they stand in, and the words.
    pub(super) beside: Vec<(String, String)>,
    /// The figures it shows, each once.
    pub(super) seen: Vec<(Where, What)>,
    /// The sums it shows of which a part is unknown.
    pub(super) sums: Vec<Sum>,
    /// Why it could not be checked.
    pub(super) unread: Option<String>,
}

/// A sum that a table shows.
#[derive(Debug)]
pub(super) struct Sum {
    /// The total, then its parts.
    pub(super) terms: Vec<Term>,
    /// Which row or column of which table it is, for the author.
    pub(super) line: String,
}

/// A member of a sum.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// The address, or a name of its own in a table that is nobody's.
    pub(super) name: Result<Where, String>,
    /// What is shown of it.
    pub(super) what: What,
}

/// What `sight` of the file `path` tells.
pub(super) fn look<'k>(key: &'k Key<'_>, path: &str, sight: &Sight) -> Told<'k> {
    let mut told = Told { path: path.to_owned(), unread: sight.unread.clone(), ..Told::default() };
    let mut above = Above::default();
    for passage in &sight.passages {
        let leaks = leaks::of(key, passage, above.named(key, &passage.about)).into_iter();
        told.leaks.extend(leaks.map(|leak| (passage.kind.to_string(), leak)));
    }
    for (at, grid) in sight.grids.iter().enumerate() {
        let laid = grids::lay(key, grid, path);
        cells(key, grid, &laid, &mut told);
        sums(grid, &laid, &format!("{path}#{at}"), &mut told);
        let own = laid.cells.into_iter().filter_map(|cell| Some((cell.at?, cell.what)));
        told.seen.extend(own.filter(|(at, what)| is_wanted(key, at, *what)));
    }
    for drawing in &sight.drawings {
        let leaks = marks::leaks(key, drawing).into_iter();
        told.leaks.extend(leaks.map(|leak| ("a mark of a chart".to_owned(), leak)));
    }
    told
}

/// What the headings name that stand above the passage that was read last: many
/// passages stand under the same.
#[derive(Default)]
struct Above(About, Named);

impl Above {
    fn named(&mut self, key: &Key<'_>, about: &About) -> &Named {
        if !Arc::ptr_eq(&self.0, about) {
            let mut named = Named::default();
            about.iter().for_each(|head| named.join(&key.named(head)));
            *self = Self(about.clone(), named);
        }
        &self.1
    }
}

/// Whether a figure can matter: it is the council's own, or guarded.
fn is_wanted(key: &Key<'_>, at: &Where, what: What) -> bool {
    let subject = &key.subjects[at.subject];
    let is_own =
        ["/value", "/numerator", "/denominator"].iter().any(|part| at.place.ends_with(part));
    what != What::Other && (subject.is_table() || is_own || !subject.places.is_empty())
}

/// What single cells give away.
fn cells<'k>(key: &'k Key<'_>, grid: &Grid, laid: &Laid, told: &mut Told<'k>) {
    let mut above = Named::default();
    grid.about.iter().for_each(|head| above.join(&key.named(head)));
    above.periods.clear();
    for cell in &laid.cells {
        let Some(seen) = grid.rows.get(cell.row).and_then(|row| row.cells.get(cell.column)) else {
            continue;
        };
        if cell.what == What::Withheld {
            let words =
                hidden(seen).map(|(name, text)| (name, format!("{} ({text})", place(grid, cell))));
            told.beside.extend(words);
        }
        let numbers: Vec<(String, Decimal)> = match cell.what {
            What::Number(number) => vec![("a table".to_owned(), number)],
            What::Other => leaks::free_numbers(key, &seen.text)
                .map(|number| ("a table".to_owned(), number))
                .collect(),
            _ => Vec::new(),
        };
        let attributes = seen
            .hidden
            .iter()
            .filter_map(|(name, text)| Some((format!("the attribute {name}"), figure(text)?)));
        for (kind, number) in numbers.into_iter().chain(attributes) {
            let leak = leak_of(key, laid, cell, &above, number);
            told.leaks.extend(leak.map(|leak| (kind, Leak { words: place(grid, cell), ..leak })));
        }
    }
}

/// What `number` gives away in this cell.
fn leak_of<'k>(
    key: &'k Key<'_>,
    laid: &Laid,
    cell: &Cell,
    above: &Named,
    number: Decimal,
) -> Option<Leak<'k>> {
    if let Some(at) = &cell.at {
        let place = key.places_at(at.subject, &at.place).find(|place| place.is(number))?;
        return Some(Leak { place, subject: at.subject, number, words: String::new() });
    }
    let mut heads = laid.caption.clone();
    laid.rows.get(cell.row).into_iter().for_each(|head| heads.join(head));
    laid.columns.get(cell.column).into_iter().for_each(|head| heads.join(head));
    leaks::in_cell(key, &heads, above, number)
}

/// Numbers that a withheld cell holds besides its marker.
fn hidden(cell: &GridCell) -> impl Iterator<Item = (String, String)> {
    let after = cell.text.split_once(']').map_or("", |(_, after)| after);
    let own = (!said(&tokens(after)).is_empty()).then(|| ("a table".to_owned(), after.to_owned()));
    let numbers = cell.hidden.iter().filter(|(_, text)| figure(text).is_some());
    own.into_iter()
        .chain(numbers.map(|(name, text)| (format!("the attribute {name}"), text.clone())))
}

/// Which cell it is, in its own words.
fn place(grid: &Grid, cell: &Cell) -> String {
    let head = grid.head.get(cell.column + 1).map_or("", String::as_str);
    let row = grid.rows.get(cell.row).map_or("", |row| row.head.as_str());
    let words = [grid.caption.as_str(), row, head].into_iter().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(", ")
}

/// The sums of `grid` of which a part is unknown.
fn sums(grid: &Grid, laid: &Laid, own: &str, told: &mut Told<'_>) {
    let height = grid.rows.len();
    let width = grid.head.len().saturating_sub(1);
    let mut matrix: Vec<Vec<Option<&Cell>>> = vec![vec![None; width]; height];
    for cell in &laid.cells {
        if let Some(slot) = matrix.get_mut(cell.row).and_then(|row| row.get_mut(cell.column)) {
            slot.get_or_insert(cell);
        }
    }
    let title =
        if grid.caption.is_empty() { String::new() } else { format!(" of “{}”", grid.caption) };
    if let Some(total) = laid.total_column {
        for (row, line) in matrix.iter().enumerate() {
            let head = grid.rows.get(row).map_or("", |row| row.head.as_str());
            told.sums.extend(sum(line, total, own, format!("row “{head}”{title}")));
        }
    }
    if let Some(total) = laid.total_row {
        for column in 0..width {
            let line: Vec<Option<&Cell>> =
                matrix.iter().filter_map(|row| row.get(column).copied()).collect();
            let head = grid.head.get(column + 1).map_or("", String::as_str);
            told.sums.extend(sum(&line, total, own, format!("column “{head}”{title}")));
        }
    }
}

/// The sum of one line, if something in it is unknown and it can be a sum.
fn sum(line: &[Option<&Cell>], total: usize, own: &str, words: String) -> Option<Sum> {
    let counts = |cell: &Cell| match cell.what {
        What::Number(number) => cell.is_count && number.is_integer(),
        What::Other => false,
        _ => true,
    };
    let line: Vec<&Cell> = line.iter().copied().collect::<Option<_>>()?;
    let unknown = line.iter().any(|cell| matches!(cell.what, What::Withheld | What::Low));
    if !unknown || line.len() < 2 || !line.iter().all(|cell| counts(cell)) {
        return None;
    }
    let term = |cell: &&Cell| Term {
        name: cell.at.clone().ok_or_else(|| format!("{own}/{}/{}", cell.row, cell.column)),
        what: cell.what,
    };
    let parts = line.iter().enumerate().filter(|(at, _)| *at != total).map(|(_, cell)| term(cell));
    let terms = line.get(total).map(term).into_iter().chain(parts).collect();
    Some(Sum { terms, line: words })
}
