//! Pages made from data, written out.

use super::Renderer;
use super::cx::Cx;
use super::frame::{self, Facts};
use super::product::Product;
use super::{
    about, changes, outcomes, pledges, principles, ratings, recommendations, reviews, statement,
};
use super::{search, style, whole, you_said};
use crate::disclosure::Filed;
use crate::model::page::Audience;
use crate::model::pledge::PledgeFile;
use crate::model::recommendation::ReviewFile;
use serde_json::{Value, json};
use std::sync::Arc;
use tera::Context;

/// Renders a page made from data.
pub(super) fn render(renderer: &Renderer<'_>, product: &Product) {
    let path = product.path();
    let page = Some(product).filter(|one| **one != Product::NotFound);
    let page = page.and_then(|one| renderer.map.standing(&one.folder()).page);
    let file = page.map_or_else(
        || Arc::from("content/_index.md"),
        |at| renderer.publication.pages[at].file.clone(),
    );
    let edition = product.edition(renderer.publication);
    let view = edition.map_or(renderer.publication.latest, |(_, page)| page.view);
    let mut cx = Cx::new(renderer, path, file, view);
    cx.is_register = product.holds_records();
    let front = page.map(|at| &renderer.publication.pages[at].front);
    let facts = Facts {
        title: front.map_or_else(|| product.title(&cx), |front| cx.say(&front.title)),
        summary: front.and_then(|front| cx.say_some(front.summary.as_ref())),
        kind: product.template(),
        body: match (edition, product) {
            (Some((edition, _)), Product::Whole(_)) => whole::body(&cx, edition),
            _ => page.map(|at| frame::body(&cx, at)).unwrap_or_default(),
        },
        toc: Vec::new(),
        as_at: cx.view().day.filter(|_| product.shows_a_day()).map(|day| cx.strings().day(day)),
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
        Product::Accessibility => insert(context, "statement", &statement::statement(cx)),
        Product::Search => search::fill(cx, context),
        Product::Style => style::fill(cx, context),
        Product::Whole(_) | Product::NotFound => {}
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
