//! What the real program leaves in `public/`, whatever happens to it.
//!
//! The unit tests stop a publication after each of its steps; here real
//! processes are killed, raced, and refused by the system.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
#[cfg(unix)]
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use crate::support::{self, TempSite};

type Tree = BTreeMap<String, Vec<u8>>;

/// The exit code for what is not the content's fault.
const ENVIRONMENT: Option<i32> = Some(4);

/// A build of pages alone: PDFs are written by the same hand, and take most of
/// the time.
const BUILD: [&str; 3] = ["build", "-q", "--no-pdf"];

fn build(site: &TempSite) -> Command {
    let mut command = Command::new(support::binary());
    command.args(BUILD).current_dir(site.root());
    command
}

/// A build that does not attack what it made, so that more of its time goes
/// into writing.
fn draft(site: &TempSite) -> Command {
    let mut command = build(site);
    command.args(["--drafts", "-o", "public"]);
    command
}

fn public(site: &TempSite) -> Tree {
    support::tree(&site.root().join("public"))
}

/// What a build that must succeed leaves.
fn published(site: &TempSite) -> Tree {
    check_success(&build(site).output().unwrap());
    public(site)
}

fn check_success(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn check_refused(output: &Output, words: &[&str]) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), ENVIRONMENT, "{told}");
    for word in words {
        assert!(told.contains(word), "`{word}` is missing from:\n{told}");
    }
}

/// A build that must be refused, say these words, and change nothing.
fn check_untouched(site: &TempSite, words: &[&str]) {
    let before = public(site);
    check_refused(&build(site).output().unwrap(), words);
    assert_eq!(public(site), before);
    assert!(!site.root().join(".public.pledgebook/stage").exists());
}

/// Changes what stands on every page.
fn retitle(site: &TempSite, title: &str) {
    let settings = fs::read_to_string(site.root().join("data/site.yaml")).unwrap();
    let (before, rest) = settings.split_once("title:").unwrap();
    let (_, after) = rest.split_once('\n').unwrap();
    site.write("data/site.yaml", format!("{before}title: {title}\n{after}"));
}

/// Publishes these files, below `content/`, by a page that links to them.
fn hand_out(site: &TempSite, files: &[&str]) {
    let links = files.iter().map(|file| format!("- [Words]({file})\n"));
    let page = format!("---\ntitle: Handouts\n---\n\n{}", links.collect::<String>());
    site.write("content/handouts.md", &page);
    files.iter().for_each(|file| site.write(&format!("content/{file}"), "words"));
}

/// The sites that two titles make, published one after the other.
fn versions(site: &TempSite, titles: [&str; 2], how: fn(&TempSite) -> Command) -> [Tree; 2] {
    titles.map(|title| {
        retitle(site, title);
        check_success(&how(site).output().unwrap());
        public(site)
    })
}

fn check_whole(files: &Tree, versions: &[Tree; 2], context: &str) {
    for (path, bytes) in files {
        let known = versions.iter().any(|version| version.get(path) == Some(bytes));
        assert!(known, "{context}: `{path}` is neither old nor new");
    }
}

/// Says on the terminal, past the test runner, what a reader of the log must
/// know.
fn say(words: &str) {
    std::io::stderr().write_all(format!("{words}\n").as_bytes()).unwrap();
}

/// Fractions in a random order that is the same in every run.
struct Fractions(u64);

impl Iterator for Fractions {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some(f64::from((self.0 >> 33) as u32) / f64::from(1_u32 << 31))
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_whole_files_and_the_next_one_heals() {
    let site = support::site("example");
    let titles = ["The old title", "The new title"];
    versions(&site, titles, draft);
    site.write("public/CNAME", "reports.example\n");
    let started = Instant::now();
    let versions = versions(&site, titles, draft);
    let length = started.elapsed() / 2;

    let (mut mixed, mut changed) = (0, 0);
    for (round, fraction) in Fractions(2025).take(200).enumerate() {
        let before = public(&site);
        retitle(&site, titles[round % 2]);
        kill_after(&mut draft(&site), length.mul_f64(fraction));
        let after = public(&site);
        check_whole(&after, &versions, &format!("kill {round} at {fraction:.3} of {length:?}"));
        assert!(after.contains_key("CNAME"));
        changed += usize::from(after != before);
        mixed += usize::from(!versions.contains(&after));
    }
    say(&format!(
        "200 builds of {length:?} were killed: {changed} had changed the output, {mixed} left old and new"
    ));
    for (title, version) in titles.into_iter().zip(versions) {
        retitle(&site, title);
        check_success(&draft(&site).output().unwrap());
        assert!(public(&site) == version, "`{title}` is not as it was");
    }
}

fn kill_after(command: &mut Command, delay: Duration) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_build_beside_another_is_told_so_at_once() {
    let site = support::site("example");
    published(&site);
    let lock =
        File::options().write(true).open(site.root().join(".public.pledgebook/lock")).unwrap();
    lock.try_lock().unwrap();
    retitle(&site, "Changed");
    let before = public(&site);
    check_refused(&build(&site).output().unwrap(), &["another build"]);
    assert!(public(&site) == before);
    lock.unlock().unwrap();
    published(&site);
}

#[test]
fn of_many_builds_at_once_each_is_whole_or_refused() {
    let site = support::site("example");
    let versions = versions(&site, ["One", "Two"], build);
    retitle(&site, "One");
    let start = |_| build(&site).stderr(Stdio::piped()).spawn().unwrap();
    let builds: Vec<_> = (0..6).map(start).collect();
    let ends: Vec<_> = builds.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
    let (won, lost): (Vec<_>, Vec<_>) = ends.into_iter().partition(|end| end.status.success());
    assert!(!won.is_empty());
    lost.iter().for_each(|end| check_refused(end, &["another build"]));
    assert!(public(&site) == versions[0]);
}

#[test]
fn a_file_becomes_a_directory_and_back() {
    let site = support::site("example");
    hand_out(&site, &["leaflet"]);
    let first = published(&site);
    assert!(first.contains_key("leaflet"));
    site.remove("content/leaflet");
    site.write("content/leaflet/_index.md", "---\ntitle: Leaflet\n---\n\nWords.\n");
    let second = published(&site);
    assert!(second.contains_key("leaflet/index.html") && !second.contains_key("leaflet"));
    site.remove("content/leaflet");
    hand_out(&site, &["leaflet"]);
    assert!(published(&site) == first);
}

#[test]
fn a_name_changes_only_its_case() {
    let site = support::site("example");
    hand_out(&site, &["Leaflet.txt"]);
    assert!(published(&site).contains_key("Leaflet.txt"));
    site.remove("content/Leaflet.txt");
    hand_out(&site, &["leaflet.txt"]);
    let after = published(&site);
    assert!(after.contains_key("leaflet.txt") && !after.contains_key("Leaflet.txt"));
}

#[test]
fn files_of_others_in_the_way_are_all_named_and_nothing_is_changed() {
    let site = support::site("example");
    hand_out(&site, &["leaflet.txt"]);
    site.write("public/index.html", "mine");
    site.write("public/leaflet.txt", "mine");
    check_untouched(&site, &["index.html", "leaflet.txt", "help"]);
    site.remove("public/index.html");
    check_untouched(&site, &["leaflet.txt"]);
    site.write("public/leaflet.txt", "words");
    published(&site);
}

#[test]
fn only_what_we_wrote_is_removed() {
    let site = support::site("example");
    let mut expected = published(&site);
    hand_out(&site, &["leaflet.txt", "notes.txt"]);
    let more = published(&site);
    assert!(more.contains_key("leaflet.txt") && more.contains_key("notes.txt"));
    site.write("public/CNAME", "mine");
    site.write("public/notes.txt", "changed by hand");
    for path in ["handouts.md", "leaflet.txt", "notes.txt"] {
        site.remove(&format!("content/{path}"));
    }
    expected.insert("CNAME".into(), b"mine".into());
    expected.insert("notes.txt".into(), b"changed by hand".into());
    assert!(published(&site) == expected);
}

#[test]
fn a_file_with_the_same_bytes_is_not_touched() {
    let site = support::site("example");
    let output = site.root().join("public");
    let before = published(&site);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in before.keys() {
        File::options()
            .write(true)
            .open(output.join(path))
            .unwrap()
            .set_modified(long_ago)
            .unwrap();
    }
    let touched =
        |path: &String| fs::metadata(output.join(path)).unwrap().modified().unwrap() != long_ago;
    published(&site);
    assert!(!before.keys().any(touched));
    retitle(&site, "Changed");
    let after = published(&site);
    for (path, bytes) in &after {
        assert_eq!(touched(path), before.get(path) != Some(bytes), "`{path}`");
    }
    assert!(after.keys().any(touched));
}

#[cfg(unix)]
#[test]
fn links_are_refused_and_nothing_behind_them_is_changed() {
    use std::os::unix::fs::symlink;
    let site = support::site("example");
    hand_out(&site, &["leaflets/one.txt"]);
    site.write("elsewhere/one.txt", "words");
    let elsewhere = site.root().join("elsewhere");
    fs::create_dir(site.root().join("public")).unwrap();
    symlink(&elsewhere, site.root().join("public/leaflets")).unwrap();
    check_untouched_behind(&site, &elsewhere, &["leaflets", "links"]);
    fs::remove_dir_all(site.root().join("public")).unwrap();
    symlink(&elsewhere, site.root().join("public")).unwrap();
    check_untouched_behind(&site, &elsewhere, &["public", "symbolic link", "--output"]);
}

#[cfg(unix)]
fn check_untouched_behind(site: &TempSite, elsewhere: &Path, words: &[&str]) {
    let before = support::tree(elsewhere);
    check_refused(&build(site).output().unwrap(), words);
    assert_eq!(support::tree(elsewhere), before);
}

/// A small disk in memory, until it is dropped.
#[cfg(target_os = "linux")]
struct SmallDisk(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl SmallDisk {
    /// None without the permission to mount one.
    fn mount(at: &Path, bytes: usize) -> Option<Self> {
        fs::create_dir(at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={bytes}"), "tmpfs"]).arg(at);
        let mounted = mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        mounted.then(|| Self(at.to_owned()))
    }

    /// Leaves room for `bytes` more only.
    fn fill_up_to(&self, bytes: usize) {
        let mut ballast = File::create(self.0.join("ballast")).unwrap();
        while ballast.write_all(&[0; 4096]).is_ok() {}
        let length = ballast.metadata().unwrap().len();
        ballast.set_len(length.saturating_sub(bytes as u64)).unwrap();
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(&self.0).status());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_files_whole() {
    let site = support::site("example");
    let size: usize = published(&site).values().map(|bytes| bytes.len() + 8192).sum();
    let Some(disk) = SmallDisk::mount(&site.root().join("disk"), 2 * size) else {
        return say("NOT RUN: disk-full test needs permission to mount a tmpfs");
    };
    let onto = || build(&site).args(["-o", "disk/public"]).output().unwrap();
    let files = || support::tree(&disk.0.join("public"));
    check_success(&onto());
    let before = files();
    disk.fill_up_to(size / 4);
    retitle(&site, "Changed");
    check_refused(&onto(), &["make room"]);
    assert!(files() == before);
    assert!(!disk.0.join(".public.pledgebook/stage").exists());
    fs::remove_file(disk.0.join("ballast")).unwrap();
    check_success(&onto());
    assert!(files() == published(&site));
    check_refused(&build(&site).args(["-o", "disk"]).output().unwrap(), &["mounted disk"]);
}

/// A build by a user whom permissions hold back, as they do not hold back root.
#[cfg(unix)]
fn build_as_anyone(site: &TempSite) -> Option<Command> {
    let answer =
        |command: &mut Command| command.output().ok().filter(|output| output.status.success());
    let user = answer(Command::new("id").arg("-u"))?;
    if user.stdout != b"0\n" {
        return Some(build(site));
    }
    let anyone = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    answer(Command::new("setpriv").args(anyone).arg("true"))?;
    answer(Command::new("chown").args(["-R", "65534:65534"]).arg(site.root()))?;
    let binary = site.root().join("pledgebook");
    fs::copy(support::binary(), &binary).unwrap();
    let mut command = Command::new("setpriv");
    command.args(anyone).arg(binary).args(BUILD).current_dir(site.root());
    Some(command)
}

#[cfg(unix)]
fn permit(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
const NEEDS_A_USER: &str =
    "NOT RUN: permission tests need an ordinary user, or `setpriv` to become one";

#[cfg(unix)]
#[test]
fn an_output_that_may_not_be_written_stays_whole_and_heals() {
    let site = support::site("example");
    let versions = versions(&site, ["New", "Old"], build);
    retitle(&site, "New");
    let Some(mut command) = build_as_anyone(&site) else { return say(NEEDS_A_USER) };
    let output = site.root().join("public");
    permit(&output, 0o555);
    let refused = command.output().unwrap();
    permit(&output, 0o755);
    check_refused(&refused, &[".html", "ermission"]);
    check_whole(&public(&site), &versions, "not permitted");
    check_success(&command.output().unwrap());
    assert!(public(&site) == versions[0]);
}

#[cfg(unix)]
#[test]
fn without_permission_beside_the_output_nothing_is_begun() {
    let site = support::site("example");
    let Some(mut command) = build_as_anyone(&site) else { return say(NEEDS_A_USER) };
    permit(site.root(), 0o555);
    let refused = command.output().unwrap();
    permit(site.root(), 0o755);
    check_refused(&refused, &[".public.pledgebook", "ermission"]);
    assert!(!site.root().join("public").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_not_replaced() {
    let site = support::site("example");
    site.write("public/index.html", "secret");
    let Some(mut command) = build_as_anyone(&site) else { return say(NEEDS_A_USER) };
    let secret = site.root().join("public/index.html");
    permit(&secret, 0o000);
    let refused = command.output().unwrap();
    permit(&secret, 0o644);
    check_refused(&refused, &["index.html", "ermission"]);
    assert_eq!(public(&site), BTreeMap::from([("index.html".into(), b"secret".into())]));
}
