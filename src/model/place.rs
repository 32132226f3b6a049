//! Places: the address of one cell, or of one paragraph.
//!
//! `table/ID/ROW/COLUMN`, where `total` is the row or column of totals;
//! `outcome/ID/PERIOD/value`, or `numerator`, `denominator` or the name of a
//! comparator in place of `value`; `prose/PAGE#para` for a paragraph of a page,
//! `prose/RECORD` for the words of a record. A row, a column or a period may
//! hold `/` itself, so an address is read against what is there.

use super::id::Id;
use super::outcome::{Outcome, Value};
use super::period::Period;
use super::table::Table;
use super::text::Text;
use crate::diagnostic::{Diagnostic, closest};
use std::collections::BTreeMap;
use std::fmt;

/// What a row or column of totals is called in an address.
pub const TOTAL: &str = "total";

/// One cell or paragraph that is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A cell of a table.
    Table {
        /// The table.
        id: Id,
        /// The row.
        row: Line,
        /// The column.
        column: Line,
    },
    /// A figure of an outcome.
    Outcome {
        /// The outcome.
        id: Id,
        /// The period.
        period: Period,
        /// Which of its figures.
        part: Part,
    },
    /// A paragraph of a page. Whether the page and the paragraph are there is
    /// known only once pages are numbered.
    Prose {
        /// The folder of the page, without slashes at its ends: `2024-25/health`.
        page: String,
        /// The anchor, without `#`: `para-3.1`, or the label of the paragraph.
        anchor: String,
    },
    /// The words of a record: `outcome/ID`, `table/ID`, `REVIEW/NUMBER`,
    /// `SET/ID`, `MEETING/ITEM`. Whether it is there is known only once the
    /// words are read.
    Record {
        /// Its name.
        name: String,
    },
}

/// A row or column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// The one at this place among the heads.
    At(usize),
    /// The totals.
    Total,
}

/// Which figure of a period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The figure itself.
    Value,
    /// How many it is true of.
    Numerator,
    /// Out of how many.
    Denominator,
    /// Somebody else's figure.
    Comparator(Id),
}

impl Part {
    /// The word as written in an address.
    pub fn slug(&self) -> &str {
        match self {
            Self::Value => "value",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Comparator(id) => id.as_str(),
        }
    }

    fn of(word: &str) -> Option<Self> {
        match word {
            "value" => Some(Self::Value),
            "numerator" => Some(Self::Numerator),
            "denominator" => Some(Self::Denominator),
            _ => word.parse().ok().map(Self::Comparator),
        }
    }
}

/// Why an address names no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPlace {
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// The word that is not known, and those that are.
    pub near: Option<(String, Vec<String>)>,
}

impl NoPlace {
    /// For the reason `message`.
    pub fn new(message: String) -> Self {
        Self { message, near: None }
    }

    /// The same finding with advice: what is near, else `how` to write it.
    pub fn advise(&self, found: Diagnostic, how: &str) -> Diagnostic {
        let near = self
            .near
            .as_ref()
            .and_then(|(word, known)| closest(word, known.iter().map(String::as_str)));
        match near {
            Some(near) => found.help(format!("did you mean `{near}`?")),
            None => found.help(how),
        }
    }

    /// For the reason `message`: `found` is not among what is `known`.
    pub fn unknown(message: String, found: &str, known: impl Iterator<Item = String>) -> Self {
        Self { message, near: Some((found.to_owned(), known.collect())) }
    }
}

/// Everything that an address can name.
#[derive(Debug, Default)]
pub struct Places<'a> {
    tables: BTreeMap<&'a str, &'a Table>,
    outcomes: BTreeMap<&'a str, &'a Outcome>,
}

impl<'a> Places<'a> {
    /// The cells of `tables` and `outcomes`.
    pub fn of(
        tables: impl IntoIterator<Item = &'a Table>,
        outcomes: impl IntoIterator<Item = &'a Outcome>,
    ) -> Self {
        Self {
            tables: tables.into_iter().map(|table| (table.id.as_str(), table)).collect(),
            outcomes: outcomes.into_iter().map(|one| (one.id.as_str(), one)).collect(),
        }
    }

    /// The table with this id.
    pub fn table(&self, id: &Id) -> Option<&'a Table> {
        self.tables.get(id.as_str()).copied()
    }

    /// The outcome with this id.
    pub fn outcome(&self, id: &Id) -> Option<&'a Outcome> {
        self.outcomes.get(id.as_str()).copied()
    }

    /// The place that `address` names.
    ///
    /// # Errors
    /// What it names that is not there, with what is; or that it could name
    /// two places.
    pub fn find(&self, address: &str) -> Result<Place, NoPlace> {
        let (kind, rest) = address.split_once('/').unwrap_or((address, ""));
        match kind {
            "table" => self.in_table(rest),
            "outcome" => self.in_outcome(rest),
            "prose" => in_prose(address, rest),
            _ => {
                let kinds = ["table", "outcome", "prose"].into_iter().map(str::to_owned);
                Err(NoPlace::unknown(
                    format!("`{address}` is not the address of a place"),
                    kind,
                    kinds,
                ))
            }
        }
    }

    fn in_table(&self, rest: &str) -> Result<Place, NoPlace> {
        let (id, cell) = rest.split_once('/').unwrap_or((rest, ""));
        let Some(table) = self.tables.get(id) else {
            let known = self.tables.keys().map(ToString::to_string);
            return Err(NoPlace::unknown(format!("there is no table `{id}`"), id, known));
        };
        let (row, column) = cell_of(table, cell)?;
        Ok(Place::Table { id: table.id.clone(), row, column })
    }

    fn in_outcome(&self, rest: &str) -> Result<Place, NoPlace> {
        let (id, figure) = rest.split_once('/').unwrap_or((rest, ""));
        let Some(outcome) = self.outcomes.get(id) else {
            let known = self.outcomes.keys().map(ToString::to_string);
            return Err(NoPlace::unknown(format!("there is no outcome `{id}`"), id, known));
        };
        let (period, part) = figure_of(outcome, figure)?;
        Ok(Place::Outcome { id: outcome.id.clone(), period, part })
    }

    /// How `place` is written.
    pub fn address(&self, place: &Place) -> String {
        match place {
            Place::Table { id, row, column } => {
                let table = self.table(id);
                let head = |line: &Line, heads: fn(&Table) -> &[Text]| match line {
                    Line::Total => TOTAL.to_owned(),
                    Line::At(at) => table
                        .and_then(|table| heads(table).get(*at))
                        .map_or_else(|| at.to_string(), name),
                };
                let row = head(row, |table| &table.rows);
                format!("table/{id}/{row}/{}", head(column, |table| &table.columns))
            }
            Place::Outcome { id, period, part } => format!("outcome/{id}/{period}/{}", part.slug()),
            Place::Prose { page, anchor } => format!("prose/{page}#{anchor}"),
            Place::Record { name } => format!("prose/{name}"),
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(at) => write!(f, "{}", at + 1),
            Self::Total => f.write_str(TOTAL),
        }
    }
}

/// What a row or column is called in an address: its head in the first language.
fn name(head: &Text) -> String {
    head.in_language("").to_owned()
}

/// The lines of one side of a table that `word` names.
fn lines(heads: &[Text], has_total: bool, word: &str) -> Vec<Line> {
    let own = heads.iter().position(|head| head.in_language("") == word).map(Line::At);
    let total = (has_total && word == TOTAL).then_some(Line::Total);
    own.into_iter().chain(total).collect()
}

/// The cell `ROW/COLUMN` of `table`, whichever `/` stands between the two.
///
/// # Errors
/// That there is no such cell, or that it could be two.
pub fn cell_of(table: &Table, cell: &str) -> Result<(Line, Line), NoPlace> {
    let halves = cell.match_indices('/').map(|(at, _)| (&cell[..at], &cell[at + 1..]));
    let mut found: Vec<(Line, Line)> = Vec::new();
    for (row, column) in halves {
        for row in lines(&table.rows, table.totals.row, row) {
            let columns = lines(&table.columns, table.totals.column, column);
            found.extend(columns.into_iter().map(|column| (row, column)));
        }
    }
    match found[..] {
        [one] => Ok(one),
        [] => Err(no_cell(table, cell)),
        _ => {
            let id = &table.id;
            Err(NoPlace::new(format!(
                "`{cell}` could be {} cells of the table `{id}`",
                found.len()
            )))
        }
    }
}

fn no_cell(table: &Table, cell: &str) -> NoPlace {
    let rows = table.rows.iter().map(name).chain(table.totals.row.then(|| TOTAL.to_owned()));
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(name)
        .chain(table.totals.column.then(|| TOTAL.to_owned()))
        .collect();
    let known = rows.flat_map(|row| {
        columns.iter().map(move |column| format!("{row}/{column}")).collect::<Vec<_>>()
    });
    NoPlace::unknown(format!("the table `{}` has no cell `{cell}`", table.id), cell, known)
}

/// The figure `PERIOD/PART` of `outcome`.
fn figure_of(outcome: &Outcome, figure: &str) -> Result<(Period, Part), NoPlace> {
    let (period, part) = figure.rsplit_once('/').unwrap_or((figure, ""));
    let part = part_of(outcome, part)?;
    let known = periods(outcome, &part);
    let message = || match part {
        Part::Value => format!("`{}` has no figure for `{period}`", outcome.id),
        _ => format!("`{}` gives no {} for `{period}`", outcome.id, part.slug()),
    };
    let found = known.iter().find(|known| known.to_string() == period).cloned();
    let known = || known.iter().map(ToString::to_string);
    let no = || NoPlace::unknown(message(), period, known());
    found.map(|period| (period, part.clone())).ok_or_else(no)
}

/// The figure that `word` names.
fn part_of(outcome: &Outcome, word: &str) -> Result<Part, NoPlace> {
    let others = || outcome.comparators.keys();
    let part = Part::of(word).filter(|part| match part {
        Part::Comparator(id) => others().any(|other| other == id),
        _ => true,
    });
    let own = ["value", "numerator", "denominator"].into_iter().map(str::to_owned);
    let known = own.chain(others().map(ToString::to_string));
    let message = || format!("`{word}` is no figure of `{}`", outcome.id);
    part.ok_or_else(|| NoPlace::unknown(message(), word, known))
}

/// The periods for which `outcome` gives `part`.
fn periods(outcome: &Outcome, part: &Part) -> Vec<Period> {
    let own = |has: fn(&Value) -> bool| {
        let values = outcome.values.iter().filter(move |value| has(value));
        values.map(|value| value.period.clone()).collect()
    };
    match part {
        Part::Value => own(|_| true),
        Part::Numerator => own(|value| value.numerator.is_some()),
        Part::Denominator => own(|value| value.denominator.is_some()),
        Part::Comparator(id) => {
            outcome.comparators.get(id).into_iter().flat_map(BTreeMap::keys).cloned().collect()
        }
    }
}

fn in_prose(address: &str, rest: &str) -> Result<Place, NoPlace> {
    let (page, anchor) = match rest.split_once('#') {
        None => (rest, None),
        Some((page, anchor)) => (page, Some(anchor.trim())),
    };
    let page = page.trim_matches('/').to_owned();
    match anchor {
        None if !page.is_empty() => Ok(Place::Record { name: page }),
        Some(anchor) if !anchor.is_empty() => Ok(Place::Prose { page, anchor: anchor.to_owned() }),
        _ => Err(NoPlace::new(format!("`{address}` names neither a paragraph nor a record"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::model::outcome::OutcomeFile;
    use crate::model::table::TableFile;
    use crate::yaml;

    fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
        let mut findings = Findings::new();
        let doc = yaml::read(&yaml::Text::file("a.yaml", text), &mut findings);
        assert!(!findings.has_errors(), "{findings:?}");
        doc.unwrap().value
    }

    fn tables() -> TableFile {
        read(
            "tables:\n  - id: homes\n    title: Homes\n    rows: [Foster home, Under 18/19, total]\n    \
             columns: [Boys, 19/Girls]\n    totals: {row: true, column: true}\n    \
             counts: [[1, 2], [3, 4], [5, 6]]\n  - id: odd\n    title: Odd\n    rows: [a, a/b]\n    \
             columns: [b/c, c]\n    counts: [[1, 2], [3, 4]]\n",
        )
    }

    fn outcomes() -> OutcomeFile {
        read(
            "theme: {id: a, title: A}\noutcomes:\n  - id: visits\n    title: Visits\n    unit: percent\n    \
             polarity: higher-is-better\n    values:\n      - {period: 2023-24, value: 50}\n      \
             - {period: 2022-12-01/2023-11-30, numerator: 10, denominator: 20}\n    \
             comparators:\n      england: {2023-24: 60}\n",
        )
    }

    fn find(address: &str) -> Result<Place, NoPlace> {
        let (tables, outcomes) = (tables(), outcomes());
        Places::of(&tables.tables, &outcomes.outcomes).find(address)
    }

    #[test]
    fn addresses_lead_to_places_and_back() {
        let (tables, outcomes) = (tables(), outcomes());
        let places = Places::of(&tables.tables, &outcomes.outcomes);
        for address in [
            "table/homes/Foster home/Boys",
            "table/homes/Under 18/19/Boys",
            "table/homes/Under 18/19/19/Girls",
            "table/homes/Foster home/total",
            "outcome/visits/2023-24/value",
            "outcome/visits/2022-12-01/2023-11-30/numerator",
            "outcome/visits/2023-24/england",
            "prose/2024-25/health#para-3.1",
            "prose/#a-label",
            "prose/scrutiny-2010/3",
        ] {
            let place = places.find(address).unwrap_or_else(|no| panic!("{address}: {no:?}"));
            assert_eq!(places.address(&place), address);
        }
    }

    #[test]
    fn a_cell_that_could_be_two_is_refused() {
        for address in ["table/odd/a/b/c", "table/homes/total/Boys"] {
            let message = find(address).unwrap_err().message;
            assert!(message.contains("could be 2 cells"), "{message}");
        }
    }

    #[test]
    fn what_is_not_there_is_named_with_what_is() {
        for (address, message, known) in [
            ("table/house/Foster home/Boys", "there is no table `house`", "homes"),
            (
                "table/homes/Foster home/Boy",
                "the table `homes` has no cell `Foster home/Boy`",
                "Foster home/Boys",
            ),
            ("table/odd/a/total", "the table `odd` has no cell `a/total`", "a/b/c"),
            ("outcome/visit/2023-24/value", "there is no outcome `visit`", "visits"),
            ("outcome/visits/2021-22/value", "`visits` has no figure for `2021-22`", "2023-24"),
            (
                "outcome/visits/2023-24/numerator",
                "`visits` gives no numerator for `2023-24`",
                "2022-12-01/2023-11-30",
            ),
            (
                "outcome/visits/2022-23/england",
                "`visits` gives no england for `2022-23`",
                "2023-24",
            ),
            ("pledge/a", "`pledge/a` is not the address of a place", "table"),
        ] {
            let no = find(address).unwrap_err();
            assert_eq!(no.message, message);
            assert!(no.near.unwrap().1.iter().any(|near| near == known), "{address}");
        }
        for address in [
            "outcome/visits/value",
            "outcome/visits/2023-24/A b",
            "prose/2024-25#",
            "prose/",
            "table",
            "",
        ] {
            assert!(find(address).is_err(), "{address}");
        }
    }
}
