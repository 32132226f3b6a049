//! How many promises stand where.

use super::{Item, Standing};

/// How many of some promises stand where. Every number in a status bar comes
/// from here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub total: usize,
    /// How many stand at each standing that any has, in the order of a
    /// register.
    pub standings: Vec<(Standing, usize)>,
    /// How many are called complete.
    pub complete: usize,
    /// How many still ask for work.
    pub open: usize,
    /// How many are open and past their due date.
    pub overdue: usize,
}

impl Tally {
    /// Counts `items`, which are of one kind.
    pub fn of<'a>(items: impl Iterator<Item = &'a Item>) -> Self {
        let items: Vec<&Item> = items.collect();
        let count = |holds: fn(&Item) -> bool| items.iter().filter(|item| holds(item)).count();
        Self {
            total: items.len(),
            standings: standings(&items),
            complete: count(Item::is_complete),
            open: count(Item::is_open),
            overdue: count(|item| item.overdue),
        }
    }

    /// Of how many nobody has said how they stand.
    pub fn unstated(&self) -> usize {
        let silent = self.standings.iter().filter(|(standing, _)| !standing.is_stated());
        silent.map(|(_, count)| count).sum()
    }

    /// Whether anybody has said how any of them stands.
    pub fn is_stated(&self) -> bool {
        self.standings.iter().any(|(standing, _)| standing.is_stated())
    }
}

fn standings(items: &[&Item]) -> Vec<(Standing, usize)> {
    let Some(first) = items.first() else { return Vec::new() };
    let count = |standing| items.iter().filter(|item| item.standing == standing).count();
    let all = first.standing.all_like().into_iter();
    all.map(|standing| (standing, count(standing))).filter(|(_, count)| *count > 0).collect()
}
