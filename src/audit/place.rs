//! Where a record stands in its file.

use crate::diagnostic::Span;
use crate::yaml::{Doc, Step};

/// A document that knows where its parts stand, whatever it holds.
pub(super) trait Spans {
    /// Where the value at `path` stands, or the nearest part above it.
    fn value(&self, path: &[Step<'_>]) -> Span;
    /// Where the key at the end of `path` stands.
    fn key(&self, path: &[Step<'_>]) -> Span;
}

impl<T> Spans for Doc<T> {
    fn value(&self, path: &[Step<'_>]) -> Span {
        self.span(path)
    }

    fn key(&self, path: &[Step<'_>]) -> Span {
        self.key_span(path)
    }
}

/// Where a record stands.
#[derive(Clone)]
pub(super) struct Place<'a> {
    doc: &'a dyn Spans,
    path: Vec<Step<'a>>,
}

impl<'a> Place<'a> {
    /// The part of `doc` at `path`.
    pub(super) fn new(doc: &'a dyn Spans, path: &[Step<'a>]) -> Self {
        Self { doc, path: path.to_vec() }
    }

    /// The part of this at `path`.
    pub(super) fn within(&self, path: &[Step<'a>]) -> Self {
        Self { doc: self.doc, path: self.path.iter().chain(path).copied().collect() }
    }

    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        self.doc.value(&self.path)
    }

    /// Where its part at `path` stands, or the nearest part above that.
    pub(super) fn at(&self, path: &[Step<'a>]) -> Span {
        self.within(path).span()
    }

    /// Where the key at the end of `path` stands.
    pub(super) fn key(&self, path: &[Step<'a>]) -> Span {
        let place = self.within(path);
        place.doc.key(&place.path)
    }
}
