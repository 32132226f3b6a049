//! Words of links: where they lead, to a reader who hears the links of a page
//! alone (WCAG 2.4.4).

use super::Reader;
use super::phrases::{begins, is};
use super::signs::only_signs;
use super::words::{bare, quoted, words};
use crate::diagnostic::{Code, Diagnostic, Span, codes};
use crate::narrative::{Inline, plain_text};

/// How far behind a link its kind of file may be said, in characters.
const NEAR: usize = 40;

impl Reader<'_> {
    /// The links among `words`.
    pub(super) fn links(&mut self, words: &[Inline]) {
        self.links_before(words, "");
    }

    /// The links among `words`, behind which `after` is said.
    fn links_before(&mut self, words: &[Inline], after: &str) {
        for (at, word) in words.iter().enumerate() {
            let behind = || format!("{}{after}", plain_text(&words[at + 1..]));
            match word {
                Inline::Link { to, words: own, span } => {
                    self.link(to, &plain_text(own), span, &behind());
                }
                Inline::Emphasis(words) | Inline::Strong(words) => {
                    self.links_before(words, &behind());
                }
                _ => {}
            }
        }
    }

    fn link(&mut self, to: &str, said: &str, span: &Span, behind: &str) {
        if said.trim().is_empty() || to.trim().is_empty() {
            return;
        }
        if is_address(said) {
            let message = format!("the words of the link are an address: `{}`", quoted(said));
            let help = "say between square brackets where it leads, and put the address in round ones: `[the guidance](https://…)`";
            return self.find_link(codes::BARE_ADDRESS, &message, help, span);
        }
        if self.is_vague(said) {
            let message = format!("`{}` does not say where the link leads", quoted(said));
            let help = "make the name of what it leads to the words of the link";
            return self.find_link(codes::VAGUE_LINK, &message, help, span);
        }
        self.kind_of_file(to, said, span, behind);
        self.alike(to, said, span);
    }

    /// Words that say nothing, or what a hand does; a sign alone is left to
    /// those who look for signs.
    fn is_vague(&self, said: &str) -> bool {
        let (lists, words) = (&self.access.lists, words(said));
        let letters: usize = words.iter().map(|word| word.letters).sum();
        is(&lists.vague, said)
            || begins(&lists.click, &words, 0).is_some()
            || letters == 0 && said.chars().count() < 4 && only_signs(said).is_none()
    }

    /// A file must be named as one, in the link or in brackets behind it.
    fn kind_of_file(&mut self, to: &str, said: &str, span: &Span, behind: &str) {
        let path = to.split(['?', '#']).next().unwrap_or_default();
        let Some((_, ending)) = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'))
        else {
            return;
        };
        let Some(kinds) = self.access.lists.of_file(&ending.to_lowercase()) else { return };
        let mut heard = bare(said);
        if behind.trim_start().starts_with(['(', '[']) {
            let near: String = behind.chars().take(NEAR).collect();
            heard = format!("{heard} {}", bare(&near));
        }
        if heard.split(' ').any(|word| kinds.iter().any(|kind| kind == word)) {
            return;
        }
        let kind = kinds.first().map_or(ending, String::as_str).to_owned();
        let message = format!("the link leads to a file, and does not say so: `{}`", quoted(said));
        let help =
            format!("say what kind of file it is, within the link: `[{} ({kind})]`", quoted(said));
        self.find_link(codes::FILE_LINK, &message, &help, span);
    }

    /// The same words must lead to the same page.
    fn alike(&mut self, to: &str, said: &str, span: &Span) {
        let page = to.split('#').next().filter(|page| !page.is_empty()).unwrap_or(to);
        let place = page.trim_end_matches('/').to_owned();
        let first = self.links.entry(bare(said)).or_insert_with(|| place.clone()).clone();
        if first != place {
            let message = format!("`{}` leads to two different places", quoted(said));
            let help =
                format!("say in each link what makes it another; the first leads to {first}");
            self.find_link(codes::LINKS_ALIKE, &message, &help, span);
        }
    }

    /// Addresses that stand in the text itself.
    pub(super) fn bare_addresses(&mut self, words: &[Inline]) {
        for word in words {
            match word {
                Inline::Text(run) => {
                    for (at, length) in addresses(run.as_str()) {
                        let start = run.place(at);
                        let said = run.as_str().get(at..at + length).unwrap_or_default();
                        let span = self.source.span(start..start + length);
                        let message =
                            format!("an address stands among the words: `{}`", quoted(said));
                        let help =
                            "make it a link with words of its own: `[the guidance](https://…)`";
                        self.find_link(codes::BARE_ADDRESS, &message, help, &span);
                    }
                }
                Inline::Emphasis(words) | Inline::Strong(words) => self.bare_addresses(words),
                _ => {}
            }
        }
    }

    fn find_link(&mut self, code: Code, message: &str, help: &str, span: &Span) {
        self.find(Diagnostic::warning(code, message).help(help), span.clone());
    }
}

/// Where addresses stand in a text, and how long they are.
fn addresses(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let opened = piece.trim_start_matches(['(', '[', '<', '“', '‘', '"', '\'']);
        let word =
            opened.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?)]>”’\"'".contains(c));
        let begins = ["http://", "https://", "www."].iter().any(|start| word.starts_with(start));
        if begins && word.len() > "https://".len() {
            found.push((start + piece.len() - opened.len(), word.len()));
        }
        start += piece.len();
    }
    found
}

/// Whether the words of a link are an address. That of a person is fine, and so
/// is a name such as `GOV.UK`.
fn is_address(said: &str) -> bool {
    let said = said.trim();
    if said.contains(char::is_whitespace) || said.contains('@') {
        return false;
    }
    let low = said.to_lowercase();
    let labels: Vec<&str> = low.split('/').next().unwrap_or_default().split('.').collect();
    let name = |label: &&str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let top = labels
        .last()
        .is_some_and(|label| label.len() >= 2 && label.chars().all(|c| c.is_ascii_alphabetic()));
    let is_domain = labels.len() >= 2 && labels.iter().all(name) && top;
    low.contains("://") || is_domain && (low.contains('/') || labels.len() >= 3)
}

#[cfg(test)]
mod tests {
    use super::{addresses, is_address};

    #[test]
    fn addresses_are_told_from_names() {
        for address in ["https://a.uk", "www.a.uk", "a.gov.uk", "gov.uk/browse"] {
            assert!(is_address(address), "{address}");
        }
        for name in ["GOV.UK", "a@b.gov.uk", "e.g.", "the guidance", "and/or", "3.1.2"] {
            assert!(!is_address(name), "{name}");
        }
        assert_eq!(addresses("See (https://a.uk/b), or www."), [(5, 14)]);
    }
}
