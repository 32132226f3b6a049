//! Inline values: each a single call, evaluated alone by tera.

use super::language::Marked;
use super::run::Taken;
use super::tree::{Inline, RefersTo};
use super::values::{self, Answer};
use crate::diagnostic::{Code, Diagnostic, Span, codes};
use crate::disclosure::{Publication, View};
use crate::model::config::Nation;
use crate::strings::Strings;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, ErrorKind, Tera};

/// Evaluates the inline values of pages that show one view.
#[derive(Clone)]
pub struct Evaluator {
    tera: Arc<Tera>,
    world: Arc<World>,
}

/// What the functions of inline values read.
pub(super) struct World {
    pub(super) publication: Arc<Publication>,
    pub(super) view: usize,
    pub(super) strings: Arc<Strings>,
}

impl World {
    pub(super) fn view(&self) -> &View {
        &self.publication.views[self.view]
    }
}

impl Evaluator {
    /// For the view at `view` among the publication's.
    pub fn new(publication: &Arc<Publication>, view: usize, strings: &Arc<Strings>) -> Self {
        let world =
            Arc::new(World { publication: publication.clone(), view, strings: strings.clone() });
        let mut tera = Tera::default();
        values::register(&mut tera, &world);
        Self { tera: Arc::new(tera), world }
    }

    /// Whether its readers may see what is exempt.
    pub(super) fn shows_exempt(&self) -> bool {
        self.world.publication.exempt
    }

    /// The nation whose law says what may be exempt.
    pub(super) fn nation(&self) -> Nation {
        self.world.publication.config.council.nation
    }

    /// The value of `expression`, which stands at `span`.
    ///
    /// # Errors
    /// If it is not a single call of a known function with known keywords, or
    /// what it asks for is not there.
    pub fn evaluate(&self, expression: &str, span: &Span) -> Result<Inline, Box<Diagnostic>> {
        let call = expression.trim().trim_matches('-').trim();
        if let Some(found) = fault_of_call(call) {
            return Err(Box::new(found.at(span.clone())));
        }
        let rendered = self.tera.render_str(&format!("{{{{ {call} }}}}"), &Context::new(), false);
        let answer = rendered.map_err(|error| Box::new(cannot_read(&error, span)))?;
        match serde_json::from_str(&answer) {
            Ok(Answer::Text(words)) => Ok(Inline::Value(taken(words, call))),
            Ok(Answer::Para(label)) => Ok(reference(RefersTo::Paragraph, label, span)),
            Ok(Answer::Appendix(label)) => Ok(reference(RefersTo::Appendix, label, span)),
            Ok(Answer::Marked(words, language)) => Ok(Inline::Marked(Marked { words, language })),
            Ok(Answer::Fault(fault)) => Err(Box::new(fault.diagnostic(span))),
            Err(_) => Err(Box::new(not_a_call(call).at(span.clone()))),
        }
    }
}

fn reference(to: RefersTo, label: String, span: &Span) -> Inline {
    Inline::Reference { to, label, found: None, span: span.clone() }
}

/// What is wrong with everything but `name(keyword=…)`.
fn fault_of_call(call: &str) -> Option<Diagnostic> {
    let name: String = call.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let arguments = call[name.len()..].trim();
    if name.is_empty() || !arguments.starts_with('(') || !arguments.ends_with(')') {
        return Some(not_a_call(call));
    }
    if !values::NAMES.contains(&name.as_str()) {
        let message = format!("there is no inline value `{name}`");
        let found = Diagnostic::error(codes::UNKNOWN_VALUE, message);
        return Some(found.suggest(&name, values::NAMES));
    }
    check_quotes(&arguments[1..arguments.len() - 1])
}

/// `words`, with the function and keywords of the `call` that gave them.
fn taken(words: String, call: &str) -> Taken {
    let (function, mut rest) = call.split_once('(').unwrap_or((call, ""));
    let mut keywords = BTreeMap::new();
    while let Some((key, given)) = rest.split_once('=') {
        let given = given.trim_start();
        let Some(quote) = given.chars().next() else { break };
        let Some((value, after)) = given[quote.len_utf8()..].split_once(quote) else { break };
        keywords
            .insert(key.trim_matches([',', ' ', '\n', '\r', '\t']).to_owned(), value.to_owned());
        rest = after;
    }
    Taken { words, function: function.trim().to_owned(), keywords }
}

/// Refuses what a keyword is given without straight quotes.
fn check_quotes(arguments: &str) -> Option<Diagnostic> {
    if outside_quotes(arguments).any(|part| part.contains(['“', '”', '‘', '’', '„'])) {
        let found =
            Diagnostic::error(codes::EXPRESSION, "the quotes of this inline value are curly");
        return Some(found.help("type straight ones; a word processor may have changed them"));
    }
    let word = unquoted(arguments)?;
    let found = Diagnostic::error(codes::EXPRESSION, format!("`{word}` stands without quotes"));
    Some(found.help(format!("write `\"{word}\"`")))
}

/// What stands outside straight quotes, and what follows one that is never
/// closed.
fn outside_quotes(arguments: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(arguments);
    std::iter::from_fn(move || {
        let now = rest?;
        let Some((outside, after)) = now.split_once(['"', '\'']) else {
            rest = None;
            return Some(now);
        };
        let quote = now[outside.len()..].chars().next().unwrap_or('"');
        let Some((_, behind)) = after.split_once(quote) else {
            rest = None;
            return Some(now);
        };
        rest = Some(behind);
        Some(outside)
    })
}

/// The first thing a keyword is given that does not begin with a quote.
fn unquoted(arguments: &str) -> Option<&str> {
    let mut rest = arguments;
    while let Some((_, given)) = rest.split_once('=') {
        let given = given.trim_start();
        let quote = given.chars().next().filter(|c| matches!(c, '"' | '\''));
        let Some(quote) = quote else { return Some(given.split(',').next()?.trim()) };
        rest = given[1..].split_once(quote)?.1;
    }
    None
}

fn not_a_call(call: &str) -> Diagnostic {
    Diagnostic::error(codes::EXPRESSION, format!("`{call}` is not an inline value"))
        .help("an inline value is one call with keywords, such as `value(id=\"eet-19-21\")`")
}

fn cannot_read(error: &tera::Error, span: &Span) -> Diagnostic {
    let message = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            report.message().to_owned()
        }
        other => other.to_string(),
    };
    let message = message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned();
    Diagnostic::error(codes::EXPRESSION, format!("the inline value cannot be read: {message}"))
        .at(span.clone())
        .help("an inline value is one call with keywords in quotes, such as `value(id=\"eet-19-21\")`")
}

/// A mistake found while a function ran.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Fault {
    pub(super) kind: FaultKind,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// What kind of mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum FaultKind {
    /// A keyword or a name that is not known.
    Unknown,
    /// A figure that is not there.
    NoFigure,
    /// A figure that was not known by the date of the page.
    NotYetKnown,
    /// Something that the figures do not bear out.
    NotSo,
}

impl Fault {
    fn diagnostic(self, span: &Span) -> Diagnostic {
        let code: Code = match self.kind {
            FaultKind::Unknown => codes::UNKNOWN_VALUE,
            FaultKind::NoFigure => codes::NO_FIGURE,
            FaultKind::NotYetKnown => codes::NOT_YET_KNOWN,
            FaultKind::NotSo => codes::NOT_SO,
        };
        let found = Diagnostic::error(code, self.message).at(span.clone());
        match self.help {
            Some(help) => found.help(help),
            None => found,
        }
    }
}
