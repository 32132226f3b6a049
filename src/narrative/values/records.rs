//! Counts of records, paragraphs by their labels, and terms.

use super::ask::{nearest, required, unknown};
use super::{Answer, Answered, Words};
use crate::model::recommendation::Status;
use crate::narrative::evaluate::World;

pub(super) fn count(world: &World, words: &Words) -> Answered {
    match required(words, "kind")? {
        "recommendations" => count_recommendations(world, words),
        "pledges" => count_pledges(world, words),
        other => Err(unknown(
            format!("`{other}` cannot be counted"),
            Some("`kind` can be `recommendations` or `pledges`".to_owned()),
        )),
    }
}

fn count_recommendations(world: &World, words: &Words) -> Answered {
    let reviews = &world.view().reviews;
    if let Some(review) = words.get("review").filter(|id| world.view().review(id).is_none()) {
        let known = reviews.iter().map(|filed| filed.value.review.id.as_str());
        return Err(unknown(format!("there is no review `{review}`"), nearest(review, known)));
    }
    let known: Vec<&str> = Status::ALL.iter().map(|status| status.slug()).collect();
    if let Some(status) = words.get("status").filter(|status| !known.contains(&status.as_str())) {
        return Err(unknown(
            format!("there is no status `{status}`"),
            nearest(status, known.into_iter()),
        ));
    }
    let chosen = reviews
        .iter()
        .filter(|filed| words.get("review").is_none_or(|id| filed.value.review.id.as_str() == id));
    let statuses = chosen.flat_map(|filed| filed.value.statuses());
    let counted = statuses
        .filter(|status| words.get("status").is_none_or(|wanted| status.slug() == wanted))
        .count();
    Ok(Answer::Text(world.strings.number(counted.into())))
}

fn count_pledges(world: &World, words: &Words) -> Answered {
    let set = match words.get("set") {
        Some(id) => world.view().set(id),
        None => world.view().current_pledge(),
    };
    let set = set.ok_or_else(|| unknown("there is no such set of pledges".to_owned(), None))?;
    let statuses = set.value.pledges.iter().map(|pledge| pledge.status().slug());
    let counted =
        statuses.filter(|status| words.get("status").is_none_or(|wanted| status == wanted)).count();
    Ok(Answer::Text(world.strings.number(counted.into())))
}

pub(super) fn para(_: &World, words: &Words) -> Answered {
    required(words, "label").map(|label| Answer::Para(label.to_owned()))
}

pub(super) fn term(world: &World, words: &Words) -> Answered {
    let name = required(words, "name")?;
    let terms = &world.publication.config.terms;
    match terms.get(name) {
        Some(words) => Ok(Answer::Text(words.in_language(world.strings.language()).to_owned())),
        None => Err(unknown(
            format!("there is no term `{name}`"),
            nearest(name, terms.keys().map(String::as_str)),
        )),
    }
}
