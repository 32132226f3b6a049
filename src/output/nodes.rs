//! The document tree as nodes: what the theme's Typst templates write.
//!
//! A node is a string, or a map whose `t` says what it is. Words are strings
//! of data to Typst, never its markup, so nothing in them is a command. Where
//! something leads, `to` is an address of the site (`2024-25/health/index.html#para-3.1`)
//! or one that begins with a scheme; what can be led to has such an address as
//! its `at`. The sheet decides which of them are links within itself.

use super::cx::Cx;
use super::prose::Shown;
use crate::diagnostic::Span;
use crate::narrative::{
    Block, Document, Footnote, Heading, Inline, Item, ListKind, Paragraph, TableBlock, plain_text,
};
use serde_json::{Value, json};

/// `document` as nodes, its footnotes where they are called.
pub(super) fn document(cx: &Cx<'_>, document: &Document) -> Vec<Value> {
    let mut nodes =
        Nodes { cx, notes: &document.footnotes, called: Vec::new(), depth: 1, is_note: false };
    nodes.blocks(&document.blocks)
}

struct Nodes<'c, 'a> {
    cx: &'c Cx<'a>,
    notes: &'c [Footnote],
    /// The footnotes that stand on the sheet already.
    called: Vec<usize>,
    /// The depth of the heading last written; components go one deeper.
    depth: u8,
    /// Whether a footnote is being written.
    is_note: bool,
}

impl Nodes<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Value> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Vec<Value> {
        let node = match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => return self.paragraph(paragraph),
            Block::List { kind, items } => self.list(*kind, items),
            Block::Quotation(blocks) => json!({"t": "quotation", "c": self.blocks(blocks)}),
            Block::Callout(kind, blocks) => {
                let title = self.cx.t(&format!("callout.{}", kind.slug()));
                json!({"t": "callout", "kind": kind.slug(), "title": title, "c": self.blocks(blocks)})
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => json!({"t": "pre", "s": code}),
            Block::Rule => json!({"t": "rule"}),
            Block::Component(spec, span) => {
                let shown = self.cx.shown(spec, span, self.depth);
                return self::shown(self.cx, shown);
            }
        };
        vec![node]
    }

    /// The address of a place on the page.
    fn at(&self, anchor: &str) -> String {
        format!("{}#{anchor}", self.cx.path)
    }

    fn heading(&mut self, heading: &Heading) -> Value {
        self.depth = heading.level;
        json!({
            "t": "h",
            "level": heading.level,
            "n": heading.number,
            "at": self.at(&heading.anchor),
            "c": self.words(&heading.words),
        })
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Vec<Value> {
        if let [Inline::Image { file, alt, span }] = paragraph.words.as_slice() {
            let picture = self.image(file, alt, span);
            return picture.map(|it| json!({"t": "picture", "c": [it]})).into_iter().collect();
        }
        let at = paragraph.anchor.as_ref().map(|anchor| self.at(anchor));
        vec![json!({"t": "p", "n": paragraph.number, "at": at, "c": self.words(&paragraph.words)})]
    }

    fn list(&mut self, kind: ListKind, items: &[Item]) -> Value {
        let (kind, first) = match kind {
            ListKind::Bullets => ("bullets", 1),
            ListKind::Numbers(first) => ("numbers", first),
            ListKind::Letters => ("letters", 1),
            ListKind::Roman => ("roman", 1),
        };
        let items: Vec<Value> = items.iter().map(|item| self.item(item)).collect();
        json!({"t": "list", "kind": kind, "first": first, "items": items})
    }

    fn item(&mut self, item: &Item) -> Value {
        let at = item.anchor.as_ref().map(|anchor| self.at(anchor));
        json!({"mark": item.mark, "at": at, "c": self.blocks(&item.blocks)})
    }

    fn table(&mut self, table: &TableBlock) -> Value {
        let name = table.head.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(", ");
        let head: Vec<_> = table.head.iter().map(|cell| self.words(cell)).collect();
        let rows: Vec<Vec<_>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| self.words(cell)).collect())
            .collect();
        json!({"t": "table", "name": name, "right": table.right, "head": head, "rows": rows})
    }

    fn words(&mut self, words: &[Inline]) -> Vec<Value> {
        words.iter().filter_map(|word| self.word(word)).collect()
    }

    fn word(&mut self, word: &Inline) -> Option<Value> {
        Some(match word {
            Inline::Text(run) => json!(run.as_str()),
            Inline::Emphasis(words) => json!({"t": "em", "c": self.words(words)}),
            Inline::Strong(words) => json!({"t": "strong", "c": self.words(words)}),
            Inline::Code(code) => json!({"t": "code", "s": code}),
            Inline::Value(taken) => json!({"t": "value", "c": [taken.words]}),
            Inline::Marked(marked) => json!({
                "t": "lang",
                "lang": marked.primary(),
                "rtl": marked.is_right_to_left(),
                "c": [marked.words],
            }),
            Inline::Link { to, words, span } => self.link(to, words, span),
            Inline::Image { file, alt, span } => return self.image(file, alt, span),
            Inline::Reference { found, .. } => return self.reference(found.as_ref()?),
            Inline::Footnote(number) => return self.note(*number),
            Inline::SoftBreak => json!(" "),
            Inline::HardBreak => json!({"t": "br"}),
        })
    }

    fn link(&mut self, to: &str, words: &[Inline], span: &Span) -> Value {
        let to = self.cx.link(to, span).map(|to| self.address(&to));
        json!({"t": "link", "to": to, "c": self.words(words)})
    }

    /// An address as seen from the home page.
    fn address(&self, to: &str) -> String {
        match to.strip_prefix('#') {
            Some(anchor) => self.at(anchor),
            None => to.strip_prefix(&self.cx.root).unwrap_or(to).to_owned(),
        }
    }

    fn reference(&self, (words, target): &(String, String)) -> Option<Value> {
        Some(json!({"t": "link", "to": self.address(target), "c": [words]}))
    }

    /// A picture, which stands in the sheet by its path below `content/`.
    fn image(&self, file: &str, alt: &str, span: &Span) -> Option<Value> {
        let path = self.address(&self.cx.picture(file, span)?);
        Some(json!({"t": "image", "file": path, "alt": alt}))
    }

    /// A footnote where it is first called, and its number afterwards. A note
    /// within a note would upset the numbers of both.
    fn note(&mut self, number: usize) -> Option<Value> {
        let note = self.notes.get(number.checked_sub(1)?).filter(|_| !self.is_note)?;
        let name = self.at(&format!("note-{number}"));
        if self.called.contains(&number) {
            return Some(json!({"t": "note", "name": name}));
        }
        self.called.push(number);
        self.is_note = true;
        let said = self.blocks(&note.blocks);
        self.is_note = false;
        Some(json!({"t": "note", "name": name, "c": said}))
    }
}

/// What blocks show, as nodes.
pub(super) fn shown(cx: &Cx<'_>, shown: Vec<Shown>) -> Vec<Value> {
    shown.into_iter().flat_map(|shown| node_of(cx, shown)).collect()
}

fn node_of(cx: &Cx<'_>, shown: Shown) -> Vec<Value> {
    match shown {
        Shown::Heading { title, anchor, level } => {
            let at = format!("{}#{anchor}", cx.path);
            vec![json!({"t": "h", "level": level, "n": null, "at": at, "c": [title]})]
        }
        Shown::Component(name, it, level) => {
            vec![json!({"t": "component", "name": name, "it": it, "level": level})]
        }
        Shown::Prose(Value::Array(nodes)) => nodes,
        Shown::Prose(_) => Vec::new(),
        Shown::Exempt(note, shown) => {
            vec![json!({"t": "exempt", "note": note, "c": self::shown(cx, shown)})]
        }
    }
}
