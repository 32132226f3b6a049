//! Three editions in a row (`tests/promises/`), clean but for what is planted:
//! each fault of `faults.yaml` alone, and then all of them together.

use crate::html::{main_part, text};
use crate::support::{TempSite, repository, site};
use pledgebook::disclosure::{Asked, disclose};
use pledgebook::register::ledger;
use pledgebook::site::Site;
use pledgebook::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A fault, and what is said of it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    name: String,
    file: String,
    find: String,
    #[serde(default)]
    replace: String,
    code: String,
    /// The file it is found in, if that is another.
    #[serde(rename = "in")]
    found_in: Option<String>,
    /// What begins on the line that the finding points at.
    at: String,
    /// Faults of the same record, with which it cannot stand.
    #[serde(default)]
    clashes: Vec<String>,
}

/// A finding: its code, file and line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    code: String,
    file: String,
    line: u64,
}

fn faults() -> Vec<Fault> {
    let path = repository().join("tests/promises/faults.yaml");
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

impl Fault {
    /// Plants it.
    fn plant(&self, project: &TempSite) {
        let before = read(project, &self.file);
        assert_eq!(before.matches(&self.find).count(), 1, "{}: {:?}", self.name, self.find);
        project.write(&self.file, before.replacen(&self.find, &self.replace, 1));
    }

    /// What must be said of it, once it is planted.
    fn expected(&self, project: &TempSite) -> Told {
        let file = self.found_in.as_ref().unwrap_or(&self.file);
        let text = read(project, file);
        let at = text.find(&self.at).unwrap_or_else(|| panic!("{}: {:?}", self.name, self.at));
        let line = text[..at].lines().count().max(1);
        let starts_a_line = text[..at].ends_with('\n');
        let line = u64::try_from(line + usize::from(starts_a_line)).unwrap();
        Told { code: self.code.clone(), file: file.clone(), line }
    }
}

fn read(project: &TempSite, file: &str) -> String {
    std::fs::read_to_string(project.root().join(file)).unwrap()
}

/// What `check` says, through the real program.
fn check(project: &TempSite, arguments: &[&str]) -> Vec<Told> {
    let output = project.run(&[&["check", "--format", "json"], arguments].concat());
    let said = String::from_utf8(output.stdout).unwrap();
    let found = said.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let told = |found: serde_json::Value| Told {
        code: found["code"].as_str().unwrap().to_owned(),
        file: found["file"].as_str().unwrap_or_default().to_owned(),
        line: found["line"].as_u64().unwrap_or_default(),
    };
    let mut told: Vec<Told> = found.map(told).collect();
    told.sort();
    told
}

#[test]
fn every_fault_is_found_once_at_its_line_and_nothing_else_is_said() {
    let faults = faults();
    assert!(faults.len() >= 25, "there are only {} faults", faults.len());
    assert_eq!(check(&site("promises"), &["--strict"]), [], "the three editions are not clean");
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(fault) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
            let project = site("promises");
            fault.plant(&project);
            let (told, expected) = (check(&project, &[]), fault.expected(&project));
            if told != [expected.clone()] {
                let why = format!("== {}\nnot {expected:?}, but {told:#?}", fault.name);
                wrong.lock().unwrap().push(why);
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} faults are told otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn all_faults_together_are_found_too() {
    let all = faults();
    let clash = |fault: &&Fault| fault.clashes.is_empty();
    let planted: Vec<&Fault> = all.iter().filter(clash).collect();
    assert!(planted.len() >= 25 && all.len() - planted.len() <= 3);
    let project = site("promises");
    planted.iter().for_each(|fault| fault.plant(&project));
    let mut expected: Vec<Told> = planted.iter().map(|fault| fault.expected(&project)).collect();
    expected.sort();
    assert_eq!(check(&project, &[]), expected);
}

#[test]
fn every_check_has_a_fault() {
    let faults = faults();
    for check in pledgebook::audit::Check::ALL {
        let code = check.code().as_str();
        assert!(faults.iter().any(|fault| fault.code == code), "no fault for {}", check.slug());
    }
}

#[test]
fn a_draft_may_lack_what_only_readers_need() {
    let faults = faults();
    let told = |name: &str, arguments: &[&str]| {
        let project = site("promises");
        faults.iter().find(|fault| fault.name == name).unwrap().plant(&project);
        check(&project, arguments).len()
    };
    assert_eq!(told("no words for children", &["--stage", "draft"]), 0);
    assert_eq!(told("no words for children", &["--stage", "publish"]), 1);
    assert_eq!(told("a recommendation whose due date has passed", &["--stage", "draft"]), 1);
    let project = site("promises");
    let unasked = faults.iter().find(|fault| fault.file.ends_with("voice.md")).unwrap();
    unasked.plant(&project);
    let exit = |arguments: &[&str]| project.run(arguments).status.code();
    assert_eq!(exit(&["check", "--stage", "draft"]), Some(0), "consent can still be asked for");
    assert_eq!(exit(&["build"]), Some(1));
}

#[test]
fn a_site_says_what_weighs_how_much() {
    let project = site("promises");
    let late = faults().into_iter().find(|fault| fault.code == "R010").unwrap();
    late.plant(&project);
    let exit = |arguments: &[&str]| project.run(arguments).status.code();
    assert_eq!(exit(&["check"]), Some(0), "late is a warning");
    let before = read(&project, "data/site.yaml");
    let set = |levels: &str| {
        let text =
            before.replace("review: {", &format!("review: {{checks: {{overdue: {levels}}}, "));
        project.write("data/site.yaml", text);
    };
    set("error");
    assert_eq!(exit(&["check"]), Some(1));
    set("{draft: off, publish: error}");
    assert_eq!(exit(&["check", "--stage", "draft"]), Some(0));
    assert_eq!(exit(&["build", "--drafts"]), Some(0));
    assert_eq!(exit(&["build"]), Some(1));
    set("off");
    assert_eq!(check(&project, &[]), []);
}

#[test]
fn what_was_put_right_since_is_a_fault_only_before() {
    let project = site("promises");
    let plan = "data/recommendations/scrutiny-2022.yaml";
    project.replace(plan, "due: 2024-02-29\n", "due: 2023-06-30\n");
    assert_eq!(check(&project, &[]), []);
    let then = check(&project, &["--as-at", "2023-09-30"]);
    assert_eq!(then.iter().map(|told| told.code.as_str()).collect::<Vec<_>>(), ["R010"]);
}

#[test]
fn each_edition_was_clean_on_its_own_day() {
    for day in ["2023-09-30", "2024-09-30", "2025-09-30"] {
        assert_eq!(check(&site("promises"), &["--as-at", day]), [], "{day}");
    }
}

/// A waiver of the first fault there is: a recommendation that is late.
const WAIVER: &str = "waivers:
  - check: overdue
    about: scrutiny-2024/1
    why: The trainer was ill all spring.
    by: Director of Children's Services
    date: 2025-05-08
    until: 2025-12-31
";

fn late_and_accepted() -> TempSite {
    let project = site("promises");
    faults()[0].plant(&project);
    project.write("data/waivers.yaml", WAIVER);
    project
}

#[test]
fn what_is_accepted_is_published_with_its_reason_and_who_gave_it() {
    let project = late_and_accepted();
    assert_eq!(check(&project, &["--strict"]), []);
    let built = project.build(&["--strict"]);
    let page = |path: &str| text(main_part(std::str::from_utf8(&built[path]).unwrap()));
    let said = "It is past its date and not done. The trainer was ill all spring. Accepted by Director of \
                Children's Services on 8 May 2025, until 31 December 2025.";
    let record = page("recommendations/scrutiny-2024/index.html");
    assert_eq!(record.matches(said).count(), 1, "{record}");
    let listed = page("about/data/index.html");
    assert!(
        listed.contains(&format!("Settled homes, a second look: Recommendation 1 {said}")),
        "{listed}"
    );
    let telling = built
        .values()
        .filter(|bytes| String::from_utf8_lossy(bytes).contains("The trainer was ill"));
    assert_eq!(telling.count(), 2, "no edition repeats what was accepted since");
}

#[test]
fn a_waiver_holds_from_its_day_to_its_last() {
    let project = late_and_accepted();
    let codes = |day: &str| {
        let told = check(&project, &["--as-at", day]);
        told.into_iter().map(|told| told.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("2025-05-07"), ["R010"], "nobody had accepted it yet");
    assert_eq!(codes("2025-05-08"), [""; 0]);
    assert_eq!(codes("2025-09-30"), [""; 0]);
    assert!(codes("2026-01-01").contains(&"R039".to_owned()));
}

#[test]
fn every_check_has_words_for_readers() {
    let strings = repository().join("themes/civic/strings/en.yaml");
    let strings = std::fs::read_to_string(strings).unwrap();
    for check in pledgebook::audit::Check::ALL {
        let key = format!("\nwaiver.what.{}: ", check.slug());
        assert!(strings.contains(&key), "nothing says what {} accepts", check.slug());
    }
}

/// The codes that the checks of promises find in a project.
fn found_in(project: &TempSite, arguments: &[&str]) -> Vec<(String, u64)> {
    let known = |told: &Told| {
        let all = pledgebook::audit::Check::ALL.iter();
        all.map(|check| check.code().as_str()).any(|code| code == told.code)
    };
    let told = check(project, arguments).into_iter().filter(known);
    told.map(|told| (told.code, told.line)).collect()
}

#[test]
fn nothing_is_invented_about_the_example_and_the_published_papers() {
    for day in [&[][..], &["--as-at", "2024-09-30"], &["--as-at", "2025-09-30"]] {
        assert_eq!(found_in(&site("example"), day), [], "the example {day:?}");
    }
    let seeds = std::fs::read_dir(repository().join("tests/sites")).unwrap();
    let seeds = seeds.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    let names: Vec<String> =
        seeds.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(names.len(), 5);
    for name in names {
        assert_eq!(found_in(&site(&name), &[]), [], "{name}");
    }
}

#[test]
fn published_papers_are_late_from_the_day_after_they_name() {
    let found = |name: &str, day: &str| {
        let told = found_in(&site(name), &["--as-at", day]);
        told.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    let report = "north-lincolnshire-2012";
    assert_eq!(found(report, "2012-12-31"), [""; 0], "December is not over");
    assert_eq!(found(report, "2013-01-01"), ["R010"]);
    let exemption = "herefordshire-2018";
    assert_eq!(found(exemption, "2019-03-31"), [""; 0], "the report of the year has just come");
    assert_eq!(found(exemption, "2019-04-01"), ["R027"]);
}

/// The ledgers beside the records are what their editions published;
/// `SNAPSHOTS=overwrite` writes them anew.
#[test]
fn the_ledgers_are_what_was_published() {
    let root = repository().join("tests/promises");
    let sources = Sources::read(&root).value;
    let site = Site::load(&sources).value.unwrap();
    for (edition, day) in [("2022-23", "2023-09-30"), ("2023-24", "2024-09-30")] {
        let day = day.parse().unwrap();
        let asked = Asked { as_at: Some(day), ..Asked::default() };
        let published = disclose(&site, &asked).value;
        let written =
            ledger::write((edition, day), &published.latest().register, &BTreeMap::new(), "en")
                .unwrap();
        let path = root.join(format!("data/published/{edition}.yaml"));
        if std::env::var_os("SNAPSHOTS").is_some_and(|how| how == "overwrite") {
            std::fs::write(&path, &written).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), written, "{edition}");
    }
}
