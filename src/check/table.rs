//! Tables typed in Markdown: totals that do not add up, and rows that give the
//! figures of an outcome.

use super::date::{self, Date};
use super::lexicon::Lexicon;
use super::number::{How, Number, Unit};
use super::passage::Passage;
use super::sentence::{Areas, Sentence};
use super::token;
use crate::diagnostic::{Diagnostic, codes};
use crate::narrative::TableBlock;
use rust_decimal::Decimal;
use std::ops::Range;

/// A cell of a typed table.
pub(super) struct Cell<'a> {
    pub(super) passage: Passage<'a>,
    pub(super) sentence: Sentence<'a>,
}

/// A typed table, read.
pub(super) struct Table<'a> {
    pub(super) head: Vec<Cell<'a>>,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
}

impl<'a> Cell<'a> {
    fn read(words: &'a [crate::narrative::Inline], lexicon: &Lexicon, areas: &Areas) -> Self {
        let passage = Passage::of(words);
        let tokens = token::tokens(&passage.text, lexicon);
        let sentence = Sentence::read(tokens, &passage, lexicon, areas);
        Self { passage, sentence }
    }

    /// The number that is all of the cell.
    pub(super) fn number(&self) -> Option<&Number> {
        let figure = self.sentence.figures.first()?;
        let whole = figure.tokens == (0..self.sentence.tokens.len());
        let bare = self.sentence.figures.len() == 1 && whole;
        Some(&figure.number).filter(|number| bare && !number.in_words && number.how == How::Exact)
    }

    /// Whether nobody typed the cell's number.
    pub(super) fn is_taken(&self) -> bool {
        self.sentence.figures.iter().any(|figure| figure.taken.is_some())
    }

    /// The one date that the cell names.
    pub(super) fn date(&self) -> Option<&Date> {
        self.sentence
            .dates
            .first()
            .filter(|date| self.sentence.dates.len() == 1 && date.when != date::When::Unknown)
    }

    fn is_total(&self, lexicon: &Lexicon) -> bool {
        let words = self.sentence.words(0);
        lexicon.total.begins(words).is_some() && self.sentence.figures.is_empty()
    }

    /// The bytes of its words.
    pub(super) fn bytes(&self) -> Range<usize> {
        0..self.passage.text.len()
    }
}

/// A total that its parts do not make.
pub(super) struct Uneven {
    pub(super) row: usize,
    pub(super) column: usize,
    stated: Decimal,
    sum: Decimal,
}

impl<'a> Table<'a> {
    pub(super) fn read(block: &'a TableBlock, lexicon: &Lexicon, areas: &Areas) -> Self {
        let row = |cells: &'a Vec<Vec<_>>| {
            cells.iter().map(|cell| Cell::read(cell, lexicon, areas)).collect()
        };
        Self { head: row(&block.head), rows: block.rows.iter().map(row).collect() }
    }

    /// Every total that its parts do not make. Where a part is no number, or
    /// some parts are of another part, nothing is said.
    pub(super) fn uneven(&self, lexicon: &Lexicon) -> Vec<Uneven> {
        let within = |cell: &Cell<'_>| lexicon.of_which.begins(cell.sentence.words(0)).is_some();
        if self.rows.iter().any(|row| row.first().is_some_and(within)) {
            return Vec::new();
        }
        let mut found = self.below(lexicon);
        found.extend(self.beside(lexicon));
        found
    }

    /// The row of totals, when it is the last and the only one.
    fn below(&self, lexicon: &Lexicon) -> Vec<Uneven> {
        let totals = |row: &&Vec<Cell<'_>>| row.first().is_some_and(|head| head.is_total(lexicon));
        let Some((last, parts)) = self.rows.split_last() else { return Vec::new() };
        if !totals(&last) || parts.iter().any(|row| totals(&row)) {
            return Vec::new();
        }
        let columns = 1..last.len();
        columns
            .filter_map(|column| {
                let cells = parts.iter().map(|row| row.get(column));
                uneven(last.get(column)?, cells, self.rows.len() - 1, column)
            })
            .collect()
    }

    /// The column of totals, when it is the last and the only one.
    fn beside(&self, lexicon: &Lexicon) -> Vec<Uneven> {
        let Some((last, parts)) = self.head.split_last() else { return Vec::new() };
        if !last.is_total(lexicon)
            || parts.len() < 3
            || parts.iter().any(|head| head.is_total(lexicon))
        {
            return Vec::new();
        }
        let column = parts.len();
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(at, row)| {
            let cells = row.iter().skip(1).take(column - 1).map(Some);
            uneven(row.get(column)?, cells, at, column)
        })
        .collect()
    }
}

/// A total over `parts` that they do not make.
fn uneven<'a>(
    total: &Cell<'_>,
    parts: impl Iterator<Item = Option<&'a Cell<'a>>>,
    row: usize,
    column: usize,
) -> Option<Uneven> {
    let stated = total.number()?;
    let adds = |number: &&Number| {
        matches!(number.unit, Unit::Plain | Unit::Pounds) && number.unit == stated.unit
    };
    let parts: Vec<Decimal> =
        parts.map(|cell| cell?.number().filter(adds).map(|it| it.value)).collect::<Option<_>>()?;
    let sum: Decimal = parts.iter().sum();
    let wrong = parts.len() >= 2 && sum != stated.value;
    wrong.then_some(Uneven { row, column, stated: stated.value, sum })
}

impl Uneven {
    /// What is said of it.
    pub(super) fn tell(&self) -> Diagnostic {
        let message = format!(
            "the total is typed as {}, but the parts add up to {}",
            self.stated.normalize(),
            self.sum.normalize()
        );
        Diagnostic::warning(codes::TYPED_TOTAL, message)
            .help("correct the total, or the part that is wrong; a table of `data/tables` adds up by itself")
    }
}
