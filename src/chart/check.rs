//! What can be drawn so that a reader can read it.

use super::{Chart, ChartError, Kind, MOST_PANELS, MOST_PARTS, MOST_SERIES, Series};

/// Refuses a chart that could not be read, with the reason.
pub(super) fn check(chart: &Chart) -> Result<(), ChartError> {
    let (found, most) = (chart.series.len(), most(chart.kind));
    if found > most {
        return Err(ChartError::TooManySeries { found, most });
    }
    for (n, series) in chart.series.iter().enumerate() {
        check_length(series, &chart.categories)?;
        check_look(series, &chart.series[..n], chart.kind)?;
    }
    if let Some(reference) = &chart.reference {
        check_length(reference, &chart.categories)?;
    }
    if chart.kind == Kind::Stacked {
        check_stacked(chart)?;
    }
    if chart.numbers().is_empty() { Err(ChartError::NothingToDraw) } else { Ok(()) }
}

/// The most series that a reader can tell apart.
fn most(kind: Kind) -> usize {
    match kind {
        Kind::Line | Kind::Bar | Kind::Dot => MOST_SERIES,
        Kind::Stacked => MOST_PARTS,
        Kind::SmallMultiples => MOST_PANELS,
    }
}

fn check_length(series: &Series, categories: &[String]) -> Result<(), ChartError> {
    let (points, categories) = (series.points.len(), categories.len());
    if points == categories {
        return Ok(());
    }
    Err(ChartError::Uneven { series: series.name.clone(), points, categories })
}

/// Panels may look the same: each stands by itself, under its name.
fn check_look(series: &Series, others: &[Series], kind: Kind) -> Result<(), ChartError> {
    let same = others.iter().any(|other| other.slot == series.slot);
    if series.slot >= MOST_PARTS || (same && kind != Kind::SmallMultiples) {
        return Err(ChartError::SameLook { series: series.name.clone() });
    }
    Ok(())
}

/// Parts are lengths that add up, and a target would be read as one for the
/// whole bar.
fn check_stacked(chart: &Chart) -> Result<(), ChartError> {
    for series in &chart.series {
        let below = |(n, _, shown): &(usize, _, &crate::disclosure::Shown)| {
            (shown.number.is_sign_negative() && !shown.number.is_zero()).then_some(*n)
        };
        if let Some(n) = series.figures().find_map(|figure| below(&figure)) {
            let category = chart.categories.get(n).cloned().unwrap_or_default();
            return Err(ChartError::BelowZero { series: series.name.clone(), category });
        }
    }
    if chart.target.is_some() { Err(ChartError::TargetOnParts) } else { Ok(()) }
}
