//! A renderer keeps a box of its own.
//!
//! error: E0277
//! twin: `let copy = <&Confidential<Figure> as Clone>::clone(&sealed);`

use crate::confidential::Confidential;
use crate::model::Figure;

pub(super) fn probe(sealed: &Confidential<Figure>) -> usize {
    let copy = <Confidential<Figure> as Clone>::clone(sealed); // decisive
    std::mem::size_of_val(&copy)
}
