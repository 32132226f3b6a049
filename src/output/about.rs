//! Pages about the site itself: its figures, and how accessible it is.

use super::cx::Cx;
use super::generated::insert;
use super::{figures, outcomes, policy, rules, waivers};
use crate::model::config::Accessibility;
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

/// The accessibility statement.
pub(super) fn statement(cx: &Cx<'_>) -> Value {
    let statement: Option<&Accessibility> = cx.renderer.publication.config.accessibility.as_ref();
    let day = |day| cx.strings().day(day);
    let tested = statement.and_then(|statement| statement.tested.as_ref());
    let tested = tested.map(|tested| {
        json!({
            "date": tested.date.map(day),
            "by": cx.say_some(tested.by.as_ref()),
            "how": cx.say_some(tested.how.as_ref()),
        })
    });
    let exceptions = statement.into_iter().flat_map(|statement| &statement.exceptions).map(|one| json!({
        "what": cx.say(&one.what),
        "why": one.why.map_or("non-compliance", |why| if why.slug() == "not-within-scope" { "out-of-scope" } else { why.slug() }),
        "criterion": one.criterion,
        "fix_by": one.fix_by.map(day),
    }));
    json!({
        "status": statement.map_or("not-stated", |statement| statement.status.slug()),
        "prepared": statement.and_then(|statement| statement.prepared).map(day),
        "reviewed": statement.and_then(|statement| statement.reviewed).map(day),
        "tested": tested,
        "exceptions": exceptions.collect::<Vec<_>>(),
        "scope": null,
        "feedback_days": null,
        "enforcement": {"name": cx.t("access.eass"), "url": "https://www.equalityadvisoryservice.com/"},
    })
}
