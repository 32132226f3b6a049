//! How long somebody has: two months, twenty working days.

use super::Day;
use std::fmt;
use std::str::FromStr;

/// A length of time as officers write it: `2 months`, `20 working days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    count: u16,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Months,
    Weeks,
    Days,
    WorkingDays,
}

impl Within {
    /// The last day of this time, counted from the day after `day`. Working
    /// days are Monday to Friday; bank holidays count, since no calendar of
    /// them is kept here.
    pub fn after(self, day: Day) -> Option<Day> {
        let count = i32::from(self.count);
        match self.unit {
            Unit::Months => day.plus_months(count),
            Unit::Weeks => day.plus_days(count * 7),
            Unit::Days => day.plus_days(count),
            Unit::WorkingDays => {
                let later = (1..).map_while(|days| day.plus_days(days));
                let mut working = later.filter(|day| !day.is_weekend());
                match self.count {
                    0 => Some(day),
                    count => working.nth(usize::from(count) - 1),
                }
            }
        }
    }
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = match self.unit {
            Unit::Months => "month",
            Unit::Weeks => "week",
            Unit::Days => "day",
            Unit::WorkingDays => "working day",
        };
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {one}{plural}", self.count)
    }
}

impl FromStr for Within {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{words}` is not a length of time | write a number and `days`, `working days`, `weeks` or `months`, such as `2 months`"
            )
        };
        let (count, unit) = words.trim().split_once(' ').ok_or_else(wrong)?;
        let unit = match unit.trim() {
            "month" | "months" => Unit::Months,
            "week" | "weeks" => Unit::Weeks,
            "day" | "days" => Unit::Days,
            "working day" | "working days" => Unit::WorkingDays,
            _ => return Err(wrong()),
        };
        let digits = count.chars().all(|c| c.is_ascii_digit());
        let count = count.parse().ok().filter(|count| digits && (1..=999).contains(count));
        count.map(|count| Self { count, unit }).ok_or_else(wrong)
    }
}

super::read_from_word!(Within);

#[cfg(test)]
mod tests {
    use super::*;

    fn after(words: &str, day: &str) -> String {
        words.parse::<Within>().unwrap().after(day.parse().unwrap()).unwrap().to_string()
    }

    #[test]
    fn time_is_counted_as_it_is_meant() {
        assert_eq!(after("2 months", "2023-12-31"), "2024-02-29");
        assert_eq!(after("8 weeks", "2024-11-06"), "2025-01-01");
        assert_eq!(after("1 day", "2024-02-28"), "2024-02-29");
        assert_eq!(after("5 working days", "2024-11-08"), "2024-11-15");
        assert_eq!(after("1 working day", "2024-11-09"), "2024-11-11");
    }

    #[test]
    fn what_is_no_length_of_time_is_refused() {
        for words in
            ["two months", "2", "months", "2 fortnights", "-2 weeks", "+2 weeks", "0 days", ""]
        {
            assert!(words.parse::<Within>().is_err(), "{words}");
        }
        assert_eq!("20 working days".parse::<Within>().unwrap().to_string(), "20 working days");
    }
}
