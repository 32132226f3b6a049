//! The keys that every block can have: who may see it, and why not everybody.

use super::BlockSpec;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::config::Nation;
use crate::model::exemption::{self, Exemption, Visibility};
use crate::yaml;
use serde::Deserialize;

/// Who may see a block.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Marks {
    #[serde(default)]
    visibility: Visibility,
    exemption: Option<Exemption>,
}

/// A block as read: what it shows, and why the public may not see it.
#[derive(Debug)]
pub(in crate::narrative) struct Read {
    pub(in crate::narrative) spec: BlockSpec,
    pub(in crate::narrative) exemption: Option<Exemption>,
}

/// The body of a block in two: the lines of the keys that every block can have,
/// and the rest. Each keeps its place; what is left out is blank.
pub(super) fn split(body: &str) -> (String, String) {
    let depth = body.lines().find(|line| !line.trim().is_empty()).map_or(0, indent);
    let (mut marks, mut rest) = (String::new(), String::new());
    let mut marked = false;
    for line in body.split_inclusive('\n') {
        if indent(line) <= depth && !line.trim().is_empty() {
            let key = line.trim_start();
            marked = ["visibility:", "exemption:"].iter().any(|own| key.starts_with(own));
        }
        let (kept, blank) = if marked { (&mut marks, &mut rest) } else { (&mut rest, &mut marks) };
        kept.push_str(line);
        let empty = |byte: u8| if matches!(byte, b'\n' | b'\r') { byte as char } else { ' ' };
        blank.extend(line.bytes().map(empty));
    }
    (marks, rest)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Reads `marks`, the lines of those keys, in a block that stands at `span`.
pub(super) fn read(
    marks: &yaml::Text<'_>,
    nation: Nation,
    span: &Span,
    findings: &mut Findings,
) -> Option<Option<Exemption>> {
    if marks.text.trim().is_empty() {
        return Some(None);
    }
    let doc = yaml::read::<Marks>(marks, findings)?;
    let Marks { visibility, exemption } = doc.value;
    if let Some(fault) = exemption::fault(visibility, exemption.as_ref(), nation) {
        let found = Diagnostic::error(codes::EXEMPTION, fault.message).at(span.clone());
        findings.push(found.help(fault.help));
    }
    let exempt = visibility == Visibility::Exempt;
    Some(exempt.then(|| exemption.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_every_block_stand_apart_and_keep_their_places() {
        let body = "id: é\nvisibility: exempt\ntext: |\n  visibility: no\nexemption:\n  why: ü\n";
        let (marks, rest) = split(body);
        assert_eq!(
            marks.trim(),
            format!("visibility: exempt\n{:7}\n{:16}\nexemption:\n  why: ü", "", "")
        );
        assert_eq!(rest.trim_end(), format!("id: é\n{:18}\ntext: |\n  visibility: no", ""));
        assert!(marks.len() == body.len() && rest.len() == body.len());
        assert_eq!(marks.find("exemption:"), body.find("exemption:"));
    }

    #[test]
    fn the_keys_are_found_in_a_block_within_a_list() {
        let (marks, rest) = split("  id: a\n  visibility: exempt\n");
        assert_eq!((marks.trim(), rest.trim()), ("visibility: exempt", "id: a"));
    }
}
