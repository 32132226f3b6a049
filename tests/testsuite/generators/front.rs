//! Front matter of pages of every kind.

use super::days::{self, Day, Shape};
use super::inlines;
use super::tape::Tape;
use super::words;
use super::world::{Template, World};
use super::yaml::{Node, Record};

pub(crate) const NUMBERINGS: [&str; 5] = ["none", "continuous", "section", "clause", "manual"];

/// What a kind of page makes of its front matter.
pub(crate) struct Front {
    pub(crate) node: Node,
    /// The day whose knowledge the page shows, if it has one of its own.
    pub(crate) as_at: Option<Day>,
    pub(crate) numbering: Option<&'static str>,
    pub(crate) headings: Vec<String>,
}

/// The front matter of a page of `kind` in `folder`.
pub(crate) fn matter(tape: &mut Tape, world: &World, folder: &str, kind: &'static str) -> Front {
    let mut front =
        Front { node: Node::Bare("true"), as_at: None, numbering: None, headings: Vec::new() };
    let exempt = tape.once_in(15);
    let title = if exempt { words::unheard(tape) } else { words::text(tape) };
    let record = Record::new().with("title", title);
    let record = if exempt {
        let exemption = words::exemption(tape, world.nation);
        record.with("visibility", Node::word("exempt")).with("exemption", exemption)
    } else {
        record.maybe(tape, 8, "visibility", |_| Node::word("public"))
    };
    let record = if kind == "page" {
        record.maybe(tape, 2, "kind", |_| Node::word(kind))
    } else {
        record.with("kind", Node::word(kind))
    };
    front.numbering = tape.maybe(2, |tape| tape.pick(&NUMBERINGS));
    let record = common(tape, record).with_any("numbering", front.numbering.map(Node::word));
    let record = match kind {
        "report" => report(tape, world, folder, record, &mut front),
        "minutes" => minutes(tape, world, record),
        "paper" => paper(tape, world, record, &mut front),
        _ => plain(tape, kind, record, &mut front),
    };
    front.node = record.node(tape);
    front
}

fn common(tape: &mut Tape, record: Record) -> Record {
    let record = record.maybe(tape, 3, "order", |tape| Node::word(tape.between(0, 99))).maybe(
        tape,
        3,
        "summary",
        words::text,
    );
    let record = record
        .maybe(tape, 4, "audience", |tape| Node::word(tape.pick(&["adult", "child", "easy-read"])));
    let record = record.maybe(tape, 8, "publish_from", |tape| Node::word(days::day(tape)));
    let record = record
        .maybe(tape, 8, "accept", |_| Node::map([("P014", Node::text("the source has no 2.2"))]));
    record.maybe(tape, 8, "reference", |tape| Node::word(tape.pick(&["CA12", "2018/19-4", "007"])))
}

fn plain(tape: &mut Tape, kind: &str, record: Record, front: &mut Front) -> Record {
    front.as_at = tape.maybe(6, days::day);
    let record = record.with_any("as_at", front.as_at.map(Node::word));
    let record = if kind == "pledge" { record } else { record.maybe(tape, 6, "signed", signed) };
    let record = record.maybe(tape, 6, "contact", words::text).maybe(tape, 6, "date", days::when);
    if kind == "strategy" {
        asks(tape, record).maybe(tape, 3, "report_author", words::text)
    } else {
        record
    }
}

/// An edition, whose period and date follow from its folder.
fn report(
    tape: &mut Tape,
    world: &World,
    folder: &str,
    record: Record,
    front: &mut Front,
) -> Record {
    let year = folder.get(..4).and_then(|year| year.parse().ok()).unwrap_or(2020);
    let period = tape.pick(&[Shape::Years, Shape::Years, Shape::Span]).period(year, 0);
    let as_at = if tape.once_in(2) {
        Day(year + 1, 12, 31)
    } else {
        period.end.unwrap_or(Day(year + 1, 12, 31))
    };
    front.as_at = Some(as_at);
    let earlier: Vec<&String> =
        world.editions.iter().filter(|edition| edition.as_str() < folder).collect();
    let before = tape.pick_any(&earlier).filter(|_| tape.once_in(2));
    let record = record.with("period", Node::word(period.word)).with("as_at", Node::word(as_at));
    record.with_any("carried_from", before.map(Node::word)).maybe(tape, 5, "signed", signed)
}

fn minutes(tape: &mut Tape, world: &World, record: Record) -> Record {
    let Some(meeting) = tape.pick_any(&world.meetings) else {
        return record.with("body", Node::text("Cabinet")).maybe(
            tape,
            2,
            "meeting_date",
            days::when,
        );
    };
    let item = tape.pick_any(&meeting.parts).filter(|_| tape.once_in(2));
    record.with("meeting", Node::word(meeting.id)).with_any("item", item.map(Node::word))
}

fn paper(tape: &mut Tape, world: &World, record: Record, front: &mut Front) -> Record {
    let template = tape.pick_any(&world.templates);
    let record = match &template {
        Some(template) => {
            head(tape, template, record.with("template", Node::word(&template.name)), front)
        }
        None => record.maybe(tape, 2, "body", words::name),
    };
    front.headings = template.map(|template| template.headings).unwrap_or_default();
    let appendices = tape.list(0, 2, appendix);
    asks(tape, record).list(tape, "appendices", appendices).maybe(tape, 3, "signed", signed)
}

/// Every field of the template: as a key of its own, or under `head`.
fn head(tape: &mut Tape, template: &Template, mut record: Record, front: &mut Front) -> Record {
    let mut others = Vec::new();
    for (field, of) in &template.fields {
        let value = match (field.as_str(), *of) {
            ("meeting_date", _) => {
                front.as_at = Some(days::day(tape));
                Node::word(front.as_at.unwrap_or(Day(2020, 1, 1)))
            }
            ("item", _) => Node::word("CA12"),
            (_, "date") => Node::word(days::day(tape)),
            (_, "yes-no") => words::yes_or_no(tape),
            _ => words::text(tape),
        };
        match field.as_str() {
            "portfolio" | "Cost code" => others.push((field.clone(), value)),
            own => record = record.with(own, value),
        }
    }
    record.with_any("head", (!others.is_empty()).then_some(Node::Map(others)))
}

/// What a paper asks for, and what it was written from.
fn asks(tape: &mut Tape, record: Record) -> Record {
    let (asked, papers) = (tape.list(0, 3, inlines::prose), words::evidence(tape, 0));
    record.list(tape, "recommendations", asked).list(tape, "background_papers", papers)
}

fn appendix(tape: &mut Tape) -> Node {
    let title = words::text(tape);
    Record::new()
        .with("title", title)
        .maybe(tape, 2, "file", |_| Node::word("annex.txt"))
        .node(tape)
}

fn signed(tape: &mut Tape) -> Node {
    let signed =
        Record::new().maybe(tape, 2, "name", words::name).maybe(tape, 2, "role", words::text);
    signed.maybe(tape, 2, "date", days::when).node(tape)
}
