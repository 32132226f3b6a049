//! The success criteria of WCAG 2.2 at levels A and AA, by number and name.
//!
//! From <https://www.w3.org/TR/WCAG22/>, with its spelling of the names.
//! 4.1.1 Parsing is not among them: 2.2 took it out.

use std::fmt;
use std::str::FromStr;

/// Number and name of each, in order.
const CRITERIA: [(&str, &str); 55] = [
    ("1.1.1", "Non-text Content"),
    ("1.2.1", "Audio-only and Video-only (Prerecorded)"),
    ("1.2.2", "Captions (Prerecorded)"),
    ("1.2.3", "Audio Description or Media Alternative (Prerecorded)"),
    ("1.2.4", "Captions (Live)"),
    ("1.2.5", "Audio Description (Prerecorded)"),
    ("1.3.1", "Info and Relationships"),
    ("1.3.2", "Meaningful Sequence"),
    ("1.3.3", "Sensory Characteristics"),
    ("1.3.4", "Orientation"),
    ("1.3.5", "Identify Input Purpose"),
    ("1.4.1", "Use of Color"),
    ("1.4.2", "Audio Control"),
    ("1.4.3", "Contrast (Minimum)"),
    ("1.4.4", "Resize Text"),
    ("1.4.5", "Images of Text"),
    ("1.4.10", "Reflow"),
    ("1.4.11", "Non-text Contrast"),
    ("1.4.12", "Text Spacing"),
    ("1.4.13", "Content on Hover or Focus"),
    ("2.1.1", "Keyboard"),
    ("2.1.2", "No Keyboard Trap"),
    ("2.1.4", "Character Key Shortcuts"),
    ("2.2.1", "Timing Adjustable"),
    ("2.2.2", "Pause, Stop, Hide"),
    ("2.3.1", "Three Flashes or Below Threshold"),
    ("2.4.1", "Bypass Blocks"),
    ("2.4.2", "Page Titled"),
    ("2.4.3", "Focus Order"),
    ("2.4.4", "Link Purpose (In Context)"),
    ("2.4.5", "Multiple Ways"),
    ("2.4.6", "Headings and Labels"),
    ("2.4.7", "Focus Visible"),
    ("2.4.11", "Focus Not Obscured (Minimum)"),
    ("2.5.1", "Pointer Gestures"),
    ("2.5.2", "Pointer Cancellation"),
    ("2.5.3", "Label in Name"),
    ("2.5.4", "Motion Actuation"),
    ("2.5.7", "Dragging Movements"),
    ("2.5.8", "Target Size (Minimum)"),
    ("3.1.1", "Language of Page"),
    ("3.1.2", "Language of Parts"),
    ("3.2.1", "On Focus"),
    ("3.2.2", "On Input"),
    ("3.2.3", "Consistent Navigation"),
    ("3.2.4", "Consistent Identification"),
    ("3.2.6", "Consistent Help"),
    ("3.3.1", "Error Identification"),
    ("3.3.2", "Labels or Instructions"),
    ("3.3.3", "Error Suggestion"),
    ("3.3.4", "Error Prevention (Legal, Financial, Data)"),
    ("3.3.7", "Redundant Entry"),
    ("3.3.8", "Accessible Authentication (Minimum)"),
    ("4.1.2", "Name, Role, Value"),
    ("4.1.3", "Status Messages"),
];

/// A success criterion as an author wrote it: known, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion(String);

impl Criterion {
    /// The number as written.
    pub fn number(&self) -> &str {
        &self.0
    }

    /// Its name, if there is such a criterion at level A or AA.
    pub fn name(&self) -> Option<&'static str> {
        CRITERIA.iter().find(|(number, _)| *number == self.0).map(|(_, name)| *name)
    }

    /// Those of its guideline with their names, `1.4.1` to `1.4.13` for
    /// `1.4.14`: the nearest there are to one that is not known.
    pub fn nearest(&self) -> Vec<String> {
        let parts: Vec<&str> = self.0.split('.').collect();
        let depth = (1..=parts.len().min(2)).rev();
        let mut groups = depth.map(|depth| below(&format!("{}.", parts[..depth].join("."))));
        groups.find(|group| !group.is_empty()).unwrap_or_default()
    }
}

/// The criteria whose numbers begin with `start`.
fn below(start: &str) -> Vec<String> {
    let found = CRITERIA.iter().filter(|(number, _)| number.starts_with(start));
    found.map(|(number, name)| format!("{number} {name}")).collect()
}

impl FromStr for Criterion {
    type Err = std::convert::Infallible;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Ok(Self(word.trim().to_owned()))
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.name().unwrap_or_default())
    }
}

super::read_from_word!(Criterion);

#[cfg(test)]
mod tests {
    use super::*;

    fn criterion(word: &str) -> Criterion {
        word.parse().unwrap()
    }

    #[test]
    fn a_criterion_is_told_by_number_and_name() {
        assert_eq!(criterion("1.1.1").to_string(), "1.1.1 Non-text Content");
        assert_eq!(criterion(" 2.4.11 ").name(), Some("Focus Not Obscured (Minimum)"));
    }

    #[test]
    fn what_is_of_another_level_or_was_taken_out_is_not_known() {
        for number in ["1.4.6", "2.4.12", "4.1.1", "1.4", "", "1.1.1.1"] {
            assert_eq!(criterion(number).name(), None, "{number}");
        }
    }

    #[test]
    fn the_nearest_are_those_of_the_same_guideline() {
        assert_eq!(criterion("1.1.2").nearest(), ["1.1.1 Non-text Content"]);
        assert_eq!(criterion("4.1.1").nearest().len(), 2);
        assert_eq!(criterion("2.9").nearest().len(), 20);
        assert!(criterion("contrast").nearest().is_empty());
    }

    #[test]
    fn numbers_stand_once_and_in_order() {
        let parts = |number: &str| -> Vec<u32> {
            number.split('.').map(|part| part.parse().unwrap()).collect()
        };
        assert!(CRITERIA.windows(2).all(|two| parts(two[0].0) < parts(two[1].0)));
    }
}
