//! Where a page of `content/` is published.

use std::fmt;

/// The folder a page is published in: `2024-25/health` for
/// `content/2024-25/health.md`; empty for the home page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    folder: String,
    section: bool,
}

impl Address {
    /// The address of the page in `file`, a path such as `content/a/b.md`.
    ///
    /// # Errors
    /// The part of the path that cannot stand in an address, with one that can.
    pub fn of(file: &str) -> Result<Self, (String, String)> {
        let path = file.strip_prefix("content/").unwrap_or(file);
        let path = path.strip_suffix(".md").unwrap_or(path);
        let (folder, section) = match path.strip_suffix("_index") {
            Some(folder) => (folder.trim_end_matches('/'), true),
            None => (path, false),
        };
        for name in folder.split('/').filter(|name| !name.is_empty()) {
            let slug = crate::model::id::slugify(name);
            if slug != name {
                return Err((name.to_owned(), slug));
            }
        }
        Ok(Self { folder: folder.to_owned(), section })
    }

    /// The folder, without slashes at its ends.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// Whether it is the first page of a section (`_index.md`).
    pub fn is_section(&self) -> bool {
        self.section
    }

    /// The folder above.
    pub fn parent(&self) -> Option<&str> {
        match self.folder.rsplit_once('/') {
            Some((parent, _)) => Some(parent),
            None if self.folder.is_empty() => None,
            None => Some(""),
        }
    }

    /// The path of the published file.
    pub fn html(&self) -> String {
        html_in(&self.folder)
    }
}

/// The path of the page published in `folder`.
pub fn html_in(folder: &str) -> String {
    if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}{}", self.folder, if self.folder.is_empty() { "" } else { "/" })
    }
}

/// The path below `content/` that `link`, written in the file `from`, leads to;
/// `None` if it leads out of `content/`.
pub fn linked_path(from: &str, link: &str) -> Option<String> {
    let from = from.strip_prefix("content/").unwrap_or("");
    let mut names: Vec<&str> = from.split('/').collect();
    names.pop();
    if link.starts_with('/') {
        names.clear();
    }
    for name in link.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_from_where_they_stand() {
        assert_eq!(linked_path("content/a/b.md", "../c.md").as_deref(), Some("c.md"));
        assert_eq!(linked_path("content/a/b.md", "d.pdf").as_deref(), Some("a/d.pdf"));
        assert_eq!(linked_path("content/a/b.md", "/outcomes/").as_deref(), Some("outcomes"));
        assert_eq!(linked_path("content/b.md", "../../etc"), None);
    }
}
