//! How a period may be written: 2024-25, 2024 to 2025, year ending 31 March 2025.

use super::super::words::{MONTHS, fold, folded};
use crate::model::{Day, Period, PeriodType};

/// The folded words of each way to write `period`.
pub(super) fn forms(period: &Period) -> Vec<Vec<String>> {
    let mut forms = vec![period.to_string()];
    match *period {
        Period::Years(year) => {
            forms.push(format!("{year} to {}", year + 1));
            forms.push(format!("{year}-{}", year + 1));
            forms.push(format!("year ending 31 March {}", year + 1));
            forms.push(format!("year to March {}", year + 1));
        }
        Period::Quarter(year, quarter) => forms.extend(quarters(year, quarter)),
        Period::Month(year, month) => forms.push(format!("{} {year}", name(month))),
        Period::Day(day) => forms.push(long(day)),
        Period::Span(first, last) => {
            forms.push(format!("{} to {}", long(first), long(last)));
            forms.push(format!("{first} to {last}"));
        }
        Period::Year(_) | Period::NotStated => {}
    }
    forms.iter().map(|form| folded(form)).collect()
}

fn quarters(year: i16, quarter: i8) -> Vec<String> {
    let short = format!("{year}-{:02}", (year + 1).rem_euclid(100));
    let Some(end) = Period::Quarter(year, quarter).end(PeriodType::Quarter) else {
        return Vec::new();
    };
    let (last, month, _) = end.parts();
    let first = if month < 3 { 10 } else { month - 2 };
    let mut forms = vec![
        format!("q{quarter} {short}"),
        format!("{short} q{quarter}"),
        format!("quarter {quarter} of {short}"),
        format!("quarter {quarter} {short}"),
        format!("{} to {} {last}", name(first), name(month)),
    ];
    let april = if quarter == 4 { format!("april {year}") } else { "april".to_owned() };
    forms.push(format!("{april} to {} {last}", name(month)));
    forms
}

fn name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).unwrap_or(&"")
}

fn long(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{day} {} {year}", fold(name(month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_known_however_it_is_written() {
        let has =
            |period: &str, form: &str| forms(&period.parse().unwrap()).contains(&folded(form));
        assert!(has("2024-25", "2024/25") && has("2024-25", "2024 to 2025"));
        assert!(has("2024-25", "Year ending 31 March 2025"));
        assert!(has("2024-25-q3", "October to December 2024") && has("2024-25-q3", "Q3 2024-25"));
        assert!(has("2024-25-q4", "April 2024 to March 2025"));
        assert!(has("2024-03-31", "31 March 2024") && has("2022-jan", "January 2022"));
    }
}
