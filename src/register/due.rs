//! When a promise is due, after what was agreed since.

use crate::model::recommendation::NewDue;
use crate::model::{Day, Text, When};

/// When a promise is due.
pub(super) struct Due {
    /// After every change that was agreed, else as it was first.
    pub(super) now: Option<When>,
    /// Why it was put off, if it was and anybody says.
    pub(super) why: Option<Text>,
}

/// The due date `first` after the changes in `new`.
pub(super) fn effective(first: Option<&When>, new: &[NewDue]) -> Due {
    let last = last_agreed(new);
    Due {
        now: last.map(|new| &new.due).or(first).cloned(),
        why: last.and_then(|new| new.why.clone()),
    }
}

/// The change agreed last; those agreed on no stated day count in the order
/// written.
fn last_agreed(new: &[NewDue]) -> Option<&NewDue> {
    new.iter().max_by_key(|new| new.agreed)
}

/// Whether a due date had wholly passed on `day`.
pub(super) fn passed(due: Option<&When>, day: Option<Day>) -> bool {
    matches!((due.and_then(When::falls), day), (Some(due), Some(day)) if due < day)
}
