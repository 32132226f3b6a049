//! Words in another language than the page, which a voice reads as if they were
//! of its own unless they are marked (WCAG 3.1.2).

use super::languages::{LANGUAGES, SCRIPTS};
use super::phrases::begins;
use super::words::{Word, quoted};
use super::{Place, Reader};
use crate::check::passage::{Passage, VALUE};
use crate::diagnostic::{Diagnostic, codes};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many small words of a language stand together where it is spoken.
const A_RUN: usize = 3;
/// How many of the words between the first and the last of them may be others.
const OTHERS: usize = 3;
/// How many letters of a script are no sign of mathematics.
const LETTERS: usize = 2;

/// The small words of every language but the page's own.
#[derive(Debug, Default)]
pub(super) struct Languages {
    /// The languages of each word, by place.
    of: BTreeMap<&'static str, Vec<usize>>,
    /// The code of the page's language.
    own: String,
}

/// Small words of one language that stand together.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    first: usize,
    last: usize,
    hits: usize,
    /// Whether two of them differ.
    differ: bool,
}

impl Languages {
    /// Those of all languages but `own`.
    pub(super) fn except(own: &str) -> Self {
        let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let others = LANGUAGES.iter().enumerate().filter(|(_, (code, ..))| *code != own);
        for (at, (_, _, small)) in others {
            small.split_whitespace().for_each(|word| of.entry(word).or_default().push(at));
        }
        Self { of, own: own.to_owned() }
    }

    /// The languages in which `word` is a small word. Abbreviations are none.
    fn of(&self, word: &Word) -> &[usize] {
        if word.capitals && word.letters > 1 {
            return &[];
        }
        let elided = || word.low.find('\'').and_then(|at| word.low.get(..=at));
        let found = self.of.get(word.low.as_str()).or_else(|| self.of.get(elided()?));
        found.map_or(&[], Vec::as_slice)
    }
}

impl Reader<'_> {
    pub(super) fn languages(&mut self, passage: &Passage<'_>, words: &[Word], place: Place<'_>) {
        self.scripts(&passage.text, place);
        let mut told = BTreeSet::new();
        let mut start = 0;
        while start < words.len() {
            let end = self.stretch(&passage.text, words, start);
            if let Some((language, run)) = self.spoken(&words[start..end])
                && told.insert(language)
            {
                let range = words[start + run.first].range.start..words[start + run.last].range.end;
                self.tell_language(&passage.text, language, range, place);
            }
            start = end;
        }
    }

    /// Where a sentence, or what stands of it before a small word of the page's
    /// own language, ends.
    fn stretch(&self, text: &str, words: &[Word], start: usize) -> usize {
        let own = |at: usize| {
            self.access.languages.of(&words[at]).is_empty()
                && begins(&self.access.lists.own, words, at).is_some()
        };
        for at in start..words.len() {
            let next = words.get(at + 1).map_or(text.len(), |next| next.range.start);
            let gap = text.get(words[at].range.end..next).unwrap_or_default();
            if words[at].ends || gap.contains(VALUE) || own(at) {
                return at + 1;
            }
        }
        words.len()
    }

    /// The language that most small words of a stretch are of, if they are so
    /// many that it is spoken there.
    fn spoken(&self, words: &[Word]) -> Option<(usize, Run)> {
        let mut runs: BTreeMap<usize, Run> = BTreeMap::new();
        for (at, word) in words.iter().enumerate() {
            for language in self.access.languages.of(word) {
                let run = runs.entry(*language).or_insert(Run { first: at, ..Run::default() });
                run.differ |= run.hits > 0 && words[run.last].low != word.low;
                run.last = at;
                run.hits += 1;
            }
        }
        let enough = |run: &Run| {
            run.differ && run.hits >= A_RUN && run.hits * (OTHERS + 1) > run.last - run.first
        };
        let runs = runs.into_iter().filter(|(_, run)| enough(run));
        runs.max_by_key(|(language, run)| (run.hits, std::cmp::Reverse(*language)))
    }

    fn tell_language(
        &mut self,
        text: &str,
        language: usize,
        range: Range<usize>,
        place: Place<'_>,
    ) {
        let Some((code, name, _)) = LANGUAGES.get(language) else { return };
        let said = quoted(text.get(range.clone()).unwrap_or_default());
        let message = format!("these words are in {name}, and nothing says so: `{said}`");
        let help = format!(
            "write `{{{{ words(text=\"…\", lang=\"{code}\") }}}}`, with them in place of the dots"
        );
        let found = Diagnostic::warning(codes::LANGUAGE, message);
        self.find(found.help(help), place(range));
    }

    /// Words in letters of another script.
    fn scripts(&mut self, text: &str, place: Place<'_>) {
        let mut told = BTreeSet::new();
        let mut run: Option<(&Script, Range<usize>, usize)> = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            let script = script_of(c);
            match (&mut run, script) {
                (Some((known, range, letters)), Some(script)) if known.2 == script.2 => {
                    range.end = at + c.len_utf8();
                    *letters += 1;
                }
                _ => {
                    if let Some((script, range, letters)) = run.take()
                        && letters >= LETTERS
                        && told.insert(script.2)
                    {
                        self.tell_script(text, script, range, place);
                    }
                    run = script.map(|script| (script, at..at + c.len_utf8(), 1));
                }
            }
        }
    }

    fn tell_script(&mut self, text: &str, script: &Script, range: Range<usize>, place: Place<'_>) {
        let (_, _, name, codes_of) = script;
        if codes_of.contains(&self.access.languages.own.as_str()) {
            return;
        }
        let said = quoted(text.get(range.clone()).unwrap_or_default());
        let message =
            format!("these letters are {name}, and nothing says in which language: `{said}`");
        let code = codes_of.first().copied().unwrap_or_default();
        let help = format!(
            "write `{{{{ words(text=\"…\", lang=\"{code}\") }}}}`, with the words in place of the dots and \
             the code of their language"
        );
        self.find(Diagnostic::warning(codes::LANGUAGE, message).help(help), place(range));
    }
}

type Script = (char, char, &'static str, &'static [&'static str]);

fn script_of(c: char) -> Option<&'static Script> {
    let is_in = |script: &&Script| (script.0..=script.1).contains(&c) && c.is_alphabetic();
    if c.is_ascii() { None } else { SCRIPTS.iter().find(is_in) }
}
