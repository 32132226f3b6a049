//! A reader of the widths in a TrueType font, for tests: the tables `head`,
//! `hhea`, `hmtx` and `cmap` (format 4) of the OpenType specification.

use std::path::Path;

/// A font file.
pub(in crate::chart::text) struct Font {
    data: Vec<u8>,
}

/// Where Debian, Fedora, Arch and others keep Liberation Sans.
const PLACES: [&str; 4] = [
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
    "/usr/share/fonts/liberation-sans/LiberationSans-Regular.ttf",
    "/usr/share/fonts/liberation/LiberationSans-Regular.ttf",
];

/// Says that a test did not run, and why.
#[allow(clippy::print_stderr)]
pub(in crate::chart::text) fn not_run(why: &str) {
    eprintln!("NOT RUN: {why}");
}

impl Font {
    pub(in crate::chart::text) fn installed() -> Option<Self> {
        let place = PLACES.iter().find(|place| Path::new(place).exists())?;
        Some(Self { data: std::fs::read(place).ok()? })
    }

    /// The advance of `letter` in thousandths of an em.
    pub(in crate::chart::text) fn advance(&self, letter: char) -> Option<f64> {
        let glyph = self.glyph(u16::try_from(letter as u32).ok()?).filter(|glyph| *glyph > 0)?;
        let em = self.u16(self.table(b"head")? + 18)?;
        let count = self.u16(self.table(b"hhea")? + 34)?;
        let at = usize::from(glyph.min(count.checked_sub(1)?));
        let advance = self.u16(self.table(b"hmtx")? + 4 * at)?;
        Some(f64::from(advance) * 1000.0 / f64::from(em))
    }

    fn glyph(&self, code: u16) -> Option<u16> {
        let map = self.character_map()?;
        let count = usize::from(self.u16(map + 6)? / 2);
        let (ends, starts) = (map + 14, map + 16 + 2 * count);
        let (deltas, offsets) = (starts + 2 * count, starts + 4 * count);
        let n = (0..count).find(|n| self.u16(ends + 2 * n).is_some_and(|end| end >= code))?;
        let past = code.checked_sub(self.u16(starts + 2 * n)?)?;
        let delta = self.u16(deltas + 2 * n)?;
        match self.u16(offsets + 2 * n)? {
            0 => Some(code.wrapping_add(delta)),
            offset => {
                let at = offsets + 2 * n + usize::from(offset) + 2 * usize::from(past);
                self.u16(at).filter(|glyph| *glyph > 0).map(|glyph| glyph.wrapping_add(delta))
            }
        }
    }

    /// The map from the basic plane of Unicode to glyphs.
    fn character_map(&self) -> Option<usize> {
        let start = self.table(b"cmap")?;
        let record = |n: usize| -> Option<usize> {
            let at = start + 4 + 8 * n;
            let is_unicode = (self.u16(at)?, self.u16(at + 2)?) == (3, 1);
            let map = start + usize::try_from(self.u32(at + 4)?).ok()?;
            (is_unicode && self.u16(map)? == 4).then_some(map)
        };
        (0..usize::from(self.u16(start + 2)?)).find_map(record)
    }

    fn table(&self, tag: &[u8]) -> Option<usize> {
        let is_it = |at: &usize| self.data.get(*at..at + 4) == Some(tag);
        let at = (0..usize::from(self.u16(4)?)).map(|n| 12 + 16 * n).find(is_it)?;
        usize::try_from(self.u32(at + 8)?).ok()
    }

    fn u16(&self, at: usize) -> Option<u16> {
        Some(u16::from_be_bytes(self.data.get(at..at + 2)?.try_into().ok()?))
    }

    fn u32(&self, at: usize) -> Option<u32> {
        Some(u32::from_be_bytes(self.data.get(at..at + 4)?.try_into().ok()?))
    }
}
