//! A project of any size: reviews, recommendations, and ten editions in which
//! each of them is reported on.

use std::collections::BTreeMap;
use std::fmt::Write;

/// How large it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// How many reviews, spread evenly over the editions.
    pub(crate) reviews: usize,
    /// How many recommendations each makes.
    pub(crate) each: usize,
    /// How many editions there are, a year apart.
    pub(crate) editions: usize,
}

/// The first year whose edition there is.
const FIRST: usize = 2015;

/// Subjects of recommendations, so that no two near one another read alike.
const SUBJECTS: [&str; 11] = [
    "free travel by bus",
    "a named nurse",
    "visits by brothers and sisters",
    "a flat for trial stays",
    "help with homework",
    "a dentist within a month",
    "the same social worker",
    "a key to the front door",
    "a say in each review",
    "driving lessons",
    "a laptop that works",
];

/// Who leads them.
const LEADS: [&str; 5] = [
    "Head of Leaving Care",
    "Virtual School Head",
    "Designated Nurse",
    "Head of Fostering",
    "Head of Housing",
];

/// The files of a project of this size, by path.
pub(crate) fn files(size: Size) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        ("data/site.yaml".to_owned(), SITE.to_owned()),
        ("data/outcomes/homes.yaml".to_owned(), outcomes(size)),
        ("data/pledges/pledge.yaml".to_owned(), PLEDGE.to_owned()),
        ("content/_index.md".to_owned(), "---\ntitle: Home\n---\n\nOur reports.\n".to_owned()),
    ]);
    for edition in 0..size.editions {
        let (folder, pages) = (period(edition), pages(size, edition));
        files.extend(
            pages.into_iter().map(|(name, text)| (format!("content/{folder}/{name}"), text)),
        );
    }
    for at in 0..size.reviews {
        files.insert(format!("data/recommendations/{}.yaml", id(size, at)), review(size, at));
    }
    files
}

const SITE: &str = "title: Corporate parenting in Wold Vale\n\
    council: {name: Wold Vale Council}\n\
    review: {recommendations_stale_after_months: 600, response_within: 2 months}\n";

const PLEDGE: &str = "set:\n  id: promise\n  kind: pledge\n  title: Our promise\n\
    \x20 approvals: [{by: Full Council, date: 2014-05-01, did: adopted}]\npledges:\n\
    \x20 - {id: listen, number: 1, title: Listen, principles: [views], measured_by: [moved-often],\n\
    \x20    wording: {adult: We will listen., child: We listen., easy_read: [{words: We listen.}]}}\n";

/// The period of an edition: `2015-16`.
fn period(edition: usize) -> String {
    let year = FIRST + edition;
    format!("{year}-{:02}", (year + 1) % 100)
}

/// The edition in whose year a review reported.
fn edition_of(size: Size, review: usize) -> usize {
    review * size.editions / size.reviews
}

fn id(size: Size, review: usize) -> String {
    let first =
        (0..review).rev().take_while(|at| edition_of(size, *at) == edition_of(size, review));
    format!("scrutiny-{}-{}", FIRST + edition_of(size, review), first.count() + 1)
}

fn outcomes(size: Size) -> String {
    let mut text = "theme: {id: homes, title: A settled home}\noutcomes:\n  - id: moved-often\n    \
                    title: Moved three times or more\n    unit: percent\n    polarity: lower-is-better\n    \
                    values:\n"
        .to_owned();
    for edition in 0..size.editions {
        let _ =
            writeln!(text, "      - {{period: {}, value: {}}}", period(edition), 9 + edition % 4);
    }
    text
}

/// The pages of an edition: its cover, and a chapter about the year's reviews.
fn pages(size: Size, edition: usize) -> [(&'static str, String); 2] {
    let (period, end) = (period(edition), FIRST + edition + 1);
    let from =
        edition.checked_sub(1).map(|before| format!("carried_from: {}\n", self::period(before)));
    let cover = format!(
        "---\ntitle: Annual report {period}\nkind: report\nperiod: {period}\nas_at: {end}-09-30\n{}---\n\n\
         The year to 31 March {end}.\n",
        from.unwrap_or_default()
    );
    let reviews = (0..size.reviews).filter(|at| edition_of(size, *at) == edition);
    let blocks: Vec<String> = reviews.take(2).map(|at| about(size, at)).collect();
    let chapter = format!("---\ntitle: Scrutiny\norder: 1\n---\n\n{}", blocks.join("\n"));
    let chapter =
        if blocks.is_empty() { format!("{chapter}No review reported.\n") } else { chapter };
    [("_index.md", cover), ("scrutiny.md", chapter)]
}

/// What a chapter shows of a review: how its recommendations stand, and those
/// that are open unless there are very many.
fn about(size: Size, at: usize) -> String {
    let (number, id) = (at + 1, id(size, at));
    let bar = format!("## Review {number}\n\n```status\nof: recommendations\nreview: {id}\n```\n");
    match size.each {
        ..=50 => format!("{bar}\n```recommendations\nreview: {id}\nshow: open\n```\n"),
        _ => bar,
    }
}

fn review(size: Size, at: usize) -> String {
    let year = FIRST + edition_of(size, at);
    let mut text = format!(
        "review:\n  id: {}\n  title: Review {} of {year}\n  body: Scrutiny Committee\n  date: {year}-10-13\n\
         recommendations:\n",
        id(size, at),
        at + 1
    );
    for number in 1..=size.each {
        recommendation(&mut text, size, (at, number));
    }
    text
}

/// A recommendation, and what was reported on it in up to five later years.
fn recommendation(text: &mut String, size: Size, (at, number): (usize, usize)) {
    let (year, seed) = (FIRST + edition_of(size, at), at * 7 + number * 5);
    let (subject, lead) = (SUBJECTS[seed % SUBJECTS.len()], LEADS[seed % LEADS.len()]);
    let _ = write!(
        text,
        "  - number: {number}\n    text: |\n      That every child in care and every care leaver have {subject}, and that the committee\n      \
         be told each year how many do and what was done for those who do not.\n    \
         response: {{decision: accepted, date: {year}-12-08, by: Cabinet}}\n    leads: [{{role: {lead}, in_post: true}}]\n    \
         due: {}-03-31\n    principles: [views]\n",
        year + 3
    );
    if seed % 7 == 0 {
        text.push_str("    about: [promise/listen]\n");
    }
    let last = ((at + number) % 5 + 1).min(size.editions.saturating_sub(year - FIRST));
    if last > 0 {
        text.push_str("    progress:\n");
    }
    for later in 1..=last {
        let _ = writeln!(text, "      - date: {}-06-{:02}", year + later, seed % 28 + 1);
        text.push_str(progress(later == last && seed % 3 > 0, seed));
    }
    if last > 0 && seed % 3 > 0 && seed % 4 > 0 {
        let _ = writeln!(
            text,
            "    signed_off: {{by: Scrutiny Committee, date: {}-07-11}}",
            year + last
        );
    }
}

fn progress(done: bool, seed: usize) -> &'static str {
    match (done, seed % 2) {
        (true, _) => {
            "        status: complete\n        text: All of them have it, and each was asked.\n        \
             evidence: [Report to the panel]\n"
        }
        (false, 0) => {
            "        status: on-track\n        text: Most have it. Those who wait were told when they can expect it.\n"
        }
        (false, _) => "        status: on-track\n        text: More have it than a year ago.\n",
    }
}
