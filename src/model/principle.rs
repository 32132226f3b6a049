//! The statutory corporate parenting principles of each nation.
//!
//! England: Children and Social Work Act 2017, section 1(1)(a) to (g).
//! Scotland: Children and Young People (Scotland) Act 2014, section 58(1)(a)
//! to (f). Wales and Northern Ireland have no list of that kind in force, so
//! no slug is refused there.

use super::config::Nation;

/// The slugs of a nation's principles, in the order of its law; empty where
/// the law gives no list.
pub fn slugs(nation: Nation) -> &'static [&'static str] {
    match nation {
        Nation::England => {
            &["health", "views", "heard", "services", "aspirations", "stability", "adulthood"]
        }
        Nation::Scotland => &["alert", "assess", "promote", "opportunities", "access", "improve"],
        Nation::Wales | Nation::NorthernIreland => &[],
    }
}
