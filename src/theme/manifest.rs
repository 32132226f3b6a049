//! `theme.yaml`: what a theme says of itself.

use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::yaml::{self, Text};
use serde::Deserialize;

/// What a theme says of itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    #[serde(rename = "name")]
    _name: String,
    #[serde(rename = "title")]
    _title: Option<String>,
    /// The engines it was written for, such as `>=0.1, <0.2`.
    engine: String,
    /// The theme it changes.
    pub(super) extends: Option<String>,
}

impl Manifest {
    /// Reads a manifest and checks that the theme was written for this engine.
    pub(super) fn read(file: &str, text: &str, findings: &mut Findings) -> Option<Self> {
        let doc = yaml::read::<Self>(&Text::file(file, text), findings)?;
        let engine = &doc.value.engine;
        if !fits(engine, env!("CARGO_PKG_VERSION")) {
            let message = format!(
                "the theme was written for Pledgebook {engine}; this is {}",
                env!("CARGO_PKG_VERSION")
            );
            findings.push(
                Diagnostic::error(codes::THEME, message)
                    .at(doc.span(at!["engine"]))
                    .help("get a newer version of the theme, or try it and change `engine`"),
            );
        }
        Some(doc.value)
    }
}

/// Whether `version` lies within every bound of `range`.
fn fits(range: &str, version: &str) -> bool {
    let version = numbers(version);
    range.split(',').map(str::trim).all(|bound| {
        let at = bound.find(|c: char| c.is_ascii_digit()).unwrap_or(bound.len());
        let (sign, limit) = (bound[..at].trim(), numbers(&bound[at..]));
        match sign {
            ">=" => version >= limit,
            ">" => version > limit,
            "<=" => version <= limit,
            "<" => version < limit,
            "=" | "" => version == limit,
            _ => false,
        }
    })
}

fn numbers(version: &str) -> [u32; 3] {
    let mut parts = version.split('.').map(|part| part.trim().parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn engine_ranges_are_checked() {
        assert!(fits(">=0.1, <0.2", "0.1.4"));
        assert!(!fits(">=0.1, <0.2", "0.2.0"));
        assert!(!fits(">=0.2", "0.1.9"));
    }
}
