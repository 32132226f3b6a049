//! Grades that contradict one another.

use super::case::Case;
use super::check::Check;
use super::fault::Fault;
use super::place::Place;
use crate::at;
use crate::model::rating::{Judgement, Rating};
use crate::model::{Day, Text};

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    let Some(doc) = &case.site.ratings else { return };
    let all = doc.value.ratings.iter().enumerate();
    let known: Vec<_> =
        all.filter(|(_, rating)| case.knows_some(rating.published.as_ref())).collect();
    for (at, (i, rating)) in known.iter().enumerate() {
        let place = Place::new(doc, at!["ratings", *i]);
        let twins =
            known[..at].iter().map(|(_, other)| *other).filter(|other| same(case, rating, other));
        for twin in twins {
            faults.extend(differ(case, rating, twin, &place));
        }
        let before = known.iter().map(|(_, other)| *other);
        if let Some(before) = before
            .filter(|other| precedes(case, other, rating))
            .max_by_key(|other| published(other))
        {
            faults.extend(previous(case, rating, before, &place));
        }
    }
}

/// The name of an inspection: its id, else its framework and date.
fn name(case: &Case<'_>, rating: &Rating) -> String {
    let date = rating.published.as_ref().map_or(String::new(), |date| format!(" of {date}"));
    let other = || format!("{}{date}", case.say(&rating.framework));
    rating.id.as_ref().map_or_else(other, ToString::to_string)
}

fn published(rating: &Rating) -> Option<Day> {
    rating.published.as_ref().and_then(|date| date.falls())
}

fn alike(case: &Case<'_>, a: &Text, b: &Text) -> bool {
    plain(case.say(a)) == plain(case.say(b))
}

fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether two grades are one: "requires improvement" is short for "requires
/// improvement to be good".
fn one_grade(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    let short = |a: &str, b: &str| b.strip_prefix(a).is_some_and(|rest| rest == " to be good");
    a == b || short(&a, &b) || short(&b, &a)
}

/// Whether two inspections are by one body under one framework.
fn one_line(case: &Case<'_>, a: &Rating, b: &Rating) -> bool {
    let bodies = match (&a.body, &b.body) {
        (Some(a), Some(b)) => alike(case, a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    bodies && alike(case, &a.framework, &b.framework)
}

/// Whether two records are of one inspection.
fn same(case: &Case<'_>, a: &Rating, b: &Rating) -> bool {
    let named = a.id.is_some() && a.id == b.id;
    named || (one_line(case, a, b) && a.published.is_some() && a.published == b.published)
}

/// Whether `earlier` came before `later`, under the same version of one
/// framework: only then can a previous grade be held against it.
fn precedes(case: &Case<'_>, earlier: &Rating, later: &Rating) -> bool {
    let dated = published(earlier).is_some() && published(earlier) < published(later);
    let graded = earlier.judgements.iter().any(|one| one.grade.is_some());
    dated && graded && earlier.version == later.version && one_line(case, earlier, later)
}

/// The grade another record gives for an area.
fn grade_in<'t>(case: &Case<'_>, rating: &'t Rating, of: &Judgement) -> Option<&'t Text> {
    let found = rating.judgements.iter().find(|one| alike(case, &one.area, &of.area));
    found.and_then(|one| one.grade.as_ref())
}

fn differ(case: &Case<'_>, rating: &Rating, twin: &Rating, place: &Place<'_>) -> Vec<Fault> {
    let judged = rating.judgements.iter().enumerate();
    let wrong = judged.filter_map(|(j, one)| {
        let (own, other) = (case.say(one.grade.as_ref()?), case.say(grade_in(case, twin, one)?));
        let (name, twin) = (name(case, rating), name(case, twin));
        let message = format!(
            "`{name}` grades {} “{own}”, and `{twin}`, of the same inspection, “{other}”",
            case.say(&one.area)
        );
        let help = "correct one of the two grades, or keep one record of the inspection";
        let span = place.at(at!["judgements", j, "grade"]);
        (!one_grade(own, other)).then(|| Fault::new(Check::GradesDiffer, name, message, span, help))
    });
    wrong.collect()
}

fn previous(case: &Case<'_>, rating: &Rating, before: &Rating, place: &Place<'_>) -> Vec<Fault> {
    let judged = rating.judgements.iter().enumerate();
    let wrong = judged.filter_map(|(j, one)| {
        let said = case.say(one.previous.as_ref()?);
        let was = case.say(grade_in(case, before, one)?);
        let (name, before) = (name(case, rating), name(case, before));
        let message = format!(
            "`{name}` says that {} was “{said}” before, and `{before}` graded it “{was}”",
            case.say(&one.area)
        );
        let span = place.at(at!["judgements", j, "previous"]);
        let help = "correct `previous:`, or the grade of the earlier inspection";
        (!one_grade(said, was)).then(|| Fault::new(Check::GradesDiffer, name, message, span, help))
    });
    wrong.collect()
}
