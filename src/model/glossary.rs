//! The words a report explains.

use super::text::Text;
use std::collections::BTreeMap;

/// The file `data/glossary.yaml`: what each term means.
pub type Glossary = BTreeMap<String, Text>;
