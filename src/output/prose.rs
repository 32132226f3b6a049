//! Prose that stands in YAML, and blocks that stand in narratives.

use super::cited::{Fill, Known};
use super::cx::{Cx, Medium};
use super::html::Html;
use super::nodes;
use super::{
    actions, charts, meetings, outcomes, pledges, ratings, recommendations, scorecard, tally,
    you_said,
};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::model::Text;
use crate::model::page::Numbering;
use crate::narrative::{self, Block, BlockSpec, Counter, Document, QuoteSpec, Source};
use crate::register::{Filter, Kind};
use serde_json::{Value, json};
use std::sync::Arc;

/// What a block shows, before it is written in a medium.
pub(super) enum Shown {
    /// A component of the theme, what it shows, and the level of its headings.
    Component(&'static str, Value, u8),
    /// Words.
    Prose(Value),
    /// A heading of its own.
    Heading { title: String, anchor: &'static str, level: u8 },
    /// What the public may not see, with why.
    Exempt(Value, Vec<Shown>),
}

impl<'a> Cx<'a> {
    /// A text of `file`, Markdown with inline values, as the medium has it: a
    /// string of HTML, or a list of nodes.
    pub(super) fn prose(&self, file: &Arc<str>, text: &Text) -> Value {
        let words = text.in_language(self.language());
        let source = Source::in_yaml(file, words);
        let mut parsed = narrative::parse(&source, Numbering::None, self.evaluator());
        narrative::number(
            &mut parsed.value,
            Numbering::None,
            &mut Counter::default(),
            &mut parsed.findings,
        );
        let strings = self.strings();
        let findings = &mut parsed.findings;
        Fill { known: Known::Nothing, strings, findings }.document(&mut parsed.value);
        self.check_words(&source, &parsed.value);
        parsed.findings.iter().for_each(|finding| self.renderer.find(finding.clone()));
        self.written_document(file, &parsed.value)
    }

    /// Blocks of `file` that are numbered already, as the medium has them.
    pub(super) fn written(&self, file: &Arc<str>, blocks: &[Block]) -> Value {
        let document = Document { blocks: blocks.to_vec(), footnotes: Vec::new() };
        self.written_document(file, &document)
    }

    fn written_document(&self, file: &Arc<str>, document: &Document) -> Value {
        let within = self.within(file);
        match self.medium {
            Medium::Page => json!(Html::document(&within, document).trim_end()),
            Medium::Sheet => Value::Array(nodes::document(&within, document)),
        }
    }

    /// Checks the typed numbers of a text, once for each view, and its words once.
    fn check_words(&self, source: &Source<'_>, document: &Document) {
        let key = (source.file.clone(), source.text.to_owned());
        let Ok(mut read) = self.renderer.read.lock() else { return };
        let views = read.entry(key).or_default();
        let (first, new) = (views.is_empty(), views.insert(self.view_at));
        drop(read);
        if !new {
            return;
        }
        if first {
            let found = self.renderer.documents.access.read(source, document);
            found.iter().for_each(|finding| self.renderer.find(finding.clone()));
        }
        let reading = self.renderer.documents.checkers[self.view_at].read(source, document);
        reading.findings.iter().for_each(|finding| self.renderer.find(finding.clone()));
        if first {
            self.count(|made| made.typed_numbers += reading.numbers);
        }
    }

    /// Plain words as the medium has prose.
    pub(super) fn words(&self, words: &str) -> Value {
        match self.medium {
            Medium::Page => {
                let mut html = String::new();
                super::html::escape(words, &mut html);
                json!(html)
            }
            Medium::Sheet => json!([words]),
        }
    }

    /// Prose, or nothing.
    pub(super) fn prose_some(&self, file: &Arc<str>, text: Option<&Text>) -> Option<Value> {
        text.map(|text| self.prose(file, text))
    }

    /// A block of a narrative, below a heading of level `depth`.
    pub(super) fn shown(&self, spec: &BlockSpec, span: &Span, depth: u8) -> Vec<Shown> {
        let level = depth.max(1) + 1;
        let made = match spec {
            BlockSpec::Exempt(why, spec) => {
                return vec![Shown::Exempt(self.exempt(Some(why)), self.shown(spec, span, depth))];
            }
            BlockSpec::Passage(spec) => {
                return vec![Shown::Prose(self.prose(&self.file, &spec.text))];
            }
            BlockSpec::Chart(spec) => charts::block(self, spec, span).map(|it| ("chart", it)),
            BlockSpec::Outcomes(spec) => {
                scorecard::block(self, spec, span).map(|it| ("scorecard", it))
            }
            BlockSpec::KeyFigures(spec) => {
                scorecard::key_figures(self, &spec.ids, span).map(|it| ("key_figures", it))
            }
            BlockSpec::Table(spec) => {
                outcomes::table_block(self, &spec.id, span).map(|it| ("data_table", it))
            }
            BlockSpec::Pledges(spec) => pledges::block(self, spec, span).map(|it| ("pledges", it)),
            BlockSpec::Recommendations(spec) => {
                recommendations::block(self, spec, span).map(|it| ("recommendations", it))
            }
            BlockSpec::Actions(spec) => actions::block(self, spec, span).map(|it| ("actions", it)),
            BlockSpec::Status(spec) => tally::block(self, spec, span).map(|it| ("status_bar", it)),
            BlockSpec::Ratings(spec) => {
                ratings::block(self, &spec.ids, span).map(|it| ("ratings", it))
            }
            BlockSpec::Resolutions(spec) => {
                let parts = meetings::block(self, spec, span).into_iter();
                return parts.map(|it| Shown::Component("resolutions", it, level)).collect();
            }
            BlockSpec::YouSaid(spec) => {
                you_said::block(self, spec, span).map(|it| ("you_said_we_did", it))
            }
            BlockSpec::Quote(spec) => Some(("quote", self.quote(spec))),
            BlockSpec::Contact => Some(("contact", super::frame::contact(self))),
            BlockSpec::Contents => Some(("contents", json!({"items": super::frame::toc_of(self)}))),
        };
        made.into_iter().map(|(name, it)| Shown::Component(name, it, level)).collect()
    }

    /// The same as HTML.
    pub(super) fn shown_in_page(&self, shown: &[Shown]) -> String {
        let html = shown.iter().map(|shown| match shown {
            Shown::Component(name, it, level) => self.component(name, it, *level),
            Shown::Prose(words) => words.as_str().unwrap_or_default().to_owned(),
            Shown::Heading { title, anchor, level } => {
                format!("<h{level} id=\"{anchor}\">{title}</h{level}>\n")
            }
            Shown::Exempt(note, shown) => {
                let it = json!({"note": note, "shown_prose": self.shown_in_page(shown)});
                self.component("exempt_part", &it, 2)
            }
        });
        html.collect()
    }

    /// A component of the theme as HTML, its headings of level `level`.
    pub(super) fn component(&self, name: &str, it: &Value, level: u8) -> String {
        let it = tera::Value::from_serializable(it);
        let levelled = matches!(name, "pledges" | "recommendations" | "you_said_we_did");
        match self.renderer.theme.component(name, &self.root, &it, levelled.then_some(level)) {
            Ok(html) => html,
            Err(finding) => {
                self.renderer.find(*finding);
                String::new()
            }
        }
    }

    fn quote(&self, spec: &QuoteSpec) -> Value {
        json!({
            "words_prose": self.prose(&self.file, &spec.words),
            "who": self.say_some(spec.who.as_ref()),
            "age_band": spec.age_band,
        })
    }

    /// Reports what a filter names that is not there; `None` if anything is not.
    pub(super) fn check_filter(&self, filter: &Filter, span: &Span) -> Option<()> {
        let view = self.view();
        let groups: (&str, Vec<&str>) = match filter.kind {
            Kind::Recommendation => (
                "review",
                view.reviews.iter().map(|filed| filed.value.review.id.as_str()).collect(),
            ),
            Kind::Commitment | Kind::Action => {
                ("set", view.sets.iter().map(|filed| filed.value.set.id.as_str()).collect())
            }
            Kind::Decision => {
                ("meeting", view.meetings.iter().map(|meeting| meeting.id.as_str()).collect())
            }
        };
        let strange = filter.groups.iter().filter(|group| !groups.1.contains(&group.as_str()));
        let strange: Vec<&String> = strange.collect();
        for group in &strange {
            self.unknown(groups.0, group, groups.1.iter().copied(), span);
        }
        let unknown = self.renderer.publication.unknown_in(filter);
        for one in &unknown {
            let message = format!("there is no {} `{}`", one.what, one.name);
            let found = Diagnostic::error(codes::UNKNOWN_ID, message).at(span.clone());
            let known = one.known.iter().map(String::as_str);
            self.renderer.find(found.suggest(&one.name, known));
        }
        (strange.is_empty() && unknown.is_empty()).then_some(())
    }

    /// Reports that `name` is not among `known`, where a block stands.
    pub(super) fn unknown<'k>(
        &self,
        kind: &str,
        name: &str,
        known: impl IntoIterator<Item = &'k str>,
        span: &Span,
    ) {
        let views = self.renderer.publication.views.iter();
        let later = || views.clone().any(|view| view.has_record(name));
        let found = match self.view().as_at.filter(|_| later()) {
            Some(day) => {
                let message =
                    format!("the {kind} `{name}` was not known on {day}, the date of this page");
                Diagnostic::error(codes::NOT_YET_KNOWN, message)
                    .help("leave it out here; a later edition can show it")
            }
            None => Diagnostic::error(codes::UNKNOWN_ID, format!("there is no {kind} `{name}`"))
                .suggest(name, known),
        };
        self.renderer.find(found.at(span.clone()));
    }
}
