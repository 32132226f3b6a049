//! Templates of papers: what their head holds, which headings they must have,
//! and how they are numbered, lettered and set on paper.

use super::page::Numbering;
use super::text::Text;
use crate::yaml::{Ordered, StrOr};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;

/// The file `data/papers.yaml`: templates by name, as written.
pub type PaperFile = BTreeMap<String, PaperTemplate>;

/// What a kind of paper holds. What a template leaves out is taken from the one
/// it is `like`, and otherwise as the methods say.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperTemplate {
    /// The template it starts from.
    pub like: Option<String>,
    /// What sort of paper it is, to stand above the paper's title.
    pub title: Option<Text>,
    /// How paragraphs are numbered where the page itself does not say.
    pub numbering: Option<Numbering>,
    /// The fields of its head and foot, by key of the front matter.
    #[serde(default)]
    pub head: Ordered<HeadEntry>,
    /// The headings it has, in order.
    pub headings: Option<Vec<PaperHeading>>,
    /// What its appendices are called.
    #[serde(default)]
    pub appendices: AppendixStyle,
    /// Where its recommendations stand, and under what words.
    #[serde(default)]
    pub recommendations: RecommendationStyle,
    /// Whether it has a list of its headings.
    pub contents: Option<bool>,
    /// The order of what stands below its words.
    pub back: Option<Vec<BackPart>>,
    /// How it is set on paper.
    #[serde(default)]
    pub sheet: SheetStyle,
}

impl PaperTemplate {
    /// This template, with what it leaves out taken from `base`. Keys are taken
    /// one by one; a list of headings replaces the whole list.
    #[must_use]
    pub fn over(self, base: &Self) -> Self {
        Self {
            like: None,
            title: self.title.or_else(|| base.title.clone()),
            numbering: self.numbering.or(base.numbering),
            head: heads_over(&self.head, &base.head),
            headings: self.headings.or_else(|| base.headings.clone()),
            appendices: self.appendices.over(&base.appendices),
            recommendations: self.recommendations.over(&base.recommendations),
            contents: self.contents.or(base.contents),
            back: self.back.or_else(|| base.back.clone()),
            sheet: self.sheet.over(base.sheet),
        }
    }

    /// The fields of its head and foot, in order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &HeadField)> {
        self.head.iter().filter_map(|(key, entry)| Some((key, entry.field()?)))
    }

    /// The field `key` of its head or foot.
    pub fn field(&self, key: &str) -> Option<&HeadField> {
        self.head.get(key).and_then(HeadEntry::field)
    }

    /// The headings it has, in order.
    pub fn headings(&self) -> &[PaperHeading] {
        self.headings.as_deref().unwrap_or_default()
    }
}

/// A part of what stands below a paper's words, by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackPart {
    /// Who signs.
    Signed,
    /// What is appended.
    Appendices,
    /// What it was written from.
    BackgroundPapers,
    /// The fields of the foot.
    Foot,
}

impl BackPart {
    /// All of them, as they stand where a template does not say.
    const USUAL: [Self; 4] = [Self::Signed, Self::Appendices, Self::BackgroundPapers, Self::Foot];

    /// All of them, those that are `asked` for first.
    pub fn in_order(asked: &[Self]) -> Vec<Self> {
        let mut order: Vec<Self> = Vec::new();
        for part in asked.iter().chain(&Self::USUAL) {
            if !order.contains(part) {
                order.push(*part);
            }
        }
        order
    }

    /// Its key.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Appendices => "appendices",
            Self::BackgroundPapers => "background_papers",
            Self::Foot => "foot",
        }
    }
}

/// The fields of `own` over those of `base`. They stand where those of `base`
/// stand, but in the order in which `own` names them; new ones come last.
fn heads_over(own: &Ordered<HeadEntry>, base: &Ordered<HeadEntry>) -> Ordered<HeadEntry> {
    let mut named = own.keys().filter(|key| base.contains_key(key));
    let keys = base.keys().map(|key| match own.contains_key(key) {
        true => named.next().unwrap_or(key),
        false => key,
    });
    let new = own.keys().filter(|key| !base.contains_key(key));
    let entry = |key: &str| match (own.get(key), base.get(key)) {
        (Some(own), Some(base)) => Some(own.over(base)),
        (own, base) => own.or(base).cloned(),
    };
    keys.chain(new).filter_map(|key| Some((key.to_owned(), entry(key)?))).collect()
}

/// A field of a paper's head or foot, or the word that takes one away.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "StrOr<TakenAway, HeadField>")]
pub enum HeadEntry {
    /// `none`: the field of the template it is like is not wanted.
    TakenAway,
    /// A field.
    Field(HeadField),
}

impl From<StrOr<TakenAway, HeadField>> for HeadEntry {
    fn from(written: StrOr<TakenAway, HeadField>) -> Self {
        match written {
            StrOr::Word(TakenAway) => Self::TakenAway,
            StrOr::Map(field) => Self::Field(field),
        }
    }
}

impl HeadEntry {
    fn field(&self) -> Option<&HeadField> {
        match self {
            Self::TakenAway => None,
            Self::Field(field) => Some(field),
        }
    }

    fn over(&self, base: &Self) -> Self {
        match (self, base) {
            (Self::Field(own), Self::Field(base)) => Self::Field(own.over(base)),
            _ => self.clone(),
        }
    }
}

/// The word `none`.
#[derive(Clone, Copy, Debug)]
pub struct TakenAway;

impl FromStr for TakenAway {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "none" => Ok(Self),
            _ => Err(format!(
                "`{word}` is not a field | write `{{label: …}}`, or `none` to take the field away"
            )),
        }
    }
}

super::read_from_word!(TakenAway);

/// A field of a paper's head or foot.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadField {
    /// What stands before it.
    pub label: Option<Text>,
    /// Whether it must be given; left out, it need not.
    pub required: Option<bool>,
    /// Where it is shown; left out, in the head.
    pub place: Option<Place>,
    /// What it holds; left out, words.
    pub r#type: Option<FieldType>,
}

impl HeadField {
    fn over(&self, base: &Self) -> Self {
        Self {
            label: self.label.clone().or_else(|| base.label.clone()),
            required: self.required.or(base.required),
            place: self.place.or(base.place),
            r#type: self.r#type.or(base.r#type),
        }
    }

    /// Where it is shown.
    pub fn place(&self) -> Place {
        self.place.unwrap_or_default()
    }

    /// What it holds.
    pub fn holds(&self) -> FieldType {
        self.r#type.unwrap_or_default()
    }
}

/// Where a field is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Above the paper.
    #[default]
    Head,
    /// Below it.
    Foot,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// Words.
    #[default]
    Text,
    /// A date.
    Date,
    /// Yes or no.
    YesNo,
    /// Several words.
    List,
}

/// A heading a paper has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperHeading {
    /// Its words.
    pub text: Text,
    /// Whether it must be there, with something beneath it.
    #[serde(default)]
    pub required: bool,
    /// What is written beneath it where nothing arises.
    pub none: Option<Text>,
}

/// What a paper's appendices are called.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppendixStyle {
    /// The heading of their list; left out, the theme's.
    pub title: Option<Text>,
    /// The word; left out, the theme's.
    pub word: Option<Text>,
    /// How they are counted.
    pub by: Option<CountedBy>,
}

impl AppendixStyle {
    fn over(self, base: &Self) -> Self {
        Self {
            title: self.title.or_else(|| base.title.clone()),
            word: self.word.or_else(|| base.word.clone()),
            by: self.by.or(base.by),
        }
    }
}

/// How appendices are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountedBy {
    /// A, B, C.
    #[default]
    Letters,
    /// 1, 2, 3.
    Numbers,
}

/// Where a paper's recommendations stand, and under what words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationStyle {
    /// Their heading; left out, the theme's.
    pub heading: Option<Text>,
    /// What stands before them, with `{body}` for the body; left out, the theme's.
    pub lead: Option<Text>,
    /// Where they stand; left out, above the words.
    pub place: Option<RecommendationPlace>,
    /// Whether there must be any; left out, there need not.
    pub required: Option<bool>,
}

impl RecommendationStyle {
    fn over(self, base: &Self) -> Self {
        Self {
            heading: self.heading.or_else(|| base.heading.clone()),
            lead: self.lead.or_else(|| base.lead.clone()),
            place: self.place.or(base.place),
            required: self.required.or(base.required),
        }
    }
}

/// Where recommendations stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecommendationPlace {
    /// Above the words of the paper.
    #[default]
    Top,
    /// Below them, as the last section: where paragraphs are numbered, they are
    /// the next.
    Foot,
}

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
    fn over(self, base: Self) -> Self {
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
