//! The PDFs: one for every edition, paper, set of minutes and strategy, in
//! usual and in large print.
//!
//! A sheet is the document tree as nodes, with what stands around it. It is
//! looked through before Typst sees it, so that what cannot be printed is told
//! with the author's file and line.

mod decision;
mod letters;
mod pack;
mod parts;
mod pictures;
mod places;
mod plain;

use super::cx::Cx;
use super::{Download, Renderer};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::{Page, Printing};
use crate::model::{Day, PageKind};
use crate::typeset::{Fonts, Pdf, Press, Sheet};
use parts::Part;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// A document to print.
struct Plan {
    /// Its page of `content/`.
    page: usize,
    /// Whether it is in large print.
    large: bool,
    /// Where its PDF is.
    path: String,
    sheet: Sheet,
}

/// Makes the PDFs; what they are goes to the pages that lead to them.
pub(super) fn print(renderer: &Renderer<'_>, printing: Printing) -> BTreeMap<usize, Vec<Download>> {
    let fonts = Fonts::new(renderer.theme.fonts().values());
    let pages = renderer.publication.pages.iter().enumerate();
    let pages = pages.filter(|(_, page)| is_printed(page.front.kind));
    let pack = printing != Printing::Apart;
    let plans = pages.flat_map(|(at, page)| plans(renderer, at, page, pack, &fonts));
    let plans: Vec<Plan> = plans.collect();
    if printing == Printing::Checked || renderer.has_errors() {
        return BTreeMap::new();
    }
    let (downloads, kept) = set(renderer, &fonts, &plans, !pack);
    if !pack {
        pack::write(renderer, &plans, &kept);
    }
    downloads
}

fn is_printed(kind: PageKind) -> bool {
    matches!(kind, PageKind::Report | PageKind::Paper | PageKind::Minutes | PageKind::Strategy)
}

/// The documents of a page: usual and large print, of the same nodes.
fn plans(renderer: &Renderer<'_>, at: usize, page: &Page, pack: bool, fonts: &Fonts) -> Vec<Plan> {
    let mut sheet = sheet(renderer, at, page, pack);
    letters::check(renderer, page, &mut sheet, fonts);
    let folder = page.address.folder();
    let name = folder.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("report");
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let plan = |large: bool| {
        let end = if large { "-large-print" } else { "" };
        let path = format!("{prefix}{name}{end}.pdf");
        let mut sheet = sheet.clone();
        sheet.data["large"] = json!(large);
        sheet.ident = path.clone();
        Plan { page: at, large, path, sheet }
    };
    vec![plan(false), plan(true)]
}

/// The sheet of a page.
fn sheet(renderer: &Renderer<'_>, at: usize, page: &Page, pack: bool) -> Sheet {
    let cx = Cx::on_sheet(renderer, page);
    let parts = parts::of_page(renderer, at, page, pack);
    let date = date(&cx, page);
    if date.is_none() {
        renderer.find(undated(page));
    }
    let mut data = facts(&cx, page);
    data["date"] = json!(date.map(Day::parts));
    data["date_text"] = json!(date.map(|day| cx.strings().day(day)));
    let mut shown: Vec<Value> = parts.into_iter().map(Part::into_value).collect();
    let files = places::settle(renderer, page, &mut shown, &mut data);
    data["parts"] = Value::Array(shown);
    Sheet {
        template: template(page, &data["parts"][0]["around"]["sheet"]).to_owned(),
        data,
        files,
        ident: String::new(),
        is_dated: date.is_some(),
    }
}

/// The template that a page is printed with; `asked` is the sheet that its
/// paper template asks for.
fn template(page: &Page, asked: &Value) -> &'static str {
    match (page.front.kind, asked["layout"].as_str()) {
        (PageKind::Report, _) => "report",
        (_, Some("letter")) => "letter",
        (_, Some("leaflet")) => "leaflet",
        _ => "paper",
    }
}

/// The date that a document bears: its own, else that of its meeting, else the
/// day that it shows.
fn date(cx: &Cx<'_>, page: &Page) -> Option<Day> {
    let front = &page.front;
    let meeting = front.meeting.as_ref().and_then(|id| cx.view().meeting(id.as_str()));
    let written = front.meeting_date.as_ref().or(front.date.as_ref()).and_then(|date| date.falls());
    written.or(meeting.map(|meeting| meeting.date)).or(cx.view().as_at).or(cx.view().day)
}

fn undated(page: &Page) -> Diagnostic {
    let message = "the document bears no date, so its PDF is not fit for an archive";
    Diagnostic::warning(codes::NO_DATE, message)
        .at(Span::file(page.file.clone()))
        .help("give it a `date:` in its front matter")
}

/// What stands around the parts.
fn facts(cx: &Cx<'_>, page: &Page) -> Value {
    let publication = cx.renderer.publication;
    let edition = publication.edition(page);
    json!({
        "title": cx.say(&page.front.title),
        "summary": cx.say_some(page.front.summary.as_ref()),
        "kind": page.front.kind.slug(),
        "council": cx.council(),
        "site": cx.say(&publication.config.title),
        "lang": cx.language(),
        "period": edition.and_then(|edition| super::frame::period_of(cx, edition)),
        "as_at": cx.view().as_at.map(|day| cx.strings().day(day)),
        "base": publication.config.base_url,
        "contact": publication.config.contact.as_ref().map(|_| super::frame::contact(cx)),
        "brand": super::brand::colour(cx.renderer),
        "exempt": publication.exempt.then(|| cx.t("exempt.mark")),
    })
}

/// What can be taken from each page, and the files by their places among the
/// plans, if they are kept.
type Set = (BTreeMap<usize, Vec<Download>>, BTreeMap<usize, Vec<u8>>);

/// Sets every document, and hands the files over.
fn set(renderer: &Renderer<'_>, fonts: &Fonts, plans: &[Plan], keep: bool) -> Set {
    let common = [("/words.json", words(renderer)), ("/colours.json", colours(renderer))];
    let press = Press::new(renderer.theme.print(), fonts, &common);
    let made: Mutex<BTreeMap<usize, (Download, Vec<u8>)>> = Mutex::default();
    let sheets: Vec<Sheet> = plans.iter().map(|plan| plan.sheet.clone()).collect();
    press.set(&sheets, &|at, set| match set {
        Ok(pdf) => {
            renderer.put(&plans[at].path, &pdf.bytes);
            renderer.count(|made| made.pdfs += 1);
            if let Ok(mut made) = made.lock() {
                let download = download(renderer, &plans[at], &pdf);
                made.insert(at, (download, if keep { pdf.bytes } else { Vec::new() }));
            }
        }
        Err(fault) => renderer.find(told(renderer, &plans[at], *fault)),
    });
    let mut set = Set::default();
    for (at, (download, bytes)) in made.into_inner().unwrap_or_default() {
        set.0.entry(plans[at].page).or_default().push(download);
        set.1.insert(at, bytes);
    }
    set
}

fn download(renderer: &Renderer<'_>, plan: &Plan, pdf: &Pdf) -> Download {
    let strings = renderer.theme.strings();
    let key = if plan.large { "print.pdf_large" } else { "print.pdf" };
    let size = pdf.bytes.len().div_ceil(1000).to_string();
    Download {
        title: strings.say(key, &[]),
        path: plan.path.clone(),
        size: strings.count("print.size", pdf.pages, &[("size", &size)]),
    }
}

fn told(renderer: &Renderer<'_>, plan: &Plan, fault: Diagnostic) -> Diagnostic {
    let page = &renderer.publication.pages[plan.page];
    fault
        .at(Span::file(page.file.clone()))
        .note(format!("the document is `{}`", plan.path))
        .help("if the theme's own `print` templates are not at fault, build with `--no-pdf` and report this")
}

/// The theme's words, by key: for one, and for other numbers.
fn words(renderer: &Renderer<'_>) -> Value {
    let all = renderer.theme.strings().all();
    Value::Object(all.map(|(key, both)| (key.to_owned(), json!(both))).collect())
}

/// The palette for print, by the names of its tokens.
fn colours(renderer: &Renderer<'_>) -> Value {
    let palette = &renderer.theme.palette().print;
    let pairs = crate::chart::palette::Token::all();
    let pairs = pairs.map(|token| (token.to_string(), json!(palette.of(token).to_string())));
    Value::Object(pairs.collect::<Map<_, _>>())
}
