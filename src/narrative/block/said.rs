//! Words as blocks: passages and quotations.

use super::{BlockSpec, Source, typed};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::Text;
use crate::yaml;
use serde::Deserialize;
use std::ops::Range;

/// Words set apart, so that the public may be kept from them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassageSpec {
    /// The words (md): paragraphs and lists, which are never numbered.
    pub text: Text,
}

/// A quotation as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteSpec {
    /// The words (md).
    pub words: Text,
    /// Who said them.
    pub who: Option<Text>,
    /// Whether they agreed to their use.
    pub consent: Option<bool>,
    /// Their age, as a band.
    pub age_band: Option<String>,
}

/// A passage; it has no headings, whose anchors and numbers would be those of
/// the page.
pub(super) fn passage(
    source: &Source<'_>,
    fence: Range<usize>,
    body: &yaml::Text<'_>,
    findings: &mut Findings,
) -> Option<BlockSpec> {
    let spec: PassageSpec = typed(body, findings)?;
    let is_heading =
        |line: &str| line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    if spec.text.all().any(|text| text.lines().any(is_heading)) {
        let found = Diagnostic::error(codes::BAD_VALUE, "a passage has no headings");
        let help = "put the heading before the passage, or make the page exempt";
        findings.push(found.at(source.span(fence)).help(help));
    }
    Some(BlockSpec::Passage(spec))
}

/// A quotation, with its speaker's consent.
pub(super) fn quote(
    source: &Source<'_>,
    fence: Range<usize>,
    body: &yaml::Text<'_>,
    findings: &mut Findings,
) -> Option<BlockSpec> {
    let spec: QuoteSpec = typed(body, findings)?;
    if spec.consent != Some(true) {
        findings.push(
            Diagnostic::error(codes::CONSENT, "somebody is quoted without recorded consent")
                .at(source.span(fence))
                .help("record `consent: true` once they have agreed, or leave the quotation out"),
        );
    }
    Some(BlockSpec::Quote(spec))
}
