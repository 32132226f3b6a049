//! What stands below the words of a paper, and in which order.

use serde::Deserialize;

/// A part of what stands below a paper's words, by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackPart {
    /// Who signs.
    Signed,
    /// What is appended.
    Appendices,
    /// What it was written from.
    BackgroundPapers,
    /// The fields of the foot.
    Foot,
}

impl BackPart {
    /// All of them, as they stand where a template does not say.
    const USUAL: [Self; 4] = [Self::Signed, Self::Appendices, Self::BackgroundPapers, Self::Foot];

    /// All of them, those that are `asked` for first.
    pub fn in_order(asked: &[Self]) -> Vec<Self> {
        let mut order: Vec<Self> = Vec::new();
        for part in asked.iter().chain(&Self::USUAL) {
            if !order.contains(part) {
                order.push(*part);
            }
        }
        order
    }

    /// Its key.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Appendices => "appendices",
            Self::BackgroundPapers => "background_papers",
            Self::Foot => "foot",
        }
    }
}
