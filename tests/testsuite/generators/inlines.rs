//! Runs of Markdown words: stress, code, links, pictures, notes and values.

use super::days::Day;
use super::tape::Tape;
use super::values::Asker;
use super::world::World;
use super::yaml::Node;

const WORDS: [&str; 40] = [
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
    "caf\u{65}\u{301}",
    "🙂",
    "👩‍👧",
    "“promise”",
    "(see",
    "note)",
    "A/B",
    "&",
    "can't",
    "—",
    "x:y",
    "C#",
    "#1",
    "re:",
    "عربي",
    "10\u{a0}km",
    "12.80",
    "1,234",
    "e.g.",
    "[c]",
    "{x}",
    "50+",
    "~",
    "@home",
    "ﬁ",
    "\u{200f}",
    "no.",
    "it",
];

const CODE: [&str; 6] =
    ["`code`", "`` a ` b ``", "`{{ value(id=\"x\") }}`", "`<b>`", "`{% if %}`", "`[^x]`"];

const SIGNS: [&str; 9] =
    ["\\*", "\\<", "\\_x\\_", "\\[x\\]", "\\`", "&amp;", "&pound;", "&#163;", "\\\\"];

const LINKS: [&str; 5] = [
    "/pictures/group.svg",
    "https://www.example.org/a?b=c#d",
    "#main",
    "tel:+441234567",
    "<mailto:a@b.example>",
];

/// Where words stand, and so what may not be among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Paragraph,
    /// Headings, cells: on one line.
    Line,
    /// Within a link: no other link, and no footnote.
    Link,
}

/// Writes the words of one page.
pub(crate) struct Author<'w> {
    pub(crate) world: &'w World,
    pub(crate) as_at: Option<Day>,
    /// How many paragraphs and headings have a name so far.
    pub(crate) named: usize,
    /// The names of those that can be cited: headings, and what has a number.
    pub(crate) labels: Vec<String>,
    /// The footnotes called so far.
    pub(crate) notes: usize,
    /// Whether footnotes can be called.
    pub(crate) calls: bool,
}

impl<'w> Author<'w> {
    pub(crate) fn new(world: &'w World, as_at: Option<Day>) -> Self {
        Self { world, as_at, named: 0, labels: Vec::new(), notes: 0, calls: true }
    }

    /// Words, the first of them plain.
    pub(crate) fn run(&mut self, tape: &mut Tape, most: usize, place: Place) -> String {
        let mut run =
            tape.pick(&["Children", "We", "Every", "Our", "Plant", "3", "£4", "É"]).to_owned();
        for _ in 0..tape.below(most) {
            let gap = self.gap(tape, place);
            run.push_str(gap);
            let words = self.words(tape, place);
            run.push_str(&words);
        }
        run
    }

    fn gap(&self, tape: &mut Tape, place: Place) -> &'static str {
        match (place, tape.below(20)) {
            (Place::Paragraph, 17) => "\n",
            (Place::Paragraph, 18) => "  \n",
            (Place::Paragraph, 19) => "\\\n",
            _ => " ",
        }
    }

    fn words(&mut self, tape: &mut Tape, place: Place) -> String {
        match tape.below(24) {
            0 => self.marked(tape, place, "*"),
            1 => self.marked(tape, place, "**"),
            2 => self.marked(tape, place, other_mark(place)),
            3 => tape.pick(&CODE).to_owned(),
            4 => tape.pick(&SIGNS).to_owned(),
            5 if place != Place::Link => self.link(tape),
            6 => self.picture(tape),
            7 if place != Place::Link => self.note(tape),
            8..=11 => self.value(tape).unwrap_or_else(|| "none".to_owned()),
            _ => tape.pick(&WORDS).to_owned(),
        }
    }

    fn marked(&mut self, tape: &mut Tape, place: Place, mark: &str) -> String {
        let place = if place == Place::Paragraph { Place::Line } else { place };
        format!("{mark}{}{mark}", self.run(tape, 3, place))
    }

    fn link(&mut self, tape: &mut Tape) -> String {
        if tape.once_in(4) {
            return tape.pick(&["<https://www.example.org/>", "<a.b@c.example>"]).to_owned();
        }
        let words = self.run(tape, 3, Place::Link);
        let title = tape.pick(&["", "", " \"A title\""]);
        format!("[{words}]({}{title})", tape.pick(&LINKS))
    }

    fn picture(&mut self, tape: &mut Tape) -> String {
        // The number of a paragraph may not stand in alternative text.
        let value = self.value(tape).filter(|value| !value.contains("para"));
        let value = value.filter(|_| tape.once_in(3)).unwrap_or_default();
        format!("![A group of *people* {value}]({})", "/pictures/group.svg")
    }

    /// A call of a footnote: of a new one, or of the last again.
    fn note(&mut self, tape: &mut Tape) -> String {
        if !self.calls {
            return "then".to_owned();
        }
        self.notes += usize::from(self.notes == 0 || !tape.once_in(4));
        format!("said[^n{}]", self.notes)
    }

    fn value(&self, tape: &mut Tape) -> Option<String> {
        Asker { world: self.world, as_at: self.as_at, labels: &self.labels }.value(tape)
    }
}

fn other_mark(place: Place) -> &'static str {
    if place == Place::Link { "_" } else { "~~" }
}

/// Markdown as it stands in a field of YAML: one or two paragraphs or a list.
pub(crate) fn prose(tape: &mut Tape) -> Node {
    let world = World::default();
    let mut author = Author { calls: false, ..Author::new(&world, None) };
    let first = author.run(tape, 12, Place::Paragraph);
    let text = match tape.below(6) {
        0 => format!("{first}\n\n{}", author.run(tape, 6, Place::Paragraph)),
        1 => format!(
            "{first}\n\n- {}\n- {}",
            author.run(tape, 4, Place::Line),
            author.run(tape, 4, Place::Line)
        ),
        _ => first,
    };
    Node::text(text)
}
