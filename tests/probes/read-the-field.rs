//! A renderer reads the figure in the box.
//!
//! error: E0616
//! twin: `let figure = &sealed;`

use crate::confidential::Confidential;
use crate::model::Figure;

pub(super) fn probe(sealed: &Confidential<Figure>) -> String {
    let figure = &sealed.0; // decisive
    format!("{figure:?}")
}
