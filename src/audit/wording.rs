//! Whether the words for children and in Easy Read are there, and keep up.

use super::case::{Case, Member};
use super::check::Check;
use super::fault::Fault;
use crate::at;
use crate::model::Day;
use crate::model::pledge::{SetKind, Voice};

/// A wording that follows the adult one.
struct Follower {
    key: &'static str,
    words: &'static str,
    there: bool,
    worded: Option<Day>,
    missing: Check,
}

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    for member in case.members.iter().filter(|member| !member.item.is_closed()) {
        for follower in followers(member) {
            if follower.there {
                faults.extend(behind(member, &follower));
            } else if member.doc.value.set.kind == SetKind::Pledge {
                faults.push(missing(member, &follower));
            }
        }
    }
}

fn followers(member: &Member<'_>) -> [Follower; 2] {
    let (wording, worded) = (&member.pledge.wording, &member.pledge.worded);
    [
        Follower {
            key: "child",
            words: "wording for children",
            there: wording.child.is_some(),
            worded: worded.child,
            missing: Check::NoChildWording,
        },
        Follower {
            key: "easy_read",
            words: "Easy Read",
            there: !wording.easy_read.is_empty(),
            worded: worded.easy_read,
            missing: Check::NoEasyRead,
        },
    ]
}

fn missing(member: &Member<'_>, follower: &Follower) -> Fault {
    let name = &member.item.key.name;
    let message = format!("`{name}` has no {}", follower.words);
    let help = format!("add `{}:` to its wording; it is not made from another", follower.key);
    Fault::new(follower.missing, name, message, member.place.key(at!["wording"]), help)
}

/// Older than the adult wording, or without a date where that has one. Words
/// that are young people's own do not follow the adult's.
fn behind(member: &Member<'_>, follower: &Follower) -> Option<Fault> {
    let own = follower.key == "child" && member.pledge.voice == Some(Voice::YoungPeople);
    let adult = member.pledge.worded.adult.filter(|_| !own)?;
    let name = &member.item.key.name;
    let (words, key) = (follower.words, follower.key);
    match follower.worded {
        None => {
            let message = format!("the {words} of `{name}` has no date, and the adult wording has");
            let help = format!("add `{key}:` to `worded:`, with the day it was agreed");
            let span = member.place.key(at!["worded"]);
            Some(Fault::new(Check::WordingUndated, name, message, span, help))
        }
        Some(day) if day < adult => {
            let message =
                format!("the {words} of `{name}` is of {day}, and the adult wording of {adult}");
            let help = "read it against the adult wording, change it if need be, and put in the day it was agreed again";
            let span = member.place.at(at!["worded", key]);
            Some(Fault::new(Check::WordingOld, name, message, span, help))
        }
        Some(_) => None,
    }
}
