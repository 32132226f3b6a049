//! The names of outcomes, and where a sentence mentions one.

use super::lexicon::Lexicon;
use super::sentence::{Role, Sentence};
use super::token::{self, Kind, Token};
use crate::disclosure::View;
use crate::model::Id;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The names of every outcome of a view, found by their rarest word.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, Vec<Name>>);

/// A name of an outcome, without the words that carry no meaning.
#[derive(Clone, Debug)]
struct Name {
    outcome: Id,
    words: Vec<String>,
    is_short: bool,
    is_clause: bool,
}

/// A place where a sentence names an outcome.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) outcome: Id,
    /// From its first word to its last.
    pub(super) tokens: Range<usize>,
    /// The words of the name.
    pub(super) used: BTreeSet<usize>,
    /// Whether it is the short title.
    pub(super) is_short: bool,
    /// Whether the title says it in a clause: children *who had* a check.
    pub(super) is_clause: bool,
    /// Whether its words stand in the order of the name.
    pub(super) in_order: bool,
}

impl Names {
    /// The names of the outcomes of `view`.
    pub(super) fn of(view: &View, language: &str, lexicon: &Lexicon) -> Self {
        let mut all: BTreeMap<Vec<String>, Vec<Name>> = BTreeMap::new();
        for outcome in view.outcomes.values() {
            let per = outcome.per.as_deref().map(|per| lexicon.stem(per));
            let title = (outcome.title.in_language(language), false);
            let short = outcome.short.as_ref().map(|short| (short.in_language(language), true));
            for (text, is_short) in std::iter::once(title).chain(short) {
                for name in names(&outcome.id, text, is_short, per.as_deref(), lexicon) {
                    all.entry(name.words.clone()).or_default().push(name);
                }
            }
        }
        all.retain(|_, names| names.iter().all(|name| name.outcome == names[0].outcome));
        Self::indexed(all.into_values().filter_map(|names| names.into_iter().next()).collect())
    }

    fn indexed(names: Vec<Name>) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in names.iter().flat_map(|name| &name.words) {
            *counts.entry(word.clone()).or_default() += 1;
        }
        let mut index: BTreeMap<String, Vec<Name>> = BTreeMap::new();
        for name in names {
            let rarest = name.words.iter().min_by_key(|word| counts.get(*word)).cloned();
            index.entry(rarest.unwrap_or_default()).or_default().push(name);
        }
        Self(index)
    }

    /// The outcomes that `sentence` mentions, in order.
    pub(super) fn find(&self, sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<Mention> {
        let content: Vec<usize> =
            (0..sentence.tokens.len()).filter(|at| is_content(sentence, *at, lexicon)).collect();
        let mut mentions: Vec<Mention> = Vec::new();
        for (place, at) in content.iter().enumerate() {
            for name in self.0.get(&sentence.tokens[*at].stem).into_iter().flatten() {
                mentions.extend(mention(sentence, &content, place, name));
            }
        }
        keep_longest(mentions)
    }
}

/// The ways to say a title: whole, and without the people it begins with.
fn names(
    outcome: &Id,
    text: &str,
    is_short: bool,
    per: Option<&str>,
    lexicon: &Lexicon,
) -> Vec<Name> {
    let tokens = token::tokens(text, lexicon);
    let is_clause = tokens.iter().any(|token| lexicon.relative.has(&token.low));
    let make = |tokens: &[&Token]| Name {
        outcome: outcome.clone(),
        words: distinct(tokens),
        is_short,
        is_clause,
    };
    let content = |token: &&Token| {
        matches!(token.kind, Kind::Word | Kind::Digits) && !lexicon.small.has(&token.low)
    };
    let kept: Vec<&Token> = tokens.iter().filter(content).collect();
    let kept: Vec<&Token> =
        kept.into_iter().filter(|token| Some(token.stem.as_str()) != per).collect();
    let people = kept.iter().take_while(|token| lexicon.people.has(&token.low)).count();
    let mut made = Vec::new();
    if tells(&kept, 1, lexicon) || kept.len() >= 2 {
        made.push(make(&kept));
    }
    if people > 0 && tells(&kept[people..], 2, lexicon) {
        made.push(make(&kept[people..]));
    }
    made
}

/// The words of `tokens` without endings, each once.
fn distinct(tokens: &[&Token]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in tokens {
        if !words.contains(&token.stem) {
            words.push(token.stem.clone());
        }
    }
    words
}

/// Whether `least` words of `tokens` say what is measured, and not only of
/// whom or when.
fn tells(tokens: &[&Token], least: usize, lexicon: &Lexicon) -> bool {
    let word = |token: &&&Token| {
        token.kind == Kind::Word
            && lexicon.month(&token.low).is_none()
            && !lexicon.people.has(&token.low)
    };
    tokens.iter().filter(word).count() >= least
}

/// Whether the token at `at` is a word that names can have.
fn is_content(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let token = &sentence.tokens[at];
    matches!(token.kind, Kind::Word | Kind::Digits) && !lexicon.small.has(&token.low)
}

/// How many words that are not of the name may stand among its words.
fn gap(words: usize) -> usize {
    match words {
        0..=2 => 0,
        3 | 4 => 1,
        _ => 2,
    }
}

/// The mention of `name` around the content word at `place`, if all its words
/// stand close together.
fn mention(
    sentence: &Sentence<'_>,
    content: &[usize],
    place: usize,
    name: &Name,
) -> Option<Mention> {
    let reach = name.words.len() + gap(name.words.len()) + 6;
    let near = place.saturating_sub(reach)..(place + reach + 1).min(content.len());
    let nearest = |word: &String| {
        let same = near.clone().filter(|at| sentence.tokens[content[*at]].stem == *word);
        same.min_by_key(|at| at.abs_diff(place))
    };
    let places: Vec<usize> = name.words.iter().map(nearest).collect::<Option<_>>()?;
    let in_order = places.windows(2).all(|pair| pair[0] < pair[1]);
    let used: BTreeSet<usize> = places.iter().map(|at| content[*at]).collect();
    let (first, last) = (*used.first()?, *used.last()?);
    let strange = |at: &&usize| {
        (first..=last).contains(*at) && !used.contains(*at) && sentence.roles[**at] == Role::Plain
    };
    let strangers = content.iter().filter(strange).count();
    let stops = (first..last).any(|at| matches!(sentence.word(at), "," | ";" | ":" | "("));
    let fits = strangers <= gap(name.words.len()) && (in_order || name.words.len() > 2) && !stops;
    fits.then(|| Mention {
        outcome: name.outcome.clone(),
        tokens: first..last + 1,
        used,
        is_short: name.is_short,
        is_clause: name.is_clause,
        in_order,
    })
}

/// Without the mentions that are only part of a longer one.
fn keep_longest(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by_key(|mention| std::cmp::Reverse(mention.used.len()));
    let mut kept: Vec<Mention> = Vec::new();
    for mention in mentions {
        if !kept.iter().any(|longer| mention.used.is_subset(&longer.used)) {
            kept.push(mention);
        }
    }
    kept.sort_by_key(|mention| mention.tokens.start);
    kept
}
