//! What a careful eye reads from a drawing: marks, lines and the scale.

use roxmltree::Node;

/// A chart's drawing as read back from its SVG; lengths in pixels.
#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) description: String,
    /// The numbers of the scale, as written.
    pub(super) ticks: Vec<String>,
    pub(super) scale: Scale,
    /// Every mark that carries a figure, in the order drawn.
    pub(super) marks: Vec<Mark>,
    /// Every line that joins figures.
    pub(super) lines: Vec<Line>,
}

/// A line: whose it is, and the places along the scale of what it joins.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) slot: usize,
    pub(super) values: Vec<f64>,
}

/// The series with which every panel of small multiples is compared.
pub(super) const REFERENCE: usize = 99;

/// A marker or the end of a bar.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) slot: usize,
    /// Its place along the scale.
    pub(super) value: f64,
    pub(super) provisional: bool,
}

/// Places and numbers of two ticks of the scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// The number at a place.
    pub(super) fn number_at(&self, place: f64) -> f64 {
        let share = (place - self.from.0) / (self.to.0 - self.from.0);
        self.from.1 + share * (self.to.1 - self.from.1)
    }

    /// The length along the scale between two numbers.
    pub(super) fn length(&self, from: f64, to: f64) -> f64 {
        (to - from) / (self.to.1 - self.from.1) * (self.to.0 - self.from.0)
    }

    /// What a tenth of a pixel stands for: places are written in tenths.
    pub(super) fn tenth(&self) -> f64 {
        (0.1 * (self.to.1 - self.from.1) / (self.to.0 - self.from.0)).abs()
    }
}

/// Parts of a drawing that name and explain, and carry no figure by their place.
const APART: [&str; 6] = ["axes", "labels", "key", "target", "break", "notes"];

impl Drawing {
    pub(super) fn of(svg: &str) -> Self {
        let document = roxmltree::Document::parse(svg).unwrap();
        let root = document.root_element();
        let nodes = || root.descendants().filter(Node::is_element);
        let description = nodes().find(|node| node.has_tag_name("desc")).unwrap();
        let (scale, upright, ticks) = scale(root);
        let shapes: Vec<Shape> = nodes().flat_map(shapes).collect();
        Self {
            description: description.text().unwrap_or_default().to_owned(),
            ticks,
            scale,
            marks: shapes.iter().filter_map(|shape| shape.mark(&scale, upright)).collect(),
            lines: shapes.iter().filter_map(|shape| shape.line(upright)).collect(),
        }
    }
}

/// The classes of an element and of every group around it.
fn classes(node: Node<'_, '_>) -> Vec<String> {
    let all = node.ancestors().filter_map(|node| node.attribute("class"));
    all.flat_map(|classes| classes.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The first and the last number of the scale, whether it is upright, and its
/// words: numbers beside the plot share their x, numbers below it their y.
fn scale(root: Node<'_, '_>) -> (Scale, bool, Vec<String>) {
    let texts = root.descendants().filter(|node| node.has_tag_name("text"));
    let in_axes = texts.filter(|node| classes(*node).iter().any(|class| class == "axes"));
    let words: Vec<Node<'_, '_>> = in_axes.collect();
    let ticks: Vec<(f64, f64, f64)> = words
        .iter()
        .map_while(|node| Some((length(*node, "x"), length(*node, "y"), number(node.text()?)?)))
        .collect();
    let written = words.iter().filter_map(|node| node.text()).map(str::to_owned).collect();
    // Panels below one another repeat the scale: the first will do.
    let rising = ticks.windows(2).take_while(|pair| pair[1].2 > pair[0].2).count();
    let (first, last) = (ticks[0], ticks[rising]);
    let upright = (first.0 - last.0).abs() < 0.01;
    // Words are written from their baseline, a constant way below their middle.
    let place = |tick: (f64, f64, f64)| if upright { tick.1 - BASELINE } else { tick.0 };
    (Scale { from: (place(first), first.2), to: (place(last), last.2) }, upright, written)
}

/// From the middle of words down to their baseline: 0.35 of 15 pixels.
const BASELINE: f64 = 5.2;

/// A number of a scale: `63%`, `£1,200`, `−4`.
fn number(words: &str) -> Option<f64> {
    words.replace('−', "-").replace(['%', '£', ','], "").parse().ok()
}

fn length(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// One outline: a circle, a rectangle, or a part of a path.
struct Shape {
    classes: Vec<String>,
    round: bool,
    corners: Vec<(f64, f64)>,
}

impl Shape {
    fn is(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own == class)
    }

    /// The series it belongs to, unless it stands in a key.
    fn slot(&self) -> Option<usize> {
        let apart = self.classes.iter().any(|class| APART.contains(&class.as_str()));
        let slot = self.classes.iter().find_map(|class| class.strip_prefix('s')?.parse().ok());
        slot.filter(|_| !apart).map(|slot: usize| slot - 1)
    }

    fn mark(&self, scale: &Scale, upright: bool) -> Option<Mark> {
        let slot = self.slot()?;
        let value = if self.is("b") {
            self.far_end(scale)
        } else if self.is("m") {
            let (x, y) = self.middle(slot);
            if upright { y } else { x }
        } else {
            return None;
        };
        Some(Mark { slot, value, provisional: self.is("pr") })
    }

    /// The end of a bar that is not at zero.
    fn far_end(&self, scale: &Scale) -> f64 {
        let (left, right) = range(self.corners.iter().map(|corner| corner.0));
        let from_zero = |place: f64| scale.number_at(place).abs();
        if from_zero(left) > from_zero(right) { left } else { right }
    }

    /// The point that a marker stands for. A triangle's is a third of the way
    /// from its foot, and not in the middle of its height.
    fn middle(&self, slot: usize) -> (f64, f64) {
        let (left, right) = range(self.corners.iter().map(|corner| corner.0));
        let (top, bottom) = range(self.corners.iter().map(|corner| corner.1));
        let y = if slot == 3 && !self.round { top + 5.2 } else { f64::midpoint(top, bottom) };
        (f64::midpoint(left, right), y)
    }

    fn line(&self, upright: bool) -> Option<Line> {
        let slot = if self.is("ref") { Some(REFERENCE) } else { self.slot() };
        let places = self.corners.iter().map(|corner| if upright { corner.1 } else { corner.0 });
        let in_plot = !self.is("key") && !self.is("labels");
        (self.is("l") && in_plot).then(|| Some(Line { slot: slot?, values: places.collect() }))?
    }
}

fn range(numbers: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    (numbers.clone().fold(f64::MAX, f64::min), numbers.fold(f64::MIN, f64::max))
}

fn shapes(node: Node<'_, '_>) -> Vec<Shape> {
    let classes = classes(node);
    let shape = |round, corners| Shape { classes: classes.clone(), round, corners };
    match node.tag_name().name() {
        "circle" => vec![shape(true, vec![(length(node, "cx"), length(node, "cy"))])],
        "rect" => {
            let (x, y) = (length(node, "x"), length(node, "y"));
            let end = (x + length(node, "width"), y + length(node, "height"));
            vec![shape(false, vec![(x, y), end])]
        }
        "path" => {
            outlines(node.attribute("d").unwrap()).into_iter().map(|o| shape(false, o)).collect()
        }
        _ => Vec::new(),
    }
}

/// The corners of every part of a path.
fn outlines(path: &str) -> Vec<Vec<(f64, f64)>> {
    let mut outlines: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut at = (0.0, 0.0);
    let starts: Vec<usize> =
        path.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).map(|(at, _)| at).collect();
    for (n, start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(path.len());
        let numbers: Vec<f64> = numbers(&path[start + 1..end]);
        let (x, y) = (numbers.first().copied(), numbers.get(1).copied());
        at = match &path[*start..=*start] {
            "M" | "L" => (x.unwrap(), y.unwrap()),
            "m" | "l" => (at.0 + x.unwrap(), at.1 + y.unwrap()),
            "H" => (x.unwrap(), at.1),
            "h" => (at.0 + x.unwrap(), at.1),
            "V" => (at.0, x.unwrap()),
            "v" => (at.0, at.1 + x.unwrap()),
            _ => continue,
        };
        if path[*start..].starts_with(['M', 'm']) {
            outlines.push(Vec::new());
        }
        outlines.last_mut().unwrap().push(at);
    }
    outlines
}

/// Numbers with spaces between them, or with nothing before a minus.
fn numbers(words: &str) -> Vec<f64> {
    words.replace('-', " -").split_whitespace().map(|word| word.parse().unwrap()).collect()
}
