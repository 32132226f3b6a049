//! Colours made from others, as style sheets make them: `color-mix` and
//! `oklch(from …)`.
//!
//! OKLab is Björn Ottosson's, with his figures from linear sRGB
//! (<https://bottosson.github.io/posts/oklab/>). What no screen can show is cut off at its edge.

use super::colour::{Colour, linear};

/// Lightness from 0 to 1, and two axes of hue.
type Oklab = [f64; 3];

impl Colour {
    /// `color-mix(in oklab, self SHARE, other)`, with a share from 0 to 1.
    pub fn mixed(self, share: f64, other: Self) -> Self {
        of_oklab(between(oklab(self), oklab(other), share))
    }

    /// `color-mix(in srgb, self SHARE, other)`, with a share from 0 to 1.
    pub fn mixed_flat(self, share: f64, other: Self) -> Self {
        let plain = |colour: Self| colour.channels().map(f64::from);
        Self::of_channels(between(plain(self), plain(other), share).map(channel))
    }

    /// `oklch(from self LIGHTNESS calc(c * TIMES + PLUS) h)`.
    pub fn relit(self, lightness: f64, times: f64, plus: f64) -> Self {
        let [_, a, b] = oklab(self);
        let chroma = a.hypot(b);
        let (wanted, hue) = (chroma * times + plus, b.atan2(a));
        of_oklab([lightness, wanted * hue.cos(), wanted * hue.sin()])
    }
}

fn between(one: [f64; 3], other: [f64; 3], share: f64) -> [f64; 3] {
    std::array::from_fn(|at| one[at] * share + other[at] * (1.0 - share))
}

/// The nearest whole number of a channel.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 255")]
fn channel(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

fn rows(matrix: [[f64; 3]; 3], by: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(by).map(|(one, other)| one * other).sum())
}

fn oklab(colour: Colour) -> Oklab {
    let cones = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    let axes = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    rows(axes, rows(cones, colour.channels().map(linear)).map(f64::cbrt))
}

fn of_oklab(colour: Oklab) -> Colour {
    let cones = [
        [1.0, 0.396_337_777_4, 0.215_803_757_3],
        [1.0, -0.105_561_345_8, -0.063_854_172_8],
        [1.0, -0.089_484_177_5, -1.291_485_548_0],
    ];
    let light = [
        [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
        [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
        [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
    ];
    let linear = rows(light, rows(cones, colour).map(|cone| cone.powi(3)));
    Colour::of_channels(linear.map(|light| channel(255.0 * curved(light))))
}

/// A channel of sRGB, from 0 to 1, of its light.
fn curved(light: f64) -> f64 {
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(word: &str) -> Colour {
        word.parse().unwrap()
    }

    /// Whether each channel is within 1 of that of `wanted`.
    fn is_near(found: Colour, wanted: &str) -> bool {
        let pairs = found.channels().into_iter().zip(colour(wanted).channels());
        pairs.into_iter().all(|(one, other)| one.abs_diff(other) <= 1)
    }

    #[test]
    fn a_colour_comes_back_from_oklab_as_it_was() {
        for word in ["#000000", "#FFFFFF", "#12436D", "#28A197", "#FFC83D"] {
            assert_eq!(of_oklab(oklab(colour(word))), colour(word));
        }
    }

    #[test]
    fn the_known_values_of_oklab_are_met() {
        let [lightness, a, b] = oklab(colour("#FF0000"));
        assert!((lightness - 0.627_96).abs() < 1e-3 && (a - 0.2249).abs() < 1e-3);
        assert!((b - 0.1258).abs() < 1e-3);
    }

    #[test]
    fn mixtures_are_those_of_style_sheets() {
        // Half grey in OKLab is #636363, in sRGB #808080.
        assert!(is_near(Colour::WHITE.mixed(0.5, Colour::BLACK), "#636363"));
        assert!(is_near(Colour::WHITE.mixed_flat(0.5, Colour::BLACK), "#808080"));
        assert_eq!(colour("#12436D").mixed(1.0, Colour::BLACK), colour("#12436D"));
        let [lightness, ..] = oklab(colour("#12436D").relit(0.8, 1.1, 0.02));
        assert!((lightness - 0.8).abs() < 0.005, "{lightness}");
    }
}
