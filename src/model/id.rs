//! Ids: lower-case slugs, unique within their kind.

use std::fmt;
use std::str::FromStr;

/// A lower-case slug such as `three-or-more-placements`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Id {
    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !word.is_empty()
            && word.chars().all(fits)
            && !word.starts_with('-')
            && !word.ends_with('-')
        {
            return Ok(Self(word.to_owned()));
        }
        let slug = slugify(word);
        let advice = if slug.is_empty() { String::new() } else { format!(" | write `{slug}`") };
        Err(format!(
            "`{word}` is not an id: ids are lower-case letters, digits and hyphens{advice}"
        ))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::read_from_word!(Id);

/// `text` as a slug: lower case, with a hyphen for every run of other characters.
pub fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if c != '\'' && c != '’' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
