//! How a paper is set on paper.

use serde::Deserialize;

/// How a paper is set on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetStyle {
    /// The size of the paper.
    pub size: Option<SheetSize>,
    /// Which way round it is.
    pub orientation: Option<Orientation>,
    /// How what is on it is laid out.
    pub layout: Option<Layout>,
}

impl SheetStyle {
    pub(super) fn over(self, base: Self) -> Self {
        Self {
            size: self.size.or(base.size),
            orientation: self.orientation.or(base.orientation),
            layout: self.layout.or(base.layout),
        }
    }
}

/// A word of the front matter or of a template, and what it is called there.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$of])* $variant),+ }

        impl $name {
            /// The word as written.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

words! {
    /// The size of a sheet of paper.
    SheetSize {
        /// 210 by 297 millimetres.
        #[default]
        A4 = "a4",
        /// 148 by 210 millimetres.
        A5 = "a5",
    }
}

words! {
    /// Which way round a sheet is.
    Orientation {
        /// Taller than wide.
        #[default]
        Portrait = "portrait",
        /// Wider than tall.
        Landscape = "landscape",
    }
}

words! {
    /// How a sheet is laid out.
    Layout {
        /// With a title page or head, and numbered pages.
        #[default]
        Report = "report",
        /// With an address and a date above, and a signature below.
        Letter = "letter",
        /// In large words, a thing at a time.
        Leaflet = "leaflet",
    }
}
