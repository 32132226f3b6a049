//! Where secrets stand: pages and records that are not published, and passages.

use super::super::pages::Hidden;
use super::sentences::{fences, sentences};
use super::words::folded;
use super::{Kept, Secret, SecretKind, Secrets};
use crate::at;
use crate::diagnostic::codes;
use crate::model::Text;
use crate::site::{Site, SourcePage};
use crate::sources::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// The shortest sentence that is looked for, in words: shorter ones are said by
/// chance.
const SHORTEST: usize = 6;
/// The keys whose values are titles.
const TITLES: [&str; 2] = ["title", "short"];

/// What the public may not see of `whole`, of which the pages in `hidden` are
/// not published.
pub(in crate::disclosure) fn gather(
    whole: &Site,
    sources: &Sources,
    hidden: &BTreeMap<String, Hidden>,
) -> Secrets {
    let mut gatherer = Gatherer { sources, why: Kept::Embargoed, found: Vec::new() };
    let kept = |page: &&SourcePage| {
        let why = hidden.get(page.address.folder());
        matches!(why, Some(Hidden::Exempt | Hidden::Embargoed))
    };
    let (kept, shown): (Vec<_>, Vec<_>) = whole.pages.iter().partition(kept);
    let (exempt, embargoed): (Vec<&SourcePage>, Vec<_>) =
        kept.iter().partition(|page| whole.is_exempt(page));
    embargoed.iter().for_each(|page| gatherer.page(page));
    gatherer.forget_public(&shown);
    gatherer.why = Kept::Exempt;
    exempt.iter().for_each(|page| gatherer.page(page));
    for one in whole.exempt_records() {
        gatherer.yaml(&one.file, one.texts);
        gatherer.name(one.name.rsplit('/').next().filter(|_| named(&one.name)), &one.file);
    }
    for page in &shown {
        gatherer.passages(page);
    }
    gatherer.file_names(whole, &kept);
    let open = Open::of(whole, &shown);
    gatherer.found.retain(|one| !open.holds(one));
    let closed = kept.iter().map(|page| page.file.clone()).collect();
    Secrets { all: gatherer.found, closed }
}

/// Whether a record's name is an address: those of items and recommendations
/// are numbers.
fn named(name: &str) -> bool {
    name.starts_with("outcome/") || name.starts_with("table/") || name.starts_with("pledge/")
}

struct Gatherer<'a> {
    sources: &'a Sources,
    why: Kept,
    found: Vec<Secret>,
}

impl Gatherer<'_> {
    fn page(&mut self, page: &SourcePage) {
        self.yaml(&page.file, page.front.texts(at![]));
        let segment = page.address.folder().rsplit('/').next();
        self.name(segment.filter(|segment| !segment.is_empty()), &page.file);
        // Its author says that the public may know what it is called.
        if page.front.value.accept.contains_key(codes::EXEMPT_LEAK.as_str()) {
            self.found.retain(|one| one.file != page.file || one.kind == SecretKind::Sentence);
        }
        self.prose(&page.file, page.body..page.text.len());
    }

    /// Takes out the sentences that public pages and records say already.
    fn forget_public(&mut self, shown: &[&SourcePage]) {
        let data = self.sources.texts_in("data").map(|(_, text)| text);
        let texts = shown.iter().map(|page| &*page.text).chain(data);
        let said: BTreeSet<Vec<String>> = texts
            .flat_map(|text| sentences(text).into_iter().filter_map(|range| text.get(range)))
            .map(folded)
            .collect();
        self.found.retain(|one| one.kind != SecretKind::Sentence || !said.contains(&one.words));
    }

    /// The texts of a record, each with its key.
    fn yaml(&mut self, file: &Arc<str>, texts: Vec<(String, Range<usize>)>) {
        for (key, range) in texts {
            if TITLES.contains(&key.as_str()) {
                self.add(SecretKind::Title, file, range.clone());
            }
            self.prose(file, range);
        }
    }

    /// The exempt blocks of a page that the public may see.
    fn passages(&mut self, page: &SourcePage) {
        for range in fences(page.words()) {
            let range = range.start + page.body..range.end + page.body;
            let text = page.text.get(range.clone()).unwrap_or_default();
            let mark = |line: &str| line.trim().replace(' ', "") == "visibility:exempt";
            if text.lines().any(mark) {
                self.prose(&page.file, range);
            }
        }
    }

    /// The sentences of these bytes of `file`.
    fn prose(&mut self, file: &Arc<str>, range: Range<usize>) {
        let text = self.sources.text(file).and_then(|text| text.get(range.clone()));
        for part in sentences(text.unwrap_or_default()) {
            self.add(SecretKind::Sentence, file, part.start + range.start..part.end + range.start);
        }
    }

    fn add(&mut self, kind: SecretKind, file: &Arc<str>, range: Range<usize>) {
        let text = self.sources.text(file).and_then(|text| text.get(range.clone()));
        let text = text.unwrap_or_default().trim().to_owned();
        let words = folded(&text);
        let long = words.len() >= if kind == SecretKind::Sentence { SHORTEST } else { 1 };
        if long {
            let (file, why) = (file.clone(), self.why);
            self.found.push(Secret { kind, text, words, file, range, why });
        }
    }

    fn name(&mut self, name: Option<&str>, file: &Arc<str>) {
        let Some(name) = name else { return };
        let (text, words) = (name.to_owned(), vec![name.to_lowercase()]);
        let kind = SecretKind::Address;
        let (file, why) = (file.clone(), self.why);
        self.found.push(Secret { kind, text, words, file, range: 0..0, why });
    }

    /// The names of pictures and files that only pages and passages name which
    /// the public may not see.
    fn file_names(&mut self, whole: &Site, kept: &[&SourcePage]) {
        for path in whole.assets.keys() {
            let name = path.rsplit('/').next().unwrap_or(path);
            let texts = self.sources.texts_in("content").chain(self.sources.texts_in("data"));
            let places = texts
                .filter(|(file, _)| file.ends_with(".md") || file.ends_with(".yaml"))
                .flat_map(|(file, text)| text.match_indices(name).map(move |(at, _)| (file, at)));
            let is_kept = |(file, at): (&str, usize)| {
                let secret = |one: &Secret| &*one.file == file && one.range.contains(&at);
                kept.iter().any(|page| &*page.file == file) || self.found.iter().any(secret)
            };
            let places: Vec<_> = places.collect();
            if let Some((first, _)) =
                places.first().filter(|_| places.iter().all(|at| is_kept(*at)))
            {
                let (text, words) = (name.to_owned(), vec![name.to_lowercase()]);
                let (kind, file) = (SecretKind::FileName, Arc::from(*first));
                self.found.push(Secret { kind, text, words, file, range: 0..0, why: self.why });
            }
        }
    }
}

/// What the public may know all the same.
struct Open {
    /// The titles and names of what is public.
    titles: BTreeSet<Vec<String>>,
    names: BTreeSet<String>,
    /// Words that an exemption says are public.
    stated: Vec<Vec<String>>,
}

impl Open {
    fn of(whole: &Site, shown: &[&SourcePage]) -> Self {
        let folders = shown.iter().flat_map(|page| page.address.folder().split('/'));
        let marked = whole.public_records();
        let names = marked.iter().filter_map(|one| one.name.rsplit('/').next());
        let pages = shown.iter().map(|page| &page.front.value.title);
        let themes = whole.outcomes.iter().map(|doc| &doc.value.theme.title);
        let sets = whole.sets.iter().map(|doc| &doc.value.set.title);
        let reviews = whole.reviews.iter().map(|doc| &doc.value.review.title);
        let titles = pages.chain(themes).chain(sets).chain(reviews);
        let titles = titles.chain(marked.iter().filter_map(|one| one.title)).flat_map(Text::all);
        let fronts = whole.pages.iter().filter_map(|page| page.front.value.exemption.as_ref());
        let records = whole.exempt_records().filter_map(|one| one.exemption);
        let words = |text: &Text| text.all().map(folded).collect::<Vec<_>>();
        Self {
            titles: titles.map(folded).collect(),
            names: folders.chain(names).map(str::to_lowercase).collect(),
            stated: fronts
                .chain(records)
                .flat_map(|one| &one.also_public)
                .flat_map(words)
                .collect(),
        }
    }

    fn holds(&self, secret: &Secret) -> bool {
        let stated = || self.stated.iter().any(|words| within(&secret.words, words));
        match secret.kind {
            SecretKind::Title => self.titles.contains(&secret.words) || stated(),
            SecretKind::Sentence => stated(),
            SecretKind::Address => {
                let words = folded(&secret.text);
                let said = self.stated.iter().any(|stated| within(&words, stated));
                said || self.names.contains(&secret.text.to_lowercase())
            }
            SecretKind::FileName => false,
        }
    }
}

fn within(words: &[String], text: &[String]) -> bool {
    !words.is_empty() && text.windows(words.len()).any(|window| window == words)
}
