//! Counts of records, paragraphs by their labels, and terms.

use super::ask::{nearest, one_of, required, unknown};
use super::{Answer, Answered, Words};
use crate::narrative::evaluate::{Fault, World};
use crate::register::{Filter, Kind};

/// What can be counted: the word for it, its kind, and the keyword that names
/// the review, set or meeting it belongs to.
const COUNTED: [(&str, Kind, &str); 4] = [
    ("recommendations", Kind::Recommendation, "review"),
    ("pledges", Kind::Commitment, "set"),
    ("actions", Kind::Action, "set"),
    ("decisions", Kind::Decision, "meeting"),
];

/// How many promises meet the conditions given: the same as in lists and status
/// bars.
pub(super) fn count(world: &World, words: &Words) -> Answered {
    let name = required(words, "kind")?;
    let Some((_, kind, group)) = COUNTED.iter().find(|(known, ..)| *known == name) else {
        let known = COUNTED.iter().map(|(known, ..)| *known);
        return Err(unknown(format!("`{name}` cannot be counted"), nearest(name, known)));
    };
    let idle = ["review", "set", "meeting"]
        .into_iter()
        .find(|key| key != group && words.contains_key(*key));
    if let Some(key) = idle {
        let help = format!("{name} are told apart by `{group}`");
        return Err(unknown(format!("`{key}` says nothing of {name}"), Some(help)));
    }
    let filter = Filter {
        groups: words.get(*group).cloned().into_iter().collect(),
        status: words.get("status").cloned(),
        lead: words.get("lead").cloned(),
        principle: words.get("principle").cloned(),
        overdue: yes_or_no(words, "overdue")?,
        open: yes_or_no(words, "open")?,
        ..Filter::of(*kind)
    };
    check(world, &filter, group)?;
    let counted = world.view().meant(filter).chosen(&world.view().register).len();
    Ok(Answer::Text(world.strings.number(counted.into())))
}

fn yes_or_no(words: &Words, key: &str) -> Result<Option<bool>, Fault> {
    Ok(one_of(words, key, &["true", "false"])?.map(|word| word == "true"))
}

/// What a filter names is there.
fn check(world: &World, filter: &Filter, group: &str) -> Result<(), Fault> {
    let view = world.view();
    let known: Vec<&str> = match filter.kind {
        Kind::Recommendation => {
            view.reviews.iter().map(|filed| filed.value.review.id.as_str()).collect()
        }
        Kind::Commitment | Kind::Action => {
            view.sets.iter().map(|filed| filed.value.set.id.as_str()).collect()
        }
        Kind::Decision => view.meetings.iter().map(|meeting| meeting.id.as_str()).collect(),
    };
    if let Some(name) = filter.groups.iter().find(|name| !known.contains(&name.as_str())) {
        let help = nearest(name, known.into_iter());
        return Err(unknown(format!("there is no {group} `{name}`"), help));
    }
    match world.publication.unknown_in(filter).first() {
        None => Ok(()),
        Some(one) => {
            let help = nearest(&one.name, one.known.iter().map(String::as_str));
            Err(unknown(format!("there is no {} `{}`", one.what, one.name), help))
        }
    }
}

pub(super) fn para(_: &World, words: &Words) -> Answered {
    required(words, "label").map(|label| Answer::Para(label.to_owned()))
}

pub(super) fn appendix(_: &World, words: &Words) -> Answered {
    required(words, "label").map(|label| Answer::Appendix(label.to_owned()))
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
