//! Files of commitments: pledges, strategies and action plans.

use super::days::{self, Day};
use super::inlines;
use super::reviews::{STATUSES, new_due};
use super::tape::Tape;
use super::words;
use super::world::{Dated, World};
use super::yaml::{Node, Record};

const KEPT: [&str; 7] =
    ["kept", "mostly-kept", "not-yet", "not-kept", "too-early", "aspirational", "not-stated"];

pub(crate) fn file(tape: &mut Tape, world: &mut World, most: usize) -> Node {
    let id = words::id(tape, "set", world.sets.len());
    let kind = if world.sets.is_empty() {
        "pledge"
    } else {
        tape.pick(&["pledge", "strategy", "action-plan"])
    };
    let begins = tape.maybe(2, days::day);
    let replaced = tape.pick_any(&world.sets).filter(|_| tape.once_in(3));
    let dropped = replaced.as_ref().map(|set| World::members(std::slice::from_ref(set)));
    let dropped = tape.some(&dropped.unwrap_or_default());
    let set = set(tape, &id, kind, begins, (replaced, &dropped));
    let mut parts = Vec::new();
    let members = tape.list(0, most, |tape| {
        let (name, member) = member(tape, world, parts.len() / 2, &dropped);
        parts.extend(name);
        member
    });
    world.sets.push(Dated { id, from: begins, parts });
    Record::new().with("set", set).with("pledges", Node::List(members)).node(tape)
}

/// A set, the set it replaces, and members of that which are given up.
fn set(
    tape: &mut Tape,
    id: &str,
    kind: &str,
    begins: Option<Day>,
    (replaced, dropped): (Option<Dated>, &[String]),
) -> Node {
    let (title, consulted) = (words::text(tape), words::evidence(tape, 0));
    let approvals = begins.map(|day| approval(tape, day));
    let record = Record::new()
        .with("id", Node::word(id))
        .with("kind", Node::word(kind))
        .with("title", title);
    let record = record.maybe(tape, 3, "intro", inlines::prose);
    let given_up = dropped.iter().map(|name| given_up(tape, name)).collect();
    let record = record.with_any("replaces", replaced.map(|set| Node::word(set.id)));
    let record = record.list(tape, "dropped", given_up);
    let record = record.list(tape, "approvals", approvals.into_iter().collect()).list(
        tape,
        "consulted",
        consulted,
    );
    record.maybe(tape, 3, "review_due", days::when).node(tape)
}

/// A member of the set before that is given up, and why.
fn given_up(tape: &mut Tape, name: &str) -> Node {
    let why = words::text(tape);
    Record::new().with("pledge", Node::word(name)).with("why", why).node(tape)
}

fn approval(tape: &mut Tape, day: Day) -> Node {
    let by = words::name(tape);
    let did = |tape: &mut Tape| {
        Node::word(tape.pick(&["endorsed", "recommended", "approved", "adopted"]))
    };
    Record::new().with("by", by).with("date", Node::word(day)).maybe(tape, 2, "did", did).node(tape)
}

/// A member of a set, with the names by which it can be mentioned.
fn member(tape: &mut Tape, world: &World, at: usize, dropped: &[String]) -> ([String; 2], Node) {
    let id = words::id(tape, "member", at);
    let number = format!("{}{}", at + 1, tape.pick(&["", "", "b", ".1"]));
    let (title, mut from) = (words::text(tape), tape.some(&World::members(&world.sets)));
    // A member has two names; where one is dropped, none of its set is gone on with.
    let set_of = |name: &String| name.split('/').next().map(str::to_owned);
    from.retain(|name| !dropped.iter().any(|gone| set_of(gone) == set_of(name)));
    let wording = wording(tape, world);
    let measures: Vec<String> = world.measures.iter().map(|outcome| outcome.id.clone()).collect();
    let (principles, measured) =
        (some_words(tape, world.principles()), some_words(tape, &measures));
    let record = Record::new()
        .with("id", Node::word(&id))
        .with("number", Node::word(&number))
        .with("title", title);
    let record = record.maybe(tape, 3, "group", words::text).list(
        tape,
        "from",
        from.iter().map(Node::word).collect(),
    );
    let record =
        record.maybe(tape, 3, "voice", |tape| Node::word(tape.pick(&["council", "young-people"])));
    let record = record.with("wording", wording).maybe(tape, 4, "worded", worded);
    let record = people(tape, record).list(tape, "principles", principles).list(
        tape,
        "measured_by",
        measured,
    );
    ([id, number], went(tape, record).node(tape))
}

fn people(tape: &mut Tape, record: Record) -> Record {
    let leads = words::leads(tape);
    record.list(tape, "leads", leads).maybe(tape, 3, "champion", words::text)
}

fn some_words<T: Clone + std::fmt::Display>(tape: &mut Tape, words: &[T]) -> Vec<Node> {
    tape.some(words).iter().map(Node::word).collect()
}

fn wording(tape: &mut Tape, world: &World) -> Node {
    let rows =
        if tape.once_in(4) { tape.list(1, 3, |tape| easy_read(tape, world)) } else { Vec::new() };
    let needed = rows.is_empty();
    let record = Record::new().maybe(tape, 2, "adult", inlines::prose);
    let record = if needed { record.with("child", inlines::prose(tape)) } else { record };
    record.list(tape, "easy_read", rows).node(tape)
}

fn easy_read(tape: &mut Tape, world: &World) -> Node {
    let picture = tape.pick_any(&world.pictures);
    let words = words::text(tape);
    Record::new().with("words", words).with_any("picture", picture.map(Node::word)).node(tape)
}

fn worded(tape: &mut Tape) -> Node {
    let day = |tape: &mut Tape| Node::word(days::day(tape));
    let record = Record::new().maybe(tape, 2, "adult", day).maybe(tape, 2, "child", day);
    record.maybe(tape, 3, "easy_read", day).node(tape)
}

/// What is done for a pledge, how it went, what young people say.
fn went(tape: &mut Tape, record: Record) -> Record {
    let mut places = 0..;
    let actions = tape.list(0, 2, |tape| action(tape, places.next().unwrap_or(0)));
    let start = days::day(tape);
    let days = days::days_after(tape, start, 3);
    let progress = days.into_iter().map(|day| progress(tape, day)).collect();
    let said = tape.list(0, 2, said);
    let record = record.list(tape, "actions", actions).list(tape, "progress", progress);
    record.list(tape, "young_people_say", said)
}

fn action(tape: &mut Tape, place: usize) -> Node {
    let (text, leads) = (inlines::prose(tape), words::leads(tape));
    let milestones = tape.list(0, 2, |tape| {
        let text = words::text(tape);
        let stone = Record::new().with("text", text).maybe(tape, 2, "due", days::when);
        stone.maybe(tape, 3, "done", days::when).node(tape)
    });
    let reported = reported(tape);
    let record =
        Record::new().maybe(tape, 2, "id", |tape| Node::word(words::id(tape, "action", place)));
    let record =
        record.with("text", text).list(tape, "leads", leads).maybe(tape, 2, "due", days::when);
    let dues = tape.list(0, 2, new_due);
    let record = record.list(tape, "new_dues", dues).maybe(tape, 3, "measure", words::text);
    let record = match reported.is_empty() {
        true => record.maybe(tape, 2, "status", |tape| Node::word(tape.pick(&STATUSES))),
        false => record.list(tape, "progress", reported),
    };
    record.maybe(tape, 3, "impact", inlines::prose).list(tape, "milestones", milestones).node(tape)
}

/// What was reported of an action; its status is then told by date.
fn reported(tape: &mut Tape) -> Vec<Node> {
    let start = days::day(tape);
    let days = days::days_after(tape, start, 2);
    days.into_iter().map(|day| super::reviews::progress(tape, day, &[])).collect()
}

fn progress(tape: &mut Tape, day: Day) -> Node {
    let (date, evidence) = (days::blurred(tape, day), words::evidence(tape, 0));
    let record = Record::new()
        .with("date", date)
        .maybe(tape, 2, "status", |tape| Node::word(tape.pick(&KEPT)));
    let record = record.maybe(tape, 2, "text", inlines::prose).list(tape, "evidence", evidence);
    record.maybe(tape, 3, "by", words::name).node(tape)
}

fn said(tape: &mut Tape) -> Node {
    let date = days::when(tape);
    let record = Record::new()
        .with("date", date)
        .maybe(tape, 2, "rating", |tape| Node::word(tape.pick(&KEPT)));
    let record =
        record.maybe(tape, 2, "text", inlines::prose).maybe(tape, 2, "gathered", words::text);
    let record = record.maybe(tape, 3, "answer", answer);
    record.with("consent", Node::bool(true)).node(tape)
}

fn answer(tape: &mut Tape) -> Node {
    let (date, text) = (days::when(tape), inlines::prose(tape));
    Record::new().with("date", date).with("text", text).maybe(tape, 3, "by", words::name).node(tape)
}
