//! What is known while one page is rendered.

use super::{Made, Renderer};
use crate::disclosure::{Page, View};
use crate::model::{Id, Text};
use crate::narrative::Evaluator;
use crate::strings::Strings;
use crate::wording;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// What is written from the document tree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Medium {
    /// A page of the site, as HTML.
    #[default]
    Page,
    /// A sheet to print, as nodes. Its files and counts are those of the page
    /// that shows the same.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code))]
    Sheet,
}

/// What is known while one page is rendered.
pub(super) struct Cx<'a> {
    pub(super) renderer: &'a Renderer<'a>,
    /// The path of the page's file.
    pub(super) path: String,
    /// What its links begin with: `../` for each folder.
    pub(super) root: String,
    /// The file below which links in its narrative are read.
    pub(super) file: Arc<str>,
    pub(super) view_at: usize,
    /// Whether it is a page of a register, not one that repeats its records.
    pub(super) is_register: bool,
    /// What is written.
    pub(super) medium: Medium,
    serial: Rc<Cell<usize>>,
    /// The anchors of records that stand on the page already.
    claimed: Rc<RefCell<BTreeSet<String>>>,
}

impl<'a> Cx<'a> {
    /// For the page at `path`, which shows the view `view_at`.
    pub(super) fn new(
        renderer: &'a Renderer<'a>,
        path: String,
        file: Arc<str>,
        view_at: usize,
    ) -> Self {
        let root = "../".repeat(path.matches('/').count());
        let (serial, claimed) = (Rc::default(), Rc::default());
        let (is_register, medium) = (false, Medium::Page);
        Self { renderer, path, root, file, view_at, is_register, medium, serial, claimed }
    }

    /// For a page of `content/`.
    pub(super) fn of_page(renderer: &'a Renderer<'a>, page: &Page) -> Self {
        Self::new(renderer, page.address.html(), page.file.clone(), page.view)
    }

    /// For a sheet that shows a page of `content/`.
    #[cfg(feature = "pdf")]
    pub(super) fn on_sheet(renderer: &'a Renderer<'a>, page: &Page) -> Self {
        Self { medium: Medium::Sheet, ..Self::of_page(renderer, page) }
    }

    /// The same page, with links read from `file`.
    pub(super) fn within(&self, file: &Arc<str>) -> Self {
        let (path, root) = (self.path.clone(), self.root.clone());
        Self {
            path,
            root,
            file: file.clone(),
            serial: self.serial.clone(),
            claimed: self.claimed.clone(),
            ..*self
        }
    }

    pub(super) fn view(&self) -> &'a View {
        &self.renderer.publication.views[self.view_at]
    }

    pub(super) fn strings(&self) -> &'a Strings {
        self.renderer.theme.strings()
    }

    pub(super) fn evaluator(&self) -> &'a Evaluator {
        &self.renderer.documents.evaluators[self.view_at]
    }

    pub(super) fn language(&self) -> &'a str {
        self.renderer.publication.language()
    }

    /// The words of `text` in the language of the page.
    pub(super) fn say(&self, text: &Text) -> String {
        text.in_language(self.language()).to_owned()
    }

    /// The words of `text`, or nothing.
    pub(super) fn say_some(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.say(text))
    }

    /// A string of the theme.
    pub(super) fn t(&self, key: &str) -> String {
        self.strings().say(key, &[])
    }

    /// The title of a comparator.
    pub(super) fn comparator(&self, name: &Id) -> String {
        wording::comparator_title(self.strings(), &self.renderer.publication.config, name)
    }

    /// A comparator as it is named in the middle of a sentence.
    pub(super) fn comparator_in_sentence(&self, name: &Id) -> String {
        wording::comparator_in_sentence(self.strings(), &self.renderer.publication.config, name)
    }

    /// The council's name.
    pub(super) fn council(&self) -> String {
        self.say(&self.renderer.publication.config.council.name)
    }

    /// The folder of the page, for files beside it.
    pub(super) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path of a file beside the page.
    pub(super) fn beside(&self, name: &str) -> String {
        match self.folder() {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        }
    }

    /// Hands over a file beside the page, unless a page does so that shows the
    /// same.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) {
        if self.medium == Medium::Page {
            self.renderer.put(path, bytes);
        }
    }

    /// Counts what was made, with the same exception.
    pub(super) fn count(&self, add: impl FnOnce(&mut Made)) {
        if self.medium == Medium::Page {
            self.renderer.count(add);
        }
    }

    /// `anchor` for the first part of the page that asks for it, else one like
    /// it: a record can stand in two lists of one page.
    pub(super) fn claim(&self, anchor: String) -> String {
        if self.claimed.borrow_mut().insert(anchor.clone()) {
            return anchor;
        }
        format!("{anchor}-again-{}", self.next_serial())
    }

    /// A number that no other part of the page has.
    pub(super) fn next_serial(&self) -> usize {
        self.serial.set(self.serial.get() + 1);
        self.serial.get()
    }
}
