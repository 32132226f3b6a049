//! Pages made from data.

use super::Renderer;
use super::cx::Cx;
use super::frame::{self, Facts};
use super::you_said;
use super::{about, changes, outcomes, pledges, principles, ratings, recommendations, reviews};
use crate::disclosure::{Edition, Filed, Page, Publication, View};
use crate::model::Id;
use crate::model::address::html_in;
use crate::model::config::{Generated, Nation};
use crate::model::page::Audience;
use crate::model::pledge::PledgeFile;
use crate::model::principle;
use crate::model::recommendation::{Recommendation, ReviewFile};
use serde_json::{Value, json};
use std::sync::Arc;
use tera::Context;

/// A page made from data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Product {
    /// Every outcome.
    Outcomes,
    /// One outcome.
    Outcome(Id),
    /// The current pledge, for an audience.
    Pledge(Audience),
    /// A set, where it stays when another takes its place.
    Set(Id),
    /// Every review.
    Recommendations,
    /// One review.
    Review(Id),
    /// One of the pages of a long review, from nought.
    ReviewPart(Id, usize),
    /// Every recommendation, in one table.
    AllRecommendations,
    /// What happened since the edition before, by the folder of an edition.
    Changes(String),
    /// The inspections.
    Ratings,
    /// What young people said, and what was done.
    YouSaid,
    /// About the figures.
    Data,
    /// What the law asks, and what serves it.
    Principles,
    /// The accessibility statement.
    Accessibility,
    /// What is shown when there is no page.
    NotFound,
}

/// The pages made from data of a publication.
pub(super) fn products(publication: &Publication) -> Vec<Product> {
    let view = publication.latest();
    let wants = |section: Generated| publication.config.generate.contains(&section);
    let mut products = vec![Product::NotFound];
    if wants(Generated::Outcomes) && view.has_figures() {
        products.push(Product::Outcomes);
        products.extend(
            view.outcomes
                .values()
                .filter(|outcome| outcome.is_known())
                .map(|outcome| Product::Outcome(outcome.id.clone())),
        );
    }
    if wants(Generated::Pledges) {
        if view.current_pledge().is_some() {
            products.extend(
                [Audience::Adult, Audience::Child, Audience::EasyRead].map(Product::Pledge),
            );
        }
        let sets = view.sets.iter().map(|filed| filed.value.set.id.clone());
        products.extend(sets.map(Product::Set));
        products.extend(you_said::is_any(view).then_some(Product::YouSaid));
    }
    if wants(Generated::Recommendations) && !view.reviews.is_empty() {
        products.push(Product::Recommendations);
        products.extend(reviews::has_table(view).then_some(Product::AllRecommendations));
        products.extend(view.reviews.iter().flat_map(|filed| pages_of(&filed.value)));
    }
    products.extend(changes(publication));
    if wants(Generated::Ratings) && !view.ratings.is_empty() {
        products.push(Product::Ratings);
    }
    if wants(Generated::About) {
        products.extend([Product::Data, Product::Accessibility]);
        let is_any = !view.sets.is_empty() || !view.reviews.is_empty() || view.has_figures();
        products.extend(is_any.then_some(Product::Principles));
    }
    products
}

/// The pages of a review.
fn pages_of(file: &ReviewFile) -> impl Iterator<Item = Product> {
    let id = &file.review.id;
    let parts = (0..reviews::parts(file)).map(|part| Product::ReviewPart(id.clone(), part));
    std::iter::once(Product::Review(id.clone())).chain(parts)
}

/// A page of what changed for each edition, if anything was promised by then.
fn changes(publication: &Publication) -> Vec<Product> {
    let shown = publication.pages.iter().filter(|page| {
        let edition = publication.edition(page);
        edition.is_some_and(|edition| edition.folder == page.address.folder())
            && publication.view(page).register.items().next().is_some()
    });
    shown.map(|page| Product::Changes(page.address.folder().to_owned())).collect()
}

/// Whether the page at `at` introduces a page made from data, which then
/// stands in its place.
pub(super) fn takes_over(publication: &Publication, products: &[Product], at: usize) -> bool {
    let path = publication.pages[at].address.html();
    products.iter().any(|product| product.path() == path)
}

impl Product {
    /// The folder it is published in.
    pub(super) fn folder(&self) -> String {
        match self {
            Self::Outcomes => "outcomes".to_owned(),
            Self::Outcome(id) => format!("outcomes/{id}"),
            Self::Pledge(Audience::Adult) => "pledge".to_owned(),
            Self::Pledge(Audience::Child) => "pledge/young-people".to_owned(),
            Self::Pledge(Audience::EasyRead) => "pledge/easy-read".to_owned(),
            Self::Set(id) => format!("pledge/{id}"),
            Self::Recommendations => "recommendations".to_owned(),
            Self::Review(id) => reviews::folder(id),
            Self::ReviewPart(id, part) => reviews::part_folder(id, *part),
            Self::AllRecommendations => reviews::ALL.to_owned(),
            Self::Changes(edition) => format!("{edition}/what-changed"),
            Self::Ratings => "ratings".to_owned(),
            Self::YouSaid => you_said::FOLDER.to_owned(),
            Self::Principles => principles::FOLDER.to_owned(),
            Self::Data => "about/data".to_owned(),
            Self::Accessibility => "about/accessibility".to_owned(),
            Self::NotFound => String::new(),
        }
    }

    /// Whether it shows how promises stood on a day.
    fn is_register(&self) -> bool {
        matches!(
            self,
            Self::Pledge(_)
                | Self::Set(_)
                | Self::Recommendations
                | Self::Review(_)
                | Self::ReviewPart(..)
                | Self::AllRecommendations
                | Self::Changes(_)
        )
    }

    /// The edition it belongs to, with its cover.
    fn edition<'a>(&self, publication: &'a Publication) -> Option<(&'a Edition, &'a Page)> {
        let Self::Changes(folder) = self else { return None };
        let cover = publication.pages.iter().find(|page| page.address.folder() == folder)?;
        Some((publication.edition(cover)?, cover))
    }

    /// The path of its file.
    pub(super) fn path(&self) -> String {
        match self {
            Self::NotFound => "404.html".to_owned(),
            product => html_in(&product.folder()),
        }
    }

    /// The anchors of its records.
    pub(super) fn anchors(&self, publication: &Publication) -> Vec<String> {
        let view = publication.latest();
        let members = |filed: &Filed<PledgeFile>| {
            filed.value.pledges.iter().map(|pledge| pledges::anchor(&filed.value, pledge)).collect()
        };
        match self {
            Self::Outcome(id) => vec![format!("outcome-{id}")],
            Self::Principles => {
                let slugs = principle::slugs(publication.config.council.nation);
                slugs.iter().map(|slug| principles::anchor(slug)).collect()
            }
            Self::Pledge(_) => view.current_pledge().map(members).unwrap_or_default(),
            Self::Set(id) => view.set(id.as_str()).map(members).unwrap_or_default(),
            Self::Review(id) => recommended(view, id, |file| file.recommendations.as_slice()),
            Self::ReviewPart(id, part) => {
                recommended(view, id, |file| reviews::of_part(file, *part))
            }
            _ => Vec::new(),
        }
    }

    /// Its title, unless a page of `content/` gives one.
    pub(super) fn title(&self, cx: &Cx<'_>) -> String {
        let view = cx.renderer.publication.latest();
        let title = match self {
            Self::Outcome(id) => view.outcomes.get(id).map(|outcome| cx.say(&outcome.title)),
            Self::Set(id) => view.set(id.as_str()).map(|filed| cx.say(&filed.value.set.title)),
            Self::Review(id) => {
                view.review(id.as_str()).map(|filed| cx.say(&filed.value.review.title))
            }
            Self::ReviewPart(id, part) => {
                view.review(id.as_str()).map(|filed| reviews::part_title(cx, &filed.value, *part))
            }
            Self::Pledge(Audience::Adult) => {
                view.current_pledge().map(|filed| cx.say(&filed.value.set.title))
            }
            _ => None,
        };
        let nation = cx.renderer.publication.config.council.nation;
        let key = match (self, nation) {
            (Self::Principles, Nation::Wales | Nation::NorthernIreland) => "title.well-being",
            _ => self.title_key(),
        };
        title.unwrap_or_else(|| cx.t(key))
    }

    fn title_key(&self) -> &'static str {
        match self {
            Self::Outcomes | Self::Outcome(_) => "title.outcomes",
            Self::Pledge(Audience::Child) => "title.young-people",
            Self::Pledge(Audience::EasyRead) => "title.easy-read",
            Self::Pledge(Audience::Adult) | Self::Set(_) => "title.pledge",
            Self::Recommendations | Self::Review(_) | Self::ReviewPart(..) => {
                "title.recommendations"
            }
            Self::AllRecommendations => "title.all-recommendations",
            Self::Changes(_) => "title.changes",
            Self::Ratings => "title.ratings",
            Self::YouSaid => "title.you-said",
            Self::Principles => "title.principles",
            Self::Data => "title.data",
            Self::Accessibility => "title.accessibility",
            Self::NotFound => "title.not-found",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::Outcomes => "outcomes",
            Self::Outcome(_) => "outcome",
            Self::Pledge(Audience::Adult) => "pledge",
            Self::Pledge(Audience::Child) => "pledge-young-people",
            Self::Pledge(Audience::EasyRead) => "pledge-easy-read",
            Self::Set(_) => "set",
            Self::Recommendations => "recommendations",
            Self::Review(_) | Self::ReviewPart(..) => "review",
            Self::AllRecommendations => "recommendations-all",
            Self::Changes(_) => "what-changed",
            Self::Ratings => "ratings",
            Self::YouSaid => "you-said-we-did",
            Self::Principles => "principles",
            Self::Data => "about-data",
            Self::Accessibility => "accessibility",
            Self::NotFound => "404",
        }
    }
}

/// The anchors of some of the recommendations of a review.
fn recommended(
    view: &View,
    review: &Id,
    some: impl Fn(&ReviewFile) -> &[Recommendation],
) -> Vec<String> {
    let Some(filed) = view.review(review.as_str()) else { return Vec::new() };
    let anchor = |one| recommendations::anchor(&filed.value, one);
    some(&filed.value).iter().map(anchor).collect()
}

/// Renders a page made from data.
pub(super) fn render(renderer: &Renderer<'_>, product: &Product) {
    let path = product.path();
    let page = renderer.publication.pages.iter().position(|page| page.address.html() == path);
    let file = page.map_or_else(
        || Arc::from("content/_index.md"),
        |at| renderer.publication.pages[at].file.clone(),
    );
    let edition = product.edition(renderer.publication);
    let view = edition.map_or(renderer.publication.latest, |(_, page)| page.view);
    let is_register = matches!(
        product,
        Product::Pledge(_) | Product::Set(_) | Product::Review(_) | Product::ReviewPart(..)
    );
    let mut cx = Cx::new(renderer, path, file, view);
    cx.is_register = is_register;
    let front = page.map(|at| &renderer.publication.pages[at].front);
    let facts = Facts {
        title: front.map_or_else(|| product.title(&cx), |front| cx.say(&front.title)),
        summary: front.and_then(|front| cx.say_some(front.summary.as_ref())),
        kind: product.template(),
        body: page.map(|at| frame::body(&cx, at)).unwrap_or_default(),
        toc: Vec::new(),
        as_at: cx.view().day.filter(|_| product.is_register()).map(|day| cx.strings().day(day)),
        page: None,
        edition: edition.map(|(edition, _)| edition),
    };
    let mut context = frame::context(&cx, &facts);
    fill(&cx, product, &mut context);
    renderer.page(&cx, product.template(), &context);
}

/// Puts a value where a template reads it.
pub(super) fn insert(context: &mut Context, key: &'static str, value: &Value) {
    context.insert_value(key, tera::Value::from_serializable(value));
}

/// What the product's template reads beside the frame.
fn fill(cx: &Cx<'_>, product: &Product, context: &mut Context) {
    let view = cx.view();
    match product {
        Product::Outcomes => {
            insert(context, "themes", &json!(outcomes::themes(cx)));
            insert(context, "csv", &json!("data/outcomes.csv"));
        }
        Product::Outcome(id) => {
            if let Some(outcome) = view.outcomes.get(id) {
                insert(context, "outcome", &outcomes::outcome(cx, outcome));
            }
        }
        Product::Pledge(audience) => fill_set(cx, view.current_pledge(), *audience, true, context),
        Product::Set(id) => fill_set(cx, view.set(id.as_str()), Audience::Adult, false, context),
        Product::Recommendations => {
            let reviews: Vec<Value> =
                view.reviews.iter().map(|filed| recommendations::review(cx, filed)).collect();
            insert(context, "reviews", &json!(reviews));
            insert(context, "all", &json!(cx.renderer.map.page_in(reviews::ALL)));
        }
        Product::AllRecommendations => insert(context, "table", &reviews::all(cx)),
        Product::Review(id) => {
            if let Some(filed) = view.review(id.as_str()) {
                fill_review(cx, filed, context);
            }
        }
        Product::ReviewPart(id, part) => {
            if let Some(filed) = view.review(id.as_str()) {
                let (review, items) = reviews::part(cx, filed, *part);
                insert(context, "review", &review);
                insert(context, "items", &json!(items));
                insert(context, "parts", &json!(reviews::ways(cx, &filed.value)));
            }
        }
        Product::Changes(_) => insert(context, "changes", &changes::page(cx)),
        Product::Ratings => insert(context, "ratings", &json!({"items": ratings::all(cx)})),
        Product::YouSaid => insert(context, "said", &you_said::page(cx)),
        Product::Principles => insert(context, "principles", &principles::page(cx)),
        Product::Data => about::data(cx, context),
        Product::Accessibility => insert(context, "statement", &about::statement(cx)),
        Product::NotFound => {}
    }
}

/// A review with its recommendations; a long one with a table of them, and the
/// pages on which they stand in full.
fn fill_review(cx: &Cx<'_>, filed: &Filed<ReviewFile>, context: &mut Context) {
    insert(context, "review", &recommendations::review(cx, filed));
    if reviews::parts(&filed.value) == 0 {
        insert(context, "items", &json!(recommendations::items(cx, filed)));
        return;
    }
    insert(context, "table", &reviews::table(cx, filed));
    insert(context, "parts", &json!(reviews::ways(cx, &filed.value)));
}

fn fill_set(
    cx: &Cx<'_>,
    filed: Option<&Filed<PledgeFile>>,
    audience: Audience,
    current: bool,
    context: &mut Context,
) {
    let Some(filed) = filed else { return };
    insert(context, "set", &pledges::set(cx, filed));
    insert(context, "pledges", &pledges::all(cx, filed, audience));
    let said = you_said::said_in(&filed.value);
    let said = said.then(|| cx.renderer.map.page_in(you_said::FOLDER)).flatten();
    insert(context, "you_said", &json!(said));
    let versions = [Audience::Adult, Audience::Child, Audience::EasyRead].map(|other| {
        json!({
            "title": cx.t(&format!("version.{}", other.slug())),
            "path": Product::Pledge(other).path(),
            "current": other == audience,
        })
    });
    insert(context, "versions", &json!(if current { versions.to_vec() } else { Vec::new() }));
    insert(context, "current", &json!(current));
}
