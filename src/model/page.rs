//! Front matter: what an author says of a page above its words.

pub use super::exemption::{Exemption, Visibility};

use super::date::{Day, When};
use super::id::Id;
use super::lines::Lines;
use super::period::Period;
use super::text::{Evidence, Text};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The front matter of a page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// The page's title.
    pub title: Text,
    /// What kind of page.
    #[serde(default)]
    pub kind: PageKind,
    /// Its place among its siblings.
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    pub order: Option<u32>,
    /// What it is about, in a sentence.
    pub summary: Option<Text>,
    /// How its paragraphs are numbered; left out, as its section says.
    pub numbering: Option<Numbering>,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// Whether the public may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Why the public may not.
    pub exemption: Option<Exemption>,
    /// The day before which it is not published.
    pub publish_from: Option<Day>,
    /// The date whose knowledge it shows.
    pub as_at: Option<Day>,
    /// Warnings accepted here, by code, and why.
    #[serde(default)]
    pub accept: BTreeMap<String, Text>,

    /// Report: the period it is about.
    pub period: Option<Period>,
    /// Report: the edition whose open items it takes over.
    pub carried_from: Option<String>,

    /// Minutes: the meeting.
    pub meeting: Option<Id>,
    /// Minutes and papers: the item of the agenda.
    pub item: Option<String>,

    /// Paper and minutes: its template.
    pub template: Option<String>,
    /// Paper: the body it goes to.
    pub body: Option<Text>,
    /// Paper: when that body meets.
    pub meeting_date: Option<When>,
    /// Paper: who reports.
    pub report_author: Option<Lines>,
    /// Paper: whom to ask.
    pub contact: Option<Lines>,
    /// Paper: the wards concerned.
    pub wards: Option<Text>,
    /// Paper: whether it is a key decision.
    pub key_decision: Option<YesNo>,
    /// Paper: what the body is asked to do; lettered.
    #[serde(default)]
    pub recommendations: Vec<Text>,
    /// Paper: what is appended.
    #[serde(default)]
    pub appendices: Vec<Appendix>,
    /// Paper: what was used to write it.
    #[serde(default)]
    pub background_papers: Vec<Evidence>,
    /// Paper: who signed it.
    pub signed: Option<Signed>,
    /// Paper: the date it bears, if it is not that of the meeting.
    pub date: Option<When>,
    /// Paper: its reference.
    pub reference: Option<String>,
    /// Paper: further fields of its template's head and foot.
    #[serde(default)]
    pub head: BTreeMap<String, Lines>,
}

/// What kind of page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// A plain page; within an edition, a chapter.
    #[default]
    Page,
    /// An edition of the report.
    Report,
    /// A paper to a body of the council.
    Paper,
    /// Minutes of one.
    Minutes,
    /// A strategy.
    Strategy,
    /// The introduction of a pledge.
    Pledge,
}

impl PageKind {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Report => "report",
            Self::Paper => "paper",
            Self::Minutes => "minutes",
            Self::Strategy => "strategy",
            Self::Pledge => "pledge",
        }
    }
}

/// How paragraphs are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// Not at all.
    #[default]
    None,
    /// 1, 2, 3 across headings.
    Continuous,
    /// 2.1 under heading 2.
    Section,
    /// 3.1.1 under heading 3.1.
    Clause,
    /// As the author wrote them.
    Manual,
}

impl Numbering {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Continuous => "continuous",
            Self::Section => "section",
            Self::Clause => "clause",
            Self::Manual => "manual",
        }
    }
}

/// Whom a page is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Adults.
    #[default]
    Adult,
    /// Children and young people.
    Child,
    /// Readers of Easy Read.
    EasyRead,
}

impl Audience {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Adult => "adult",
            Self::Child => "child",
            Self::EasyRead => "easy-read",
        }
    }
}

/// What is appended to a paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appendix {
    /// Its title.
    pub title: Text,
    /// The name by which the paper's words refer to it.
    pub id: Option<Id>,
    /// What it is called, in place of the label it would be given: `Annex B2`.
    pub label: Option<Text>,
    /// A page of this site, as a path from the paper.
    pub page: Option<String>,
    /// A file beside the paper.
    pub file: Option<String>,
}

/// Who signed a paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// The name.
    pub name: Option<String>,
    /// The post, and the part of the council it is in, in lines.
    pub role: Option<Lines>,
    /// When, which need not be the day of the meeting.
    pub date: Option<When>,
}

impl FrontMatter {
    /// The keys that are fields of a paper's head or foot themselves. Others
    /// stand under `head`.
    pub const HEAD_KEYS: [&str; 9] = [
        "body",
        "meeting_date",
        "item",
        "report_author",
        "contact",
        "wards",
        "key_decision",
        "date",
        "reference",
    ];

    /// Whether the head field `key` of a paper's template is given, as a key
    /// of its own or under `head`.
    pub fn has_head_field(&self, key: &str) -> bool {
        match key {
            "body" => self.body.is_some() || self.meeting.is_some(),
            "meeting_date" => self.meeting_date.is_some() || self.meeting.is_some(),
            "item" => self.item.is_some(),
            "report_author" => self.report_author.is_some(),
            "contact" => self.contact.is_some(),
            "wards" => self.wards.is_some(),
            "key_decision" => self.key_decision.is_some(),
            "date" => self.date.is_some(),
            "reference" => self.reference.is_some(),
            _ => self.head.contains_key(key),
        }
    }
}

/// Yes or no, as officers write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

impl std::str::FromStr for YesNo {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word.to_lowercase().as_str() {
            "yes" | "true" => Ok(Self::Yes),
            "no" | "false" => Ok(Self::No),
            _ => Err(format!("`{word}` is neither yes nor no | write `yes` or `no`")),
        }
    }
}

super::read_from_word!(YesNo);
