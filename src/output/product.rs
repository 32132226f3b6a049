//! Which pages are made from data, and where each is published.

use super::cx::Cx;
use super::{pledges, principles, recommendations, reviews, search, style, whole, you_said};
use crate::disclosure::{Edition, Filed, Page, Publication, View};
use crate::model::Id;
use crate::model::address::html_in;
use crate::model::config::{Generated, Nation};
use crate::model::page::Audience;
use crate::model::pledge::PledgeFile;
use crate::model::principle;
use crate::model::recommendation::{Recommendation, ReviewFile};

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
    /// The whole of an edition on one page, to print, by its folder.
    Whole(String),
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
    /// Where pages are found by their words.
    Search,
    /// Every component of the theme, with its states.
    Style,
    /// What is shown when there is no page.
    NotFound,
}

/// The pages made from data of a publication.
pub(super) fn products(publication: &Publication) -> Vec<Product> {
    let view = publication.latest();
    let asked = &publication.config.generate;
    let of = |section: Generated, products: fn(&View) -> Vec<Product>| {
        if asked.contains(&section) { products(view) } else { Vec::new() }
    };
    let mut products = vec![Product::NotFound];
    products.extend(of(Generated::Outcomes, of_outcomes));
    products.extend(of(Generated::Pledges, of_sets));
    products.extend(of(Generated::Recommendations, of_reviews));
    products.extend(changes(publication));
    products.extend(wholes(publication));
    products.extend(of(Generated::Ratings, of_inspections));
    products.extend(of(Generated::About, about_the_site));
    products.extend(of(Generated::Search, |_| vec![Product::Search]));
    products.extend(of(Generated::Style, |_| vec![Product::Style]));
    products
}

fn of_outcomes(view: &View) -> Vec<Product> {
    if !view.has_figures() {
        return Vec::new();
    }
    let known = view.outcomes.values().filter(|outcome| outcome.is_known());
    let each = known.map(|outcome| Product::Outcome(outcome.id.clone()));
    std::iter::once(Product::Outcomes).chain(each).collect()
}

fn of_sets(view: &View) -> Vec<Product> {
    let mut products = Vec::new();
    if view.current_pledge().is_some() {
        products
            .extend([Audience::Adult, Audience::Child, Audience::EasyRead].map(Product::Pledge));
    }
    let sets = view.sets.iter().map(|filed| filed.value.set.id.clone());
    products.extend(sets.map(Product::Set));
    products.extend(you_said::is_any(view).then_some(Product::YouSaid));
    products
}

fn of_reviews(view: &View) -> Vec<Product> {
    if view.reviews.is_empty() {
        return Vec::new();
    }
    let mut products = vec![Product::Recommendations];
    products.extend(reviews::has_table(view).then_some(Product::AllRecommendations));
    products.extend(view.reviews.iter().flat_map(|filed| pages_of(&filed.value)));
    products
}

fn of_inspections(view: &View) -> Vec<Product> {
    if view.ratings.is_empty() { Vec::new() } else { vec![Product::Ratings] }
}

fn about_the_site(view: &View) -> Vec<Product> {
    let is_any = !view.sets.is_empty() || !view.reviews.is_empty() || view.has_figures();
    let principles = is_any.then_some(Product::Principles);
    [Product::Data, Product::Accessibility].into_iter().chain(principles).collect()
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

/// The whole of each edition, unless a page of `content/` stands in its place.
fn wholes(publication: &Publication) -> Vec<Product> {
    let is_free = |folder: &str| {
        publication.pages.iter().all(|page| page.address.folder() != whole::folder(folder))
    };
    let folders = publication.editions.iter().map(|edition| &edition.folder);
    folders.filter(|folder| is_free(folder)).cloned().map(Product::Whole).collect()
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
            Self::Whole(edition) => whole::folder(edition),
            Self::Ratings => "ratings".to_owned(),
            Self::YouSaid => you_said::FOLDER.to_owned(),
            Self::Principles => principles::FOLDER.to_owned(),
            Self::Data => "about/data".to_owned(),
            Self::Accessibility => "about/accessibility".to_owned(),
            Self::Search => search::FOLDER.to_owned(),
            Self::Style => style::FOLDER.to_owned(),
            Self::NotFound => String::new(),
        }
    }

    /// Whether it shows promises in full, one record after another.
    pub(super) fn holds_records(&self) -> bool {
        matches!(self, Self::Pledge(_) | Self::Set(_) | Self::Review(_) | Self::ReviewPart(..))
    }

    /// Whether it shows how promises stood on a day.
    pub(super) fn shows_a_day(&self) -> bool {
        self.holds_records()
            || matches!(self, Self::Recommendations | Self::AllRecommendations | Self::Changes(_))
    }

    /// The edition it belongs to, with its cover.
    pub(super) fn edition<'a>(
        &self,
        publication: &'a Publication,
    ) -> Option<(&'a Edition, &'a Page)> {
        let (Self::Changes(folder) | Self::Whole(folder)) = self else { return None };
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
            Self::Whole(_) => "title.whole",
            Self::Ratings => "title.ratings",
            Self::YouSaid => "title.you-said",
            Self::Principles => "title.principles",
            Self::Data => "title.data",
            Self::Accessibility => "title.accessibility",
            Self::Search => "title.search",
            Self::Style => "title.style",
            Self::NotFound => "title.not-found",
        }
    }

    /// The template that shows it.
    pub(super) fn template(&self) -> &'static str {
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
            Self::Whole(_) => whole::TEMPLATE,
            Self::Ratings => "ratings",
            Self::YouSaid => "you-said-we-did",
            Self::Principles => "principles",
            Self::Data => "about-data",
            Self::Accessibility => "accessibility",
            Self::Search => search::TEMPLATE,
            Self::Style => "style",
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
