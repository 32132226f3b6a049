//! The page about the site's figures.

use super::cx::Cx;
use super::generated::insert;
use super::{figures, outcomes, policy, rules, waivers};
use serde_json::{Value, json};
use tera::Context;

/// What the page about the figures reads.
pub(super) fn data(cx: &Cx<'_>, context: &mut Context) {
    insert(context, "symbols", &json!(figures::all_symbols(cx)));
    insert(context, "rules", &json!(rules::rules(cx)));
    insert(context, "policy", &json!(policy::words(cx)));
    insert(context, "sources", &json!(outcomes::sources(cx)));
    insert(context, "csv", &json!(cx.view().has_figures().then_some("data/outcomes.csv")));
    insert(context, "accepted", &json!(waivers::all(cx)));
    let glossary = &cx.renderer.publication.glossary;
    let mut entries: Vec<_> = glossary.iter().collect();
    entries.sort_by_key(|(term, _)| term.to_lowercase());
    let entries: Vec<Value> = entries
        .into_iter()
        .map(|(term, words)| json!({"term": term, "meaning": cx.say(words)}))
        .collect();
    insert(context, "glossary", &json!(entries));
}
