//! What words mean to the checker: lists of the theme's strings.

use crate::strings::Strings;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A list of phrases, found by their first word.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases(BTreeMap<String, Vec<Vec<String>>>);

impl Phrases {
    pub(super) fn of<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let mut found: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for phrase in phrases {
            let words: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
            if let Some(first) = words.first() {
                found.entry(first.clone()).or_default().push(words);
            }
        }
        found.values_mut().for_each(|all| all.sort_by_key(|words| std::cmp::Reverse(words.len())));
        Self(found)
    }

    /// How many words of the longest phrase that begins with `words`; `None`
    /// if none does.
    pub(super) fn begins<'a>(&self, words: impl Iterator<Item = &'a str> + Clone) -> Option<usize> {
        let mut words = words.peekable();
        let phrases = self.0.get(*words.peek()?)?;
        let is = |phrase: &&Vec<String>| {
            let mut words = words.clone();
            phrase.iter().all(|word| words.next() == Some(word))
        };
        phrases.iter().find(is).map(Vec::len)
    }

    /// Whether `word` is one of them by itself.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.get(word).is_some_and(|phrases| phrases.iter().any(|phrase| phrase.len() == 1))
    }
}

/// Phrases that stand for a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Numerals {
    phrases: Phrases,
    values: BTreeMap<String, Decimal>,
}

impl Numerals {
    fn of(text: &str) -> Self {
        let pairs = || text.split(" | ").filter_map(|pair| pair.split_once(" = "));
        let values = pairs().filter_map(|(words, value)| {
            Some((words.trim().to_owned(), value.trim().parse().ok()?))
        });
        Self { phrases: Phrases::of(pairs().map(|(words, _)| words)), values: values.collect() }
    }

    /// The number of words and the value of the phrase that begins with `words`.
    pub(super) fn begins<'a>(
        &self,
        words: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<(usize, Decimal)> {
        let count = self.phrases.begins(words.clone())?;
        let phrase: Vec<&str> = words.take(count).collect();
        self.values.get(&phrase.join(" ")).map(|value| (count, *value))
    }
}

/// The lists of phrases, each with its key among the theme's strings, and the
/// rest of what the checker reads there.
macro_rules! lexicon {
    ($($list:ident = $key:literal,)+) => {
        /// Every list the checker reads, in one language.
        #[derive(Clone, Debug, Default)]
        pub(super) struct Lexicon {
            $(pub(super) $list: Phrases,)+
            pub(super) numbers: Numerals,
            pub(super) fractions: Numerals,
            pub(super) scales: Numerals,
            pub(super) few: Numerals,
            plural: Vec<String>,
            not_plural: Vec<String>,
            months: Vec<String>,
            endings: Vec<String>,
            irregular: BTreeMap<String, String>,
        }

        impl Lexicon {
            fn with_lists(text: impl Fn(&str) -> String) -> Self {
                Self { $($list: phrases(&text($key)),)+ ..Self::default() }
            }
        }
    };
}

lexicon! {
    small = "check.small",
    people = "check.people",
    relative = "check.relative",
    be = "check.be",
    link = "check.link",
    it = "check.it",
    compare = "check.compare",
    there = "check.there",
    target = "check.target",
    up = "check.up",
    down = "check.down",
    better = "check.better",
    worse = "check.worse",
    same = "check.same",
    doubled = "check.doubled",
    halved = "check.halved",
    trebled = "check.trebled",
    more = "check.more",
    fewer = "check.fewer",
    not = "check.not",
    about = "check.about",
    over = "check.over",
    under = "check.under",
    since = "check.since",
    not_at = "check.not_at",
    each_year = "check.each_year",
    last_year = "check.last_year",
    this_year = "check.this_year",
    on_last_year = "check.on_last_year",
    percent = "check.percent",
    points = "check.points",
    not_a_fraction = "check.not_a_fraction",
    within = "check.in",
    of = "check.of",
    out_of = "check.out_of",
    labels = "check.labels",
    named_years = "check.named_years",
    ages = "check.ages",
    or_over = "check.or_over",
    and = "check.and",
    spans = "check.spans",
    total = "check.total",
    of_which = "check.of_which",
    made_up_of = "check.made_up_of",
    some_of = "check.some_of",
    age_bounds = "check.age_bounds",
    by = "check.by",
    between = "check.between",
    places = "check.places",
    particles = "check.particles",
    opens = "check.opens",
    skips = "check.skips",
    to = "check.to",
    from = "check.from",
    beside = "check.beside",
    all_of = "check.all_of",
    one = "check.one",
    of_others = "check.of_others",
    other_time = "check.other_time",
    or = "check.or",
    many_people = "check.group.many",
    one_person = "check.group.one",
    some_person = "check.group.some",
    group_skips = "check.group.skips",
    not_a_group = "check.group.not",
    capacity = "check.group.capacity",
    bounds = "check.group.bounds",
    said = "check.group.said",
    they = "check.group.they",
    year_old = "check.group.year_old",
    place_prepositions = "check.group.near",
    not_places = "check.group.not_places",
    band = "check.group.band",
    general = "check.group.general",
    among = "check.group.among",
}

impl Lexicon {
    /// The lists of `strings`.
    pub(super) fn new(strings: &Strings) -> Self {
        let text = |key: &str| if strings.has(key) { strings.say(key, &[]) } else { String::new() };
        let irregular = text("check.irregular");
        let pairs = irregular.split(" | ").filter_map(|pair| pair.split_once(" = "));
        Self {
            numbers: Numerals::of(&text("check.numbers")),
            fractions: Numerals::of(&text("check.fractions")),
            scales: Numerals::of(&text("check.scales")),
            few: Numerals::of(&text("check.group.few")),
            plural: list(&text("check.group.plural")),
            not_plural: list(&text("check.group.not_plural")),
            months: (1..=12).map(|at| text(&format!("month.{at}")).to_lowercase()).collect(),
            endings: list(&text("check.endings")),
            irregular: pairs.map(|(word, stem)| (word.to_owned(), stem.to_owned())).collect(),
            ..Self::with_lists(text)
        }
    }

    /// A word without its endings, so that `reached` and `reaching` are one.
    pub(super) fn stem(&self, word: &str) -> String {
        let word = word.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’']);
        if let Some(stem) = self.irregular.get(word) {
            return self.cut(stem).to_owned();
        }
        self.cut(word).to_owned()
    }

    fn cut<'a>(&self, word: &'a str) -> &'a str {
        let mut word = word;
        for ending in self.endings.iter().filter(|ending| !ending.is_empty()) {
            if let Some(rest) = word.strip_suffix(ending.as_str())
                && rest.chars().count() >= 3
                && !word.ends_with("ss")
            {
                word = rest;
            }
        }
        word
    }

    /// Whether `word` looks like a noun of which there are several.
    pub(super) fn is_plural(&self, word: &str) -> bool {
        let ends = |endings: &[String]| {
            endings.iter().any(|ending| !ending.is_empty() && word.ends_with(ending.as_str()))
        };
        ends(&self.plural) && !ends(&self.not_plural)
    }

    /// The month that `word` names, from 1.
    pub(super) fn month(&self, word: &str) -> Option<i8> {
        let at = self.months.iter().position(|month| month == word)?;
        i8::try_from(at + 1).ok()
    }
}

fn list(text: &str) -> Vec<String> {
    text.split(" | ").map(str::to_owned).collect()
}

/// A list as written, with ` | ` between.
pub(super) fn phrases(text: &str) -> Phrases {
    Phrases::of(text.split(" | "))
}
