//! Every number of a status bar (its words, its list, the length of its parts,
//! the same count in a sentence) is the number of rows it sums up, as a reader
//! counts them on the page.

use crate::generators::promises::{Promises, promises};
use crate::generators::tape::Tape;
use crate::html::{between, elements, main_part, text};
use crate::support::{TempSite, empty, repository};
use proptest::prelude::{ProptestConfig, any, proptest};
use std::collections::BTreeMap;

/// How many registers stand in one project.
const TOGETHER: usize = 100;

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_of_a_status_bar_counts_rows(
        tapes in proptest::collection::vec(proptest::collection::vec(any::<u32>(), 400), TOGETHER),
    ) {
        let registers: Vec<Promises> =
            tapes.into_iter().enumerate().map(|(n, tape)| promises(n, &mut Tape::new(tape))).collect();
        let built = project(&registers).build(&[]);
        let mut faults = Vec::new();
        for (n, register) in registers.iter().enumerate() {
            let page = std::str::from_utf8(&built[&format!("register-{n}/index.html")]).unwrap();
            for (kind, part) in main_part(page).split("<h2").skip(1).enumerate() {
                judge(part, register, kind, &mut |fault| faults.push(format!("{n}.{kind}: {fault}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

fn project(registers: &[Promises]) -> TempSite {
    let site = empty();
    site.write("data/site.yaml", settings());
    site.write("content/_index.md", "---\ntitle: Home\n---\n");
    let mut meetings = String::from("meetings:\n");
    for (n, register) in registers.iter().enumerate() {
        site.write(&format!("data/recommendations/r{n}.yaml"), &register.review);
        site.write(&format!("data/pledges/s{n}.yaml"), &register.set);
        site.write(&format!("content/register-{n}.md"), page(n, register));
        meetings.push_str(&register.meeting);
    }
    // So that every lead and principle that a page asks for is there.
    site.write("data/recommendations/every.yaml", "review: {id: every, title: All, body: Panel}\nrecommendations:\n  - {number: 1, text: All., leads: [Head of Care, Virtual School Head, Nurse]}\n");
    site.write("data/meetings.yaml", meetings);
    site
}

/// Settings by which nothing is asked of a register: what stands in it is not
/// the matter here.
fn settings() -> String {
    let levels = std::fs::read_to_string(repository().join("src/audit/levels.yaml")).unwrap();
    let checks = levels.lines().filter(|line| !line.starts_with('#'));
    let checks = checks.filter_map(|line| Some(format!("{}: off", line.split_once(':')?.0)));
    format!(
        "title: Test\ncouncil: {{name: Wold Vale Council}}\ngenerate: [about]\nreview: {{checks: {{{}}}}}\n",
        checks.collect::<Vec<_>>().join(", ")
    )
}

/// What is counted: the block that lists it, the word of `status`, the word of
/// `count`, and the key and letter of its group.
const KINDS: [[&str; 5]; 4] = [
    ["recommendations", "recommendations", "recommendations", "review", "r"],
    ["pledges", "commitments", "pledges", "set", "s"],
    ["actions", "actions", "actions", "set", "s"],
    ["actions", "decisions", "decisions", "meeting", "m"],
];

/// A page with a part for each kind: all of them and those that meet one more
/// condition.
fn page(n: usize, register: &Promises) -> String {
    let mut page = format!("---\ntitle: Register {n}\n---\n");
    for (kind, [list, of, count, group, letter]) in KINDS.iter().enumerate() {
        for conditions in [&Vec::new(), &register.conditions[kind]] {
            let keys: String =
                conditions.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
            let words: String = conditions
                .iter()
                .map(|(key, value)| format!(", {key}={}", quoted(value)))
                .collect();
            let number = |more: &str| {
                format!("{{{{ count(kind=\"{count}\", {group}=\"{letter}{n}\"{words}{more}) }}}}")
            };
            page.push_str(&format!("\n## Part\n\nTotal {}", number("")));
            for slug in ALL {
                let fits = (kind == 1) == PROMISES.contains(&slug) || slug == "not-stated";
                if fits {
                    page.push_str(&format!(", {slug} {}", number(&format!(", status=\"{slug}\""))));
                }
            }
            if !words.contains("overdue") {
                page.push_str(&format!(", overdue {}", number(", overdue=\"true\"")));
            }
            page.push_str(&format!(
                "\n\n```status\nof: {of}\n{group}: {letter}{n}\n{keys}```\n\n```{list}\n{group}: {letter}{n}\n{keys}```\n"
            ));
        }
    }
    page
}

fn quoted(value: &str) -> String {
    if value.starts_with('"') { value.to_owned() } else { format!("\"{value}\"") }
}

const PROMISES: [&str; 6] =
    ["kept", "mostly-kept", "not-yet", "not-kept", "too-early", "aspirational"];
const ALL: [&str; 13] = [
    "complete",
    "on-track",
    "slipped",
    "not-started",
    "not-achieved",
    "superseded",
    "kept",
    "mostly-kept",
    "not-yet",
    "not-kept",
    "too-early",
    "aspirational",
    "not-stated",
];
/// The words of each of `ALL` after its number.
const WORDS: [&str; 13] = [
    "complete",
    "on track",
    "slipped",
    "not started",
    "not achieved",
    "replaced",
    "kept",
    "mostly kept",
    "not yet kept",
    "not kept",
    "for which it is too early to say",
    "that we aim for",
    "",
];

/// The rows of a list: how many stand where, are late, and are closed though
/// nobody said how they stand.
#[derive(Default)]
struct Rows {
    standings: BTreeMap<String, usize>,
    total: usize,
    overdue: usize,
    /// How many of no stated status are closed, by why.
    closed: [usize; CLOSED.len()],
}

/// What a row shows when it is closed, and the word for it; the first counts.
const CLOSED: [(&str, &str); 4] = [
    ("<dt>Signed off by", "signed off"),
    ("response-rejected", "rejected"),
    ("<dt>Replaced by", "replaced"),
    ("<dt>Taken further as", "taken further"),
];

impl Rows {
    fn add(&mut self, status: &str, row: &str) {
        let slug = status.split("status-").nth(1).and_then(|rest| rest.split(['"', ' ']).next());
        *self.standings.entry(slug.unwrap_or("not-stated").to_owned()).or_default() += 1;
        self.total += 1;
        self.overdue += usize::from(row.contains("class=\"late\""));
        let closed = CLOSED.iter().position(|(sign, _)| row.contains(sign));
        if let Some(why) = closed.filter(|_| slug.is_none()) {
            self.closed[why] += 1;
        }
    }

    fn of(part: &str) -> Self {
        let mut rows = Self::default();
        let head = |row: &str, class: &str| {
            let status = between(row, &format!("<p class=\"{class}\">"), "</p>")
                .first()
                .map(ToString::to_string);
            status.unwrap_or_default()
        };
        for row in between(part, "<article class=\"rec\"", "</article>") {
            rows.add(&head(row, "rec-status"), row);
        }
        for row in between(part, "<article class=\"pledge\"", "</article>") {
            rows.add(&head(row, "pledge-status"), "");
        }
        // The actions inside a pledge are no rows of the list of pledges.
        if rows.total == 0 {
            for row in elements(part, "<tr", "</tr>").iter().filter(|row| row.contains("<td")) {
                rows.add(row.rsplit("<td>").next().unwrap(), row);
            }
        }
        rows
    }

    fn count(&self, slug: &str) -> usize {
        self.standings.get(slug).copied().unwrap_or_default()
    }

    /// The sentence that a bar of these rows should have.
    fn sentence(&self, kind: usize) -> String {
        let unstated = self.count("not-stated");
        let first = if kind == 1 { "kept" } else { "complete" };
        let mut parts = Vec::new();
        match self.total {
            0 => parts.push("There is nothing to count".to_owned()),
            1 if unstated == 1 => parts.push("How it stands is not stated".to_owned()),
            total if unstated == total => {
                parts.push(format!("How all {total} stand is not stated"));
            }
            total => {
                let mut stated = vec![format!("{} of {total} {first}", self.count(first))];
                let others =
                    ALL.iter().zip(WORDS).filter(|(slug, _)| ![first, "not-stated"].contains(slug));
                let others = others.filter(|(slug, _)| self.count(slug) > 0);
                stated.extend(others.map(|(slug, words)| format!("{} {words}", self.count(slug))));
                parts.push(stated.join(", "));
            }
        }
        if self.overdue > 0 {
            parts.push(format!("{} overdue", self.overdue));
        }
        if unstated > 0 && unstated < self.total {
            let stand = if unstated == 1 { "stands" } else { "stand" };
            parts.push(format!("how {unstated} {stand} is not stated"));
        }
        let closed = CLOSED.iter().zip(self.closed).filter(|(_, count)| *count > 0);
        let closed: Vec<String> = closed.map(|((_, why), n)| format!("{n} {why}")).collect();
        let unsaid = parts.iter_mut().rfind(|part| part.ends_with("not stated"));
        if let Some(unsaid) = unsaid.filter(|_| !closed.is_empty()) {
            *unsaid += &format!(" ({})", closed.join(", "));
        }
        format!("{}.", parts.join("; "))
    }
}

fn judge(part: &str, register: &Promises, part_at: usize, fault: &mut dyn FnMut(String)) {
    let kind = part_at / 2;
    let rows = Rows::of(part);
    if part_at.is_multiple_of(2) && rows.total != register.counts[kind] {
        fault(format!("{} rows of {} records", rows.total, register.counts[kind]));
    }
    let tally = part.split("<div class=\"tally\">").nth(1).unwrap_or_default();
    let tally = tally.split("<div class=\"recommendations\">").next().unwrap();
    let words = between(tally, "<p class=\"tally-words\">", "</p>")
        .first()
        .map(|words| text(words))
        .unwrap_or_default();
    if words != rows.sentence(kind) {
        fault(format!("the bar says {words:?}, the rows {:?}", rows.sentence(kind)));
    }
    list(tally, &rows, fault);
    lengths(tally, &rows, fault);
    sentence(part, &rows, fault);
}

/// The list under the bar.
fn list(tally: &str, rows: &Rows, fault: &mut dyn FnMut(String)) {
    let shown =
        between(tally, "<li>", "</li>").into_iter().filter(|item| item.contains("class=\"count\""));
    let mut told = BTreeMap::new();
    for item in shown {
        let count: usize = between(item, "<span class=\"count\">", "</span>")[0].parse().unwrap();
        let slug = item.split(" status-").nth(1).unwrap().split('"').next().unwrap();
        told.insert(slug.to_owned(), count);
    }
    let is_stated = rows.total > rows.count("not-stated");
    if (is_stated || !told.is_empty()) && told != rows.standings {
        fault(format!("the list says {told:?}, the rows {:?}", rows.standings));
    }
}

/// The parts of the bar, in the order of the list.
fn lengths(tally: &str, rows: &Rows, fault: &mut dyn FnMut(String)) {
    let Some(svg) = between(tally, "<div class=\"tally-bar\">", "</svg>").first().copied() else {
        if rows.total > rows.count("not-stated") {
            fault("there is no bar".to_owned());
        }
        return;
    };
    let lengths = between(svg, " d=\"", "\"").into_iter().map(|path| {
        let length = path.split('h').nth(1).unwrap().split('v').next().unwrap();
        length.parse::<f64>().unwrap()
    });
    let counts = ALL.iter().map(|slug| rows.count(slug)).filter(|count| *count > 0);
    let due: Vec<f64> = counts.map(|count| count as f64 * 480.0 / rows.total as f64).collect();
    let lengths: Vec<f64> = lengths.collect();
    let is_near = |(a, b): (&f64, &f64)| (a - b).abs() <= 0.11;
    if lengths.len() != due.len() || !lengths.iter().zip(&due).all(is_near) {
        fault(format!("the parts are {lengths:?} long, not {due:?}"));
    }
}

/// The counts in the sentence above the bar.
fn sentence(part: &str, rows: &Rows, fault: &mut dyn FnMut(String)) {
    let words = text(between(part, "<p>", "</p>")[0]);
    for said in words.split(", ") {
        let (name, number) = said.rsplit_once(' ').unwrap();
        let due = match name {
            "Total" => rows.total,
            "overdue" => rows.overdue,
            slug => rows.count(slug),
        };
        if number.parse() != Ok(due) {
            fault(format!("the sentence says {said:?} of {due}"));
        }
    }
}
