//! Random publications: tables with totals, linked tables, a third dimension,
//! percentages, and a second edition that overlaps the first.

use super::random::Random;
use super::world::{PRESETS, Percent, Place, World, percentage};

/// How large tables are, and which kinds there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) largest: i64,
    /// Only single tables.
    pub(crate) plain: bool,
}

/// The publication of `seed`. Presets and kinds follow one another.
pub(crate) fn world(seed: u64, sizes: Sizes) -> World {
    let mut random = Random::new(seed);
    let preset = PRESETS[(seed % 4) as usize];
    let kinds = ["table", "linked", "layers", "percentages", "editions"];
    let kind = if sizes.plain { "table" } else { kinds[(seed / 4 % 5) as usize] };
    let world = World {
        preset,
        kind,
        truths: Vec::new(),
        places: Vec::new(),
        sums: Vec::new(),
        percents: Vec::new(),
        earlier: None,
    };
    let mut maker = Maker { world, random: &mut random, sizes };
    match kind {
        "linked" => maker.linked(),
        "layers" => maker.layers(),
        "percentages" => maker.percentages(),
        "editions" => maker.editions(),
        _ => drop(maker.any_table()),
    }
    maker.world
}

/// The counts of one table: its cells by row, and its totals.
struct Table {
    rows: Vec<Vec<usize>>,
    row_totals: Vec<usize>,
    column_totals: Vec<usize>,
}

struct Maker<'a> {
    world: World,
    random: &'a mut Random,
    sizes: Sizes,
}

impl Maker<'_> {
    fn side(&mut self) -> usize {
        self.random.between(2, self.sizes.largest) as usize
    }

    /// Cells of which 30 % are 1 to 5 and 15 % are 0, the rest of any size.
    fn cells(&mut self, number: usize) -> Vec<usize> {
        let small = (number * 30).div_ceil(100);
        let zero = (number * 15).div_ceil(100);
        let mut truths = Vec::new();
        for at in 0..number {
            truths.push(match at {
                at if at < small => self.random.between(1, 5),
                at if at < small + zero => 0,
                _ => self.other(),
            });
        }
        self.random.shuffle(&mut truths);
        truths.into_iter().map(|truth| self.add(truth, Place::Cell)).collect()
    }

    fn other(&mut self) -> i64 {
        match self.random.between(1, 10) {
            1 => self.random.between(0, 5),
            2..=7 => self.random.between(6, 40),
            8 | 9 => self.random.between(41, 120),
            _ => self.random.between(121, 600),
        }
    }

    fn add(&mut self, truth: i64, place: Place) -> usize {
        self.world.truths.push(truth);
        self.world.places.push(place);
        self.world.truths.len() - 1
    }

    /// A total of `parts`.
    fn total(&mut self, parts: &[usize]) -> usize {
        let truth = parts.iter().map(|part| self.world.truths[*part]).sum();
        let total = self.add(truth, Place::Total);
        self.world.sums.push((parts.to_vec(), total));
        total
    }

    fn any_table(&mut self) -> Table {
        let (rows, columns) = (self.side(), self.side());
        let cells = self.cells(rows * columns);
        self.totals(cells.chunks(columns).map(<[usize]>::to_vec).collect())
    }

    /// The totals of rows and columns, and of all.
    fn totals(&mut self, rows: Vec<Vec<usize>>) -> Table {
        let row_totals: Vec<usize> = rows.iter().map(|row| self.total(row)).collect();
        let columns = (0..rows[0].len()).map(|at| rows.iter().map(|row| row[at]).collect());
        let columns: Vec<Vec<usize>> = columns.collect();
        let column_totals: Vec<usize> = columns.iter().map(|column| self.total(column)).collect();
        let all = self.total(&row_totals);
        self.world.sums.push((column_totals.clone(), all));
        Table { rows, row_totals, column_totals }
    }

    /// A second table that tells the same rows apart in another way.
    fn linked(&mut self) {
        let table = self.any_table();
        self.beside(&table);
    }

    /// New columns whose rows have the totals of `table`.
    fn beside(&mut self, table: &Table) {
        let columns = self.side().min(4);
        for total in &table.row_totals {
            let parts = self.split(self.world.truths[*total], columns);
            let row: Vec<usize> =
                parts.into_iter().map(|truth| self.add(truth, Place::Cell)).collect();
            self.world.sums.push((row, *total));
        }
        let added = self.world.sums.len() - table.row_totals.len();
        let rows: Vec<Vec<usize>> =
            self.world.sums[added..].iter().map(|(row, _)| row.clone()).collect();
        for at in 0..columns {
            let column: Vec<usize> = rows.iter().map(|row| row[at]).collect();
            self.total(&column);
        }
    }

    /// `whole` in parts, of which many are small.
    fn split(&mut self, whole: i64, parts: usize) -> Vec<i64> {
        let mut left = whole;
        let mut all = Vec::new();
        for _ in 1..parts {
            let part = match self.random.between(1, 20) {
                1..=5 => 0,
                6..=14 => self.random.between(1, 5),
                _ => self.random.between(0, left.max(1)),
            };
            all.push(part.min(left));
            left -= part.min(left);
        }
        all.push(left);
        self.random.shuffle(&mut all);
        all
    }

    /// Two or three layers of one table, and the table of all layers.
    fn layers(&mut self) {
        let side = self.sizes.largest.min(4);
        let (rows, columns) = (self.random.between(2, side), self.random.between(2, side));
        let (rows, columns) = (rows as usize, columns as usize);
        let layers = self.random.between(2, 3) as usize;
        let cells = self.cells(rows * columns * layers);
        let layers: Vec<Vec<usize>> = cells.chunks(rows * columns).map(<[usize]>::to_vec).collect();
        let whole: Vec<usize> = (0..rows * columns)
            .map(|at| self.total(&layers.iter().map(|layer| layer[at]).collect::<Vec<_>>()))
            .collect();
        let table = |cells: &[usize]| cells.chunks(columns).map(<[usize]>::to_vec).collect();
        let parts: Vec<Table> = layers.iter().map(|layer| self.totals(table(layer))).collect();
        let all = self.totals(table(&whole));
        for row in 0..rows {
            let of_parts = parts.iter().map(|part| part.row_totals[row]).collect();
            self.world.sums.push((of_parts, all.row_totals[row]));
        }
        for column in 0..columns {
            let of_parts = parts.iter().map(|part| part.column_totals[column]).collect();
            self.world.sums.push((of_parts, all.column_totals[column]));
        }
    }

    /// A table in which some cells are also given as a percentage of their row.
    fn percentages(&mut self) {
        let table = self.any_table();
        for (row, total) in table.rows.iter().zip(&table.row_totals) {
            if self.random.chance(50) {
                let part = row[self.random.between(0, row.len() as i64 - 1) as usize];
                self.percent(part, *total);
            }
        }
    }

    /// A percentage, unless its count is withheld by rule or its base is 0.
    fn percent(&mut self, part: usize, whole: usize) {
        let (of_part, of_whole) = (self.world.truths[part], self.world.truths[whole]);
        if of_whole == 0 || self.world.preset.withholds(of_part) {
            return;
        }
        let scale = if self.random.chance(70) { 100 } else { 1_000 };
        let shown = percentage(of_part, of_whole, scale);
        self.world.percents.push(Percent { part, whole, scale, shown });
        let remainder = self.add(of_whole - of_part, Place::Remainder);
        self.world.sums.push((vec![part, remainder], whole));
    }

    /// A table, and in the next edition another that shares its row totals or
    /// some of its cells.
    fn editions(&mut self) {
        let table = self.any_table();
        let world = &self.world;
        self.world.earlier = Some((world.truths.len(), world.sums.len(), world.percents.len()));
        if self.random.chance(50) {
            return self.beside(&table);
        }
        let columns = table.column_totals.len();
        let mut rows = vec![table.rows[0].clone()];
        for _ in 0..self.random.between(1, 3) {
            rows.push(self.cells(columns));
        }
        self.totals(rows);
    }
}
