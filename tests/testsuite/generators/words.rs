//! Titles, names and prose that is not Markdown, in all the signs that turn
//! up in councils' papers.

use super::days;
use super::tape::Tape;
use super::yaml::{Node, Record};

const WORDS: [&str; 48] = [
    "children",
    "care",
    "the",
    "council's",
    "in",
    "placement",
    "reviews",
    "3",
    "2024–25",
    "£802",
    "95%",
    "ŵyl",
    "Llanfair",
    "naïve",
    "caf\u{65}\u{301}",
    "🙂",
    "👩‍👧",
    "“promise”",
    "(see",
    "note)",
    "A/B",
    "and/or",
    "&",
    "can't",
    "—",
    "x:y",
    "C#",
    "#1",
    "re:",
    "عربي",
    "יום",
    "10\u{a0}km",
    "12.80",
    "1,234",
    "per cent",
    "e.g.",
    "No",
    "yes",
    "[c]",
    "{x}",
    "'s",
    "50+",
    "a|b",
    "back\\slash",
    "~",
    "@home",
    "\u{200f}",
    "ﬁ",
];

const NAMES: [&str; 8] = [
    "People Scrutiny Panel",
    "Cabinet",
    "Cllr A. O'Neill",
    "Director: People",
    "Bwrdd Gofal",
    "Ofsted",
    "Jo",
    "NHS (ICB)",
];

/// Words in a line.
pub(crate) fn line(tape: &mut Tape, most: usize) -> String {
    let mut words = vec![tape.pick(&["Children", "We", "Every", "Our", "Plant", "3", "£4", "É"])];
    let count = tape.below(most);
    words.extend((0..count).map(|_| tape.pick(&WORDS)));
    words.join(" ")
}

/// A text: words, or words by language.
pub(crate) fn text(tape: &mut Tape) -> Node {
    if tape.once_in(15) {
        let (english, welsh) = (line(tape, 6), line(tape, 6));
        return Node::map([("en", Node::text(english)), ("cy", Node::text(welsh))]);
    }
    let words = line(tape, 9);
    Node::text(words)
}

/// A title that nothing public says by chance.
pub(crate) fn unheard(tape: &mut Tape) -> Node {
    Node::text(format!("Quokka {} numbat", tape.between(1, 999)))
}

/// Why something is exempt in a nation.
pub(crate) fn exemption(tape: &mut Tape, nation: &str) -> Node {
    let paragraph = match nation {
        "wales" => tape.between(12, 18),
        "scotland" => tape.between(1, 15),
        _ => tape.between(1, 7),
    };
    let (why, interest) = (text(tape), text(tape));
    let record = Record::new().with("paragraph", Node::word(paragraph)).with("why", why);
    record.with("public_interest", interest).node(tape)
}

/// The name of a body or person.
pub(crate) fn name(tape: &mut Tape) -> Node {
    Node::text(tape.pick(&NAMES))
}

/// Who leads something.
pub(crate) fn leads(tape: &mut Tape) -> Vec<Node> {
    tape.list(0, 2, |tape| match tape.below(2) {
        0 => name(tape),
        _ => {
            let role = text(tape);
            let lead = Record::new().with("role", role).maybe(tape, 2, "name", name);
            lead.maybe(tape, 2, "in_post", yes_or_no).maybe(tape, 4, "successor", text).node(tape)
        }
    })
}

/// Notes, pieces of evidence, bodies consulted.
pub(crate) fn evidence(tape: &mut Tape, least: usize) -> Vec<Node> {
    tape.list(least, 2, |tape| match tape.below(2) {
        0 => Node::text(line(tape, 9)),
        _ => {
            let words = text(tape);
            Record::new()
                .with("text", words)
                .maybe(tape, 2, "url", url)
                .maybe(tape, 3, "outcome", text)
                .node(tape)
        }
    })
}

pub(crate) fn url(tape: &mut Tape) -> Node {
    Node::text(tape.pick(&[
        "https://www.example.org/a?b=c&d#e",
        "/pictures/group.svg",
        "mailto:a@b.example",
    ]))
}

pub(crate) fn yes_or_no(tape: &mut Tape) -> Node {
    Node::bool(tape.once_in(2))
}

/// A source of figures.
pub(crate) fn source(tape: &mut Tape, published: Option<days::Day>) -> Node {
    let name = text(tape);
    let source =
        Record::new().with("name", name).maybe(tape, 2, "table", text).maybe(tape, 2, "url", url);
    source.with_any("published", published.map(Node::word)).node(tape)
}

/// An id: `kind`, `number`, and a word by chance.
pub(crate) fn id(tape: &mut Tape, kind: &str, number: usize) -> String {
    let tail = tape.pick(&["", "", "-x", "-19-to-21", "-0"]);
    format!("{kind}-{number}{tail}")
}
