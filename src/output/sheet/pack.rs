//! A paper as the files that a committee system takes: a file for each
//! document, with names that sort, and the text of the decision.

use super::super::Renderer;
use super::super::cx::Cx;
use super::super::pack_folder;
use super::parts::{self, Part};
use super::{Plan, decision};
use crate::disclosure::Page;
use crate::model::PageKind;
use serde_json::Value;
use std::collections::BTreeMap;

/// The most characters of a title in a file's name.
const LONGEST_TITLE: usize = 100;

/// Hands over the files of every paper and set of minutes; `made` are the PDFs
/// by their places among `plans`.
pub(super) fn write(renderer: &Renderer<'_>, plans: &[Plan], made: &BTreeMap<usize, Vec<u8>>) {
    let is_packed = |page: &&Page| matches!(page.front.kind, PageKind::Paper | PageKind::Minutes);
    let pages = renderer.publication.pages.iter().enumerate();
    for (at, page) in pages.filter(|(_, page)| is_packed(page)) {
        let pack = Pack { renderer, at, page, plans, made };
        let folder = pack_folder(page.address.folder());
        for (name, bytes) in pack.files() {
            renderer.put(&format!("{folder}{name}"), &bytes);
        }
    }
}

/// Files by their names.
type Files = BTreeMap<String, Vec<u8>>;

struct Pack<'p> {
    renderer: &'p Renderer<'p>,
    at: usize,
    page: &'p Page,
    plans: &'p [Plan],
    made: &'p BTreeMap<usize, Vec<u8>>,
}

impl Pack<'_> {
    /// The files by their names: the paper, what is appended, the decision, and
    /// a list of them all.
    fn files(&self) -> Files {
        let cx = Cx::on_sheet(self.renderer, self.page);
        let mut files = Files::new();
        let title = cx.say(&self.page.front.title);
        self.add_page(&mut files, &cx, &cx.path, &title);
        let parts = parts::of_page(self.renderer, self.at, self.page, false);
        let paper = parts.into_iter().next().map(Part::into_value).unwrap_or_default();
        let appended = paper["around"]["appendices"]["items"].as_array();
        for item in appended.into_iter().flatten() {
            self.add_appended(&mut files, &cx, item);
        }
        if let Some(text) = decision::text(&cx, &paper) {
            self.add(&mut files, &cx.t("pack.decision"), "txt", text.into_bytes());
        }
        let list: String = files.keys().map(|name| format!("{name}\n")).collect();
        self.add(&mut files, &cx.t("pack.documents"), "txt", list.into_bytes());
        files
    }

    /// Adds a file; two of one name are told apart by a number.
    fn add(&self, files: &mut Files, title: &str, ending: &str, bytes: Vec<u8>) {
        let name = self.named(title);
        let others = (2..).map(|n| format!("{name} ({n}).{ending}"));
        let mut names = std::iter::once(format!("{name}.{ending}")).chain(others);
        if let Some(free) = names.find(|name| !files.contains_key(name)) {
            files.insert(free, bytes);
        }
    }

    /// A name that begins with the item of the agenda.
    fn named(&self, title: &str) -> String {
        let item = self.page.front.item.as_deref().unwrap_or_default();
        file_name(&format!("{item} {title}"))
    }

    /// The PDFs of the page at `path`, in usual and in large print.
    fn add_page(&self, files: &mut Files, cx: &Cx<'_>, path: &str, title: &str) {
        let pages = &self.renderer.publication.pages;
        let plans = self.plans.iter().enumerate();
        for (at, plan) in plans.filter(|(_, plan)| pages[plan.page].address.html() == path) {
            let large = cx.strings().say("pack.large", &[("title", title)]);
            let title = if plan.large { &large } else { title };
            if let Some(bytes) = self.made.get(&at) {
                self.add(files, title, "pdf", bytes.clone());
            }
        }
    }

    /// What is appended: a page of the site as its PDFs, a file as it is.
    fn add_appended(&self, files: &mut Files, cx: &Cx<'_>, item: &Value) {
        let text = |key: &str| item[key].as_str().unwrap_or_default();
        let title = format!("{} {}", text("label"), text("title"));
        let path = text("path");
        self.add_page(files, cx, path, &title);
        if let Some(bytes) = self.renderer.publication.assets.get(path) {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            self.add(files, &title, ending, bytes.to_vec());
        }
    }
}

/// `title` as the name of a file on any system.
fn file_name(title: &str) -> String {
    let fits = |c: char| !c.is_control() && !r#"\/<>:"|?*"#.contains(c);
    let cleaned: String = title.chars().map(|c| if fits(c) { c } else { ' ' }).collect();
    let name = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().take(LONGEST_TITLE).collect();
    name.trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_are_those_of_files() {
        assert_eq!(file_name("7 Health: “well” or ill? 1/2."), "7 Health “well” or ill 1 2");
        assert_eq!(file_name(&"a".repeat(200)).len(), 100);
    }
}
