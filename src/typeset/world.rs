//! All that Typst may read: templates, faces and one sheet, in memory.

use super::{Fonts, Sheet};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};

/// What all documents share.
pub(super) struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    templates: HashMap<FileId, Source>,
    common: HashMap<FileId, Bytes>,
}

/// The file at `path` in the world of every document. Ids are few and never
/// given back, so no path is ever made for one document.
fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn bytes_of(value: &Value) -> Bytes {
    Bytes::from_string(value.to_string())
}

impl Shared {
    pub(super) fn new(
        templates: &BTreeMap<String, String>,
        fonts: &Fonts,
        common: &[(&str, Value)],
    ) -> Self {
        // Heads of rows are tagged as such only with the extras.
        let features = [Feature::A11yExtras].into_iter().collect();
        let source = |(name, text): (&String, &String)| {
            let id = id(&format!("/theme/{name}"))?;
            Some((id, Source::new(id, text.clone())))
        };
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(fonts.book.clone()),
            faces: fonts.faces.clone(),
            templates: templates.iter().filter_map(source).collect(),
            common: common
                .iter()
                .filter_map(|(path, value)| Some((id(path)?, bytes_of(value))))
                .collect(),
        }
    }
}

/// The world of one document.
pub(super) struct World {
    shared: Arc<Shared>,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl World {
    /// The world of `sheet`; `None` if its template has a name that no file has.
    pub(super) fn new(shared: &Arc<Shared>, sheet: &Sheet) -> Option<Self> {
        let pictures = sheet.files.iter().filter_map(|(name, bytes)| {
            Some((id(&format!("/files/{name}"))?, Bytes::new(bytes.to_vec())))
        });
        let data = id("/sheet.json").map(|id| (id, bytes_of(&sheet.data)));
        Some(Self {
            shared: shared.clone(),
            main: id(&format!("/theme/{}.typ", sheet.template))?,
            files: pictures.chain(data).collect(),
        })
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.templates.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.get(&id).or_else(|| self.shared.common.get(&id));
        found.cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, at: usize) -> Option<Font> {
        self.shared.faces.get(at).cloned()
    }

    /// There is no clock: dates are data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
