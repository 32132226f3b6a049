//! What must be protected: each secret count, and each sum of them that says
//! by itself that all are small.

use super::district::District;
use super::system::Params;

/// What must be protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// A count that is secret or is withheld to protect others.
    Count(usize),
    /// The sum of the counts that are not shown on one side of an addition:
    /// those whose coefficients have the sign of `side`.
    Pool { rel: usize, side: i64 },
}

/// The pools of relation `rel` that are unsafe if they become known.
///
/// A pool of one count is that count. Where nothing else of the addition is
/// known either, the pool may move, and that is found when it is tried.
pub(super) fn pools(
    district: &District,
    rel: usize,
    hidden: &[bool],
    secret: &[bool],
    params: &Params,
) -> impl Iterator<Item = Target> {
    let is_unsafe = move |side: &i64| is_unsafe(district, rel, *side, hidden, secret, params);
    [1, -1].into_iter().filter(is_unsafe).map(move |side| Target::Pool { rel, side })
}

fn is_unsafe(
    district: &District,
    rel: usize,
    side: i64,
    hidden: &[bool],
    secret: &[bool],
    params: &Params,
) -> bool {
    let rel = &district.rels[rel];
    if !rel.is_sum {
        return false;
    }
    let members = rel.terms.iter().filter(|(var, by)| hidden[*var] && by * side > 0);
    let (mut count, mut secrets, mut sum) = (0, 0, 0i64);
    for (var, coefficient) in members {
        count += 1;
        secrets += usize::from(secret[*var]);
        let part = district.vars[*var].truth.saturating_mul(coefficient.saturating_abs());
        sum = sum.saturating_add(part);
    }
    count > 1 && secrets > 0 && (params.unsafe_from..=params.unsafe_to).contains(&sum)
}
