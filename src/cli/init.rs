//! `init`: a small example council to start from.

use super::args::{Init, Shared};
use super::build::today;
use super::report::{self, Outcome};
use include_dir::{Dir, File, include_dir};
use std::fs;
use std::io::Write;
use std::path::Path;

/// When the starter's accessibility statement was written, as `SETTINGS` has it.
const PREPARED: &str = "prepared: 2025-09-30";

/// The file of the starter that holds the statement.
const SETTINGS: &str = "data/site.yaml";

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/starter");

/// Writes the starter project.
pub(super) fn run(init: &Init, shared: &Shared) -> Outcome {
    let dir = shared.project.join(&init.dir);
    if let Err((message, help)) = write(&dir) {
        report::warn(&format!("error[W004]: {message}\nhelp: {help}"));
        return Outcome::Environment;
    }
    if !shared.quiet {
        report::say(&format!("A small example council is in {}.", dir.display()));
        report::say(&format!("Build it with: pledgebook build -C {}", dir.display()));
        report::say("Then change data/site.yaml, the files in data/ and the words in content/.");
    }
    Outcome::Done
}

type Problem = (String, &'static str);

/// Writes every file, into a folder that is new or empty.
fn write(dir: &Path) -> Result<(), Problem> {
    let cannot = |path: &Path, error: &std::io::Error| {
        (
            format!("`{}` cannot be written: {error}", path.display()),
            "check that you may write there, or name another folder",
        )
    };
    fs::create_dir_all(dir).map_err(|error| cannot(dir, &error))?;
    let mut inside = fs::read_dir(dir).map_err(|error| cannot(dir, &error))?;
    if inside.next().is_some() {
        return Err((
            format!("`{}` is not empty", dir.display()),
            "name a new folder: pledgebook init DIR",
        ));
    }
    let mut folders = vec![STARTER.clone()];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs().cloned());
        for file in folder.files() {
            let path = dir.join(file.path());
            write_new(&path, &dated(file)).map_err(|error| cannot(&path, &error))?;
        }
    }
    Ok(())
}

/// The bytes of a file of the starter. Its statement is prepared on the day on
/// which it is written: an old date would be told of at the first build.
fn dated(file: &File<'_>) -> Vec<u8> {
    match file.contents_utf8().zip(today()) {
        Some((text, today)) if file.path() == Path::new(SETTINGS) => {
            text.replace(PREPARED, &format!("prepared: {today}")).into_bytes()
        }
        _ => file.contents().to_vec(),
    }
}

/// Writes a file that must not be there yet.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::{PREPARED, SETTINGS, STARTER};

    #[test]
    fn the_starter_holds_the_day_that_is_replaced() {
        let settings = STARTER.get_file(SETTINGS).and_then(|file| file.contents_utf8()).unwrap();
        assert_eq!(settings.matches(PREPARED).count(), 1);
    }
}
