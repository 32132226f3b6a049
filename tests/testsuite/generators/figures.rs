//! Figures of every unit, and shares that agree with what they are shares of.

use super::tape::Tape;
use super::yaml::{Node, Record};

pub(crate) const MARKERS: [&str; 5] = ["c", "x", "z", "low", "u"];

/// The largest and the finest figures that can be written.
const EXTREMES: [&str; 4] = ["999999999999", "0.00000001", "999999999999.99999999", "0.99999999"];

/// A tolerance, in the unit or as a share of the target.
pub(crate) fn tolerance(tape: &mut Tape) -> Node {
    if tape.once_in(20) {
        return Node::word(format!("{}%", tape.pick(&EXTREMES)));
    }
    Node::word(tape.pick(&["5%", "0", "2.5", "100%", "0.05 %"]))
}

/// A unit, and what its figures may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Percent,
    Count,
    Known(&'static str),
    Other,
}

impl Unit {
    pub(crate) fn any(tape: &mut Tape) -> Self {
        match tape.below(6) {
            0 | 1 => Self::Percent,
            2 => Self::Count,
            3 | 4 => Self::Known(tape.pick(&[
                "rate-per-10000",
                "ratio",
                "average",
                "pounds",
                "days",
                "score",
            ])),
            _ => Self::Other,
        }
    }

    pub(crate) fn node(self) -> Node {
        match self {
            Self::Percent => Node::word("percent"),
            Self::Count => Node::word("count"),
            Self::Known(word) => Node::word(word),
            Self::Other => Node::map([("other", Node::text("miles: each way"))]),
        }
    }

    pub(crate) fn has_base(self) -> bool {
        !matches!(self, Self::Count | Self::Known("pounds" | "days"))
    }

    fn goes_below_zero(self) -> bool {
        matches!(self, Self::Known("ratio" | "average" | "pounds" | "score") | Self::Other)
    }

    /// A figure of this unit.
    pub(crate) fn figure(self, tape: &mut Tape) -> String {
        match self {
            Self::Percent if tape.once_in(10) => {
                tape.pick(&["0", "100", "100.00", "0.0"]).to_owned()
            }
            Self::Percent => decimal(tape, 99),
            Self::Count => count(tape),
            _ if tape.once_in(40) => tape.pick(&EXTREMES).to_owned(),
            _ if self.goes_below_zero() && tape.once_in(60) => format!("-{}", tape.pick(&EXTREMES)),
            _ if self.goes_below_zero() && tape.once_in(6) => format!("-{}", decimal(tape, 500)),
            _ => decimal(tape, 2000),
        }
    }
}

/// A count, most often of a size that tells of persons.
pub(crate) fn count(tape: &mut Tape) -> String {
    match tape.below(12) {
        0 => tape.pick(&["0", "0", "0", "0", EXTREMES[0]]).to_owned(),
        1 => tape.between(0, 2_000_000_000).to_string(),
        2 => format!("{}.0", tape.between(0, 30)),
        3 => format!("{:03}", tape.between(0, 30)),
        4..=7 => tape.between(0, 12).to_string(),
        _ => tape.between(0, 900).to_string(),
    }
}

/// A number from nought to `most`, with up to six decimals.
fn decimal(tape: &mut Tape, most: i64) -> String {
    let whole = tape.between(0, most);
    match tape.below(8) {
        0..=2 => whole.to_string(),
        3..=5 => format!("{whole}.{}", tape.between(0, 9)),
        6 => format!("{whole}.{:02}", tape.between(0, 99)),
        _ => format!("{whole}.{:06}", tape.between(0, 999_999)),
    }
}

/// A numerator, a denominator and, for a percentage, the value that follows.
pub(crate) fn share(tape: &mut Tape, unit: Unit, record: Record, always_valued: bool) -> Record {
    let denominator = tape.between(0, 400);
    let numerator = tape.between(0, denominator);
    let record = match (unit, always_valued || tape.once_in(2)) {
        (Unit::Percent, true) if denominator > 0 => {
            record.with("value", Node::word(percentage(tape, numerator, denominator)))
        }
        (Unit::Percent, false) | (Unit::Known("rate-per-10000" | "average"), _) => record,
        _ => record.with("value", Node::word(unit.figure(tape))),
    };
    record.with("numerator", Node::word(numerator)).with("denominator", Node::word(denominator))
}

/// The share as a percentage, to no, one or two decimals, halves rounded up.
fn percentage(tape: &mut Tape, numerator: i64, denominator: i64) -> String {
    let decimals = tape.below(3);
    let scale = 10_i64.pow(u32::try_from(decimals).unwrap());
    let scaled = (numerator * 200 * scale + denominator) / (2 * denominator);
    match decimals {
        0 => scaled.to_string(),
        _ => format!("{}.{:0decimals$}", scaled / scale, scaled % scale),
    }
}
