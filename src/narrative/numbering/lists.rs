//! Letters and numerals of items: (a), (i), (A), (1), and again.

use super::{LabelKind, Pass};
use crate::model::page::Numbering;
use crate::narrative::tree::{Block, Item, ListKind};

/// Where a list stands: what the anchors of its items begin with, and what is
/// said of them: `para-16` and `16`.
#[derive(Clone)]
pub(super) struct Under {
    anchor: String,
    number: String,
    depth: usize,
    /// Whether it is a list of recommendations under no number.
    is_asked: bool,
}

impl Under {
    /// Below the paragraph with this number, if there is one.
    pub(super) fn paragraph(number: Option<&str>) -> Self {
        let number = number.unwrap_or_default().to_owned();
        let anchor = if number.is_empty() { "para".to_owned() } else { format!("para-{number}") };
        Self { anchor, number, depth: 0, is_asked: false }
    }

    /// Below an item of this list.
    fn item(&self, mark: Option<&str>, is_ordered: bool) -> Self {
        let depth = self.depth + usize::from(is_ordered);
        let Some(mark) = mark else { return Self { depth, ..self.clone() } };
        Self {
            anchor: format!("{}-{}", self.anchor, mark.to_lowercase()),
            number: format!("{}({mark})", self.number),
            depth,
            ..*self
        }
    }
}

impl Pass<'_> {
    /// Marks the items of a list. A document without numbers keeps its lists as
    /// they are, but for those that are lettered already: recommendations.
    pub(super) fn list(&mut self, kind: &mut ListKind, items: &mut [Item], under: &Under) {
        let first = match kind {
            ListKind::Numbers(first) => usize::try_from(*first).unwrap_or(1).max(1),
            _ => 1,
        };
        let is_ordered = *kind != ListKind::Bullets;
        let mut under = under.clone();
        if matches!(kind, ListKind::Letters) && under.number.is_empty() {
            "recommended".clone_into(&mut under.anchor);
            under.is_asked = true;
        }
        if matches!(kind, ListKind::Numbers(_)) && self.numbering != Numbering::None {
            *kind = if under.depth % 4 == 1 { ListKind::Roman } else { ListKind::Letters };
        }
        let is_marked = matches!(kind, ListKind::Letters | ListKind::Roman);
        for (at, item) in items.iter_mut().enumerate() {
            item.mark = is_marked.then(|| mark(under.depth, first + at));
            self.item(item, &under.item(item.mark.as_deref(), is_ordered));
        }
    }

    /// Names an item and what stands in it, which is `within`.
    fn item(&mut self, item: &mut Item, within: &Under) {
        let label = match item.blocks.first_mut() {
            Some(Block::Paragraph(first)) => {
                first.label.take().map(|label| (label, first.span.clone()))
            }
            _ => None,
        };
        let marked = item.mark.is_some().then(|| within.anchor.clone());
        let wanted = marked.or_else(|| label.as_ref().map(|(label, _)| label.clone()));
        item.anchor = wanted.map(|wanted| self.unique(&wanted));
        if let Some((label, span)) = label {
            let anchor = item.anchor.clone().unwrap_or_default();
            let (kind, number) = match item.mark {
                Some(_) if within.is_asked => (LabelKind::Recommendation, within.number.clone()),
                Some(_) => (LabelKind::Paragraph, within.number.clone()),
                None => (LabelKind::Bare, String::new()),
            };
            self.label(Some(&label), kind, number, &anchor, &span);
        }
        for block in &mut item.blocks {
            if let Block::List { kind, items } = block {
                self.list(kind, items, within);
            }
        }
    }
}

/// The mark of the item `number`, from 1, of a list this deep: a letter, a small
/// roman numeral, a capital, a number, and so on from the letters.
fn mark(depth: usize, number: usize) -> String {
    match depth % 4 {
        0 => letter(number - 1),
        1 => roman(number),
        2 => letter(number - 1).to_uppercase(),
        _ => number.to_string(),
    }
}

/// a, b, … z, aa, ab, …
pub fn letter(at: usize) -> String {
    let own = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { own.to_string() } else { format!("{}{own}", letter(at / 26 - 1)) }
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut written = String::new();
    for (size, sign) in SIGNS {
        while number >= size {
            written.push_str(sign);
            number -= size;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_lettered_and_numbered_as_in_papers() {
        assert_eq!([letter(0), letter(25), letter(26)], ["a", "z", "aa"]);
        assert_eq!([roman(1), roman(4), roman(9), roman(14)], ["i", "iv", "ix", "xiv"]);
        let deep: Vec<String> = (0..8).map(|depth| mark(depth, 2)).collect();
        assert_eq!(deep, ["b", "ii", "B", "2", "b", "ii", "B", "2"]);
    }
}
