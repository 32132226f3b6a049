//! Prose that stands in YAML, and blocks that stand in narratives.

use super::cx::Cx;
use super::html::Html;
use super::{
    actions, charts, meetings, outcomes, pledges, ratings, recommendations, scorecard, tally,
    you_said,
};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::model::Text;
use crate::model::page::Numbering;
use crate::narrative::{self, BlockSpec, Counter, Document, QuoteSpec, Source};
use crate::register::{Filter, Kind};
use serde_json::{Value, json};
use std::sync::Arc;

impl<'a> Cx<'a> {
    /// A text of `file` as HTML: Markdown with inline values.
    pub(super) fn prose(&self, file: &Arc<str>, text: &Text) -> String {
        let words = text.in_language(self.language());
        let source = Source::in_yaml(file, words);
        let mut parsed = narrative::parse(&source, Numbering::None, self.evaluator());
        narrative::number(
            &mut parsed.value,
            Numbering::None,
            &mut Counter::default(),
            &mut parsed.findings,
        );
        self.check_numbers(&source, &parsed.value);
        parsed.findings.iter().for_each(|finding| self.renderer.find(finding.clone()));
        Html::document(&self.within(file), &parsed.value).trim_end().to_owned()
    }

    /// Checks the typed numbers of a text, once for each view.
    fn check_numbers(&self, source: &Source<'_>, document: &Document) {
        let key = (source.file.clone(), source.text.to_owned());
        let Ok(mut read) = self.renderer.read.lock() else { return };
        let views = read.entry(key).or_default();
        let (first, new) = (views.is_empty(), views.insert(self.view_at));
        drop(read);
        if !new {
            return;
        }
        let reading = self.renderer.documents.checkers[self.view_at].read(source, document);
        reading.findings.iter().for_each(|finding| self.renderer.find(finding.clone()));
        if first {
            self.renderer.count(|made| made.typed_numbers += reading.numbers);
        }
    }

    /// The same, or nothing.
    pub(super) fn prose_some(&self, file: &Arc<str>, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.prose(file, text))
    }

    /// A block of a narrative as HTML, below a heading of level `depth`.
    pub(super) fn component_block(&self, spec: &BlockSpec, span: &Span, depth: u8) -> String {
        let level = depth.max(1) + 1;
        let made = match spec {
            BlockSpec::Exempt(why, spec) => {
                let shown = self.component_block(spec, span, depth);
                return self.exempt_part(why, &shown);
            }
            BlockSpec::Passage(spec) => return self.prose(&self.file, &spec.text),
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
                let parts = meetings::block(self, spec, span);
                return parts.iter().map(|it| self.component("resolutions", it, level)).collect();
            }
            BlockSpec::YouSaid(spec) => {
                you_said::block(self, spec, span).map(|it| ("you_said_we_did", it))
            }
            BlockSpec::Quote(spec) => Some(("quote", self.quote(spec))),
            BlockSpec::Contact => Some(("contact", super::frame::contact(self))),
            BlockSpec::Contents => Some(("contents", json!({"items": super::frame::toc_of(self)}))),
        };
        made.map_or(String::new(), |(name, it)| self.component(name, &it, level))
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
            "words_html": self.prose(&self.file, &spec.words),
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
