//! Files of reviews and their recommendations.

use super::days::{self, Day};
use super::inlines;
use super::tape::Tape;
use super::words;
use super::world::{Dated, World};
use super::yaml::{Node, Record};

pub(crate) const STATUSES: [&str; 7] =
    ["not-stated", "not-started", "on-track", "slipped", "complete", "not-achieved", "superseded"];

pub(crate) fn file(tape: &mut Tape, world: &mut World, most: usize) -> Node {
    let id = words::id(tape, "review", world.reviews.len());
    let day = days::day(tape);
    let date = tape.maybe(2, |tape| days::blurred(tape, day));
    let from = date.as_ref().map(|_| day);
    let review = review(tape, &id, date);
    let names = names(tape, most);
    let recommendations =
        names.iter().map(|name| recommendation(tape, world, name, &names, day)).collect();
    world.reviews.push(Dated {
        id,
        from,
        parts: names.into_iter().map(|name| name.word).collect(),
    });
    Record::new()
        .with("review", review)
        .with("recommendations", Node::List(recommendations))
        .node(tape)
}

fn review(tape: &mut Tape, id: &str, date: Option<Node>) -> Node {
    let (title, body) = (words::text(tape), words::name(tape));
    let record = Record::new().with("id", Node::word(id)).with("title", title).with("body", body);
    let record = record.maybe(tape, 3, "now", words::text).with_any("date", date).maybe(
        tape,
        3,
        "intro",
        inlines::prose,
    );
    record.maybe(tape, 3, "response_due", days::when).node(tape)
}

/// What a recommendation is called: a number or an id.
pub(crate) struct Name {
    word: String,
    key: &'static str,
}

fn names(tape: &mut Tape, most: usize) -> Vec<Name> {
    let count = tape.below(most + 1);
    (1..=count)
        .map(|at| match tape.below(5) {
            0 => Name { word: format!("named-{at}"), key: "id" },
            1 => Name { word: format!("{at}b"), key: "number" },
            _ => Name { word: at.to_string(), key: "number" },
        })
        .collect()
}

fn recommendation(tape: &mut Tape, world: &World, name: &Name, all: &[Name], made: Day) -> Node {
    let (text, leads) = (inlines::prose(tape), words::leads(tape));
    let dates = days::days_after(tape, made, 3);
    let progress = dates.iter().map(|day| progress(tape, *day, all)).collect();
    let carried = tape.pick_any(&World::members(&world.reviews));
    let record = Record::new().with(name.key, Node::word(&name.word)).with("text", text);
    let record = record
        .maybe(tape, 3, "why", inlines::prose)
        .maybe(tape, 2, "response", |tape| response(tape, made));
    let record = record
        .list(tape, "leads", leads)
        .maybe(tape, 2, "due", days::when)
        .list(tape, "progress", progress);
    let dues = tape.list(0, 2, new_due);
    let record = record.list(tape, "new_dues", dues).maybe(tape, 4, "signed_off", signed_off);
    let record = record.with_any("carried_to", carried.filter(|_| tape.once_in(3)).map(Node::word));
    let replaced = tape.pick_any(&World::members(&world.reviews)).filter(|_| tape.once_in(4));
    let record = record.with_any("superseded_by", replaced.map(Node::word));
    let about = tape.some(&World::members(&world.sets)).iter().map(Node::word).collect();
    let record = if tape.once_in(3) { record.list(tape, "about", about) } else { record };
    let measures: Vec<Node> = world.measures.iter().map(|one| Node::word(&one.id)).collect();
    let measures = if tape.once_in(3) { tape.some(&measures) } else { Vec::new() };
    let record = record.list(tape, "measured_by", measures);
    let principles = tape.some(world.principles()).iter().map(Node::word).collect();
    record.list(tape, "principles", principles).node(tape)
}

fn response(tape: &mut Tape, made: Day) -> Node {
    const DECISIONS: [&str; 6] = [
        "accepted",
        "accepted-in-principle",
        "partially-accepted",
        "rejected",
        "noted",
        "deferred",
    ];
    let decision = tape.pick(&DECISIONS);
    let day = days::day_after(tape, made);
    let record =
        Record::new()
            .with("decision", Node::word(decision))
            .maybe(tape, 2, "date", |tape| days::blurred(tape, day));
    record.maybe(tape, 2, "by", words::name).maybe(tape, 2, "why", inlines::prose).node(tape)
}

pub(crate) fn progress(tape: &mut Tape, day: Day, all: &[Name]) -> Node {
    let names: Vec<&String> = all.iter().map(|name| &name.word).collect();
    let (date, text, evidence) =
        (days::blurred(tape, day), inlines::prose(tape), words::evidence(tape, 0));
    let covers = tape.some(&names).iter().map(Node::word).collect();
    let record = Record::new()
        .with("date", date)
        .maybe(tape, 2, "status", |tape| Node::word(tape.pick(&STATUSES)));
    let record = record.with("text", text).list(tape, "evidence", evidence).maybe(
        tape,
        3,
        "by",
        words::name,
    );
    let record =
        record.maybe(tape, 3, "presented_to", words::name).maybe(tape, 3, "minute", minute);
    let record = if tape.once_in(4) { record.list(tape, "covers", covers) } else { record };
    record.maybe(tape, 4, "view", words::text).node(tape)
}

fn minute(tape: &mut Tape) -> Node {
    Node::word(tape.pick(&["12", "12a", "2010/11-7", "5.1", "1e3", "0x1f", "1_000"]))
}

pub(crate) fn new_due(tape: &mut Tape) -> Node {
    let due = days::when(tape);
    let record =
        Record::new().with("due", due).maybe(tape, 2, "agreed", |tape| Node::word(days::day(tape)));
    record.maybe(tape, 2, "why", words::text).node(tape)
}

fn signed_off(tape: &mut Tape) -> Node {
    let by = words::name(tape);
    let record = Record::new().with("by", by).maybe(tape, 2, "date", days::when);
    record.maybe(tape, 2, "minute", minute).node(tape)
}
