//! Pledgebook turns a council's words and facts into a report site.
//!
//! The whole story, in the order it happens:
//!
//! 1. [`sources`] reads every file, once;
//! 2. [`site`] types the records and resolves them against each other;
//! 3. [`audit`] judges the registers: what is late, silent or gone;
//! 4. [`disclosure`] decides what may be seen: behind it, figures are
//!    [`Published`](disclosure::Published) or not there at all;
//! 5. [`output`] renders every page, chart and data file;
//! 6. [`attack`] reads back what is staged, as a stranger would, and looks for
//!    what was withheld;
//! 7. [`mod@write`] stages them and swaps them in, or changes nothing.
//!
//! Between reading and writing everything is pure: the same files and dates
//! give the same bytes.

pub mod attack;
pub mod audit;
pub mod chart;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod disclosure;
pub mod model;
pub mod narrative;
pub mod output;
pub mod protect;
pub mod register;
pub mod site;
pub mod sources;
pub mod strings;
pub mod theme;
#[cfg(feature = "pdf")]
pub mod typeset;
pub mod wording;
pub mod write;
pub mod yaml;

pub use disclosure::sealed as confidential;

use audit::Audited;
use diagnostic::{Checked, Findings};
use disclosure::{Asked, Printing, Publication};
use output::Made;
use site::{Site, Versions};
use sources::Sources;
use std::sync::Arc;
use theme::Theme;
use write::{Memory, Sink};

/// What was made, and what may be seen of it.
#[derive(Debug)]
pub struct Built {
    /// How much was made.
    pub made: Made,
    /// What it was made from.
    pub publication: Arc<Publication>,
}

/// Makes the site of `sources` in `sink`: load, judge, disclose, render.
///
/// Everything that is wrong is added to `findings`; the value is what was
/// made, or `None` when too little could be read to make anything.
pub fn make(
    sources: &Sources,
    asked: &Asked,
    sink: &dyn Sink,
    findings: &mut Findings,
) -> Option<Built> {
    let loaded = if asked.exempt { whole_alone(sources) } else { Site::versions(sources) };
    let printing = if loaded.findings.has_errors() { Printing::Checked } else { asked.printing };
    let asked = &Asked { printing, ..asked.clone() };
    findings.extend(loaded.findings);
    let built = loaded.value.and_then(|versions| {
        let site = versions.public.as_ref().unwrap_or(&versions.whole);
        let audited = audit::audit(site, asked.stage, asked.as_at);
        findings.extend(audited.findings);
        site.check_statement(asked.today, findings);
        let built = publish([site, &versions.whole], &audited.value, sources, asked, sink);
        let tried = (!asked.exempt && versions.whole.has_exempt())
            .then(|| try_whole(&versions.whole, sources, asked));
        findings.extend(match tried {
            Some(whole) => site::joined(&versions.whole, &whole, &built.findings),
            None => built.findings,
        });
        audited.value.weights.weigh(findings);
        findings.retain(|found| !site.accepts(found));
        built.value
    });
    site::drop_consequences(sources, findings);
    built
}

/// The site for those who may see what is exempt.
fn whole_alone(sources: &Sources) -> Checked<Option<Versions>> {
    let Checked { value, findings } = Site::load_whole(sources);
    Checked { value: value.map(|whole| Versions { whole, public: None }), findings }
}

/// What is wrong with the site with what is exempt: it is made as its members
/// will see it, and nothing of it is kept.
fn try_whole(whole: &Site, sources: &Sources, asked: &Asked) -> Findings {
    let printing = Printing::Checked;
    let asked = Asked { exempt: true, gates: false, printing, ..asked.clone() };
    publish([whole, whole], &Audited::default(), sources, &asked, &Memory::new()).findings
}

/// Discloses and renders a site, and attacks what was rendered: it may hold
/// what may be seen of the first of the two, and nothing that only the second,
/// the whole, holds.
fn publish(
    [site, whole]: [&Site; 2],
    audited: &Audited,
    sources: &Sources,
    asked: &Asked,
    sink: &dyn Sink,
) -> Checked<Option<Built>> {
    let disclosed = disclosure::disclose(site, asked);
    let mut findings = disclosed.findings;
    let accepted = audited.accepted.clone();
    let secrets = disclosure::secrets(whole, sources, &disclosed.value);
    let publication = Arc::new(Publication { accepted, secrets, ..disclosed.value });
    let themes = sources.assets_in("themes").into_iter();
    let own = themes
        .map(|(path, bytes)| (path.trim_start_matches("themes/").to_owned(), bytes))
        .collect();
    let theme = Theme::load(&publication.theme, publication.language(), &own);
    findings.extend(theme.findings);
    let Some(theme) = theme.value else { return Checked { value: None, findings } };
    let printing = if findings.has_errors() { Printing::Checked } else { asked.printing };
    let rendered = output::render(&publication, &theme, printing, sink);
    findings.extend(rendered.findings);
    if asked.gates {
        attack::attack(&publication, sources, sink, &mut findings);
    }
    Checked { value: Some(Built { made: rendered.value, publication }), findings }
}
