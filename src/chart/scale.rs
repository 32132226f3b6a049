//! A scale of round numbers that covers the figures.
//!
//! Only the scale's own numbers are written here; a figure is always shown in
//! the words it was published with.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Unit;
use crate::strings::Strings;

/// Whether the scale must reach zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// Always: the length of a bar is its meaning.
    Zero,
    /// Unless all the figures lie so close together, far from zero, that a
    /// scale from zero would draw them as one flat line.
    ZeroUnlessFlat,
    /// Where it costs no more than the span of the figures: a place and not a
    /// length is the meaning, and there is little room.
    ZeroIfNear,
}

/// A scale from one round number to another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) lo: f64,
    pub(super) hi: f64,
    /// Every round number from `lo` to `hi`.
    pub(super) ticks: Vec<f64>,
    decimals: usize,
    unit: Unit,
}

/// Figures are flat if they span less than this share of the largest.
const FLAT: f64 = 0.2;
/// The same for scales that reach zero only if it is near.
const HALF: f64 = 0.5;
/// The least room, as a share of their span, between flat figures and the axis.
const CLEAR: f64 = 0.05;
/// Closer than this they are equal, as far as a drawing can tell.
const EQUAL: f64 = 1e-9;
/// What floating-point division may add to a whole number.
const SLACK: f64 = 1e-9;

impl Scale {
    /// A scale over `numbers` with about `steps` steps.
    pub(super) fn covering(numbers: &[Decimal], base: Base, unit: &Unit, steps: u8) -> Self {
        let (lo, hi) = extent(numbers, base);
        let whole = numbers.iter().all(|number| number.fract().is_zero());
        let step = Step::near((hi - lo) / f64::from(steps.max(1)), whole);
        let ticks = step.multiples(lo, hi);
        Self {
            lo: ticks.first().copied().unwrap_or(lo),
            hi: ticks.last().copied().unwrap_or(hi),
            ticks,
            decimals: step.decimals(),
            unit: unit.clone(),
        }
    }

    /// The scale with the most steps, up to five, that `fits`; if none does, the
    /// coarsest with a number at its foot only.
    pub(super) fn fitting(
        numbers: &[Decimal],
        base: Base,
        unit: &Unit,
        fits: impl Fn(&Self) -> bool,
    ) -> Self {
        let covering = |steps| Self::covering(numbers, base, unit, steps);
        let coarsest = || {
            let scale = covering(1);
            Self { ticks: vec![scale.foot()], ..scale }
        };
        (1..=5).rev().map(covering).find(fits).unwrap_or_else(coarsest)
    }

    /// The same scale with only as many of its numbers as `fits`: all of them,
    /// every second, every third…
    pub(super) fn thinned(self, fits: impl Fn(&Self) -> bool) -> Self {
        let every = |step| {
            let ticks = self.ticks.iter().step_by(step).copied().collect();
            Self { ticks, ..self.clone() }
        };
        (1..self.ticks.len())
            .map(every)
            .find(fits)
            .unwrap_or_else(|| every(self.ticks.len().max(1)))
    }

    /// The words beside a round number of the scale, as the language writes it.
    pub(super) fn label(&self, number: f64, strings: &Strings) -> String {
        let digits = format!("{:.*}", self.decimals, number.abs());
        let digits = digits.parse().map_or(digits, |number| strings.number(number));
        let sign = if number < 0.0 { "\u{2212}" } else { "" };
        format!("{sign}{}{digits}{}", self.unit.prefix, self.unit.suffix)
    }

    /// The words beside every round number.
    pub(super) fn labels(&self, strings: &Strings) -> Vec<String> {
        self.ticks.iter().map(|tick| self.label(*tick, strings)).collect()
    }

    /// The number nearest to zero on the scale: where the axis is drawn.
    pub(super) fn foot(&self) -> f64 {
        if self.lo > 0.0 { self.lo } else { self.hi.min(0.0) }
    }

    /// Whether the reader has to be told that zero is not on the scale.
    pub(super) fn leaves_out_zero(&self) -> bool {
        self.foot() != 0.0
    }

    /// How far apart two of its numbers are, as a share of the whole.
    pub(super) fn pitch(&self) -> f64 {
        match self.ticks[..] {
            [a, b, ..] => self.share(b) - self.share(a),
            _ => 1.0,
        }
    }

    /// How far along the scale `number` is, from 0 to 1.
    pub(super) fn share(&self, number: f64) -> f64 {
        (number - self.lo) / (self.hi - self.lo)
    }
}

/// A number as a coordinate.
pub(super) fn coordinate(number: Decimal) -> f64 {
    number.to_f64().unwrap_or(0.0)
}

/// A step of one, two or five times a power of ten.
#[derive(Clone, Copy)]
struct Step {
    digit: f64,
    power: i32,
}

impl Step {
    /// The least such step that is no less than `size`, and no less than one
    /// where the figures are whole: nobody counts half a child.
    fn near(size: f64, whole: bool) -> Self {
        let size = if whole { size.max(1.0) } else { size };
        let power = size.log10().floor() as i32;
        let rest = size / 10_f64.powi(power);
        match [1.0, 2.0, 5.0].into_iter().find(|digit| rest <= digit + SLACK) {
            Some(digit) => Self { digit, power },
            None => Self { digit: 1.0, power: power + 1 },
        }
    }

    fn size(self) -> f64 {
        self.digit * 10_f64.powi(self.power)
    }

    fn decimals(self) -> usize {
        usize::try_from(-self.power).unwrap_or(0)
    }

    /// The multiples from the last at or below `lo` to the first at or above `hi`.
    fn multiples(self, lo: f64, hi: f64) -> Vec<f64> {
        let first = (lo / self.size() + SLACK).floor() as i64;
        let last = (hi / self.size() - SLACK).ceil() as i64;
        (first..=last.max(first + 1)).map(|n| n as f64 * self.size()).collect()
    }
}

/// The ends that the scale must cover; never two equal numbers.
fn extent(numbers: &[Decimal], base: Base) -> (f64, f64) {
    let numbers = || numbers.iter().map(|number| coordinate(*number));
    let lo = numbers().fold(f64::INFINITY, f64::min);
    let hi = numbers().fold(f64::NEG_INFINITY, f64::max);
    if lo > hi || (lo == 0.0 && hi == 0.0) {
        return (0.0, 1.0);
    }
    if leaves_out_zero(base, lo, hi) {
        // A point on an axis would be taken for zero.
        let clear = (hi - lo) * CLEAR;
        return if lo > 0.0 { (lo - clear, hi) } else { (lo, hi + clear) };
    }
    (lo.min(0.0), hi.max(0.0))
}

/// Whether a scale from `lo` to `hi` may leave out zero; never for equal figures,
/// which would have nothing to be compared by.
fn leaves_out_zero(base: Base, lo: f64, hi: f64) -> bool {
    let (span, largest) = (hi - lo, lo.abs().max(hi.abs()));
    let most = match base {
        Base::Zero => return false,
        Base::ZeroUnlessFlat => FLAT,
        Base::ZeroIfNear => HALF,
    };
    span < largest * most && span > largest * EQUAL
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::english;
    use proptest::prelude::*;

    fn scale(numbers: &[&str], base: Base) -> Scale {
        let numbers: Vec<Decimal> = numbers.iter().map(|n| n.parse().unwrap()).collect();
        Scale::covering(&numbers, base, &Unit::after("%"), 5)
    }

    #[test]
    fn ticks_are_round_numbers_around_the_figures() {
        for (numbers, labels) in [
            (&["12", "63"][..], "0% 20% 40% 60% 80%"),
            (&["92", "96.5"], "91% 92% 93% 94% 95% 96% 97%"),
            (&["50", "50"], "0% 10% 20% 30% 40% 50%"),
            (&["0"], "0% 1%"),
            (&["1", "2"], "0% 1% 2%"),
            (&["0.4"], "0.0% 0.1% 0.2% 0.3% 0.4%"),
            (&["-3", "4"], "−4% −2% 0% 2% 4%"),
            (&["-50", "-10"], "−50% −40% −30% −20% −10% 0%"),
            (&["4000"], "0% 1,000% 2,000% 3,000% 4,000%"),
            (&[], "0% 1%"),
        ] {
            let found = scale(numbers, Base::ZeroUnlessFlat).labels(&english()).join(" ");
            assert_eq!(found, labels, "{numbers:?}");
        }
    }

    #[test]
    fn bars_start_at_zero_however_close_the_figures_are() {
        assert!(!scale(&["92", "96"], Base::Zero).leaves_out_zero());
        assert!(scale(&["92", "96"], Base::ZeroUnlessFlat).leaves_out_zero());
    }

    #[test]
    fn a_dot_scale_reaches_zero_if_it_is_near() {
        assert!(scale(&["66", "95"], Base::ZeroIfNear).leaves_out_zero());
        assert!(!scale(&["66", "95"], Base::ZeroUnlessFlat).leaves_out_zero());
        assert!(!scale(&["40", "95"], Base::ZeroIfNear).leaves_out_zero());
        assert!(!scale(&["-4", "95"], Base::ZeroIfNear).leaves_out_zero());
        assert!(!scale(&["95", "95"], Base::ZeroIfNear).leaves_out_zero());
    }

    #[test]
    fn numbers_without_room_are_thinned() {
        let full = scale(&["12", "63"], Base::Zero);
        for (most, labels) in [(9, "0% 20% 40% 60% 80%"), (3, "0% 40% 80%"), (1, "0%")] {
            let thin = full.clone().thinned(|scale| scale.ticks.len() <= most);
            assert_eq!(thin.labels(&english()).join(" "), labels);
            assert_eq!((thin.lo, thin.hi), (full.lo, full.hi));
        }
    }

    #[test]
    fn pounds_go_before_and_after_the_sign() {
        let unit = Unit { prefix: "£".into(), suffix: "m".into() };
        let scale = Scale::covering(&[Decimal::from(-2500)], Base::Zero, &unit, 3);
        assert_eq!(scale.labels(&english()).first().map(String::as_str), Some("−£3,000m"));
    }

    proptest! {
        #[test]
        fn any_numbers_get_a_sane_scale(
            mantissas in prop::collection::vec(any::<i64>(), 1..8),
            places in 0_u32..12,
        ) {
            let numbers: Vec<Decimal> =
                mantissas.iter().map(|n| Decimal::new(*n, places)).collect();
            let scale = Scale::covering(&numbers, Base::ZeroUnlessFlat, &Unit::default(), 5);
            prop_assert!((2..=10).contains(&scale.ticks.len()), "{:?}", scale.ticks);
            prop_assert!(scale.lo < scale.hi);
            for number in numbers {
                let share = scale.share(coordinate(number));
                prop_assert!((-1e-6..=1.0 + 1e-6).contains(&share), "{number} on {scale:?}");
            }
        }
    }
}
