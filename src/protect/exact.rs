//! Small components, looked through to the end.

use super::moves::Ground;
use super::pools::Target;
use super::reach::Pair;

/// Two fillings in which `target` differs by `want`, where few counts are in doubt.
pub(super) fn pair(_ground: Ground<'_>, _target: Target, _want: i64) -> Option<Pair> {
    None
}
