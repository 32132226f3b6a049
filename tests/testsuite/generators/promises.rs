//! Random registers: a review, a set with actions and a meeting, whose promises
//! stand anywhere, with a page that asks for them in every way.

use super::tape::Tape;

const WORK: [&str; 7] =
    ["", "not-started", "on-track", "slipped", "complete", "not-achieved", "superseded"];
const PROMISE: [&str; 7] =
    ["", "kept", "mostly-kept", "not-yet", "not-kept", "too-early", "aspirational"];
const LEADS: [&str; 3] = ["Head of Care", "Virtual School Head", "Nurse"];
const PRINCIPLES: [&str; 3] = ["views", "health", "stability"];
const DAYS: [&str; 5] = ["2023-03-31", "2024-03-31", "2024-11-30", "2025-09-30", "2026-03-31"];

/// A register: the files of its records, and what its page asks for.
pub(crate) struct Promises {
    pub(crate) review: String,
    pub(crate) set: String,
    pub(crate) meeting: String,
    /// How many of each kind there are: recommendations, commitments, actions,
    /// decisions.
    pub(crate) counts: [usize; 4],
    /// One more condition for each kind, as the keys of a block.
    pub(crate) conditions: [Vec<(&'static str, String)>; 4],
}

/// Register number `n` of a project, read off `tape`.
pub(crate) fn promises(n: usize, tape: &mut Tape) -> Promises {
    let recommendations = tape.list(1, 12, recommendation);
    let counts_of_actions: Vec<Vec<String>> = tape.list(1, 8, |tape| tape.list(0, 3, action));
    let actions = counts_of_actions.iter().map(Vec::len).sum();
    let commitments: Vec<String> =
        counts_of_actions.iter().map(|own| commitment(tape, own)).collect();
    let decisions = tape.list(1, 6, decision);
    Promises {
        review: format!(
            "review: {{id: r{n}, title: Review {n}, body: Panel, date: 2023-01-10}}\nrecommendations:\n{}",
            numbered(&recommendations, "number")
        ),
        set: format!(
            "set: {{id: s{n}, kind: strategy, title: Strategy {n}}}\npledges:\n{}",
            numbered(&commitments, "id")
        ),
        meeting: format!(
            "  - id: m{n}\n    body: Cabinet\n    date: 2023-02-01\n    items:\n      - number: 1\n        title: Report\n        actions:\n{}",
            decisions.iter().map(|one| format!("          - {one}\n")).collect::<String>()
        ),
        counts: [recommendations.len(), commitments.len(), actions, decisions.len()],
        conditions: [true, false, true, true].map(|can_be_late| condition(tape, can_be_late)),
    }
}

/// Records as items of a list, each with its place under `key`.
fn numbered(records: &[String], key: &str) -> String {
    let mark = if key == "id" { "p" } else { "" };
    let records = records.iter().enumerate();
    records.map(|(at, one)| format!("  - {{{key}: {mark}{}, {one}}}\n", at + 1)).collect()
}

fn condition(tape: &mut Tape, can_be_late: bool) -> Vec<(&'static str, String)> {
    match tape.below(if can_be_late { 5 } else { 3 }) {
        0 => Vec::new(),
        1 => vec![("lead", format!("{:?}", tape.pick(&LEADS)))],
        2 => vec![("principle", tape.pick(&PRINCIPLES).to_owned())],
        3 => vec![("overdue", tape.pick(&["true", "false"]).to_owned())],
        _ => vec![("open", "true".to_owned()), ("lead", format!("{:?}", tape.pick(&LEADS)))],
    }
}

fn recommendation(tape: &mut Tape) -> String {
    let ended = [
        "",
        "",
        "",
        "response: {decision: rejected, why: It costs too much.}, ",
        "signed_off: {by: Panel, date: 2025-02-01}, ",
        "superseded_by: every/1, ",
    ];
    format!(
        "text: Do it., {}{}{}{}progress: [{}]",
        tape.pick(&ended),
        led(tape),
        serving(tape),
        due(tape),
        progress(tape)
    )
}

fn commitment(tape: &mut Tape, actions: &[String]) -> String {
    let status = tape.pick(&PROMISE);
    let status = if status.is_empty() { String::new() } else { format!("status: {status}, ") };
    format!(
        "title: Promise, wording: {{adult: We will.}}, {}{}actions: [{}], progress: [{{date: 2024-06-30, {status}text: Told.}}]",
        led(tape),
        serving(tape),
        actions.join(", ")
    )
}

fn action(tape: &mut Tape) -> String {
    let led = led(tape);
    let due = due(tape);
    if tape.once_in(3) {
        let status = tape.pick(&WORK);
        let status = if status.is_empty() { "not-stated" } else { status };
        return format!("{{text: Act., {led}{due}status: {status}}}");
    }
    format!("{{text: Act., {led}{due}progress: [{}]}}", progress(tape))
}

fn decision(tape: &mut Tape) -> String {
    let done = if tape.once_in(2) { "done: 2024-05-01, " } else { "" };
    format!("{{{}{}{done}text: Write.}}", led(tape), due(tape))
}

/// Up to three entries in order, of which some say how it stands.
fn progress(tape: &mut Tape) -> String {
    let count = tape.below(4);
    let entries = DAYS[..count].iter().map(|day| {
        let status = tape.pick(&WORK);
        let status = if status.is_empty() { String::new() } else { format!("status: {status}, ") };
        format!("{{date: {day}, {status}text: Told., evidence: [Log]}}")
    });
    entries.collect::<Vec<_>>().join(", ")
}

fn led(tape: &mut Tape) -> String {
    let leads = tape.some(&LEADS);
    format!("leads: [{}], ", leads.join(", "))
}

fn serving(tape: &mut Tape) -> String {
    let principles = tape.some(&PRINCIPLES);
    format!("principles: [{}], ", principles.join(", "))
}

fn due(tape: &mut Tape) -> String {
    if tape.once_in(4) {
        return String::new();
    }
    let new = match tape.once_in(3) {
        true => format!(
            "new_dues: [{{due: {}, agreed: 2024-01-01, why: It took longer.}}], ",
            tape.pick(&DAYS)
        ),
        false => String::new(),
    };
    format!("due: {}, {new}", tape.pick(&DAYS))
}
