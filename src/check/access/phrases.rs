//! What words mean to these checks: lists of the theme's strings.

use super::words::{Word, from, words};
use crate::check::lexicon::{Phrases, phrases};
use crate::strings::Strings;
use std::collections::BTreeMap;

/// The lists of phrases, each with its key among the theme's strings.
macro_rules! lists {
    ($($(#[doc = $doc:literal])+ $list:ident = $key:literal,)+) => {
        /// Every list these checks read, in one language.
        #[derive(Clone, Debug, Default)]
        pub(super) struct Lists {
            $($(#[doc = $doc])+ pub(super) $list: Phrases,)+
            /// The endings of files, with the words that say what they are.
            files: BTreeMap<String, Vec<String>>,
        }

        impl Lists {
            fn with(text: impl Fn(&str) -> String) -> Self {
                Self { $($list: phrases(&text($key)),)+ ..Self::default() }
            }
        }
    };
}

lists! {
    /// Small words of the page's own language.
    own = "check.access.own",
    /// Small words that may stand before that.
    articles = "check.access.articles",
    /// What a picture is called.
    pictures = "check.access.pictures",
    /// What stands between that word and what the picture shows.
    of = "check.access.of",
    /// Alternative texts that tell nothing.
    nothing = "check.access.nothing",
    /// Words of links that say nothing of where they lead.
    vague = "check.access.vague",
    /// Words of links that say what a hand does.
    click = "check.access.click",
    /// Words before a colour that is the sign of something.
    shown = "check.access.shown",
    /// Words that say more of a colour.
    shades = "check.access.shades",
    /// Colours.
    colours = "check.access.colours",
    /// Ways in which letters are set.
    faces = "check.access.faces",
    /// Words that point at something seen.
    the = "check.access.the",
    /// Words that say how something looks.
    looks = "check.access.looks",
    /// What is drawn.
    things = "check.access.things",
    /// What is written.
    texts = "check.access.texts",
    /// Things that are called by a colour.
    names = "check.access.names",
    /// Sides of a page, which are also other things.
    sides = "check.access.sides",
    /// Sides of a page, and nothing else.
    hands = "check.access.hands",
    /// What stands on a page.
    seen = "check.access.seen",
}

impl Lists {
    /// The lists of `strings`.
    pub(super) fn new(strings: &Strings) -> Self {
        let text = |key: &str| if strings.has(key) { strings.say(key, &[]) } else { String::new() };
        let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in text("check.access.files").split(" | ") {
            if let Some((ending, word)) = pair.split_once(" = ") {
                files.entry(ending.trim().to_owned()).or_default().push(word.trim().to_owned());
            }
        }
        Self { files, ..Self::with(text) }
    }

    /// The words that say what a file with this ending is.
    pub(super) fn of_file(&self, ending: &str) -> Option<&[String]> {
        self.files.get(ending).map(Vec::as_slice)
    }
}

/// How many words of `phrases` stand at `at`.
pub(super) fn begins(phrases: &Phrases, words: &[Word], at: usize) -> Option<usize> {
    phrases.begins(from(words, at))
}

/// Whether `text` is one of `phrases`, whatever signs it has.
pub(super) fn is(phrases: &Phrases, text: &str) -> bool {
    let words = words(text);
    begins(phrases, &words, 0) == Some(words.len()) && !words.is_empty()
}
