//! What editions published, and what somebody accepted: ledgers and waivers.

use super::days;
use super::reviews::STATUSES;
use super::tape::Tape;
use super::words;
use super::world::World;
use super::yaml::{Node, Record};

const CHECKS: [&str; 4] = ["overdue", "no-lead", "without-reason", "complete-without-evidence"];

/// The ledger of an edition, of recommendations that are still there.
pub(crate) fn ledger(tape: &mut Tape, world: &World, edition: &str) -> Node {
    let names = tape.some(&World::members(&world.reviews));
    let promises = names.iter().map(|name| promise(tape, name)).collect();
    Record::new()
        .with("edition", Node::word(edition))
        .with("as_at", Node::word(days::day(tape)))
        .with("promises", Node::List(promises))
        .node(tape)
}

fn promise(tape: &mut Tape, name: &str) -> Node {
    let (status, words) = (tape.pick(&STATUSES), words::text(tape));
    let record = Record::new()
        .with("kind", Node::word("recommendation"))
        .with("name", Node::word(name))
        .with("status", Node::word(status));
    let record = record.maybe(tape, 2, "due", days::when);
    let record = record.maybe(tape, 4, "ended", |_| Node::word("carried"));
    record.with("words", words).node(tape)
}

/// Waivers of what may or may not be wrong.
pub(crate) fn waivers(tape: &mut Tape, world: &World) -> Node {
    let names = tape.some(&World::members(&world.reviews));
    let waivers = names.iter().map(|name| waiver(tape, name)).collect();
    Node::map([("waivers", Node::List(waivers))])
}

fn waiver(tape: &mut Tape, name: &str) -> Node {
    let (check, why, by) = (tape.pick(&CHECKS), words::text(tape), words::name(tape));
    let record = Record::new().with("check", Node::word(check)).with("about", Node::word(name));
    let record = record.with("why", why).with("by", by).with("date", Node::word(days::day(tape)));
    record.maybe(tape, 3, "until", |tape| Node::word(days::day(tape))).node(tape)
}
