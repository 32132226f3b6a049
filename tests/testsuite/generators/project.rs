//! Whole projects, valid in themselves and in what they mention.

use super::days::Day;
use super::front;
use super::inlines::Author;
use super::markdown::{self, Shape};
use super::tape::Tape;
use super::world::World;
use super::yaml::{self, Node};
use super::{Project, config, kept, outcomes, pledges, registers, reviews, tables};

/// At most how much there is of each part.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Plan {
    outcomes: usize,
    tables: usize,
    members: usize,
    recommendations: usize,
    registers: usize,
    settings: bool,
    pages: usize,
    blocks: usize,
}

const NOTHING: Plan = Plan {
    outcomes: 0,
    tables: 0,
    members: 0,
    recommendations: 0,
    registers: 0,
    settings: false,
    pages: 0,
    blocks: 0,
};

impl Plan {
    pub(crate) const WHOLE: Self = Self {
        outcomes: 2,
        tables: 1,
        members: 2,
        recommendations: 2,
        registers: 2,
        settings: true,
        pages: 3,
        blocks: 5,
    };
    pub(crate) const RECORDS: [Self; 6] = [
        Self { outcomes: 3, ..NOTHING },
        Self { tables: 3, ..NOTHING },
        Self { members: 4, outcomes: 1, ..NOTHING },
        Self { recommendations: 4, ..NOTHING },
        Self { registers: 4, recommendations: 1, ..NOTHING },
        Self { settings: true, pages: 1, blocks: 2, ..NOTHING },
    ];
    pub(crate) const PAGE: Self =
        Self { outcomes: 2, recommendations: 1, pages: 1, blocks: 14, ..NOTHING };
    pub(crate) const SMALL: [Self; 4] = [
        Self { outcomes: 2, pages: 1, blocks: 3, ..NOTHING },
        Self { tables: 1, members: 2, registers: 1, ..NOTHING },
        Self { recommendations: 2, settings: true, ..NOTHING },
        Self { outcomes: 1, pages: 1, blocks: 8, ..NOTHING },
    ];
}

/// A project to the measure of `plan`.
pub(crate) fn make(tape: &mut Tape, plan: Plan) -> Project {
    let mut maker = Maker { tape, world: World::default(), files: Vec::new() };
    maker.settings(plan);
    maker.records(plan);
    maker.pages(plan);
    Project { files: maker.files }
}

struct Maker<'t> {
    tape: &'t mut Tape,
    world: World,
    files: Vec<(String, String)>,
}

type Make = fn(&mut Tape, &mut World, usize) -> Node;

impl Maker<'_> {
    fn data(&mut self, name: &str, node: &Node) {
        let text = yaml::file(self.tape, node);
        self.files.push((format!("data/{name}.yaml"), text));
    }

    fn settings(&mut self, plan: Plan) {
        if plan.settings {
            let rules = config::rules(self.tape, &mut self.world);
            self.data("rules", &rules);
            let papers = config::papers(self.tape, &mut self.world);
            self.data("papers", &papers);
            let glossary = config::glossary(self.tape);
            self.data("glossary", &glossary);
        }
        let site = config::site(self.tape, &mut self.world);
        self.data("site", &site);
        let editions = if plan.pages > 1 {
            self.tape.some(&["2021-22", "2022-23", "2023-24"])
        } else {
            Vec::new()
        };
        self.world.editions = editions.into_iter().map(str::to_owned).collect();
        self.pictures();
    }

    fn pictures(&mut self) {
        let others = self.tape.some(&["listen", "home-2"]);
        for name in others.into_iter().chain(["group"]) {
            self.files.push((format!("content/pictures/{name}.svg"), "<svg/>".to_owned()));
            self.world.pictures.push(name.to_owned());
        }
    }

    fn records(&mut self, plan: Plan) {
        self.folder("outcomes", plan.outcomes, outcomes::file);
        self.folder("tables", plan.tables, tables::file);
        self.folder("pledges", plan.members, pledges::file);
        self.folder("recommendations", plan.recommendations, reviews::file);
        if plan.registers > 0 {
            let ratings = registers::ratings(self.tape, &mut self.world, plan.registers);
            self.data("ratings", &ratings);
            let meetings = registers::meetings(self.tape, &mut self.world, plan.registers);
            self.data("meetings", &meetings);
        }
        self.kept(plan);
    }

    /// What was published and what is accepted.
    fn kept(&mut self, plan: Plan) {
        if plan.recommendations > 0 && self.tape.once_in(3) {
            let waivers = kept::waivers(self.tape, &self.world);
            self.data("waivers", &waivers);
        }
        if let Some(edition) = self.world.editions.first().cloned().filter(|_| self.tape.once_in(2))
        {
            let ledger = kept::ledger(self.tape, &self.world, &edition);
            self.data(&format!("published/{edition}"), &ledger);
        }
    }

    /// One file in the folder `name`, or two.
    fn folder(&mut self, name: &str, most: usize, make: Make) {
        if most == 0 {
            return;
        }
        for at in 0..1 + usize::from(self.tape.once_in(3)) {
            let node = make(self.tape, &mut self.world, most);
            self.data(&format!("{name}/file-{at}"), &node);
        }
    }

    fn pages(&mut self, plan: Plan) {
        for folder in self.world.editions.clone() {
            let (as_at, numbering) =
                self.page(&format!("{folder}/_index"), "report", plan, None, None);
            if self.tape.once_in(2) {
                self.page(&format!("{folder}/health"), "page", plan, as_at, numbering);
            }
        }
        for at in 0..plan.pages.min(1 + self.tape.below(plan.pages.max(1))) {
            let kind = self.tape.pick(&["page", "paper", "minutes", "strategy", "pledge"]);
            self.files.push((format!("content/x-{at}/annex.txt"), "An annex.".to_owned()));
            self.page(&format!("x-{at}/{kind}"), kind, plan, None, None);
        }
    }

    /// A page; what it does not say itself it takes from its section. Answers
    /// with what pages below it take from it.
    fn page(
        &mut self,
        name: &str,
        kind: &'static str,
        plan: Plan,
        as_at: Option<Day>,
        numbering: Option<&'static str>,
    ) -> (Option<Day>, Option<&'static str>) {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let front = front::matter(self.tape, &self.world, folder, kind);
        let (as_at, numbering) = (front.as_at.or(as_at), front.numbering.or(numbering));
        let mut author = Author::new(&self.world, as_at);
        let shape = Shape {
            manual: numbering == Some("manual"),
            continuous: numbering == Some("continuous"),
            headings: &front.headings,
            most: plan.blocks,
        };
        let words = markdown::narrative(self.tape, &mut author, &shape);
        let text = format!("---\n{}---\n\n{words}", yaml::front(self.tape, &front.node));
        let text = yaml::line_ends(self.tape, text);
        self.files.push((format!("content/{name}.md"), text));
        (as_at, numbering)
    }
}
