//! One outcome at random: as it is written, and as its readers should find it.

use std::fmt::Write as _;

/// A figure as its readers should find it.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// As shown in words and tables.
    pub(super) text: String,
    /// As data.
    pub(super) plain: String,
    /// As drawn; none where there is nothing to draw.
    pub(super) number: Option<f64>,
    pub(super) provisional: bool,
    /// Whether nobody gave it: then it is no row of the data.
    pub(super) absent: bool,
}

/// An outcome with its comparators.
#[derive(Clone)]
pub(super) struct Outcome {
    pub(super) id: String,
    unit: &'static str,
    decimals: Option<usize>,
    pub(super) based: bool,
    pub(super) years: Vec<u32>,
    pub(super) breaks: Vec<usize>,
    pub(super) own: Vec<Figure>,
    pub(super) written: String,
    pub(super) others: Vec<(&'static str, Vec<Figure>)>,
}

/// Names in the order in which charts show them, with their looks.
pub(super) const AREAS: [(&str, &str, usize); 3] = [
    ("england", "England", 1),
    ("region", "Region", 3),
    ("statistical-neighbours", "Statistical neighbours", 2),
];
pub(super) const COUNCIL: &str = "Sample Council";
const UNITS: [&str; 7] =
    ["percent", "percent", "count", "rate-per-10000", "pounds", "score", "days"];

impl Outcome {
    pub(super) fn any(dice: &mut Dice, serial: usize) -> Self {
        let unit = UNITS[dice.below(UNITS.len())];
        let decimals =
            if unit == "count" { None } else { [None, Some(0), Some(1), Some(2)][dice.below(4)] };
        let first = 2005 + u32::try_from(dice.below(8)).unwrap();
        let count = 1 + u32::try_from(dice.below(15)).unwrap();
        let years: Vec<u32> = (first..first + count).collect();
        let breaks = if count > 3 && dice.one_in(6) {
            vec![1 + dice.below(years.len() - 1)]
        } else {
            vec![]
        };
        let mut outcome = Self {
            id: format!("s-{serial}"),
            unit,
            decimals,
            based: unit == "percent" && dice.one_in(3),
            years,
            breaks,
            own: Vec::new(),
            written: String::new(),
            others: Vec::new(),
        };
        outcome.write_head();
        outcome.write_own(dice);
        outcome.write_others(dice);
        outcome
    }

    fn write_head(&mut self) {
        let (id, unit) = (&self.id, self.unit);
        let _ = write!(
            self.written,
            "  - id: {id}\n    title: Series {}\n    unit: {unit}\n",
            letters(id)
        );
        self.written += "    polarity: higher-is-better\n    period_type: financial-year\n";
        if let Some(decimals) = self.decimals {
            let _ = writeln!(self.written, "    decimals: {decimals}");
        }
        for at in &self.breaks {
            let _ = writeln!(
                self.written,
                "    breaks: [{{before: {}, why: It was counted anew.}}]",
                period(self.years[*at])
            );
        }
    }

    fn write_own(&mut self, dice: &mut Dice) {
        self.written += "    values:\n";
        let sure = dice.below(self.years.len());
        for (n, year) in self.years.clone().into_iter().enumerate() {
            let at = period(year);
            let (words, mut figure) = if self.based && n == sure {
                self.share(dice)
            } else if n != sure && dice.one_in(5) {
                let marker = ["c", "x", "z", "low", "u"][dice.below(5)];
                (format!("missing: {marker}"), Figure::missing(marker, false))
            } else {
                let number = self.number(dice);
                (format!("value: {number}"), self.shown(&number))
            };
            figure.provisional =
                figure.number.is_some() && n + 1 == self.years.len() && dice.one_in(2);
            let mark = if figure.provisional { ", provisional: true" } else { "" };
            let _ = writeln!(self.written, "      - {{period: {at}, {words}{mark}}}");
            self.own.push(figure);
        }
    }

    /// A percentage with its numerator and denominator, large enough to show.
    fn share(&self, dice: &mut Dice) -> (String, Figure) {
        let of = 100 + dice.below(900);
        let n = 6 + dice.below(of - 20);
        let decimals = self.decimals.unwrap_or(0);
        let scale = 10_usize.pow(u32::try_from(decimals).unwrap());
        // Halves away from zero, in whole numbers.
        let hundredths = (2 * n * 100 * scale + of) / (2 * of);
        let number = point(hundredths, decimals);
        (format!("numerator: {n}, denominator: {of}"), self.shown(&number))
    }

    fn write_others(&mut self, dice: &mut Dice) {
        let some: Vec<_> = AREAS.iter().filter(|_| dice.one_in(2)).collect();
        if !some.is_empty() {
            self.written += "    comparators:\n";
        }
        for (id, ..) in some {
            let mut figures = Vec::new();
            let mut given = Vec::new();
            for (n, year) in self.years.clone().into_iter().enumerate() {
                // One at least is of a period that the council has too.
                if n > 0 && dice.one_in(6) {
                    figures.push(Figure::missing("x", true));
                    continue;
                }
                let number = self.number(dice);
                given.push(format!("{}: {number}", period(year)));
                figures.push(self.shown(&number));
            }
            let _ = writeln!(self.written, "      {id}: {{{}}}", given.join(", "));
            self.others.push((id, figures));
        }
    }

    /// A number as an officer would write it.
    fn number(&self, dice: &mut Dice) -> String {
        match self.unit {
            "count" => dice.below(2000).to_string(),
            "percent" => {
                point(dice.below(10_000), 2).trim_end_matches('0').trim_end_matches('.').to_owned()
            }
            "score" if dice.one_in(2) => format!("-{}", point(1 + dice.below(5_000), 2)),
            "pounds" => point(dice.below(900_000), 2),
            _ => point(dice.below(90_000), 2),
        }
    }

    /// A number as its readers should find it.
    fn shown(&self, number: &str) -> Figure {
        let number = match self.decimals {
            Some(decimals) => rounded(number, decimals),
            None => number.to_owned(),
        };
        if self.unit == "count" && ["1", "2", "3", "4", "5"].contains(&number.as_str()) {
            return Figure::missing("c", false);
        }
        let text = match self.unit {
            "percent" => format!("{number}%"),
            "pounds" => format!("£{}", grouped(&number)),
            _ => grouped(&number),
        };
        let value: f64 = number.parse().unwrap();
        Figure { text, plain: number, number: Some(value), provisional: false, absent: false }
    }
}

impl Figure {
    fn missing(marker: &str, absent: bool) -> Self {
        let (text, plain) = (format!("[{marker}]"), marker.to_owned());
        Self { text, plain, number: None, provisional: false, absent }
    }
}

/// `digits` with its last `decimals` after a point.
fn point(digits: usize, decimals: usize) -> String {
    if decimals == 0 {
        return digits.to_string();
    }
    let padded = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, part) = padded.split_at(padded.len() - decimals);
    format!("{whole}.{part}")
}

/// A written number to `decimals` places, halves away from zero.
fn rounded(number: &str, decimals: usize) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all: usize = format!("{whole}{part:0<4}").parse().unwrap();
    let unit = 10_usize.pow(u32::try_from(4 - decimals).unwrap());
    let rounded = (all + unit / 2) / unit;
    let sign = if rounded == 0 { "" } else { sign };
    format!("{sign}{}", point(rounded, decimals))
}

/// A written number as printed: thousands apart, a true minus.
fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("−", rest));
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(w, p)| (w, Some(p)));
    let mut out = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    let part = part.map_or(String::new(), |part| format!(".{part}"));
    format!("{sign}{out}{part}")
}

/// A serial number in letters, so that no title holds a digit.
fn letters(id: &str) -> String {
    id.chars().filter_map(|c| c.to_digit(10)).map(|digit| char::from(b'A' + digit as u8)).collect()
}

/// Random numbers, the same on every run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % limit
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }
}

/// A financial year as it is written and shown.
pub(super) fn period(year: u32) -> String {
    format!("{year}-{:02}", (year + 1) % 100)
}
