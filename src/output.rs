//! What a build makes: each product a function of the [`Publication`].
//!
//! Documents are parsed and numbered first, since a link may lead to any
//! paragraph of any page. Then every page is rendered on its own, in parallel,
//! and streamed to the sink.

mod about;
mod access;
mod actions;
mod brand;
mod carried;
mod changes;
mod charts;
mod cited;
mod content;
mod csv_files;
mod cx;
mod documents;
mod exempt;
mod figures;
mod frame;
mod generated;
mod html;
mod links;
mod map;
mod meetings;
mod nodes;
mod outcomes;
mod paged;
mod papers;
mod people;
mod pledges;
mod policy;
mod principles;
mod product;
mod prose;
mod ratings;
mod recommendations;
mod reviews;
mod rules;
mod scorecard;
mod search;
mod shapes;
#[cfg(feature = "pdf")]
mod sheet;
mod standing;
mod statement;
mod style;
mod tags;
mod tally;
mod trace;
mod waivers;
mod whole;
mod you_said;

use crate::diagnostic::{Checked, Diagnostic, Findings, codes};
use crate::disclosure::{Printing, Publication};
use crate::model::Id;
use crate::theme::{self, Theme};
use crate::write::Sink;
use cx::Cx;
use documents::Documents;
use map::SiteMap;
use product::Product;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use trace::Trace;

/// What a build made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// How many pages.
    pub pages: usize,
    /// How many charts.
    pub charts: usize,
    /// How many files of data.
    pub data_files: usize,
    /// How many PDFs.
    pub pdfs: usize,
    /// How many numbers their authors typed, and the checker read.
    pub typed_numbers: usize,
}

/// A text of a record: its file, and its words.
type Prose = (Arc<str>, String);

/// Everything rendering reads, and what it finds.
struct Renderer<'a> {
    publication: &'a Arc<Publication>,
    theme: &'a Theme,
    documents: Documents,
    /// The pages made from data.
    products: Vec<Product>,
    map: SiteMap,
    /// What is about what, for each view.
    traces: Vec<Trace<'a>>,
    /// The look of each comparator in charts.
    looks: BTreeMap<Id, usize>,
    /// The PDFs of each page of `content/`.
    downloads: BTreeMap<usize, Vec<Download>>,
    /// How many pages there will be.
    pages: usize,
    sink: &'a dyn Sink,
    findings: Mutex<Findings>,
    made: Mutex<Made>,
    /// What each page of an edition shows, for the whole of it.
    mains: Mutex<BTreeMap<String, String>>,
    /// What can be found on each page, for the search.
    found: Mutex<BTreeMap<String, search::Found>>,
    /// Prose of records whose typed numbers were read, with the views it was
    /// read for: the same words can stand on many pages.
    read: Mutex<BTreeMap<Prose, BTreeSet<usize>>>,
}

/// A file that can be taken from a page.
#[derive(Clone, Debug)]
struct Download {
    /// What it is: `Large print PDF`.
    title: String,
    /// Where it is.
    path: String,
    /// How large, in words.
    size: String,
}

/// A page that will be made.
#[derive(Clone, Debug)]
enum Job {
    /// A page of `content/`, by its place among the pages.
    Content(usize),
    /// A page made from data.
    Generated(Product),
}

/// Where a build of documents apart puts the files of the paper in `folder`,
/// which the command `pack` takes out: `packs/FOLDER/`.
pub fn pack_folder(folder: &str) -> String {
    format!("packs/{folder}/")
}

/// Renders `publication` with `theme` into `sink`.
pub fn render(
    publication: &Arc<Publication>,
    theme: &Theme,
    printing: Printing,
    sink: &dyn Sink,
) -> Checked<Made> {
    let mut findings = Findings::new();
    let documents = Documents::prepare(publication, theme.strings(), &mut findings);
    let products = product::products(publication);
    let map = SiteMap::of(publication, &documents, &products);
    let content = (0..publication.pages.len())
        .filter(|at| map.standing(publication.pages[*at].address.folder()).product.is_none())
        .map(Job::Content);
    let mut jobs: Vec<Job> = content.collect();
    jobs.extend(products.iter().cloned().map(Job::Generated));
    let pages = jobs.len();
    let made = Made { typed_numbers: documents.typed_numbers, ..Made::default() };
    let mut renderer = Renderer {
        publication,
        theme,
        documents,
        products,
        map,
        traces: publication.views.iter().map(Trace::of).collect(),
        looks: charts::looks(publication),
        downloads: BTreeMap::new(),
        pages,
        sink,
        findings: Mutex::new(findings),
        made: Mutex::new(made),
        mains: Mutex::default(),
        found: Mutex::default(),
        read: Mutex::default(),
    };
    // First, since pages say how large the PDFs are.
    renderer.downloads = print(&renderer, printing);
    let (wholes, parts): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(Job::is_made_of_pages);
    let (statements, parts): (Vec<Job>, Vec<Job>) = parts.into_iter().partition(Job::is_statement);
    parts.par_iter().for_each(|job| renderer.run(job));
    // It says what was found on the others; the search leads to it.
    statements.iter().for_each(|job| renderer.run(job));
    wholes.par_iter().for_each(|job| renderer.run(job));
    renderer.finish()
}

#[cfg(feature = "pdf")]
fn print(renderer: &Renderer<'_>, printing: Printing) -> BTreeMap<usize, Vec<Download>> {
    sheet::print(renderer, printing)
}

/// Without Typst there are no PDFs.
#[cfg(not(feature = "pdf"))]
fn print(_: &Renderer<'_>, _: Printing) -> BTreeMap<usize, Vec<Download>> {
    BTreeMap::new()
}

impl<'a> Renderer<'a> {
    fn run(&self, job: &Job) {
        match job {
            Job::Content(at) => content::render(self, *at),
            Job::Generated(product) => generated::render(self, product),
        }
    }

    fn finish(self) -> Checked<Made> {
        csv_files::all_outcomes(&self);
        let brand = brand::css(&self);
        let marks = self.publication.exempt;
        let asked = |path: &str| marks || path != exempt::STYLES;
        for (path, bytes) in self.theme.files().iter().filter(|(path, _)| asked(path)) {
            let to = format!("static/{path}");
            if *path == theme::SHEET {
                self.put(&to, &[bytes, brand.as_bytes()].concat());
            } else {
                self.put(&to, bytes);
            }
        }
        for path in self.map.used_files() {
            if let Some(bytes) = self.publication.assets.get(&path) {
                self.put(&path, bytes);
            }
        }
        let value = self.made.into_inner().unwrap_or_default();
        let mut findings = self.findings.into_inner().unwrap_or_default();
        findings.settle();
        Checked { value, findings }
    }

    fn find(&self, diagnostic: Diagnostic) {
        if let Ok(mut findings) = self.findings.lock() {
            findings.push(diagnostic);
        }
    }

    #[cfg(feature = "pdf")]
    fn has_errors(&self) -> bool {
        self.findings.lock().is_ok_and(|findings| findings.has_errors())
    }

    fn count(&self, add: impl FnOnce(&mut Made)) {
        if let Ok(mut made) = self.made.lock() {
            add(&mut made);
        }
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        if let Err(error) = self.sink.put(path, bytes) {
            self.find(Diagnostic::error(codes::WRITE, error.to_string()));
        }
    }

    /// Renders `template` for the page of `cx` and hands it over.
    fn page(&self, cx: &Cx<'_>, template: &str, context: &tera::Context) {
        match self.theme.page(template, context) {
            Ok(html) => {
                exempt::check(self, &cx.path, &html);
                self.keep_main(&cx.path, &html);
                self.note_for_search(&cx.path, template, &html);
                self.put(&cx.path, html.as_bytes());
                self.count(|made| made.pages += 1);
            }
            Err(finding) => self.find(*finding),
        }
    }
}
