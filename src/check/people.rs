//! Small groups of people in words: three care leavers, a brother and two
//! sisters, a girl aged 14.
//!
//! A sentence is outside the reach of the policy's rules, and tells as much as a
//! table does. So each is read: a group as small as the counts that the policy
//! withholds is one finding; a group, or one person, with an age, a day or a
//! place beside it is another, and a stronger one. An officer who has asked
//! those concerned lets a sentence stand by an exception of the policy,
//! `prose/PAGE#para` or `prose/RECORD`, with who approved it and when.

mod beside;
mod group;
mod pages;
mod records;
#[cfg(test)]
mod tests;

use super::lexicon::{Lexicon, Phrases};
use super::passage::Passage;
use super::sentence::{Areas, Sentence};
use super::token;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::disclosure::Publication;
use crate::model::place::{Place, Places};
use crate::model::policy::Policy;
use crate::strings::Strings;
use beside::Beside;
use group::{Group, Of};
use std::collections::BTreeSet;
use std::ops::Range;

/// Reads words for small groups of people.
pub struct People {
    lexicon: Lexicon,
    /// What the site itself calls them.
    own: Phrases,
    /// Words of the council's name, which is no small place.
    council: BTreeSet<String>,
    smallest: u32,
    largest: u32,
    /// Where words may stand all the same, each with its place among the
    /// policy's exceptions.
    excepted: Vec<(usize, Place)>,
}

/// What was found in words.
#[derive(Debug, Default)]
pub struct Small {
    /// What an officer should look at.
    pub findings: Vec<Diagnostic>,
    /// The exceptions of the policy that were needed, by place among them.
    pub needed: BTreeSet<usize>,
}

impl Small {
    /// Adds what was found elsewhere.
    pub fn add(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.needed.extend(other.needed);
    }
}

/// A small group, and what stands beside it.
struct Found {
    /// The bytes of its words in the passage.
    bytes: Range<usize>,
    /// How many it is.
    of: Of,
    group: String,
    sentence: String,
    beside: Vec<Beside>,
}

impl People {
    /// For the site of `publication`, in the language of `strings`.
    pub fn new(publication: &Publication, strings: &Strings) -> Self {
        let (config, policy) = (&publication.config, &publication.policy);
        let terms: Vec<String> = config
            .terms
            .values()
            .map(|term| term.in_language(strings.language()).to_owned())
            .flat_map(|term| [format!("{term}s"), term])
            .collect();
        let name = config.council.name.in_language(strings.language()).to_lowercase();
        Self {
            lexicon: Lexicon::new(strings),
            own: super::lexicon::phrases(&terms.join(" | ")),
            council: name.split_whitespace().map(str::to_owned).collect(),
            smallest: policy.withhold_from,
            largest: policy.withhold_to,
            excepted: excepted(policy),
        }
    }

    /// The small groups of a passage, sentence by sentence. One that goes on
    /// about them adds what it says.
    fn groups(&self, passage: &Passage<'_>) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        // Whether the last of those found is what the next sentence is about.
        let mut open = false;
        for tokens in token::sentences(passage, &self.lexicon) {
            let sentence = Sentence::read(tokens, passage, &self.lexicon, &Areas::default());
            let beside = self.beside(&sentence, passage);
            let goes_on = self.lexicon.they.begins(sentence.words(0)).is_some();
            let group = self.group(&sentence);
            if let Some(last) = found.last_mut().filter(|_| open && goes_on && group.is_none()) {
                last.beside.extend(beside);
                continue;
            }
            open = group.is_some();
            found.extend(group.map(|group| found_in(&sentence, passage, &group, beside)));
        }
        found.retain(|found| found.of != Of::Somebody || Beside::tell_one(&found.beside));
        found
    }

    /// The exception that lets words at `place` stand.
    fn exception(&self, is: impl Fn(&Place) -> bool) -> Option<usize> {
        self.excepted.iter().find(|(_, place)| is(place)).map(|(at, _)| *at)
    }
}

/// The places in prose that exceptions of the policy name.
fn excepted(policy: &Policy) -> Vec<(usize, Place)> {
    let nowhere = Places::default();
    let all = policy.exceptions.iter().enumerate();
    let found = all.filter_map(|(at, one)| Some((at, nowhere.find(&one.cell).ok()?)));
    found.collect()
}

fn found_in(
    sentence: &Sentence<'_>,
    passage: &Passage<'_>,
    group: &Group,
    beside: Vec<Beside>,
) -> Found {
    let whole = 0..sentence.tokens.len();
    Found {
        bytes: sentence.bytes(&group.tokens),
        of: group.of,
        group: sentence.said(passage, &group.tokens),
        sentence: sentence.said(passage, &whole),
        beside,
    }
}

impl Found {
    /// The kind of finding it is.
    fn code(&self) -> Code {
        if self.beside.is_empty() { codes::SMALL_GROUP } else { codes::FOUND_BY_WORDS }
    }

    /// What the officer is told; `how` says how it is let stand.
    fn tell(&self, how: &str) -> Diagnostic {
        let group = &self.group;
        let beside: Vec<String> = self.beside.iter().map(Beside::tell).collect();
        let (message, say) = if beside.is_empty() {
            let message = format!("`{group}`: so few that somebody could tell who they are");
            (message, "say “a few” or “some”, or round the number")
        } else {
            let what = beside.join(" and ");
            let message = format!("`{group}` beside {what}: somebody could tell who is meant");
            (message, "leave out the number, or the age, day or place")
        };
        let help = format!("{say}; or ask those concerned, and let it stand: {how}");
        let found = Diagnostic::warning(self.code(), message);
        found.note(format!("the sentence is: {}", self.sentence)).help(help)
    }
}

/// How words at the address `cell` are let stand.
fn exception_for(cell: &str) -> String {
    format!(
        "an entry `cell: {cell}` under `exceptions` of the disclosure policy, with `why`, \
         `approved_by` and `date`"
    )
}
