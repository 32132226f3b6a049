//! A sink that keeps everything, for the preview and for tests.

use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::address::{self, Ground};
use super::{Look, Sink, Staged, WriteError};

/// Keeps every file in memory.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<Vec<(String, Vec<u8>)>>,
}

impl Memory {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Every file by its path; an error if two would be at one address, so that
    /// a site that cannot be published cannot be previewed either.
    pub fn into_files(self) -> Result<BTreeMap<String, Vec<u8>>, WriteError> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let (_, clashes) = Ground::take(files.iter().map(|(path, _)| path.as_str()));
        WriteError::if_any(clashes)?;
        Ok(files.into_iter().collect())
    }
}

impl Sink for Memory {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        address::check(path)?;
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.push((path.to_owned(), bytes.to_owned()));
        Ok(())
    }
}

impl Staged for Memory {
    fn each(&self, look: &Look<'_>) {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.par_iter().for_each(|(path, bytes)| look(path, Ok(bytes)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_files_by_path() {
        let memory = Memory::new();
        memory.put("b", b"2").unwrap();
        memory.put("a", b"1").unwrap();
        let files = memory.into_files().unwrap();
        assert_eq!(files, BTreeMap::from([("a".into(), b"1".into()), ("b".into(), b"2".into())]));
    }

    #[test]
    fn every_file_is_looked_at() {
        let memory = Memory::new();
        memory.put("b", b"2").unwrap();
        memory.put("a", b"1").unwrap();
        let seen = Mutex::new(BTreeMap::new());
        memory.each(&|path, bytes| {
            seen.lock().unwrap().insert(path.to_owned(), bytes.unwrap().to_owned());
        });
        assert_eq!(seen.into_inner().unwrap(), memory.into_files().unwrap());
    }

    #[test]
    fn refuses_what_a_stage_refuses() {
        let memory = Memory::new();
        assert!(memory.put("../a", b"").is_err());
        memory.put("a", b"1").unwrap();
        memory.put("A", b"2").unwrap();
        assert!(memory.into_files().is_err());
    }
}
