//! The catalogue of errors: each file of `tests/errors` holds one mistake an
//! officer can make, and the exact words they are told.
//!
//! A file begins with YAML: `about` (the mistake), `edits` to the project in
//! `tests/errors/base`, further `arguments` of `build`, and the `exit` code (1
//! if left out). After a line `---` stands the standard error stream, whole; a
//! line `...` there matches any lines. `SNAPSHOTS=overwrite` writes it anew.
//!
//! After every refused build, each file of the site built before the mistake
//! must be as it was, to the byte and to the time it was written.

use crate::support::{TODAY, TempSite, binary, empty, repository};
use pledgebook::diagnostic::codes;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

/// Codes that no mistake in `tests/errors` can bring about, and why.
const NOT_HERE: [(&str, &str); 3] = [
    ("W005", "it takes two builds at once: see `writing.rs`"),
    ("E011", "`freeze` says it, and no build: see `remembered.rs`"),
    ("P023", "every page of these has a date: see `pdf/hostile.rs`"),
];

/// The user and group that own nothing.
const NOBODY: &str = "65534";

/// A mistake, and what is said of it.
struct Case {
    file: PathBuf,
    head: String,
    mistake: Mistake,
    told: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    about: String,
    edits: Vec<Edit>,
    #[serde(default)]
    arguments: Vec<String>,
    /// Whether PDFs are made, without which it is not found.
    #[serde(default)]
    pdf: bool,
    #[serde(default = "one")]
    exit: i32,
    /// Whether it can only be made by someone who may not read everything.
    #[serde(default)]
    unprivileged: bool,
}

fn one() -> i32 {
    1
}

/// What is done to one `file`: `replace` (`with`), `append`, `write`, `remove`,
/// and others for what a text editor does not do.
#[derive(Deserialize)]
struct Edit(BTreeMap<String, String>);

#[test]
fn every_mistake_is_told_as_it_should_be() {
    let (cases, base) = (cases(), Base::build());
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(why) = check(case, &base) {
                wrong.lock().unwrap().push(format!("== {}\n{why}", case.file.display()));
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} mistakes are told otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_is_in_the_catalogue() {
    let cases = cases();
    assert!(cases.len() >= 40, "there are only {} mistakes", cases.len());
    let about: BTreeSet<&str> = cases.iter().map(|case| case.mistake.about.as_str()).collect();
    assert_eq!(about.len(), cases.len(), "two files are about the same mistake");
    let told = |code: &str| cases.iter().any(|case| case.told.contains(&format!("[{code}]")));
    let elsewhere = |code: &str| NOT_HERE.iter().any(|(known, _)| *known == code);
    for (code, meaning) in codes::ALL {
        let (told, elsewhere) = (told(code.as_str()), elsewhere(code.as_str()));
        assert!(told || elsewhere, "{code} is in no case: {meaning}");
        assert!(!(told && elsewhere), "{code} is in a case after all: take it off the list");
    }
}

fn cases() -> Vec<Case> {
    let folder = repository().join("tests/errors");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files.into_iter().map(Case::read).collect()
}

impl Case {
    fn read(file: PathBuf) -> Self {
        let text = fs::read_to_string(&file).unwrap();
        let (head, told) = text.split_once("\n---\n").unwrap_or((text.trim_end(), ""));
        let mistake = serde_yaml::from_str(head);
        let mistake = mistake.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Self { file, head: head.to_owned(), mistake, told: told.to_owned() }
    }

    fn overwrite(&self, told: &str) {
        fs::write(&self.file, format!("{}\n---\n{told}", self.head)).unwrap();
    }
}

/// The project without a mistake, built.
struct Base {
    site: TempSite,
}

impl Base {
    fn build() -> Self {
        let site = empty();
        copy(&repository().join("tests/errors/base"), site.root());
        site.build(&[]);
        Self { site }
    }

    /// A copy that an edit can spoil.
    fn again(&self) -> TempSite {
        let site = empty();
        copy(self.site.root(), site.root());
        site
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Makes the mistake, builds, and compares.
fn check(case: &Case, base: &Base) -> Result<(), String> {
    let site = base.again();
    case.mistake.edits.iter().for_each(|edit| edit.make(&site));
    let (rooms, before) = (names(site.root()), published(&site));
    let Some(output) = run(&case.mistake, &site) else { return Ok(()) };
    if case.mistake.unprivileged {
        open_again(&case.mistake, &site);
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let code = output.status.code();
    if code != Some(case.mistake.exit) {
        return Err(format!("the exit code is {code:?}, not {}:\n{said}", case.mistake.exit));
    }
    if code != Some(0) && (published(&site), names(site.root())) != (before, rooms) {
        return Err("the site built before it was touched".to_owned());
    }
    compare(case, &said)
}

fn compare(case: &Case, said: &str) -> Result<(), String> {
    let (told, said): (Vec<&str>, Vec<&str>) =
        (case.told.lines().collect(), said.lines().collect());
    if matches(&told, &said) {
        return Ok(());
    }
    if std::env::var_os("SNAPSHOTS").is_some_and(|how| how == "overwrite") {
        case.overwrite(&said.iter().map(|line| format!("{line}\n")).collect::<String>());
        return Ok(());
    }
    let told = told.iter().map(|line| format!("expected | {line}\n"));
    Err(told.chain(said.iter().map(|line| format!("   found | {line}\n"))).collect())
}

/// Whether the lines are those expected; `...` stands for any.
fn matches(told: &[&str], said: &[&str]) -> bool {
    match (told.split_first(), said.split_first()) {
        (None, None) => true,
        (Some((&"...", rest)), _) => (0..=said.len()).any(|from| matches(rest, &said[from..])),
        (Some((line, told)), Some((found, said))) => line == found && matches(told, said),
        _ => false,
    }
}

/// Every published file, with its bytes and when it was written.
fn published(site: &TempSite) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut files = BTreeMap::new();
    let mut folders = vec![site.root().join("public")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let written = entry.metadata().unwrap().modified().unwrap();
                files.insert(entry.path(), (fs::read(entry.path()).unwrap(), written));
            }
        }
    }
    files
}

/// What stands in the project's folder, so that nothing is left behind there.
fn names(root: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Builds; `None` where this machine has no way to run it.
fn run(mistake: &Mistake, site: &TempSite) -> Option<Output> {
    let mut command = Command::new(binary());
    if mistake.unprivileged && may_read_everything(site) {
        command = as_nobody(site)?;
    }
    command.arg("build").args(&mistake.arguments).args((!mistake.pdf).then_some("--no-pdf"));
    command.arg("-q").current_dir(site.root());
    let command = command.env("NO_COLOR", "1").env("SOURCE_DATE_EPOCH", TODAY);
    Some(command.output().unwrap())
}

/// Whether even a closed folder can be read here, as by an administrator.
fn may_read_everything(site: &TempSite) -> bool {
    let folder = site.root().join("closed");
    fs::create_dir(&folder).unwrap();
    close(&folder);
    let reads = fs::read_dir(&folder).is_ok();
    fs::remove_dir(&folder).unwrap();
    reads
}

/// The program, run by nobody in particular.
#[allow(clippy::print_stderr, reason = "what is not tested is told")]
fn as_nobody(site: &TempSite) -> Option<Command> {
    let args = [&format!("--reuid={NOBODY}"), &format!("--regid={NOBODY}"), "--clear-groups"];
    let mut setpriv = Command::new("setpriv");
    setpriv.args(args).arg(binary());
    let runs = |mut command: Command| command.output().is_ok_and(|output| output.status.success());
    let mut trial = Command::new("setpriv");
    trial.args(args).arg(binary()).arg("--version");
    if !runs(trial) {
        eprintln!("NOT RUN: a folder that may not be read, for want of a user who may not");
        return None;
    }
    open(site.root());
    names(site.root()).iter().filter(|path| !is_room(path)).for_each(|path| open_all(path));
    Some(setpriv)
}

#[cfg(unix)]
fn mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn mode(_: &Path, _: u32) {}

fn close(folder: &Path) {
    mode(folder, 0o000);
}

fn open(path: &Path) {
    mode(path, 0o777);
}

/// Lets anyone write in `folder` and below.
fn open_all(folder: &Path) {
    open(folder);
    for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        open_all(&entry.path());
    }
}

/// Whether a folder holds what an officer wrote.
fn is_room(path: &Path) -> bool {
    path.ends_with("content") || path.ends_with("data")
}

/// Opens what the mistake closed, so that it can be deleted.
fn open_again(mistake: &Mistake, site: &TempSite) {
    let closed = mistake.edits.iter().filter(|edit| edit.0.contains_key("closed"));
    closed.for_each(|edit| open(&site.root().join(&edit.0["file"])));
}

impl Edit {
    fn make(&self, site: &TempSite) {
        let (name, path) = (&self.0["file"], site.root().join(&self.0["file"]));
        let has = |key: &str| self.0.get(key).map(String::as_str);
        if let Some(old) = has("replace") {
            site.replace(name, old, has("with").unwrap_or_default());
        } else if let Some(text) = has("append") {
            let before = fs::read_to_string(&path).unwrap();
            site.write(name, before + text);
        } else if let Some(text) = has("write") {
            site.write(name, text);
        } else if let Some(text) = has("latin_1") {
            let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
            site.write(name, bytes);
        } else if let Some(megabytes) = has("megabytes") {
            let file = fs::File::create(path).unwrap();
            file.set_len(megabytes.parse::<u64>().unwrap() << 20).unwrap();
        } else if let Some(target) = has("link") {
            link(target, &path);
        } else if has("closed").is_some() {
            close(&path);
        } else {
            assert!(has("remove").is_some(), "nothing is done to {name}");
            site.remove(name);
        }
    }
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).unwrap();
}

#[cfg(windows)]
fn link(target: &str, path: &Path) {
    std::os::windows::fs::symlink_file(target, path).unwrap();
}
