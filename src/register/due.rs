//! When a promise is due, after what was agreed since.

use crate::model::recommendation::NewDue;
use crate::model::{Day, When};

/// The due date after every change: the new date agreed last, else the first
/// one. Changes agreed on no stated day count in the order written.
pub fn effective<'a>(first: Option<&'a When>, new: &'a [NewDue]) -> Option<&'a When> {
    let mut agreed: Vec<&NewDue> = new.iter().collect();
    agreed.sort_by_key(|new| new.agreed);
    agreed.last().map(|new| &new.due).or(first)
}

/// Whether a due date had wholly passed on `day`.
pub(super) fn passed(due: Option<&When>, day: Option<Day>) -> bool {
    matches!((due.and_then(When::falls), day), (Some(due), Some(day)) if due < day)
}
