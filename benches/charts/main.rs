//! How long a chart takes and how large it is, beside plotters' own SVG.
//!
//! `cargo bench --bench charts` draws 10,000 charts of the kinds in `fixtures`
//! through the public interface: both widths and the description, and the
//! literal drawing from them. In the same run the same figures are drawn by
//! plotters' `SVGBackend`, at the same two sizes (see `stock` for what is and
//! is not the same). Everything is then drawn again: the bytes must not change.
//!
//! A new kind of chart needs one line in `fixtures::KINDS`, and until plotters'
//! drawing of it is written in `stock` it is drawn there as its series' lines.

#![allow(clippy::print_stdout, reason = "a benchmark tells what it measured")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot draw has nothing to say")]

mod fixtures;
mod stock;

use fixtures::{Figures, KINDS, Random};
use pledgebook::chart::palette::Palette;
use pledgebook::chart::{self, Chart, Drawing};
use pledgebook::strings::Strings;
use pledgebook::theme::{OwnFiles, Theme};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How many charts are drawn, of all kinds together.
const CHARTS: usize = 10_000;

/// What one kind of chart took.
struct Row {
    name: &'static str,
    charts: usize,
    /// For both widths and the description.
    ours: Duration,
    /// For the literal drawing, from the wide one.
    literal: Duration,
    /// For both widths.
    stock: Duration,
    /// The bytes of the wide, narrow and literal drawing, and of plotters' wide one.
    sizes: [Sizes; 4],
    hash: u64,
}

/// Sizes in bytes.
#[derive(Clone, Copy, Default)]
struct Sizes {
    total: usize,
    largest: usize,
}

impl Sizes {
    fn add(&mut self, bytes: usize) {
        self.total += bytes;
        self.largest = self.largest.max(bytes);
    }
}

fn main() {
    let theme = Theme::load("civic", "en", &OwnFiles::new()).value.expect("the theme is whole");
    let figures = Figures::new(theme.strings());
    let first = run(&figures, theme.strings(), theme.palette());
    let second = run(&figures, theme.strings(), theme.palette());
    print(&first);
    let hashes = |rows: &[Row]| rows.iter().map(|row| row.hash).collect::<Vec<_>>();
    assert_eq!(hashes(&first), hashes(&second), "a second run gave other bytes");
    println!("A second run gave the same bytes.");
}

/// Draws charts of every kind.
fn run(figures: &Figures, strings: &Strings, palette: &Palette) -> Vec<Row> {
    let mut random = Random(0x5eed);
    let each = CHARTS / KINDS.len();
    let kinds = KINDS.iter().map(|(name, make)| {
        let charts: Vec<Chart> = (0..each).map(|_| make(figures, &mut random)).collect();
        measure(name, &charts, strings, palette)
    });
    kinds.collect()
}

fn measure(name: &'static str, charts: &[Chart], strings: &Strings, palette: &Palette) -> Row {
    let mut row = Row {
        name,
        charts: charts.len(),
        ours: Duration::ZERO,
        literal: Duration::ZERO,
        stock: Duration::ZERO,
        sizes: [Sizes::default(); 4],
        hash: 0,
    };
    let mut hasher = DefaultHasher::new();
    // One after the other, so that both see the same machine.
    for one in charts {
        let drawing = timed(&mut row.ours, || chart::draw(one, strings).expect("it can be drawn"));
        let literal = timed(&mut row.literal, || drawing.literal(&palette.print));
        let stock = timed(&mut row.stock, || [720, 340].map(|width| stock::draw(one, width)));
        let Drawing { wide, narrow, description } = &drawing;
        for (sizes, svg) in row.sizes.iter_mut().zip([wide, narrow, &literal, &stock[0]]) {
            sizes.add(svg.len());
        }
        (wide, narrow, description, &literal).hash(&mut hasher);
    }
    row.hash = hasher.finish();
    row
}

fn timed<T>(total: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = black_box(work());
    *total += start.elapsed();
    made
}

fn print(rows: &[Row]) {
    println!(
        "µs for one variant (ours with its share of the description), and bytes: mean, largest"
    );
    println!(
        "{:28} {:>7} {:>7} {:>6} {:>8}   {:>12} {:>12} {:>12} {:>12}",
        "", "ours", "stock", "ratio", "literal", "wide", "narrow", "literal", "stock wide"
    );
    for row in rows {
        print_row(row);
    }
    let sum = |of: fn(&Row) -> Duration| rows.iter().map(of).sum::<Duration>();
    let (ours, stock) = (sum(|row| row.ours), sum(|row| row.stock));
    let charts: usize = rows.iter().map(|row| row.charts).sum();
    println!(
        "{charts} charts in both variants: ours {ours:.2?}, stock {stock:.2?}, ratio {:.2}",
        ours.as_secs_f64() / stock.as_secs_f64()
    );
}

fn print_row(row: &Row) {
    let micros =
        |time: Duration, variants: usize| time.as_secs_f64() * 1e6 / (variants * row.charts) as f64;
    let bytes = |sizes: &Sizes| format!("{}, {}", sizes.total / row.charts, sizes.largest);
    let (ours, stock) = (micros(row.ours, 2), micros(row.stock, 2));
    let sizes = row.sizes.each_ref().map(bytes);
    println!(
        "{:28} {ours:7.1} {stock:7.1} {:6.2} {:8.1}   {:>12} {:>12} {:>12} {:>12}",
        row.name,
        ours / stock,
        micros(row.literal, 1),
        sizes[0],
        sizes[1],
        sizes[2],
        sizes[3],
    );
}
