//! Tables of a page, as grids: merged cells are taken apart, and every figure
//! knows the heads of its row and column.

use super::super::seen::{About, Grid, GridCell, GridRow};
use super::html::{StartTag, attribute, speaking};
use super::svg;

/// The most columns or rows that one cell is believed to cover.
const WIDEST: usize = 200;

/// The tables that are open, the innermost last.
#[derive(Default)]
pub(super) struct Tables(Vec<Open>);

/// A table that is being read.
#[derive(Default)]
struct Open {
    caption: String,
    about: About,
    in_caption: bool,
    in_head: bool,
    lines: Vec<Vec<Slot>>,
    /// The cell that is open, and the rows it still reaches down to.
    cell: Option<Slot>,
}

/// A place of a table before it is known what is a head.
#[derive(Clone, Default)]
struct Slot {
    cell: GridCell,
    is_head: bool,
    across: usize,
    down: usize,
    /// Whether its row stands in the table's head.
    above: bool,
}

impl Tables {
    /// Whether what is read now stands in a cell, and is told with the table.
    pub(super) fn is_in_cell(&self) -> bool {
        self.0.last().is_some_and(|table| table.cell.is_some() || table.in_caption)
    }

    pub(super) fn open(&mut self, name: &str, tag: &StartTag, about: &About) {
        if name == "table" {
            let caption = attribute(tag, "summary").unwrap_or_default().into_owned();
            self.0.push(Open { caption, about: about.clone(), ..Open::default() });
        }
        if let Some(table) = self.0.last_mut() {
            table.open(name, tag);
        }
    }

    pub(super) fn words(&mut self, text: &str) {
        let Some(table) = self.0.last_mut() else { return };
        match &mut table.cell {
            Some(slot) => slot.cell.text.push_str(text),
            None if table.in_caption => table.caption.push_str(text),
            None => {}
        }
    }

    pub(super) fn close(&mut self, name: &str) -> Option<Grid> {
        let table = self.0.last_mut()?;
        match name {
            "caption" => table.in_caption = false,
            "thead" => table.in_head = false,
            "td" | "th" | "tr" => table.end_cell(),
            "table" => {
                table.end_cell();
                return self.0.pop().map(Open::grid);
            }
            _ => {}
        }
        None
    }
}

impl Open {
    fn open(&mut self, name: &str, tag: &StartTag) {
        match name {
            "caption" => self.in_caption = true,
            "thead" => self.in_head = true,
            "tbody" | "tfoot" => self.in_head = false,
            "tr" => {
                self.end_cell();
                self.lines.push(Vec::new());
            }
            "td" | "th" => {
                self.end_cell();
                self.cell = Some(self.slot(name, tag));
            }
            _ => {}
        }
        if let Some(slot) = &mut self.cell {
            slot.cell.text.push(' ');
            let said = speaking(tag).filter(|(name, _)| name != "href" && !svg::is_geometry(name));
            slot.cell
                .hidden
                .extend(said.map(|(name, value)| (name.into_owned(), value.into_owned())));
        }
    }

    fn slot(&self, name: &str, tag: &StartTag) -> Slot {
        let span = |name: &str| {
            let written = attribute(tag, name).and_then(|value| value.trim().parse().ok());
            written.unwrap_or(1usize).clamp(1, WIDEST)
        };
        Slot {
            is_head: name == "th",
            across: span("colspan"),
            down: span("rowspan"),
            above: self.in_head,
            ..Slot::default()
        }
    }

    fn end_cell(&mut self) {
        let Some(mut slot) = self.cell.take() else { return };
        slot.cell.text = slot.cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.lines.is_empty() {
            self.lines.push(Vec::new());
        }
        if let Some(line) = self.lines.last_mut() {
            line.push(slot);
        }
    }

    fn grid(self) -> Grid {
        let lines = spread(self.lines);
        let is_head = |line: &Vec<Slot>| {
            !line.is_empty() && line.iter().all(|slot| slot.above || slot.is_head) && line.len() > 1
        };
        let heads = lines.iter().take_while(|line| is_head(line)).count();
        let width = lines.iter().map(Vec::len).max().unwrap_or(0);
        let head = (0..width).map(|at| joined(lines.iter().take(heads), at)).collect();
        Grid {
            caption: self.caption.split_whitespace().collect::<Vec<_>>().join(" "),
            about: self.about,
            head,
            rows: rows(lines.into_iter().skip(heads)),
            is_data: false,
        }
    }
}

/// The words of one column's heads, one under the other.
fn joined<'a>(lines: impl Iterator<Item = &'a Vec<Slot>>, at: usize) -> String {
    let mut words: Vec<&str> = Vec::new();
    for slot in lines.filter_map(|line| line.get(at)) {
        if !slot.cell.text.is_empty() && words.last() != Some(&slot.cell.text.as_str()) {
            words.push(&slot.cell.text);
        }
    }
    words.join(" ")
}

/// Every cell in each row and column it covers.
fn spread(lines: Vec<Vec<Slot>>) -> Vec<Vec<Slot>> {
    let mut hanging: Vec<Option<Slot>> = Vec::new();
    let mut whole = Vec::new();
    for line in lines {
        let mut spread: Vec<Slot> = Vec::new();
        for slot in line {
            hang(&mut spread, &mut hanging);
            for _ in 0..slot.across {
                spread.push(slot.clone());
                let at = spread.len();
                if hanging.len() < at {
                    hanging.resize(at, None);
                }
                hanging[at - 1] =
                    (slot.down > 1).then(|| Slot { down: slot.down - 1, ..slot.clone() });
            }
        }
        hang(&mut spread, &mut hanging);
        whole.push(spread);
    }
    whole
}

/// Fills in what hangs down into the next places of a line.
fn hang(line: &mut Vec<Slot>, hanging: &mut [Option<Slot>]) {
    while let Some(Some(slot)) = hanging.get(line.len()).cloned() {
        let left = (slot.down > 1).then(|| Slot { down: slot.down - 1, ..slot.clone() });
        hanging[line.len()] = left;
        line.push(slot);
    }
}

/// Rows with their heads; a head across the whole table goes before those
/// that follow it.
fn rows(lines: impl Iterator<Item = Vec<Slot>>) -> Vec<GridRow> {
    let mut group = String::new();
    let mut rows = Vec::new();
    for line in lines {
        let Some((first, rest)) = line.split_first() else { continue };
        if first.is_head && first.across > 1 && first.across >= line.len() {
            group = first.cell.text.clone();
            continue;
        }
        let head = [group.as_str(), &first.cell.text].join(" ").trim().to_owned();
        rows.push(GridRow { head, cells: rest.iter().map(|slot| slot.cell.clone()).collect() });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::html::read;
    use super::*;

    fn grid(html: &str) -> Grid {
        read(html, false).grids.remove(0)
    }

    fn texts(row: &GridRow) -> Vec<&str> {
        row.cells.iter().map(|cell| cell.text.as_str()).collect()
    }

    #[test]
    fn a_table_keeps_its_heads_and_what_its_cells_hide() {
        let grid = grid(
            "<table><caption>Homes</caption><thead><tr><th>Age</th><th>Own</th></tr></thead>\
             <tbody><tr><th>0 to 4</th><td data-sort=\"3\"><span>[c]</span></td></tr></tbody></table>",
        );
        assert_eq!(
            (grid.caption.as_str(), grid.head.as_slice()),
            ("Homes", &["Age".into(), "Own".into()][..])
        );
        assert_eq!((grid.rows[0].head.as_str(), texts(&grid.rows[0])), ("0 to 4", vec!["[c]"]));
        assert_eq!(grid.rows[0].cells[0].hidden, [("data-sort".into(), "3".into())]);
    }

    #[test]
    fn merged_cells_are_taken_apart() {
        let grid = grid(
            "<table><tr><th rowspan=2>Age</th><th colspan=2>Boys</th></tr><tr><th>In</th><th>Out</th></tr>\
             <tr><td>5</td><td>6</td><td>7</td></tr><tr><th colspan=3>Older</th></tr><tr><td>9</td><td>1</td><td>2</td></tr></table>",
        );
        assert_eq!(grid.head, ["Age", "Boys In", "Boys Out"]);
        assert_eq!((grid.rows[0].head.as_str(), texts(&grid.rows[0])), ("5", vec!["6", "7"]));
        assert_eq!(grid.rows[1].head, "Older 9");
    }
}
