//! The document tree as HTML.

mod tables;

use super::cx::Cx;
use crate::narrative::{
    Block, Document, Footnote, Heading, Inline, Item, ListKind, Marked, Paragraph, Run,
};

/// Writes documents as HTML for one page.
pub(super) struct Html<'c, 'a> {
    cx: &'c Cx<'a>,
    out: String,
    /// The depth of the heading last written; components go one deeper.
    depth: u8,
    /// Which call of each footnote is the first.
    called: Vec<usize>,
}

impl<'c, 'a> Html<'c, 'a> {
    /// `document` as HTML.
    pub(super) fn document(cx: &'c Cx<'a>, document: &Document) -> String {
        let mut html = Self { cx, out: String::new(), depth: 1, called: Vec::new() };
        html.blocks(&document.blocks);
        html.footnotes(&document.footnotes);
        html.out
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            self.out.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List { kind, items } => self.list(*kind, items),
            Block::Quotation(blocks) => {
                self.out.push_str("<blockquote>");
                self.blocks(blocks);
                self.out.push_str("</blockquote>");
            }
            Block::Callout(kind, blocks) => {
                let title = self.cx.t(&format!("callout.{}", kind.slug()));
                self.out.push_str(&format!("<div class=\"callout {}\" role=\"note\"><p class=\"callout-title\">{title}</p>", kind.slug()));
                self.blocks(blocks);
                self.out.push_str("</div>");
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => self.wrap("<pre><code>", code, "</code></pre>"),
            Block::Rule => self.out.push_str("<hr>"),
            Block::Component(spec, span) => {
                let shown = self.cx.shown(spec, span, self.depth);
                self.out.push_str(&self.cx.shown_in_page(&shown));
            }
        }
    }

    fn wrap(&mut self, open: &str, text: &str, close: &str) {
        self.out.push_str(open);
        escape(text, &mut self.out);
        self.out.push_str(close);
    }

    fn heading(&mut self, heading: &Heading) {
        self.depth = heading.level;
        self.out.push_str(&format!("<h{} id=\"{}\">", heading.level, heading.anchor));
        if let Some(number) = &heading.number {
            self.out.push_str(&format!("<span class=\"number\">{number}</span> "));
        }
        self.words(&heading.words);
        self.out.push_str(&format!("</h{}>", heading.level));
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if let [Inline::Image { file, alt, span }] = paragraph.words.as_slice() {
            self.out.push_str("<figure class=\"image\">");
            self.image(file, alt, span);
            self.out.push_str("</figure>");
            return;
        }
        match (&paragraph.number, &paragraph.anchor) {
            (Some(number), Some(anchor)) => {
                self.out.push_str(&format!(
                    "<div class=\"para numbered\" id=\"{anchor}\"><a class=\"para-number\" href=\"#{anchor}\">{number}</a><p>"
                ));
                self.words(&paragraph.words);
                self.out.push_str("</p></div>");
            }
            (_, anchor) => {
                let id =
                    anchor.as_ref().map_or(String::new(), |anchor| format!(" id=\"{anchor}\""));
                self.out.push_str(&format!("<p{id}>"));
                self.words(&paragraph.words);
                self.out.push_str("</p>");
            }
        }
    }

    fn list(&mut self, kind: ListKind, items: &[Item]) {
        let (open, close) = match kind {
            ListKind::Bullets => ("<ul>".to_owned(), "</ul>"),
            ListKind::Numbers(1) => ("<ol>".to_owned(), "</ol>"),
            ListKind::Numbers(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
            ListKind::Letters => ("<ol class=\"letters\">".to_owned(), "</ol>"),
            ListKind::Roman => ("<ol class=\"letters roman\">".to_owned(), "</ol>"),
        };
        self.out.push_str(&open);
        items.iter().for_each(|item| self.item(item));
        self.out.push_str(close);
    }

    fn item(&mut self, item: &Item) {
        let id = item.anchor.as_ref().map_or(String::new(), |anchor| format!(" id=\"{anchor}\""));
        self.out.push_str(&format!("<li{id}>"));
        if let Some(mark) = &item.mark {
            self.out.push_str(&format!("<span class=\"letter\">({mark})</span> <div>"));
        }
        match item.blocks.as_slice() {
            [Block::Paragraph(only)] if only.number.is_none() => self.words(&only.words),
            [Block::Paragraph(first), rest @ ..]
                if rest.iter().all(|block| matches!(block, Block::List { .. })) =>
            {
                self.words(&first.words);
                self.blocks(rest);
            }
            blocks => self.blocks(blocks),
        }
        self.out.push_str(if item.mark.is_some() { "</div></li>" } else { "</li>" });
    }

    fn words(&mut self, words: &[Inline]) {
        words.iter().for_each(|word| self.word(word));
    }

    fn word(&mut self, word: &Inline) {
        match word {
            Inline::Text(run) => escape(run.as_str(), &mut self.out),
            Inline::Emphasis(words) => self.around("<em>", words, "</em>"),
            Inline::Strong(words) => self.around("<strong>", words, "</strong>"),
            Inline::Code(code) => self.wrap("<code>", code, "</code>"),
            Inline::Value(taken) => {
                self.wrap("<span class=\"value\">", &taken.words, "</span>");
            }
            Inline::Marked(marked) => self.marked(marked),
            Inline::Link { to, words, span } => match self.cx.link(to, span) {
                Some(address) => self.anchor(&address, words),
                None => self.words(words),
            },
            Inline::Image { file, alt, span } => self.image(file, alt, span),
            Inline::Reference { found: Some((words, target)), .. } => {
                self.reference(words, target);
            }
            Inline::Reference { found: None, .. } => {}
            Inline::Footnote(number) => self.footnote_call(*number),
            Inline::SoftBreak => self.out.push('\n'),
            Inline::HardBreak => self.out.push_str("<br>"),
        }
    }

    fn around(&mut self, open: &str, words: &[Inline], close: &str) {
        self.out.push_str(open);
        self.words(words);
        self.out.push_str(close);
    }

    fn marked(&mut self, marked: &Marked) {
        let direction = if marked.is_right_to_left() { " dir=\"rtl\"" } else { "" };
        let open = format!("<span lang=\"{}\"{direction}>", marked.language);
        self.wrap(&open, &marked.words, "</span>");
    }

    fn anchor(&mut self, address: &str, words: &[Inline]) {
        self.out.push_str("<a href=\"");
        escape(address, &mut self.out);
        self.out.push_str("\">");
        self.words(words);
        self.out.push_str("</a>");
    }

    fn reference(&mut self, words: &str, target: &str) {
        let address = if target.starts_with('#') {
            target.to_owned()
        } else {
            format!("{}{target}", self.cx.root)
        };
        self.anchor(&address, &[Inline::Text(Run::new(words, 0..0))]);
    }

    fn image(&mut self, file: &str, alt: &str, span: &crate::diagnostic::Span) {
        let Some(address) = self.cx.picture(file, span) else { return };
        self.out.push_str("<img src=\"");
        escape(&address, &mut self.out);
        self.out.push_str("\" alt=\"");
        escape(alt, &mut self.out);
        self.out.push_str("\">");
    }

    fn footnote_call(&mut self, number: usize) {
        let id = if self.called.contains(&number) {
            String::new()
        } else {
            format!(" id=\"note-call-{number}\"")
        };
        self.called.push(number);
        self.out.push_str(&format!(
            "<sup class=\"note-call\"><a{id} href=\"#note-{number}\">[{number}]</a></sup>"
        ));
    }

    fn footnotes(&mut self, notes: &[Footnote]) {
        if notes.is_empty() {
            return;
        }
        let title = self.cx.t("footnote.title");
        self.out.push_str(&format!("<section class=\"footnotes\" aria-labelledby=\"notes-title\"><h2 id=\"notes-title\">{title}</h2><ol>"));
        for (at, note) in notes.iter().enumerate() {
            let number = at + 1;
            let back = self.cx.strings().say("footnote.back", &[("number", &number.to_string())]);
            self.out.push_str(&format!("<li id=\"note-{number}\">"));
            self.blocks(&note.blocks);
            self.out.push_str(&format!("<a class=\"note-back\" href=\"#note-call-{number}\" aria-label=\"{back}\">↩</a></li>"));
        }
        self.out.push_str("</ol></section>");
    }
}

/// Adds `text` to `out` with the signs that mean something in HTML escaped.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
