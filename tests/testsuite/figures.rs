//! One source for every figure: for 1,000 random series, what is drawn, what is
//! described, what the table says and what the CSV holds are the figures that
//! were written, to the precision in which they are shown.
//!
//! Nothing here knows how the site was made: the project is written as YAML
//! and Markdown, built by the real binary, and its pages are read back.

mod drawing;
mod outcome;
mod sample;

use crate::html::{elements, main_part, text};
use crate::support::TempSite;
use drawing::Drawing;
use outcome::Figure;
use sample::{Chart, Sample};
use std::collections::BTreeMap;

/// How many series are made; each chart shows from one to four of them.
const SERIES: usize = 1000;

type Files = BTreeMap<String, Vec<u8>>;

#[test]
#[allow(clippy::print_stderr, reason = "how much was compared is told")]
fn every_figure_is_the_same_in_drawing_description_table_and_data() {
    let sample = Sample::of(SERIES);
    let site = sample.site();
    let files = build(&site);
    let mut marks = 0;
    for chart in &sample.charts {
        let page = String::from_utf8_lossy(&files[&chart.page()]).into_owned();
        marks += agree(chart, &page, &files);
    }
    let series: usize = sample.charts.iter().map(|chart| chart.series.len()).sum();
    eprintln!(
        "{} charts of {series} series agree; {marks} marks were read back",
        sample.charts.len()
    );
    assert!(series >= SERIES && marks > 2 * SERIES, "too little was compared");
}

fn build(site: &TempSite) -> Files {
    site.build(&[])
}

/// Compares everything that is published of a chart with what was written, and
/// says how many marks it has.
fn agree(chart: &Chart, page: &str, files: &Files) -> usize {
    let name = &chart.name;
    let figure = figure_of(page, chart);
    let drawings: Vec<Drawing> = svgs(figure).iter().map(|svg| Drawing::of(svg)).collect();
    assert_eq!(drawings.len(), 2, "{name}: a wide and a narrow drawing");
    for drawing in &drawings {
        drawn(chart, drawing);
        described(chart, drawing);
    }
    tabled(chart, page);
    downloaded(chart, files);
    drawings[0].marks.len() + drawings[0].lines.len()
}

/// The chart's part of its page.
fn figure_of<'p>(page: &'p str, chart: &Chart) -> &'p str {
    let figures = elements(main_part(page), "<figure", "</figure>");
    figures.get(chart.place).copied().unwrap_or_else(|| panic!("{} is not drawn", chart.name))
}

fn svgs(figure: &str) -> Vec<String> {
    let whole = |part: &str| format!("<svg{}</svg>", part.split("</svg>").next().unwrap());
    figure.split("<svg").skip(1).map(whole).filter(|svg| svg.contains("<title")).collect()
}

/// Each mark stands where its figure is on the scale, and no line passes over
/// a period without a figure.
fn drawn(chart: &Chart, drawing: &Drawing) {
    for (series, slot) in chart.series.iter().zip(&chart.slots) {
        if chart.kind == "small-multiples" {
            panel(chart, drawing, series, *slot);
        } else {
            marked(chart, drawing, series, *slot);
        }
        if chart.kind == "line" {
            lined(chart, drawing, series, *slot, 1);
        }
    }
}

/// Every figure of a series has its mark, in order.
fn marked(chart: &Chart, drawing: &Drawing, series: &[Figure], slot: usize) {
    let name = &chart.name;
    let marks: Vec<_> = drawing.marks.iter().filter(|mark| mark.slot == slot).collect();
    let figures: Vec<&Figure> = series.iter().filter(|figure| figure.number.is_some()).collect();
    assert_eq!(marks.len(), figures.len(), "{name}, series {slot}: marks\n{drawing:?}");
    for (mark, figure) in marks.iter().zip(&figures) {
        let number = figure.number.unwrap();
        let found = drawing.scale.number_at(mark.value);
        let tolerance = drawing.scale.tenth() * 1.6;
        assert!((found - number).abs() <= tolerance, "{name}: {found} is drawn for {number}");
        assert_eq!(mark.provisional, figure.provisional, "{name}: {number}");
    }
}

/// In small multiples the lines carry the figures, each panel on the one scale;
/// the first series is drawn in every panel.
fn panel(chart: &Chart, drawing: &Drawing, series: &[Figure], slot: usize) {
    let is_reference = slot == 0 && chart.series.len() > 1;
    let (slot, panels) =
        if is_reference { (drawing::REFERENCE, chart.series.len() - 1) } else { (slot, 1) };
    lined(chart, drawing, series, slot, panels);
}

/// The lines of a series join its figures, stretch by stretch, with the steps
/// between them that the scale asks for.
fn lined(chart: &Chart, drawing: &Drawing, series: &[Figure], slot: usize, panels: usize) {
    let name = &chart.name;
    let lines: Vec<_> = drawing.lines.iter().filter(|line| line.slot == slot).collect();
    let runs: Vec<Vec<f64>> =
        std::iter::repeat_n(runs(series, &chart.breaks), panels).flatten().collect();
    let lengths = |all: &mut dyn Iterator<Item = usize>| all.collect::<Vec<_>>();
    assert_eq!(
        lengths(&mut lines.iter().map(|line| line.values.len())),
        lengths(&mut runs.iter().map(Vec::len)),
        "{name}, series {slot}: a gap is bridged, or a line is missing"
    );
    for (line, run) in lines.iter().zip(&runs) {
        for (places, numbers) in line.values.windows(2).zip(run.windows(2)) {
            let (found, wanted) =
                (places[1] - places[0], drawing.scale.length(numbers[0], numbers[1]));
            assert!((found - wanted).abs() < 0.25, "{name}: a step of {found} for {numbers:?}");
        }
    }
}

/// The figures of each stretch of two or more without a gap.
fn runs(series: &[Figure], breaks: &[usize]) -> Vec<Vec<f64>> {
    let mut runs = vec![Vec::new()];
    for (n, figure) in series.iter().enumerate() {
        if figure.number.is_none() || breaks.contains(&n) {
            runs.push(Vec::new());
        }
        runs.last_mut().unwrap().extend(figure.number);
    }
    runs.into_iter().filter(|run| run.len() > 1).collect()
}

/// Every number of the description is a figure, a period or a number of the
/// scale; first and last, and for bars every figure, are told.
fn described(chart: &Chart, drawing: &Drawing) {
    let description = &drawing.description;
    let mut rest = description.clone();
    let mut known: Vec<String> = chart.figures().map(|figure| figure.text.clone()).collect();
    for figure in chart.told() {
        assert!(rest.contains(&figure.text), "{}: {} in {description}", chart.name, figure.text);
    }
    known.extend(chart.periods.iter().chain(&drawing.ticks).cloned());
    known.push("rate per 10,000 children under 18".to_owned());
    known.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in &known {
        rest = rest.replace(word.as_str(), " ");
    }
    let stray: Vec<&str> = rest
        .split_whitespace()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .collect();
    assert!(stray.is_empty(), "{}: {stray:?} in {description}", chart.name);
}

/// The table beside the chart has every figure, row by row.
fn tabled(chart: &Chart, page: &str) {
    let table = elements(main_part(page), "<table", "</table>")[chart.place];
    let rows: Vec<Vec<String>> = elements(table, "<tr", "</tr>")
        .into_iter()
        .map(|row| elements(row, "<td", "</td>").iter().map(|cell| text(cell)).collect())
        .filter(|cells: &Vec<String>| !cells.is_empty())
        .collect();
    for (n, row) in rows.iter().enumerate() {
        for (series, figures) in chart.series.iter().enumerate() {
            let column = if chart.with_base && series > 0 { series + 1 } else { series };
            let cell = row[column].replace(" [p]", "");
            assert_eq!(cell, figures[n].text, "{}: row {n}, series {series}", chart.name);
        }
    }
    assert_eq!(rows.len(), chart.periods.len(), "{}: rows", chart.name);
}

/// The CSV has every figure as a plain number or its marker.
fn downloaded(chart: &Chart, files: &Files) {
    let path = chart.csv(files.keys()).unwrap_or_else(|| panic!("{}: no CSV", chart.name));
    let mut reader = csv::Reader::from_reader(files[&path].as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for (series, figures) in chart.series.iter().enumerate() {
        let area = &chart.areas[series];
        let own: Vec<&csv::StringRecord> = rows
            .iter()
            .filter(|row| &row[0] == chart.outcomes[series].as_str() && &row[2] == *area)
            .collect();
        for (figure, period) in figures.iter().zip(&chart.periods) {
            let row = own.iter().find(|row| &row[3] == period.as_str());
            match (row, &figure.absent) {
                (None, true) => {}
                (Some(row), false) => {
                    assert_eq!(&row[4], figure.plain.as_str(), "{path}: {period}");
                }
                (found, _) => panic!("{path}: {period} is {found:?}"),
            }
        }
    }
}
