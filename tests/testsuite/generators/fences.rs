//! Blocks: fenced, named, with a body of YAML.

use super::days::Day;
use super::inlines;
use super::tape::Tape;
use super::words;
use super::world::World;
use super::yaml::{self, Node, Record};

/// A block about something that was there on the day; a plain one if nothing
/// was.
pub(crate) fn block(tape: &mut Tape, world: &World, as_at: Option<Day>) -> String {
    let (name, body) = spec(tape, &world.by(as_at)).unwrap_or(("contents", Record::new()));
    let body = body.node(tape);
    let empty = matches!(&body, Node::Map(entries) if entries.is_empty());
    let body = if empty && !tape.once_in(4) { String::new() } else { yaml::front(tape, &body) };
    fence(tape, name, &body)
}

/// Plain code, with all that would mean something outside it.
pub(crate) fn code(tape: &mut Tape) -> String {
    let info = tape.pick(&["", "text", "yaml", "html", "csv"]);
    let bodies = [
        "",
        "a: b\n",
        "<b>{{ value(id=\"x\") }}</b>\n",
        "| a |\n\n[^1]: x\n",
        "# not a heading\n",
        "{% if %}\n",
    ];
    let body = tape.pick(&bodies);
    fence(tape, info, body)
}

fn fence(tape: &mut Tape, info: &str, body: &str) -> String {
    let (mark, gap) = (tape.pick(&["```", "```", "~~~", "````"]), tape.pick(&["", "", " "]));
    format!("{mark}{gap}{info}\n{body}{mark}")
}

type Spec = Option<(&'static str, Record)>;

fn spec(tape: &mut Tape, world: &World) -> Spec {
    match tape.below(13) {
        0 | 1 => chart(tape, world),
        2 => Some(("outcomes", outcomes(tape, world))),
        3 => measures(tape, world)
            .map(|ids| ("key-figures", Record::new().with("ids", Node::words(&ids)))),
        4 => tape
            .pick_any(&world.tables)
            .map(|table| ("table", Record::new().with("id", Node::word(table.id)))),
        5 => pledges(tape, world),
        6 => recommendations(tape, world),
        7 => Some(("ratings", ratings(tape, world))),
        8 => resolutions(tape, world),
        9 => tape
            .pick_any(&world.sets)
            .map(|set| ("you-said-we-did", Record::new().with("set", Node::word(set.id)))),
        10 => status(tape, world),
        11 => Some(("actions", late(tape, Record::new()))),
        _ => Some(plain(tape)),
    }
}

fn measures(tape: &mut Tape, world: &World) -> Option<Vec<String>> {
    let ids: Vec<String> = world.measures.iter().map(|measure| measure.id.clone()).collect();
    let one = tape.pick_any(&ids)?;
    let some = tape.some(&ids);
    Some(if some.is_empty() { vec![one] } else { some })
}

/// Some outcomes that can share an axis.
fn of_one_unit(tape: &mut Tape, world: &World) -> Option<Vec<String>> {
    let unit = tape.pick_any(&world.measures)?.unit;
    let alike = world.measures.iter().filter(|measure| measure.unit == unit);
    Some(alike.map(|measure| measure.id.clone()).collect())
}

fn chart(tape: &mut Tape, world: &World) -> Spec {
    let kind = |tape: &mut Tape, kinds: &[&'static str]| {
        Record::new().with("kind", Node::word(tape.pick(kinds)))
    };
    let record = match tape.below(5) {
        0 => kind(tape, &["bar", "dot"]).with("outcomes", Node::words(&of_one_unit(tape, world)?)),
        1 => kind(tape, &["bar"])
            .with("recommendations", Node::word(tape.pick_any(&world.reviews)?.id)),
        2 => kind(tape, &["bar", "stacked", "dot"])
            .with("table", Node::word(tape.pick_any(&world.tables)?.id)),
        _ => chart_of_one(tape, world)?,
    };
    let record = record.maybe(tape, 2, "title", words::text);
    Some(("chart", record.maybe(tape, 3, "text", words::text)))
}

/// A chart of one outcome, beside those it is compared with.
fn chart_of_one(tape: &mut Tape, world: &World) -> Option<Record> {
    let measure = tape.pick_any(&world.measures)?;
    let compared = tape.some(&measure.others);
    let compare = compared.iter().map(|(name, _)| Node::word(name)).collect();
    let period = tape.pick_any(&measure.own).filter(|_| tape.once_in(4));
    let kind = match period {
        Some(_) => tape.pick(&["bar", "dot"]),
        None => tape.pick(&["line", "bar", "dot", "small-multiples"]),
    };
    let record = Record::new().with("outcome", Node::word(measure.id));
    let record = record.list(tape, "compare", compare).with("kind", Node::word(kind));
    Some(record.with_any("period", period.map(|known| Node::word(known.period))))
}

fn outcomes(tape: &mut Tape, world: &World) -> Record {
    let (theme, ids) = (tape.pick_any(&world.themes), measures(tape, world).unwrap_or_default());
    let columns = tape.some(&["comparators", "target", "rating", "direction", "trend", "base"]);
    let record = match tape.below(3) {
        0 => Record::new().with_any("theme", theme.map(Node::word)),
        _ => Record::new().list(tape, "ids", ids.iter().map(Node::word).collect()),
    };
    record.list(tape, "columns", columns.iter().map(Node::word).collect()).maybe(
        tape,
        2,
        "title",
        words::text,
    )
}

fn pledges(tape: &mut Tape, world: &World) -> Spec {
    let set = tape.pick_any(&world.sets)?;
    let ids: Vec<String> = set.parts.iter().step_by(2).cloned().collect();
    let ids = tape.some(&ids).iter().map(Node::word).collect();
    let record = Record::new().with("set", Node::word(set.id)).list(tape, "ids", ids);
    Some((
        "pledges",
        record.maybe(tape, 3, "audience", |tape| {
            Node::word(tape.pick(&["adult", "child", "easy-read"]))
        }),
    ))
}

/// How many promises of some kind stand where.
fn status(tape: &mut Tape, world: &World) -> Spec {
    let (of, group, groups) = match tape.below(4) {
        0 => ("recommendations", "review", &world.reviews),
        1 => ("commitments", "set", &world.sets),
        2 => ("actions", "set", &world.sets),
        _ => ("decisions", "meeting", &world.meetings),
    };
    let named = tape.pick_any(groups).filter(|_| of == "commitments" || tape.once_in(2));
    if of == "commitments" && named.is_none() {
        return None;
    }
    let record = Record::new().with("of", Node::word(of));
    let record = record.with_any(group, named.map(|group| Node::word(group.id)));
    Some(("status", late(tape, record)))
}

/// A record with conditions that hold of any promise.
fn late(tape: &mut Tape, record: Record) -> Record {
    let word = |tape: &mut Tape| Node::bool(tape.once_in(2));
    record.maybe(tape, 3, "overdue", word).maybe(tape, 3, "open", word)
}

fn recommendations(tape: &mut Tape, world: &World) -> Spec {
    let record = Record::new().with("review", Node::word(tape.pick_any(&world.reviews)?.id));
    let record =
        record.maybe(tape, 2, "show", |tape| Node::word(tape.pick(&["new", "progress", "open"])));
    Some((
        "recommendations",
        record.maybe(tape, 3, "status", |tape| Node::word(tape.pick(&super::reviews::STATUSES))),
    ))
}

fn ratings(tape: &mut Tape, world: &World) -> Record {
    let ids = tape.some(&world.ratings).iter().map(|rating| Node::word(&rating.id)).collect();
    Record::new().list(tape, "ids", ids)
}

fn resolutions(tape: &mut Tape, world: &World) -> Spec {
    let meeting = tape.pick_any(&world.meetings)?;
    let item = tape.pick_any(&meeting.parts).filter(|_| tape.once_in(2));
    Some((
        "resolutions",
        Record::new()
            .with("meeting", Node::word(meeting.id))
            .with_any("item", item.map(Node::word)),
    ))
}

fn plain(tape: &mut Tape) -> (&'static str, Record) {
    match tape.below(3) {
        0 => ("contact", Record::new()),
        1 => ("contents", Record::new()),
        _ => {
            let words = inlines::prose(tape);
            let quote = Record::new()
                .with("words", words)
                .maybe(tape, 2, "who", words::text)
                .with("consent", Node::bool(true));
            (
                "quote",
                quote.maybe(tape, 2, "age_band", |tape| {
                    Node::word(tape.pick(&["16 to 18", "10-12", "19+"]))
                }),
            )
        }
    }
}
