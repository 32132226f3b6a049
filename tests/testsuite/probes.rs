//! The types hold: code that reads, opens, prints or forges a true figure does
//! not compile, even inside the rooms that render.
//!
//! Each probe of `tests/probes` becomes a module of every renderer in a copy of
//! the sources, and must fail with the compiler error it states and no other. Its
//! twin, which differs in the decisive line alone, must compile.

use crate::support::{copy, empty, repository};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The renderers, each with the file that names its modules and their folder.
const RENDERERS: [(&str, &str); 2] =
    [("src/output.rs", "src/output"), ("src/chart/mod.rs", "src/chart")];

/// What marks the line in which a twin differs.
const DECISIVE: &str = " // decisive";

/// A probe: code that must not compile.
struct Probe {
    name: String,
    code: String,
    error: String,
    twin: String,
}

impl Probe {
    fn read(path: &Path) -> Self {
        let code = fs::read_to_string(path).unwrap();
        let said = |key: &str| {
            let line = code.lines().find_map(|line| line.strip_prefix(&format!("//! {key}: ")));
            line.unwrap_or_else(|| panic!("{}: no `{key}:`", path.display())).to_owned()
        };
        let (error, twin) = (said("error"), said("twin").trim_matches('`').to_owned());
        assert_eq!(code.matches(DECISIVE).count(), 1, "{}: one decisive line", path.display());
        let name = path.file_stem().unwrap().to_str().unwrap().replace('-', "_");
        Self { name, code, error, twin }
    }

    /// The same code with the twin's line in place of the decisive one.
    fn of_twin(&self) -> String {
        let line = |line: &str| match line.ends_with(DECISIVE) {
            true => self.twin.clone(),
            false => line.to_owned(),
        };
        self.code.lines().map(|one| line(one) + "\n").collect()
    }

    /// Whether the compiler finds the error while it resolves names, and so
    /// before it looks at any type.
    fn is_of_names(&self) -> bool {
        ["E0423", "E0603"].contains(&self.error.as_str())
    }

    /// Whether it finds it only once all types are right.
    fn is_of_borrows(&self) -> bool {
        self.error == "E0594"
    }
}

fn probes() -> Vec<Probe> {
    let folder = repository().join("tests/probes");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|path| Probe::read(path)).collect()
}

/// A copy of the package that can be given further modules.
struct Package {
    folder: crate::support::TempSite,
}

impl Package {
    fn copied() -> Self {
        let folder = empty();
        let (from, to) = (repository(), folder.root());
        for name in ["src", "themes"] {
            copy(&from.join(name), &to.join(name));
        }
        for name in ["Cargo.toml", "Cargo.lock"] {
            let text = fs::read_to_string(from.join(name)).unwrap();
            let text = text.replace("name = \"pledgebook\"", "name = \"pledgebook-probed\"");
            let text = text.replace("default-run = \"pledgebook\"", "autobins = false");
            let text = text.split("[[bench]]").next().unwrap().to_owned()
                + text.find("[lints.rust]").map_or("", |at| &text[at..]);
            fs::write(to.join(name), text).unwrap();
        }
        fs::copy(from.join("build.rs"), to.join("build.rs")).unwrap();
        fs::create_dir(to.join("tests")).unwrap();
        fs::write(to.join("tests/nothing.rs"), "").unwrap();
        Self { folder }
    }

    /// Compiles with these modules in every renderer; the codes of the errors
    /// by file, and everything that was said.
    fn compile(
        &self,
        modules: &[(String, String)],
    ) -> (BTreeMap<String, BTreeSet<String>>, String) {
        let root = self.folder.root();
        for (head, folder) in RENDERERS {
            let code = fs::read_to_string(repository().join(head)).unwrap();
            let named = modules.iter().map(|(name, _)| format!("mod {name};\n"));
            fs::write(root.join(head), code + "\n" + &named.collect::<String>()).unwrap();
            for (name, code) in modules {
                fs::write(root.join(folder).join(format!("{name}.rs")), code).unwrap();
            }
        }
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--offline", "--lib", "--test", "nothing", "--message-format=json"]);
        cargo.args(["--config", "profile.dev.package.pledgebook-probed.debug=false"]);
        cargo.arg("--target-dir").arg(target()).env_remove("RUSTFLAGS");
        let output = cargo.current_dir(root).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let errors = errors(&String::from_utf8_lossy(&output.stdout));
        assert!(output.status.success() || !errors.is_empty(), "{said}");
        (errors, said)
    }
}

/// The folder in which the tests were built, so that what they are built from
/// is not built again.
fn target() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(3).unwrap().to_owned()
}

/// The codes of the compiler's errors by the file they stand in.
fn errors(messages: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut errors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for message in messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let message = &message["message"];
        let spans = message["spans"].as_array().into_iter().flatten();
        for span in spans.filter(|_| message["level"] == "error") {
            if span["is_primary"] == true {
                let code = message["code"]["code"].as_str().unwrap_or("without a code");
                let file = span["file_name"].as_str().unwrap().to_owned();
                errors.entry(file).or_default().insert(code.to_owned());
            }
        }
    }
    errors
}

/// The errors that these probes must meet, by file.
fn expected(probes: &[&Probe]) -> BTreeMap<String, BTreeSet<String>> {
    let places = RENDERERS.iter().flat_map(|(_, folder)| {
        probes.iter().map(move |probe| (format!("{folder}/{}.rs", probe.name), probe))
    });
    places.map(|(file, probe)| (file, BTreeSet::from([probe.error.clone()]))).collect()
}

#[test]
fn a_renderer_cannot_reach_a_true_figure() {
    let (probes, package) = (probes(), Package::copied());
    assert!(probes.len() >= 4, "the probes are gone");
    let twins: Vec<_> = probes.iter().map(|probe| (probe.name.clone(), probe.of_twin())).collect();
    let (found, said) = package.compile(&twins);
    assert!(found.is_empty(), "a twin does not compile: {found:?}\n{said}");
    let phases: [&dyn Fn(&&Probe) -> bool; 3] = [
        &|probe| probe.is_of_names(),
        &|probe| !probe.is_of_names() && !probe.is_of_borrows(),
        &|probe| probe.is_of_borrows(),
    ];
    for phase in phases {
        let wrong: Vec<&Probe> = probes.iter().filter(phase).collect();
        let modules: Vec<_> =
            wrong.iter().map(|probe| (probe.name.clone(), probe.code.clone())).collect();
        let (found, said) = package.compile(&modules);
        assert_eq!(found, expected(&wrong), "{said}");
    }
}
