//! What to change and in which order, decided before anything changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::Summary;
use super::address::Ground;
use super::disk::Disk;
use super::error::WriteError;
use super::manifest::Manifest;
use super::steps::Step;
use super::survey::{Survey, survey};
use super::wrote::Wrote;

/// A file that this build made.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) path: String,
    pub(super) fingerprint: String,
    pub(super) length: u64,
    /// Where it waits; nowhere if the same bytes are already in place.
    pub(super) staged: Option<PathBuf>,
}

/// The steps to a publication, in phases.
pub(super) struct Plan {
    pub(super) phases: Vec<Vec<Step>>,
    pub(super) summary: Summary,
}

impl Plan {
    /// Plans the publication of `made`, or tells everything that is in its way.
    pub(super) fn draw(
        made: &[Made],
        old: &Manifest,
        wrote: Wrote,
        disk: &Disk,
    ) -> Result<Self, WriteError> {
        let (ground, clashes) = Ground::take(made.iter().map(|file| file.path.as_str()));
        WriteError::if_any(clashes)?;
        let survey = survey(made, &ground, old, disk)?;
        let summary = summary(made, &survey);
        Ok(Self { phases: phases(made, &ground, old, wrote, survey), summary })
    }
}

fn summary(made: &[Made], survey: &Survey) -> Summary {
    let written: Vec<_> = made.iter().filter(|file| file.staged.is_some()).collect();
    Summary {
        written: written.len(),
        unchanged: made.len() - written.len(),
        removed: survey.cleared.len() + survey.retired.len(),
        bytes: made.iter().map(|file| file.length).sum(),
        bytes_written: written.iter().map(|file| file.length).sum(),
    }
}

fn phases(
    made: &[Made],
    ground: &Ground<'_>,
    old: &Manifest,
    wrote: Wrote,
    survey: Survey,
) -> Vec<Vec<Step>> {
    let needed = ground.directories();
    // The deepest first, so that each is empty when its turn comes.
    let spare = old.directories.iter().rev().filter(|path| !needed.contains(path.as_str()));
    let spare: Vec<_> = spare.cloned().collect();
    let close = || spare.iter().cloned().map(Step::Close).collect();
    let open = [""].iter().chain(&needed).map(|path| Step::Open((*path).to_owned()));
    let done = record_of(made, survey.opened).of(wrote);

    let mut phases = vec![
        vec![Step::Record(done.clone().with(old))],
        survey.cleared.into_iter().map(Step::Delete).collect(),
        close(),
        open.collect(),
    ];
    phases.extend(moves(made).into_values());
    phases.push(survey.retired.into_iter().map(Step::Delete).collect());
    phases.push(close());
    phases.push(vec![Step::Settle(done, spare)]);
    phases
}

fn record_of(made: &[Made], directories: BTreeSet<String>) -> Manifest {
    let mut manifest = Manifest::new();
    manifest.directories = directories;
    made.iter().for_each(|file| manifest.add(&file.path, &file.fingerprint));
    manifest
}

/// The moves by rank: what others point at goes first.
fn moves(made: &[Made]) -> BTreeMap<u8, Vec<Step>> {
    let mut ranks: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for file in made {
        if let Some(staged) = &file.staged {
            let step = Step::Move(staged.clone(), file.path.clone());
            ranks.entry(rank(&file.path)).or_default().push(step);
        }
    }
    ranks
}

/// Assets, pages, indexes, the home page.
fn rank(path: &str) -> u8 {
    match path {
        "index.html" => 3,
        _ if path.ends_with("/index.html") => 2,
        _ if path.ends_with(".html") => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_point_at_moves_first() {
        let made = ["a/b.svg", "a/index.html", "a/page.html", "index.html", "z.css"];
        let made = made.map(|path| Made {
            path: path.into(),
            fingerprint: String::new(),
            length: 0,
            staged: Some(PathBuf::new()),
        });
        let moved = moves(&made).into_values().flatten().filter_map(|step| match step {
            Step::Move(_, path) => Some(path),
            _ => None,
        });
        let expected = ["a/b.svg", "z.css", "a/page.html", "a/index.html", "index.html"];
        assert_eq!(moved.collect::<Vec<_>>(), expected);
    }
}
