//! Looks for what is exempt or under embargo in everything that is staged.

use super::{Leak, Scanner};
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::disclosure::{Kept, Secret, SecretKind, Secrets, fold};
use crate::sources::Sources;
use crate::write::Staged;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// The files that hold each secret, by its place among them, and whether it is
/// in their name.
type Leaks = BTreeMap<usize, Vec<(String, bool)>>;

/// What of `secrets` stands in `files`: for each secret where the public
/// sources say it, or else the file that holds it. A file that cannot be read
/// back is told by the attack on figures.
pub(in crate::attack) fn search(
    secrets: &Secrets,
    files: &dyn Staged,
    sources: &Sources,
) -> Findings {
    if secrets.is_empty() {
        return Findings::new();
    }
    let scanner = Scanner::new(secrets);
    let leaks = Mutex::new(Leaks::new());
    files.each(&|path, bytes| {
        for leak in bytes.map(|bytes| scanner.scan(path, bytes)).unwrap_or_default() {
            add(&leaks, secrets, path, &leak);
        }
    });
    let leaks = leaks.into_inner().unwrap_or_else(PoisonError::into_inner);
    let secrets_in_order: Vec<&Secret> = secrets.iter().collect();
    let all = leaks.into_iter().filter_map(|(at, mut files)| {
        files.sort();
        Some(diagnostic(secrets_in_order.get(at)?, secrets, &files, sources))
    });
    all.collect()
}

fn add(leaks: &Mutex<Leaks>, secrets: &Secrets, path: &str, leak: &Leak<'_>) {
    if let Some(at) = secrets.iter().position(|one| std::ptr::eq(one, leak.secret)) {
        let mut leaks = leaks.lock().unwrap_or_else(PoisonError::into_inner);
        leaks.entry(at).or_default().push((path.to_owned(), leak.in_name));
    }
}

fn diagnostic(
    secret: &Secret,
    secrets: &Secrets,
    files: &[(String, bool)],
    sources: &Sources,
) -> Diagnostic {
    let said = source_of(secret, secrets, sources);
    let what = match secret.kind {
        SecretKind::Title => "the title",
        SecretKind::Sentence => "words",
        SecretKind::Address => "the address or id",
        SecretKind::FileName => "the name of a file",
    };
    let first = files.first().map_or("", |(path, _)| path.as_str());
    let words = short(&secret.text);
    let message = format!(
        "the public would see {what} of what is exempt or under embargo: \"{words}\", in `{first}`"
    );
    let more = files.len().saturating_sub(1);
    let span = said
        .map_or_else(|| Span::file(secret.file.clone()), |(file, range)| Span::bytes(file, range));
    let found = Diagnostic::error(codes::EXEMPT_LEAK, message).at(span);
    let found = match more {
        0 => found,
        1 => found.note("and in one more file"),
        _ => found.note(format!("and in {more} more files")),
    };
    found.note(format!("it is kept from the public in `{}`", secret.file)).help(match secret.why {
        Kept::Exempt => {
            "take it out here; if the public may know it, list it under `also_public` in the exemption"
        }
        Kept::Embargoed => {
            "take it out here until its day; if the public may know what the page is called, say why \
             under `accept: {D022: …}` in its front matter"
        }
    })
}

/// Where the sources for the public say the secret.
fn source_of(
    secret: &Secret,
    secrets: &Secrets,
    sources: &Sources,
) -> Option<(String, Range<usize>)> {
    let texts = sources.texts_in("content").chain(sources.texts_in("data"));
    let mut places = texts.filter_map(|(file, text)| {
        let open = |range: &Range<usize>| !secrets.cover(file, range);
        let found = places_of(secret, text).into_iter().find(open);
        Some((file.to_owned(), found?))
    });
    places.next()
}

fn places_of(secret: &Secret, text: &str) -> Vec<Range<usize>> {
    if matches!(secret.kind, SecretKind::Address | SecretKind::FileName) {
        let all = text.match_indices(&secret.text);
        return all.map(|(at, name)| at..at + name.len()).collect();
    }
    let words = fold(text);
    let same = |said: &&[crate::disclosure::Word]| {
        said.iter().zip(&secret.words).all(|(said, own)| said.word == *own)
    };
    let all = words.windows(secret.words.len().max(1)).filter(same);
    all.filter_map(|said| Some(said.first()?.range.start..said.last()?.range.end)).collect()
}

fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..10) {
        Some(first) => format!("{} …", first.join(" ")),
        None => words.join(" "),
    }
}
