//! Where links and pictures lead: checked, and made relative to the page.

use super::cx::Cx;
use super::pledges;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::Hidden;
use crate::model::address::linked_path;
use crate::model::pledge::PledgeFile;

/// The schemes a link may have.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// The page of the current pledge.
const PLEDGE: &str = "pledge/index.html";

impl Cx<'_> {
    /// The address to put in a page for `to`, as an author wrote it; `None`,
    /// and a finding, if it leads nowhere.
    pub(super) fn link(&self, to: &str, span: &Span) -> Option<String> {
        match scheme(to) {
            Some(scheme) if SCHEMES.contains(&scheme) => Some(to.to_owned()),
            Some(scheme) => {
                let found = Diagnostic::error(
                    codes::UNSAFE_LINK,
                    format!("links of the kind `{scheme}:` are not published"),
                );
                self.renderer.find(
                    found
                        .at(span.clone())
                        .help("link to a page, a file, or an address that begins with https"),
                );
                None
            }
            None => self.inner_link(to, span),
        }
    }

    fn inner_link(&self, to: &str, span: &Span) -> Option<String> {
        let (path, anchor) = match to.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (to, None),
        };
        let target = if path.is_empty() { self.path.clone() } else { self.target(path, span)? };
        let target = self.permanent(target, anchor);
        if let Some(anchor) = anchor {
            self.check_anchor(&target, anchor, span)?;
        }
        let anchor = anchor.map_or(String::new(), |anchor| format!("#{anchor}"));
        Some(if path.is_empty() { anchor } else { format!("{}{target}{anchor}", self.root) })
    }

    /// Where a link to a pledge on `/pledge/` leads: to the page of the set that
    /// was current on the page's day, since another will take `/pledge/` over.
    fn permanent(&self, target: String, anchor: Option<&str>) -> String {
        let current = || self.view().current_pledge().map(|filed| filed.value.as_ref());
        let member = |file: &PledgeFile| {
            file.pledges.iter().any(|one| Some(pledges::anchor(file, one).as_str()) == anchor)
        };
        let set = (target == PLEDGE && target != self.path).then(current).flatten();
        let own = set.filter(|file| member(file)).map(pledges::set_folder);
        own.and_then(|folder| self.renderer.map.page_in(&folder)).unwrap_or(target)
    }

    /// The path of the page or file that `path` leads to.
    fn target(&self, path: &str, span: &Span) -> Option<String> {
        let map = &self.renderer.map;
        let file = linked_path(&self.file, path).unwrap_or_default();
        let folder = folder_of(&file);
        let page = map.page_of_file(&file).map(str::to_owned);
        let page = page.or_else(|| {
            map.page_in(folder).filter(|_| !file.contains('.') || file.ends_with(".md"))
        });
        if page.is_some() {
            return page;
        }
        if !file.ends_with(".md") && self.renderer.publication.assets.contains_key(&file) {
            map.use_file(&file);
            return Some(file);
        }
        self.refuse_link(path, &file, map.hidden(folder), span);
        None
    }

    /// Reports a page that is named and not published, if it is written.
    pub(super) fn refuse_page(&self, path: &str, span: &Span) {
        let file = linked_path(&self.file, path).unwrap_or_default();
        let hidden = self.renderer.map.hidden(folder_of(&file));
        if hidden.is_some() {
            self.refuse_link(path, &file, hidden, span);
        }
    }

    /// Reports a link that leads nowhere. One to a page later than the day
    /// shown becomes plain words instead: its author made no mistake.
    fn refuse_link(&self, path: &str, file: &str, hidden: Option<Hidden>, span: &Span) {
        let nowhere = || {
            let message = format!("the link leads nowhere: there is no `{path}`");
            Diagnostic::error(codes::BROKEN_LINK, message)
        };
        let found = match hidden {
            Some(Hidden::Later) => return,
            Some(Hidden::Exempt) => {
                let message = format!("a public page leads to `{path}`, which is exempt");
                Diagnostic::error(codes::EXEMPT, message)
                    .help("take the link out, with any words that give away what it leads to")
            }
            Some(Hidden::Embargoed) => nowhere()
                .note("the page is under embargo, and not published yet")
                .help("put the link in when the page is published"),
            None => nowhere().suggest(file, self.renderer.map.files()),
        };
        let found = found.at(span.clone());
        self.renderer.find(found);
    }

    fn check_anchor(&self, path: &str, anchor: &str, span: &Span) -> Option<()> {
        let map = &self.renderer.map;
        if map.has_anchor(path, anchor) {
            return Some(());
        }
        let found =
            Diagnostic::error(codes::BROKEN_LINK, format!("the page has no place `#{anchor}`"));
        self.renderer.find(found.at(span.clone()).suggest(anchor, map.anchors(path)));
        None
    }

    /// The address of the picture `file`, as an author wrote it.
    pub(super) fn picture(&self, file: &str, span: &Span) -> Option<String> {
        let path = linked_path(&self.file, file).unwrap_or_default();
        if scheme(file).is_none() && self.renderer.publication.assets.contains_key(&path) {
            self.renderer.map.use_file(&path);
            return Some(format!("{}{path}", self.root));
        }
        let known = self.renderer.publication.assets.keys().map(String::as_str);
        let found = match scheme(file) {
            Some(_) => {
                let message = format!("the picture `{file}` would be fetched from elsewhere");
                Diagnostic::error(codes::MISSING_FILE, message)
                    .help("keep a copy beside the page, and name that")
            }
            None => {
                let message = format!("there is no picture `{file}`");
                Diagnostic::error(codes::MISSING_FILE, message).suggest(&path, known)
            }
        };
        self.renderer.find(found.at(span.clone()));
        None
    }
}

/// The folder in which the page written in `file` is published.
fn folder_of(file: &str) -> &str {
    file.trim_end_matches("_index.md").trim_end_matches(".md").trim_end_matches('/')
}

/// The scheme of an address, such as `https`.
fn scheme(to: &str) -> Option<&str> {
    let (scheme, _) = to.split_once(':')?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    (!scheme.is_empty() && scheme.chars().all(fits)).then_some(scheme)
}
