//! The disclosure policy makes sense, and its exceptions name places that are
//! there.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::config::SiteConfig;
use crate::model::place::{NoPlace, Place};
use crate::model::policy::Policy;
use crate::yaml::Doc;
use std::collections::BTreeMap;

/// The most that counts, bases and widths can be: far beyond any rule in use,
/// and small enough to be worked with.
const MOST: u32 = 1000;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    let Some(spec) = &site.config.value.disclosure else { return };
    rules(&site.config, &spec.0, findings);
    exceptions(site, &spec.0, findings);
}

fn nonsense(doc: &Doc<SiteConfig>, keys: &[&str], message: String, help: &str) -> Diagnostic {
    let written = keys.iter().find(|key| doc.has(at!["disclosure", **key]));
    let span = match written {
        Some(key) => doc.span(at!["disclosure", *key]),
        None => doc.span(at!["disclosure"]),
    };
    Diagnostic::error(codes::POLICY, message).at(span).help(help)
}

fn rules(doc: &Doc<SiteConfig>, policy: &Policy, findings: &mut Findings) {
    let (from, to) = (policy.withhold_from, policy.withhold_to);
    if from > to {
        let message = format!("counts from {from} to {to} are withheld, which is none");
        let keys = ["withhold_to", "withhold_from"];
        findings.push(nonsense(
            doc,
            &keys,
            message,
            "`withhold_from` is the smallest count withheld, `withhold_to` the largest",
        ));
    }
    if from == 0 {
        let help = "write `withhold_from: 1`, and `zero: withhold` to withhold noughts";
        findings.push(nonsense(
            doc,
            &["withhold_from"],
            "noughts have a rule of their own".to_owned(),
            help,
        ));
    }
    if policy.protect == 0 {
        let help = "write by how much a reader must remain unsure of a withheld count, such as 3";
        findings.push(nonsense(doc, &["protect"], "`protect: 0` protects nobody".to_owned(), help));
    }
    if policy.round_to == Some(0) {
        let help = "write what counts are rounded to, such as 5; 1 leaves them as they are";
        findings.push(nonsense(doc, &["round_to"], "nothing can be rounded to 0".to_owned(), help));
    }
    let sizes = [
        ("withhold_to", to),
        ("min_denominator", policy.min_denominator),
        ("protect", policy.protect),
        ("round_to", policy.round_to.unwrap_or(1)),
    ];
    for (key, size) in sizes.into_iter().filter(|(_, size)| *size > MOST) {
        let message = format!("`{key}` is {size}: that would leave nothing to publish");
        findings.push(nonsense(doc, &[key], message, "rules in use are between 1 and 20"));
    }
}

/// Every exception names one place that is there, once.
fn exceptions(site: &Site, policy: &Policy, findings: &mut Findings) {
    let (doc, places) = (&site.config, site.places());
    let mut seen: BTreeMap<Place, usize> = BTreeMap::new();
    for (i, exception) in policy.exceptions.iter().enumerate() {
        let span = doc.span(at!["disclosure", "exceptions", i, "cell"]);
        let place = match places.find(&exception.cell).and_then(|place| page_of(site, place)) {
            Ok(place) => place,
            Err(no) => {
                let found = Diagnostic::error(codes::UNKNOWN_ID, no.message.clone()).at(span);
                findings.push(no.advise(found, ADDRESSES));
                continue;
            }
        };
        if seen.insert(place, i).is_some() {
            let message = format!("`{}` is excepted twice", exception.cell);
            let found = Diagnostic::error(codes::DUPLICATE_ID, message).at(span);
            findings
                .push(found.help("keep one of the two: each has a reason and a name of its own"));
        }
    }
}

const ADDRESSES: &str = "write `table/ID/ROW/COLUMN`, `outcome/ID/PERIOD/numerator`, \
                         `prose/PAGE#para` or `prose/RECORD`";

/// The place, if the page it names is there.
fn page_of(site: &Site, place: Place) -> Result<Place, NoPlace> {
    let Place::Prose { page, .. } = &place else { return Ok(place) };
    let mut folders = site.pages.iter().map(|page| page.address.folder());
    if folders.any(|folder| folder == page) {
        return Ok(place);
    }
    let known = site.pages.iter().map(|page| page.address.folder().to_owned());
    Err(NoPlace::unknown(format!("there is no page `{page}`"), page, known))
}
