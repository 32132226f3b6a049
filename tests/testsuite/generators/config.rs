//! `data/site.yaml`, the rules, the templates of papers and the glossary.

use super::days;
use super::figures;
use super::tape::Tape;
use super::words;
use super::world::{Template, World};
use super::yaml::{Node, Record};

const SECTIONS: [&str; 4] = ["outcomes", "pledges", "recommendations", "about"];

/// `data/site.yaml`; `rated` when there is a rule set to name.
pub(crate) fn site(tape: &mut Tape, world: &mut World) -> Node {
    world.nation = tape.pick(&["england", "england", "scotland", "wales", "northern-ireland"]);
    let (title, council) = (words::text(tape), council(tape, world));
    let sections = tape.some(&SECTIONS);
    let (terms, comparators) = (terms(tape, world), comparators(tape, world));
    let rules = tape.pick_any(&world.rule_sets);
    let site = Record::new().with("title", title).with("council", council);
    let site = site.maybe(tape, 2, "base_url", words::url).maybe(tape, 3, "languages", languages);
    let site =
        site.maybe(tape, 3, "theme", |_| Node::word("civic"))
            .maybe(tape, 3, "generate", |_| Node::words(&sections));
    let site = site
        .maybe(tape, 3, "brand", brand)
        .with_any("terms", terms)
        .with_any("comparators", comparators);
    let site = site.maybe(tape, 3, "contact", contact).maybe(tape, 2, "disclosure", disclosure);
    let site =
        site.with_any("rating_rules", rules.map(Node::word)).maybe(tape, 3, "review", review);
    site.maybe(tape, 3, "accessibility", accessibility).node(tape)
}

fn council(tape: &mut Tape, world: &World) -> Node {
    let name = words::text(tape);
    let council = Record::new().with("name", name);
    let nation = world.nation;
    let council = if nation == "england" {
        council.maybe(tape, 2, "nation", |_| Node::word(nation))
    } else {
        council.with("nation", Node::word(nation))
    };
    council.maybe(tape, 2, "gss_code", |_| Node::word("E06009999")).node(tape)
}

fn languages(tape: &mut Tape) -> Node {
    Node::words(&tape.pick(&[vec!["en"], vec!["en", "cy"], vec!["cy", "en"], vec!["gla"]]))
}

fn brand(tape: &mut Tape) -> Node {
    let brand = Record::new().maybe(tape, 2, "primary", |_| Node::word("#12436D"));
    brand.maybe(tape, 2, "font", |_| Node::word("system")).node(tape)
}

fn terms(tape: &mut Tape, world: &mut World) -> Option<Node> {
    let names = tape.some(&["child", "children", "care_leaver", "ourTerm"]);
    world.terms = names.iter().map(ToString::to_string).collect();
    texts(tape, &names)
}

fn comparators(tape: &mut Tape, world: &mut World) -> Option<Node> {
    let names = tape.some(&["all-young-people", "ne-12", "england"]);
    let known = ["england", "region", "statistical-neighbours", "wales"];
    let own = names.iter().filter(|name| !known.contains(name));
    world.comparators = known.iter().chain(own).map(ToString::to_string).collect();
    texts(tape, &names)
}

/// A map of texts by name, unless there are none.
fn texts(tape: &mut Tape, names: &[&str]) -> Option<Node> {
    let entries: Vec<_> =
        names.iter().map(|name| ((*name).to_owned(), words::text(tape))).collect();
    (!entries.is_empty()).then_some(Node::Map(entries))
}

fn contact(tape: &mut Tape) -> Node {
    let contact = Record::new()
        .maybe(tape, 2, "name", words::text)
        .maybe(tape, 2, "email", |_| Node::word("a.b@c.example"));
    let contact = contact.maybe(tape, 2, "telephone", |tape| {
        Node::word(tape.pick(&["01234 567890", "+44 1234 567", "0800"]))
    });
    contact.maybe(tape, 2, "address", |_| Node::text("County Hall\nWold Vale\nWV1 1AA")).node(tape)
}

fn disclosure(tape: &mut Tape) -> Node {
    let presets = ["dfe-la", "nhs", "ons-10-5", "strict"];
    if tape.once_in(2) {
        return Node::word(tape.pick(&presets));
    }
    let number =
        |least: i64, most: i64| move |tape: &mut Tape| Node::word(tape.between(least, most));
    let act = |tape: &mut Tape| Node::word(tape.pick(&["warn", "withhold"]));
    let policy = Record::new().maybe(tape, 2, "like", |tape| Node::word(tape.pick(&presets)));
    let policy = policy.maybe(tape, 3, "withhold_from", number(1, 3)).maybe(
        tape,
        3,
        "withhold_to",
        number(3, 20),
    );
    let policy = policy.maybe(tape, 3, "zero", |tape| Node::word(tape.pick(&["show", "withhold"])));
    let policy = policy.maybe(tape, 3, "round_to", number(1, 10)).maybe(
        tape,
        3,
        "min_denominator",
        number(0, 50),
    );
    let policy = policy.maybe(tape, 3, "complement", act).maybe(tape, 3, "all_or_none", act);
    policy.maybe(tape, 3, "protect", number(1, 6)).node(tape)
}

fn review(tape: &mut Tape) -> Node {
    let months = |tape: &mut Tape| Node::word(tape.between(0, 60));
    let review = Record::new().maybe(tape, 2, "recommendations_stale_after_months", months);
    let review = review.maybe(tape, 2, "pledges_stale_after_months", months);
    review.maybe(tape, 2, "response_within", |_| Node::text("2 months")).node(tape)
}

fn accessibility(tape: &mut Tape) -> Node {
    let day = |tape: &mut Tape| Node::word(days::day(tape));
    let status = tape.pick(&["full", "partial", "none"]);
    let statement = Record::new().with("status", Node::word(status));
    // Full compliance is claimed after an audit alone, with nothing that fails.
    let (statement, exceptions) = if status == "full" {
        let audit = Record::new().with("date", day(tape)).with("by", words::text(tape));
        (statement.with("audit", audit.node(tape)), Vec::new())
    } else {
        (statement, tape.list(0, 2, exception))
    };
    let statement = statement.maybe(tape, 2, "prepared", day);
    let statement = statement.maybe(tape, 2, "reviewed", day).maybe(tape, 2, "tested", |tape| {
        Record::new()
            .maybe(tape, 2, "date", day)
            .maybe(tape, 2, "by", words::text)
            .maybe(tape, 2, "how", words::text)
            .node(tape)
    });
    statement.list(tape, "exceptions", exceptions).node(tape)
}

fn exception(tape: &mut Tape) -> Node {
    let why = tape.pick(&["non-compliance", "disproportionate-burden", "not-within-scope"]);
    let exception = Record::new().with("what", words::text(tape)).with("why", Node::word(why));
    let exception = if why == "disproportionate-burden" {
        let date = Node::word(days::day(tape));
        let assessment = Record::new().with("date", date).with("summary", words::text(tape));
        exception.with("assessment", assessment.node(tape))
    } else {
        exception
    };
    let exception = exception.maybe(tape, 2, "criterion", |_| Node::word("1.1.1"));
    exception.maybe(tape, 2, "fix_by", |tape| Node::word(days::day(tape))).node(tape)
}

/// `data/rules.yaml`.
pub(crate) fn rules(tape: &mut Tape, world: &mut World) -> Node {
    let names: &[&str] = tape.pick(&[&["standard"] as &[&str], &["standard", "other-1"]]);
    world.rule_sets = names.iter().map(ToString::to_string).collect();
    let sets = names.iter().map(|name| ((*name).to_owned(), rule_set(tape))).collect();
    Node::map([("rule_sets", Node::Map(sets))])
}

fn rule_set(tape: &mut Tape) -> Node {
    let rules = tape.list(0, 4, rule);
    Record::new()
        .maybe(tape, 2, "tolerance", figures::tolerance)
        .with("rules", Node::List(rules))
        .node(tape)
}

fn rule(tape: &mut Tape) -> Node {
    let shape = tape.pick(&["circle", "triangle", "square", "diamond"]);
    let (when, shows) = (when(tape), words::text(tape));
    let rule = Record::new()
        .with_any("otherwise", when.is_none().then(|| Node::bool(true)))
        .with_any("when", when);
    let rule = rule.with("shows", shows).with("shape", Node::word(shape));
    rule.maybe(tape, 4, "needs", |tape| Node::word(tape.pick(&["commentary", "corrective_action"])))
        .node(tape)
}

fn when(tape: &mut Tape) -> Option<Node> {
    match tape.below(4) {
        0 => None,
        1 => Some(Node::List(tape.list(1, 3, condition))),
        _ => Some(condition(tape)),
    }
}

fn condition(tape: &mut Tape) -> Node {
    let moved = ["improved", "same", "worsened"];
    match tape.below(3) {
        0 => Node::word(tape.pick(&[
            "meets target",
            "within tolerance",
            "better beyond tolerance",
            "worse beyond tolerance",
        ])),
        1 => Node::word(format!(
            "{} on the {} before",
            tape.pick(&moved),
            tape.pick(&["year", "period"])
        )),
        _ => Node::word(format!(
            "better than {}",
            tape.pick(&["england", "region", "statistical-neighbours"])
        )),
    }
}

const FIELDS: [&str; 8] = [
    "body",
    "meeting_date",
    "item",
    "report_author",
    "wards",
    "key_decision",
    "portfolio",
    "Cost code",
];

/// `data/papers.yaml`.
pub(crate) fn papers(tape: &mut Tape, world: &mut World) -> Node {
    let templates = tape.some(&["cabinet", "panel-2", "Full Council"]).into_iter();
    Node::Map(templates.map(|name| (name.to_owned(), template(tape, world, name))).collect())
}

fn template(tape: &mut Tape, world: &mut World, name: &str) -> Node {
    let keys = tape.some(&FIELDS).into_iter();
    let fields: Vec<_> = keys.map(|key| (key.to_owned(), type_of(tape, key))).collect();
    let headings: Vec<String> = tape
        .some(&["Purpose", "Financial implications", "Risk"])
        .into_iter()
        .map(str::to_owned)
        .collect();
    let head = fields.iter().map(|(key, of)| (key.clone(), head_field(tape, of))).collect();
    let asked = headings.iter().map(|text| heading(tape, text)).collect();
    world.templates.push(Template { name: name.to_owned(), fields, headings });
    let template = Record::new().with("head", Node::Map(head));
    template.list(tape, "headings", asked).node(tape)
}

/// The type of the values of a field; that of our own keys is settled.
fn type_of(tape: &mut Tape, key: &str) -> &'static str {
    match key {
        "meeting_date" => "date",
        "key_decision" => "yes-no",
        "portfolio" | "Cost code" => tape.pick(&["text", "date", "yes-no", "list"]),
        _ => tape.pick(&["text", "list"]),
    }
}

fn head_field(tape: &mut Tape, of: &'static str) -> Node {
    let label = words::text(tape);
    let field = Record::new().with("label", label).maybe(tape, 2, "required", words::yes_or_no);
    let field = field.maybe(tape, 3, "place", |tape| Node::word(tape.pick(&["head", "foot"])));
    let asked = of != "text" || tape.once_in(3);
    field.with_any("type", asked.then(|| Node::word(of))).node(tape)
}

fn heading(tape: &mut Tape, text: &str) -> Node {
    Record::new()
        .with("text", Node::text(text))
        .maybe(tape, 2, "required", words::yes_or_no)
        .node(tape)
}

/// `data/glossary.yaml`.
pub(crate) fn glossary(tape: &mut Tape) -> Node {
    let terms =
        tape.some(&["Care leaver", "EHCP", "IRO: the reviewing officer", "“Staying put”", "2024"]);
    Node::Map(terms.into_iter().map(|term| (term.to_owned(), words::text(tape))).collect())
}
