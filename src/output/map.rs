//! Every address of the site, so that links can be checked and made relative.

use super::documents::Documents;
use super::product::Product;
use crate::disclosure::{Hidden, Publication};
use crate::model::address::html_in;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Mutex;

/// What is published in a folder, each by its place in its list. A page made
/// from data stands in the place of the page of `content/` that introduces it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// The page of `content/`.
    pub(super) page: Option<usize>,
    /// The page made from data.
    pub(super) product: Option<usize>,
}

/// Every page and anchor, and which files are used.
pub(super) struct SiteMap {
    /// Anchors by path of the page.
    pages: BTreeMap<String, BTreeSet<String>>,
    /// What stands in each folder: a site has thousands, and every page asks
    /// for the titles of a dozen.
    folders: HashMap<String, Standing>,
    /// Paths of pages by file below `content/`.
    files: BTreeMap<String, String>,
    /// Folders of pages that are not published, and why.
    hidden: BTreeMap<String, Hidden>,
    used: Mutex<BTreeSet<String>>,
}

impl SiteMap {
    pub(super) fn of(
        publication: &Publication,
        documents: &Documents,
        products: &[Product],
    ) -> Self {
        let mut pages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut files = BTreeMap::new();
        let folders = folders(publication, products);
        for (page, prepared) in publication.pages.iter().zip(&documents.pages) {
            let path = page.address.html();
            pages
                .entry(path.clone())
                .or_default()
                .extend(prepared.numbered.anchors.iter().cloned());
            files.insert(page.file.trim_start_matches("content/").to_owned(), path);
        }
        for product in products {
            pages.entry(product.path()).or_default().extend(product.anchors(publication));
        }
        let hidden = publication.hidden.clone();
        Self { pages, folders, files, hidden, used: Mutex::new(BTreeSet::new()) }
    }

    /// The path of the page published from `file`, a path below `content/`.
    pub(super) fn page_of_file(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(String::as_str)
    }

    /// What stands in `folder`.
    pub(super) fn standing(&self, folder: &str) -> Standing {
        self.folders.get(folder).copied().unwrap_or_default()
    }

    /// The path of the page published in `folder`.
    pub(super) fn page_in(&self, folder: &str) -> Option<String> {
        let path = html_in(folder);
        self.pages.contains_key(&path).then_some(path)
    }

    /// Why the page in `folder` is written but not published, if it is.
    pub(super) fn hidden(&self, folder: &str) -> Option<Hidden> {
        self.hidden.get(folder).copied()
    }

    /// Whether the page at `path` has `anchor`.
    pub(super) fn has_anchor(&self, path: &str, anchor: &str) -> bool {
        anchor == "main" || self.pages.get(path).is_some_and(|anchors| anchors.contains(anchor))
    }

    /// The anchors of the page at `path`.
    pub(super) fn anchors(&self, path: &str) -> impl Iterator<Item = &str> {
        self.pages.get(path).into_iter().flatten().map(String::as_str)
    }

    /// The files pages are written in, below `content/`.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Notes that the file at `path` is used, so that it is published.
    pub(super) fn use_file(&self, path: &str) {
        if let Ok(mut used) = self.used.lock() {
            used.insert(path.to_owned());
        }
    }

    /// The files that are used.
    pub(super) fn used_files(&self) -> Vec<String> {
        self.used.lock().map(|used| used.iter().cloned().collect()).unwrap_or_default()
    }
}

/// What stands in each folder; the first of a kind, if two would.
fn folders(publication: &Publication, products: &[Product]) -> HashMap<String, Standing> {
    let mut folders: HashMap<String, Standing> = HashMap::new();
    for (at, page) in publication.pages.iter().enumerate() {
        folders.entry(page.address.folder().to_owned()).or_default().page.get_or_insert(at);
    }
    let named = products.iter().enumerate().filter(|(_, one)| **one != Product::NotFound);
    for (at, product) in named {
        folders.entry(product.folder()).or_default().product.get_or_insert(at);
    }
    folders
}
