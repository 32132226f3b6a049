//! The key to the words of a site: what is called what. All of it is public:
//! titles, heads, periods and areas, and the figures that may be seen.

mod loose;
mod names;
mod periods;
mod shown;

pub(super) use names::{Found, Name};

use super::words::{Token, folded, tokens};
use crate::disclosure::{Defence, GuardedPlace, Publication};
use crate::model::place::TOTAL;
use crate::model::{Period, Text, Unit};
use loose::Loose;
use names::Names;
use rust_decimal::Decimal;
use shown::{At, Shown};
use std::collections::{BTreeMap, BTreeSet};

/// What is called what, and what may be seen of it.
pub(super) struct Key<'a> {
    names: Names,
    loose: Loose,
    /// Outcomes, then tables.
    pub(super) subjects: Vec<Subject<'a>>,
    by_id: BTreeMap<String, usize>,
    /// Which of them are tables.
    pub(super) tables: Vec<usize>,
    pub(super) periods: Vec<Period>,
    /// Others than the council, by id.
    pub(super) areas: Vec<String>,
    /// What is withheld or guarded.
    pub(super) defence: &'a Defence,
}

/// An outcome or a table.
#[derive(Debug, Default)]
pub(super) struct Subject<'a> {
    /// The beginning of the addresses of its places: `outcome/ID` or `table/ID`.
    pub(super) address: String,
    /// What it is called, for the author.
    pub(super) title: String,
    /// The file it was written in.
    pub(super) file: String,
    /// Its places that are withheld or guarded, as places in the defence.
    pub(super) places: Vec<usize>,
    /// The heads of its rows and of its columns, as addresses write them.
    pub(super) rows: Vec<String>,
    pub(super) columns: Vec<String>,
    /// What an outcome's figures are worked out by: 100 for a percentage.
    pub(super) unit: Option<&'a Unit>,
    /// Whether an outcome's quarters add up from the first.
    pub(super) is_cumulative: bool,
    shown: Shown,
    /// The words of its titles.
    titles: Vec<Vec<String>>,
}

/// What some words name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) subjects: Vec<usize>,
    /// Rows and columns of tables: subject, and which.
    pub(super) rows: Vec<(usize, usize)>,
    pub(super) columns: Vec<(usize, usize)>,
    pub(super) periods: Vec<usize>,
    pub(super) areas: Vec<usize>,
    pub(super) has_total: bool,
    pub(super) has_council: bool,
}

impl<'a> Key<'a> {
    /// The key of `publication`.
    pub(super) fn of(publication: &'a Publication) -> Self {
        let mut key = Self {
            names: Names::default(),
            loose: Loose::default(),
            subjects: Vec::new(),
            by_id: BTreeMap::new(),
            tables: Vec::new(),
            periods: Vec::new(),
            areas: Vec::new(),
            defence: &publication.defence,
        };
        key.add_areas(publication);
        for view in &publication.views {
            view.outcomes.values().for_each(|outcome| shown::outcome(&mut key, outcome));
            view.tables.values().for_each(|table| shown::table(&mut key, table));
        }
        key.call(&publication.config.council.name, Name::Council);
        for word in ["total", "totals", "all", "altogether", "overall"] {
            key.names.add(&folded(word), Name::Total);
        }
        for (at, place) in publication.defence.places.iter().enumerate() {
            key.add_place(at, place);
        }
        key.call_lines();
        key.loose.index(|at| !key.subjects[at].places.is_empty());
        key
    }

    /// Lets the heads of every table name its rows and columns, where one of
    /// its places is guarded or linked to another.
    fn call_lines(&mut self) {
        let linked =
            self.defence.links.iter().flat_map(|link| link.parts.iter().chain([&link.total]));
        let linked: BTreeSet<usize> =
            linked.filter_map(|name| self.find_subject(subject_of(name)?)).collect();
        for (at, subject) in self.subjects.iter().enumerate() {
            if subject.places.is_empty() && !linked.contains(&at) {
                continue;
            }
            for (line, head) in subject.rows.iter().enumerate() {
                self.names.add(&folded(head), Name::Row(at, line));
            }
            for (line, head) in subject.columns.iter().enumerate() {
                self.names.add(&folded(head), Name::Column(at, line));
            }
        }
    }

    fn add_areas(&mut self, publication: &Publication) {
        for (id, title) in publication.config.comparators.iter() {
            let area = self.area(id);
            self.call(title, Name::Area(area));
        }
    }

    fn add_place(&mut self, at: usize, place: &GuardedPlace) {
        let Some(address) = subject_of(&place.name) else { return };
        let subject = self.subject(address);
        self.subjects[subject].places.push(at);
        place.titles.iter().for_each(|title| self.call(title, Name::Subject(subject)));
        for (head, is_row) in [(&place.row, true), (&place.column, false)] {
            if let Some(head) = head {
                let line = self.line(subject, is_row, head);
                let name =
                    if is_row { Name::Row(subject, line) } else { Name::Column(subject, line) };
                self.call(head, name);
            }
        }
        if let Some(period) = &place.period {
            self.period(period);
        }
    }

    /// The subject at `address`, a new one if it is not known yet.
    fn subject(&mut self, address: &str) -> usize {
        if let Some(at) = self.by_id.get(address) {
            return *at;
        }
        self.subjects.push(Subject { address: address.to_owned(), ..Subject::default() });
        let at = self.subjects.len() - 1;
        self.by_id.insert(address.to_owned(), at);
        self.tables.extend(self.subjects[at].is_table().then_some(at));
        at
    }

    /// The outcome or table at `address`, such as `outcome/ID`.
    pub(super) fn find_subject(&self, address: &str) -> Option<usize> {
        self.by_id.get(address).copied()
    }

    /// The outcome or table that the address `name` belongs to.
    pub(super) fn subject_at(&self, name: &str) -> Option<usize> {
        self.find_subject(subject_of(name)?)
    }

    /// The guarded place called `name`.
    pub(super) fn place(&self, name: &str) -> Option<(usize, &GuardedPlace)> {
        let subject = self.subject_at(name)?;
        let mut places =
            self.subjects[subject].places.iter().filter_map(|at| self.defence.places.get(*at));
        places.find(|place| place.name == name).map(|place| (subject, place))
    }

    fn line(&mut self, subject: usize, is_row: bool, head: &Text) -> usize {
        let subject = &mut self.subjects[subject];
        let lines = if is_row { &mut subject.rows } else { &mut subject.columns };
        let word = head.in_language("").to_owned();
        lines.iter().position(|known| *known == word).unwrap_or_else(|| {
            lines.push(word);
            lines.len() - 1
        })
    }

    fn area(&mut self, id: &str) -> usize {
        if let Some(at) = self.areas.iter().position(|known| known == id) {
            return at;
        }
        self.areas.push(id.to_owned());
        self.names.add(&folded(&id.replace('-', " ")), Name::Area(self.areas.len() - 1));
        self.areas.len() - 1
    }

    fn period(&mut self, period: &Period) -> usize {
        if let Some(at) = self.periods.iter().position(|known| known == period) {
            return at;
        }
        self.periods.push(period.clone());
        let at = self.periods.len() - 1;
        for form in periods::forms(period) {
            self.names.add(&form, Name::Period(at));
        }
        at
    }

    fn call(&mut self, title: &Text, name: Name) {
        for words in title.all() {
            let words = folded(words);
            self.names.add(&words, name);
            if let Name::Subject(at) = name {
                let telling = words.iter().filter(|word| loose::is_telling(word));
                self.loose.add(telling.filter_map(|word| self.names.number(word)).collect(), at);
                push(&mut self.subjects[at].titles, words);
            }
        }
    }

    /// Every name in `tokens`, and where it stands.
    pub(super) fn find(&self, tokens: &[Token<'_>]) -> Vec<Found> {
        self.names.find(&self.names.numbered(tokens))
    }

    /// Every name in `tokens`; and the guarded outcomes and tables of whose
    /// titles every word that tells something stands there, in any order.
    pub(super) fn find_loosely(&self, tokens: &[Token<'_>]) -> (Vec<Found>, Vec<usize>) {
        let words = self.names.numbered(tokens);
        (self.names.find(&words), self.loose.find(&words))
    }

    /// What `text` names.
    pub(super) fn named(&self, text: &str) -> Named {
        let mut named = Named::default();
        self.find(&tokens(text)).iter().for_each(|found| named.add(found));
        named
    }

    /// What `text` names, and whether it is nothing but the word for a total.
    pub(super) fn named_or_total(&self, text: &str) -> (Named, bool) {
        let tokens = tokens(text);
        let found = self.find(&tokens);
        let mut named = Named::default();
        found.iter().for_each(|found| named.add(found));
        let is_total = |found: &Found| found.name == Name::Total && found.is_all(tokens.len());
        (named, found.iter().any(is_total))
    }

    /// What `text` names if it is nothing but a name.
    pub(super) fn named_whole(&self, text: &str) -> Named {
        let tokens = tokens(text);
        let mut named = Named::default();
        let found = self.find(&tokens).into_iter();
        let whole = found.filter(|found| found.is_all(tokens.len()));
        whole.for_each(|found| named.add(&found));
        named
    }

    /// Whether `number` is a published figure of something `named`, of the
    /// times and areas it names if it names any.
    pub(super) fn accounts(&self, named: &Named, number: Decimal) -> bool {
        let tables = named.rows.iter().chain(&named.columns).map(|(subject, _)| subject);
        let mut subjects = named.subjects.iter().chain(tables);
        subjects.any(|at| {
            let subject = &self.subjects[*at];
            subject.shown.of(number).any(|shown| is_meant(*at, subject.is_table(), shown, named))
        })
    }

    /// The guarded places at the address `name`, of any version.
    pub(super) fn places_at<'k>(
        &'k self,
        subject: usize,
        name: &str,
    ) -> impl Iterator<Item = &'k GuardedPlace> {
        let places =
            self.subjects[subject].places.iter().filter_map(|at| self.defence.places.get(*at));
        places.filter(move |place| base(&place.name) == name)
    }
}

/// The part of an address that names the outcome or table: `table/ID`.
fn subject_of(name: &str) -> Option<&str> {
    let (at, _) = name.match_indices('/').nth(1)?;
    name.get(..at)
}

/// An address without the day of its version. What one quarter added to
/// another has no address but its own.
pub(super) fn base(name: &str) -> &str {
    match name.rsplit_once('@') {
        Some((base, _)) if name.starts_with("outcome/") && !name.contains(ADDED_TO) => base,
        _ => name,
    }
}

/// What stands between two cumulative figures in the name of their difference.
pub(super) const ADDED_TO: &str = "/added-to/";

fn is_meant(subject: usize, is_table: bool, at: &At, named: &Named) -> bool {
    if is_table {
        let is = |line: usize, lines: &[(usize, usize)]| match line {
            shown::TOTAL_LINE => named.has_total,
            line => lines.contains(&(subject, line)),
        };
        return is(at.row, &named.rows) && is(at.column, &named.columns);
    }
    let in_time =
        at.row == shown::ANY || named.periods.is_empty() || named.periods.contains(&at.row);
    in_time && (at.column == shown::ANY || named.areas.contains(&at.column))
}

impl Subject<'_> {
    /// Whether it is a table of counts.
    pub(super) fn is_table(&self) -> bool {
        self.address.starts_with("table/")
    }

    /// Whether the number at `at` belongs to one of its titles, which a sentence
    /// may say in other words: it stands there, and no more often.
    pub(super) fn is_of_title(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let Some(number) = tokens.get(at) else { return false };
        let said = tokens.iter().filter(|token| token.word == number.word).count();
        self.titles
            .iter()
            .any(|title| title.iter().filter(|word| **word == number.word).count() >= said)
    }

    /// The address of a cell of a table; `None` is a total.
    pub(super) fn cell(&self, row: Option<usize>, column: Option<usize>) -> String {
        let head = |line: Option<usize>, heads: &[String]| {
            line.and_then(|at| heads.get(at).cloned()).unwrap_or_else(|| TOTAL.to_owned())
        };
        format!("{}/{}/{}", self.address, head(row, &self.rows), head(column, &self.columns))
    }
}

impl Named {
    pub(super) fn add(&mut self, found: &Found) {
        match found.name {
            Name::Subject(at) => push(&mut self.subjects, at),
            Name::Row(subject, at) => push(&mut self.rows, (subject, at)),
            Name::Column(subject, at) => push(&mut self.columns, (subject, at)),
            Name::Period(at) => push(&mut self.periods, at),
            Name::Area(at) => push(&mut self.areas, at),
            Name::Total => self.has_total = true,
            Name::Council => self.has_council = true,
        }
    }

    pub(super) fn add_subject(&mut self, at: usize) {
        push(&mut self.subjects, at);
    }

    /// Adds everything that `other` names.
    pub(super) fn join(&mut self, other: &Self) {
        other.subjects.iter().for_each(|at| push(&mut self.subjects, *at));
        other.rows.iter().for_each(|at| push(&mut self.rows, *at));
        other.columns.iter().for_each(|at| push(&mut self.columns, *at));
        other.periods.iter().for_each(|at| push(&mut self.periods, *at));
        other.areas.iter().for_each(|at| push(&mut self.areas, *at));
        self.has_total |= other.has_total;
        self.has_council |= other.has_council;
    }
}

fn push<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}
