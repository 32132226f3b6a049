//! `data/ratings.yaml` and `data/meetings.yaml`.

use super::days::{self, Day};
use super::inlines;
use super::tape::Tape;
use super::words;
use super::world::{Dated, World};
use super::yaml::{Node, Record};

pub(crate) fn ratings(tape: &mut Tape, world: &mut World, most: usize) -> Node {
    let ratings = tape.list(0, most, |tape| rating(tape, world));
    Node::map([("ratings", Node::List(ratings))])
}

fn rating(tape: &mut Tape, world: &mut World) -> Node {
    let id = words::id(tape, "rating", world.ratings.len());
    let visit = days::day(tape);
    let (last, published) = (days::day_after(tape, visit), Day(visit.0 + 4, 1, 31));
    let (framework, judgements) = (words::text(tape), tape.list(0, 3, judgement));
    let record = Record::new()
        .with("id", Node::word(&id))
        .maybe(tape, 2, "body", words::name)
        .with("framework", framework);
    let record =
        record.maybe(tape, 2, "version", |tape| Node::word(tape.pick(&["2023", "2.1", "v2"])));
    let record = record
        .maybe(tape, 3, "kind", words::text)
        .maybe(tape, 2, "published", |tape| days::blurred(tape, published));
    let record = record.maybe(tape, 2, "visited", |_| Node::words(&[visit, last]));
    world.ratings.push(Dated::new(&id, Some(published)));
    record.with("judgements", Node::List(judgements)).node(tape)
}

fn judgement(tape: &mut Tape) -> Node {
    let area = words::text(tape);
    let record = Record::new().with("area", area).maybe(tape, 4, "within", words::text);
    let record = record.maybe(tape, 3, "number", |_| Node::word("2.10")).maybe(
        tape,
        2,
        "grade",
        words::text,
    );
    record.maybe(tape, 3, "previous", words::text).maybe(tape, 3, "text", words::text).node(tape)
}

pub(crate) fn meetings(tape: &mut Tape, world: &mut World, most: usize) -> Node {
    let meetings = tape.list(0, most, |tape| meeting(tape, world));
    Node::map([("meetings", Node::List(meetings))])
}

fn meeting(tape: &mut Tape, world: &mut World) -> Node {
    let id = words::id(tape, "meeting", world.meetings.len());
    let (body, day) = (words::name(tape), days::day(tape));
    let mut parts = Vec::new();
    let mut numbers = 1..;
    let items = tape.list(0, 3, |tape| {
        let number = format!("{}{}", numbers.next().unwrap_or(0), tape.pick(&["", "a"]));
        let exempt = tape.once_in(6);
        parts.extend((!exempt).then(|| number.clone()));
        item(tape, world, &number, exempt)
    });
    let record =
        Record::new().with("id", Node::word(&id)).with("body", body).with("date", Node::word(day));
    world.meetings.push(Dated { id, from: Some(day), parts });
    record.list(tape, "items", items).node(tape)
}

/// An item; those that are exempt cannot be mentioned.
fn item(tape: &mut Tape, world: &World, number: &str, exempt: bool) -> Node {
    let mut places = 0..;
    let title = if exempt { words::unheard(tape) } else { words::text(tape) };
    let (resolved, actions) = (
        tape.list(0, 2, |tape| resolution(tape, world)),
        tape.list(0, 2, |tape| action(tape, world, places.next().unwrap_or(0))),
    );
    let corrected = tape.list(0, 1, |tape| correction(tape, world));
    let record = Record::new().with("number", Node::word(number)).with("title", title);
    let visibility = if exempt { Some("exempt") } else { tape.maybe(6, |_| "public") };
    let record = record.with_any("visibility", visibility.map(Node::word));
    let why = exempt.then(|| words::exemption(tape, world.nation));
    let record = record.with_any("exemption", why);
    let record = record.list(tape, "resolved", resolved).list(tape, "actions", actions);
    record.list(tape, "corrected", corrected).node(tape)
}

fn resolution(tape: &mut Tape, world: &World) -> Node {
    let text = inlines::prose(tape);
    let record = Record::new().maybe(tape, 2, "letter", |_| Node::word("a")).with("text", text);
    let record = record.maybe(tape, 4, "no_action", words::text);
    about(tape, world, record).node(tape)
}

/// What a resolution or an action may be about.
fn about(tape: &mut Tape, world: &World, record: Record) -> Record {
    let known = [World::members(&world.sets), World::members(&world.reviews)].concat();
    let about = tape.some(&known).iter().map(Node::word).collect();
    if tape.once_in(2) { record.list(tape, "about", about) } else { record }
}

fn action(tape: &mut Tape, world: &World, place: usize) -> Node {
    let (text, leads, into) =
        (inlines::prose(tape), words::leads(tape), tape.pick_any(&world.editions));
    let dues = tape.list(0, 1, super::reviews::new_due);
    let record =
        Record::new().maybe(tape, 3, "id", |tape| Node::word(words::id(tape, "action", place)));
    let record = record
        .with("text", text)
        .list(tape, "new_dues", dues)
        .list(tape, "leads", leads)
        .maybe(tape, 2, "due", days::when);
    let record = record.maybe(tape, 3, "done", days::when).with_any("into", into.map(Node::word));
    about(tape, world, record).node(tape)
}

fn correction(tape: &mut Tape, world: &World) -> Node {
    let (text, meeting) = (inlines::prose(tape), tape.pick_any(&world.meetings));
    let record = Record::new().with_any("meeting", meeting.map(|meeting| Node::word(meeting.id)));
    record.maybe(tape, 2, "date", |tape| Node::word(days::day(tape))).with("text", text).node(tape)
}
