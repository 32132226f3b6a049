//! How much the attack recovers where nothing but the smallest counts is
//! withheld, beside a search through every filling.

use super::super::key::Key;
use super::super::look::look;
use super::super::ranges::MOST;
use super::super::read::read;
use super::super::rebuild::Rebuilt;
use super::built;

/// How wide a range must stay.
const PROTECT: i64 = 3;
/// The most unknown cells that every filling is tried of.
const MOST_UNKNOWN: usize = 8;

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % sides) as i64
    }
}

/// A table of counts, of which those from 1 to 5 are withheld.
struct Table(Vec<Vec<i64>>);

impl Table {
    fn random(dice: &mut Dice) -> Self {
        let (rows, columns) = (2 + dice.roll(3), 2 + dice.roll(3));
        let cell = |dice: &mut Dice| match dice.roll(100) {
            0..30 => 1 + dice.roll(5),
            30..45 => 0,
            _ => 6 + dice.roll(40),
        };
        Self((0..rows).map(|_| (0..columns).map(|_| cell(dice)).collect()).collect())
    }

    fn unknown(&self) -> Vec<(usize, usize)> {
        let rows = self.0.iter().enumerate();
        let cells =
            rows.flat_map(|(r, row)| row.iter().enumerate().map(move |(c, count)| (r, c, *count)));
        cells.filter(|(_, _, count)| (1..6).contains(count)).map(|(r, c, _)| (r, c)).collect()
    }

    /// As a page shows it, with its totals.
    fn html(&self) -> String {
        let cell =
            |count: &i64| if (1..6).contains(count) { "[c]".to_owned() } else { count.to_string() };
        let line = |head: &str, cells: Vec<String>| {
            let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
            format!("<tr><th>{head}</th>{cells}</tr>")
        };
        let width = self.0[0].len();
        let heads: String = (0..width).map(|c| format!("<th>c{c}</th>")).collect();
        let mut html = format!("<table><thead><tr><th></th>{heads}<th>Total</th></tr></thead>");
        for (r, row) in self.0.iter().enumerate() {
            let total = row.iter().sum::<i64>().to_string();
            html += &line(&format!("r{r}"), row.iter().map(cell).chain([total]).collect());
        }
        let sums = (0..width).map(|c| self.0.iter().map(|row| row[c]).sum::<i64>());
        let all: i64 = self.0.iter().flatten().sum();
        html + &line("Total", sums.chain([all]).map(|sum| sum.to_string()).collect()) + "</table>"
    }

    /// The cells whose range over every filling is narrower than it must be.
    fn by_force(&self) -> Vec<(usize, usize)> {
        let unknown = self.unknown();
        let sum = |cells: &dyn Fn(usize, usize) -> bool| -> i64 {
            unknown.iter().filter(|(r, c)| cells(*r, *c)).map(|(r, c)| self.0[*r][*c]).sum()
        };
        let mut rows: Vec<i64> = (0..self.0.len()).map(|at| sum(&|r, _| r == at)).collect();
        let mut columns: Vec<i64> = (0..self.0[0].len()).map(|at| sum(&|_, c| c == at)).collect();
        let mut ranges = vec![(i64::MAX, i64::MIN); unknown.len()];
        fill(&unknown, &mut Vec::new(), &mut rows, &mut columns, &mut ranges);
        let narrow = unknown.iter().zip(&ranges).filter(|(_, (low, high))| high - low < PROTECT);
        narrow.map(|(cell, _)| *cell).collect()
    }

    /// The cells that the attack recovers from the page.
    fn by_attack(&self) -> Vec<(usize, usize)> {
        let publication = &built().publication;
        let key = Key::of(publication);
        let told = look(&key, "t.html", &read("t.html", self.html().as_bytes()));
        let mut rebuilt = Rebuilt::of(publication, &key, &[told]);
        rebuilt.system.narrow();
        let range = |r: usize, c: usize| {
            let count = rebuilt.counts.get(&format!("t.html#0/{r}/{c}"));
            count.map_or((0, MOST), |at| {
                (rebuilt.system.counts[*at].low, rebuilt.system.counts[*at].high)
            })
        };
        let narrow = |(r, c): &(usize, usize)| range(*r, *c).1 - range(*r, *c).0 < PROTECT;
        self.unknown().into_iter().filter(narrow).collect()
    }
}

/// Goes through every filling of the cells that agrees with the sums left.
fn fill(
    cells: &[(usize, usize)],
    filling: &mut Vec<i64>,
    rows: &mut [i64],
    columns: &mut [i64],
    ranges: &mut [(i64, i64)],
) {
    let Some((r, c)) = cells.get(filling.len()).copied() else {
        if rows.iter().chain(columns.iter()).all(|left| *left == 0) {
            for (range, count) in ranges.iter_mut().zip(filling) {
                *range = (range.0.min(*count), range.1.max(*count));
            }
        }
        return;
    };
    for count in 0..=rows[r].min(columns[c]) {
        rows[r] -= count;
        columns[c] -= count;
        filling.push(count);
        fill(cells, filling, rows, columns, ranges);
        filling.pop();
        rows[r] += count;
        columns[c] += count;
    }
}

#[test]
fn without_secondary_protection_the_attack_recovers_what_a_search_does() {
    let mut dice = Dice(5);
    let (mut unknown, mut forced, mut attacked) = (0, 0, 0);
    for _ in 0..500 {
        let table = Table::random(&mut dice);
        if table.unknown().len() > MOST_UNKNOWN {
            continue;
        }
        let (force, attack) = (table.by_force(), table.by_attack());
        assert!(attack.iter().all(|cell| force.contains(cell)), "recovers too much: {:?}", table.0);
        unknown += table.unknown().len();
        forced += force.len();
        attacked += attack.len();
    }
    // Of withheld cells, those that a search recovers, and those that the attack does.
    assert_eq!((unknown, forced, attacked), (1378, 1203, 1203));
}
