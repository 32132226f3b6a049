//! Files of outcomes: values, comparators, targets, breaks and revisions, in
//! periods of every kind.

use super::days::{self, Day, Period, Shape};
use super::figures::{self, MARKERS, Unit};
use super::inlines;
use super::tape::Tape;
use super::words;
use super::world::{Known, Measure, World};
use super::yaml::{Node, Record};

/// A theme with its outcomes.
pub(crate) fn file(tape: &mut Tape, world: &mut World, most: usize) -> Node {
    let id = words::id(tape, "theme", world.themes.len());
    let theme = Node::map([("id", Node::word(&id)), ("title", words::text(tape))]);
    world.themes.push(id);
    let outcomes = tape.list(1, most, |tape| outcome(tape, world));
    Record::new().with("theme", theme).with("outcomes", Node::List(outcomes)).node(tape)
}

/// What is decided of an outcome before it is written.
struct Draft {
    unit: Unit,
    shape: Shape,
    periods: Vec<Period>,
    published: Option<Day>,
    /// Its figures can be compared from year to year.
    steady: bool,
}

fn draft(tape: &mut Tape) -> Draft {
    let (unit, shape, steady) = (Unit::any(tape), Shape::any(tape), tape.once_in(2));
    let year =
        if tape.once_in(30) { tape.pick(&[1, 1999, 9980]) } else { tape.between(2008, 2024) };
    let most = if shape == Shape::NotStated { 2 } else { 7 };
    let count = i64::try_from(tape.below(most)).unwrap();
    let periods = (0..count).map(|at| shape.period(year, at)).collect();
    let published = tape.maybe(4, days::day);
    let unit = if steady && unit == Unit::Count { Unit::Percent } else { unit };
    Draft { unit, shape, periods, published, steady }
}

fn outcome(tape: &mut Tape, world: &mut World) -> Node {
    let draft = draft(tape);
    let id = words::id(tape, "outcome", world.measures.len());
    let (values, own) = values(tape, &draft);
    let (comparators, others) = comparators(tape, world, &draft);
    let targets = targets(tape, &draft, &world.comparators);
    let forever = tape.once_in(3);
    let targets = with_forever(tape, targets, forever, &draft);
    let record = head(tape, &id, &draft).list(tape, "targets", targets);
    let principles = tape.some(world.principles());
    let record = record.list(tape, "principles", principles.iter().map(Node::word).collect());
    let record = record.list(tape, "values", values);
    let record = record.with_any("comparators", (!others.is_empty()).then_some(comparators));
    let has_mean = others.iter().any(|(name, _)| name == "statistical-neighbours");
    let record = if has_mean || draft.shape == Shape::NotStated {
        record
    } else {
        record.maybe(tape, 6, "neighbours", |tape| neighbours(tape, &draft))
    };
    let breaks = if draft.steady { Vec::new() } else { breaks(tape, &draft) };
    let record = record.list(tape, "breaks", breaks).maybe(tape, 3, "commentary", commentary);
    let basis = basis(&draft, record.has("cumulative"));
    world.measures.push(Measure { id, unit: draft.unit, own, others, aimed: forever, basis });
    record.node(tape)
}

fn head(tape: &mut Tape, id: &str, draft: &Draft) -> Record {
    let polarity = tape.pick(&["higher-is-better", "lower-is-better", "context"]);
    let (title, period_type) = (words::text(tape), draft.shape.period_type(tape));
    let record = Record::new().with("id", Node::word(id)).with("title", title);
    let record =
        record.maybe(tape, 3, "definition", inlines::prose).with("unit", draft.unit.node());
    let record = record
        .maybe(tape, 5, "per", |tape| Node::word(tape.pick(&["week", "child", "1,000 born"])));
    let record = record.maybe(tape, 5, "decimals", |tape| Node::word(tape.between(0, 4)));
    let record = record.with("polarity", Node::word(polarity));
    // Random figures of parts of a year go down, which no year to date does.
    let record = match draft.shape {
        Shape::Quarter | Shape::Month => record,
        _ => record.maybe(tape, 6, "cumulative", |_| Node::bool(true)),
    };
    let record = record.with_any("period_type", period_type.map(Node::word));
    let source = draft.published.map(|day| words::source(tape, Some(day)));
    let source = source.or_else(|| tape.maybe(3, |tape| words::source(tape, None)));
    record.with_any("source", source).maybe(tape, 6, "sensitive", words::yes_or_no)
}

/// On what basis the change of the figures can be asked for. Year-to-date
/// figures of parts of a year cannot be compared with the part before.
fn basis(draft: &Draft, cumulative: bool) -> Option<Option<&'static str>> {
    let in_parts = matches!(draft.shape, Shape::Quarter | Shape::Month);
    let by_period = draft.shape == Shape::Span;
    (draft.steady && !(in_parts && cumulative)).then_some(by_period.then_some("period-before"))
}

fn values(tape: &mut Tape, draft: &Draft) -> (Vec<Node>, Vec<Known>) {
    let mut known = Vec::new();
    let values = draft.periods.iter().map(|period| {
        let day =
            tape.maybe(8, |tape| days::day_after(tape, period.end.unwrap_or(Day(2020, 1, 1))));
        known.push(Known {
            period: period.word.clone(),
            from: day.or(draft.published).or(period.end),
        });
        value(tape, draft, period, day)
    });
    (values.collect(), known)
}

fn value(tape: &mut Tape, draft: &Draft, period: &Period, known: Option<Day>) -> Node {
    let record = Record::new().with("period", Node::word(&period.word));
    let record = if draft.steady {
        record.with("value", Node::word(draft.unit.figure(tape)))
    } else {
        figure(tape, draft, record)
    };
    let record = record.with_any("known", known.map(Node::word)).maybe(
        tape,
        6,
        "provisional",
        words::yes_or_no,
    );
    let notes = words::evidence(tape, 0);
    let known = known.or(draft.published).or(period.end);
    let revised = revisions(tape, draft, record.word("value"), known);
    let record =
        record.maybe(tape, 8, "estimated", words::yes_or_no).list(tape, "revised", revised);
    record.list(tape, "notes", notes).node(tape)
}

fn figure(tape: &mut Tape, draft: &Draft, record: Record) -> Record {
    let valued = match tape.below(5) {
        0 => return record.with("missing", Node::word(tape.pick(&MARKERS))),
        1 | 2 if draft.unit.has_base() => figures::share(tape, draft.unit, record, false),
        _ => record.with("value", Node::word(draft.unit.figure(tape))),
    };
    valued.maybe(tape, 6, "qualifier", |tape| Node::word(tape.pick(&["about", "over", "under"])))
}

/// What a value was before: each time another figure, after it was known.
fn revisions(tape: &mut Tape, draft: &Draft, value: Option<&str>, known: Option<Day>) -> Vec<Node> {
    let number = |word: &str| word.parse::<f64>().unwrap();
    let Some(mut used) = value.filter(|_| tape.once_in(5)).map(|word| vec![number(word)]) else {
        return Vec::new();
    };
    let mut revisions = Vec::new();
    for date in days::days_after(tape, known.unwrap_or(Day(2020, 1, 1)), 2) {
        let from = draft.unit.figure(tape);
        if used.contains(&number(&from)) {
            continue;
        }
        used.push(number(&from));
        let revision = Record::new().with("from", Node::word(from)).with("date", Node::word(date));
        revisions.push(revision.maybe(tape, 2, "why", words::text).node(tape));
    }
    revisions
}

/// Neighbours one by one.
fn neighbours(tape: &mut Tape, draft: &Draft) -> Node {
    let names = tape.some(&["Amberford", "Corfe Hill", "St Brindle’s", "Éthe: north"]);
    let members = names.into_iter().map(|name| (name.to_owned(), comparator(tape, draft).0));
    let members = Node::Map(members.collect());
    Record::new()
        .maybe(tape, 2, "model", |tape| Node::word(tape.pick(&["2021", "ten nearest"])))
        .with("members", members)
        .node(tape)
}

fn comparators(tape: &mut Tape, world: &World, draft: &Draft) -> (Node, Vec<(String, Vec<Known>)>) {
    let names =
        if draft.shape == Shape::NotStated { Vec::new() } else { tape.some(&world.comparators) };
    let mut others = Vec::new();
    let series = names.into_iter().map(|name| {
        let (series, known) = comparator(tape, draft);
        others.push((name.clone(), known));
        (name, series)
    });
    (Node::Map(series.collect()), others)
}

fn comparator(tape: &mut Tape, draft: &Draft) -> (Node, Vec<Known>) {
    let periods: Vec<&Period> = draft.periods.iter().filter(|_| !tape.once_in(4)).collect();
    let known = |period: &&Period| Known {
        period: period.word.clone(),
        from: draft.published.or(period.end),
    };
    let values = periods.iter().map(|period| (period.word.clone(), other_value(tape, draft)));
    (Node::Map(values.collect()), periods.iter().map(known).collect())
}

fn other_value(tape: &mut Tape, draft: &Draft) -> Node {
    match tape.below(8) {
        0 => Node::word(tape.pick(&MARKERS)),
        1 => {
            let value = Record::new().with("value", Node::word(draft.unit.figure(tape)));
            value
                .maybe(tape, 2, "provisional", words::yes_or_no)
                .maybe(tape, 2, "estimated", words::yes_or_no)
                .node(tape)
        }
        _ => Node::word(draft.unit.figure(tape)),
    }
}

fn with_forever(
    tape: &mut Tape,
    mut targets: Vec<Node>,
    forever: bool,
    draft: &Draft,
) -> Vec<Node> {
    if forever {
        targets.push(Node::map([("at_most", Node::word(draft.unit.figure(tape)))]));
    }
    targets
}

/// Targets, no two of them for one period.
fn targets(tape: &mut Tape, draft: &Draft, comparators: &[String]) -> Vec<Node> {
    let mut periods: Vec<String> = tape.list(0, 2, |tape| {
        let period = tape.pick_any(&draft.periods).unwrap_or_else(|| draft.shape.period(2025, 0));
        period.word
    });
    periods.dedup();
    periods.into_iter().map(|period| target(tape, draft, comparators, period)).collect()
}

fn target(tape: &mut Tape, draft: &Draft, comparators: &[String], period: String) -> Node {
    let target = Record::new().with("for", Node::word(period));
    let (aim, value) = aim(tape, draft, comparators);
    target.with(aim, value).maybe(tape, 3, "tolerance", figures::tolerance).node(tape)
}

fn aim(tape: &mut Tape, draft: &Draft, comparators: &[String]) -> (&'static str, Node) {
    let plain = ["at_most", "at_least", "below", "above", "increase_by"];
    match tape.below(8) {
        0 => ("between", Node::words(&["1.5", "20"])),
        1 => (
            "better_than",
            Node::word(tape.pick_any(comparators).unwrap_or_else(|| "england".to_owned())),
        ),
        2 => ("none", words::text(tape)),
        _ => (tape.pick(&plain), Node::word(draft.unit.figure(tape))),
    }
}

fn breaks(tape: &mut Tape, draft: &Draft) -> Vec<Node> {
    let before: Vec<Period> = draft.periods.iter().filter(|_| tape.once_in(9)).cloned().collect();
    before
        .into_iter()
        .map(|period| Node::map([("before", Node::word(period.word)), ("why", words::text(tape))]))
        .collect()
}

fn commentary(tape: &mut Tape) -> Node {
    let record =
        Record::new().maybe(tape, 2, "what", inlines::prose).maybe(tape, 2, "why", inlines::prose);
    record.maybe(tape, 2, "next", inlines::prose).node(tape)
}
