//! Templates of papers: those that every site has, the site's own, and what
//! each takes from the one it is like.

use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, closest, codes, list_of};
use crate::model::page::FrontMatter;
use crate::model::paper::{HeadField, PaperFile, PaperTemplate};
use crate::yaml::{self, Doc, Text};
use std::collections::BTreeSet;

/// The templates that every site has.
const SHIPPED: &str = include_str!("papers.yaml");

/// Every template by name, with what each takes from the one it is like.
pub(super) fn all(own: Option<&Doc<PaperFile>>, findings: &mut Findings) -> PaperFile {
    let mut all = shipped();
    let Some(own) = own else { return all };
    for name in own.value.keys() {
        let template = Chain { own, shipped: &shipped(), findings, trail: Vec::new() }.follow(name);
        check(own, name, &template, findings);
        all.insert(name.clone(), template);
    }
    all
}

/// The templates that every site has, whatever it says of its own.
fn shipped() -> PaperFile {
    let mut unheard = Findings::new();
    let read = yaml::read(&Text::file("papers.yaml", SHIPPED), &mut unheard);
    let Some(doc) = read else { return PaperFile::new() };
    let none = PaperFile::new();
    let follow = |name: &String| {
        let mut chain =
            Chain { own: &doc, shipped: &none, findings: &mut unheard, trail: Vec::new() };
        (name.clone(), chain.follow(name))
    };
    let names: Vec<&String> = doc.value.keys().collect();
    names.into_iter().map(follow).collect()
}

/// The templates that one is like, and those are like.
struct Chain<'a> {
    own: &'a Doc<PaperFile>,
    shipped: &'a PaperFile,
    findings: &'a mut Findings,
    /// The names gone through, to see a circle.
    trail: Vec<String>,
}

impl Chain<'_> {
    /// The site's template `name`, with what it takes from others.
    fn follow(&mut self, name: &str) -> PaperTemplate {
        let template = self.own.value.get(name).cloned().unwrap_or_default();
        let Some(like) = template.like.clone() else { return template };
        self.trail.push(name.to_owned());
        match self.base(name, &like) {
            Some(base) => template.over(&base),
            None => template,
        }
    }

    /// The template that `name` is like. Its own name means the one that every
    /// site has.
    fn base(&mut self, name: &str, like: &str) -> Option<PaperTemplate> {
        let shipped = self.shipped.get(like);
        if like == name && shipped.is_some() {
            return shipped.cloned();
        }
        if self.trail.iter().any(|gone| gone == like) {
            self.refuse_circle(name, like);
            return None;
        }
        if self.own.value.contains_key(like) {
            return Some(self.follow(like));
        }
        if shipped.is_none() {
            self.refuse_unknown(name, like);
        }
        shipped.cloned()
    }

    fn refuse_circle(&mut self, name: &str, like: &str) {
        let message = format!("the template `{name}` is like `{like}`, which is like `{name}`");
        let found = Diagnostic::error(codes::PAPER_TEMPLATE, message).at(self.span(name));
        self.findings.push(found.help("let one of them stand on its own"));
    }

    fn refuse_unknown(&mut self, name: &str, like: &str) {
        let known = self.own.value.keys().chain(self.shipped.keys());
        let known: Vec<&str> = known.map(String::as_str).collect();
        self.findings.push(unknown(like, &known).at(self.span(name)));
    }

    fn span(&self, name: &str) -> Span {
        self.own.span(at![name, "like"])
    }
}

/// What is told of a template that is not there: the nearest, and which there are.
pub fn unknown(name: &str, known: &[&str]) -> Diagnostic {
    let message = format!("there is no paper template `{name}`");
    let found = Diagnostic::error(codes::UNKNOWN_ID, message);
    let names: BTreeSet<&str> = known.iter().copied().collect();
    let names: Vec<&str> = names.into_iter().collect();
    let all = format!("it can be {}; data/papers.yaml can add others", list_of(&names));
    match closest(name, names) {
        Some(near) => found.help(format!("did you mean `{near}`?")).note(all),
        None => found.help(all),
    }
}

/// A template can be used: its fields have labels, and its words can be filled in.
fn check(doc: &Doc<PaperFile>, name: &str, template: &PaperTemplate, findings: &mut Findings) {
    let bare = |(key, field): &(&str, &HeadField)| {
        field.label.is_none() && !FrontMatter::HEAD_KEYS.contains(key)
    };
    for (key, _) in template.fields().filter(bare) {
        let message = format!("the field `{key}` has no `label`");
        let found =
            Diagnostic::error(codes::MISSING_KEY, message).at(doc.key_span(at![name, "head", key]));
        findings.push(found.help("say what stands before it, as in `label: Key decision`"));
    }
    let mut leads = template.recommendations.lead.iter().flat_map(|lead| lead.all());
    if leads.any(|lead| lead.replace("{body}", "").contains(['{', '}'])) {
        let message = "only `{body}` can be filled in before recommendations";
        let found = Diagnostic::error(codes::PAPER_TEMPLATE, message).at(doc.span(at![
            name,
            "recommendations",
            "lead"
        ]));
        findings.push(found.help("write `{body}` where the body is named, and no other braces"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (PaperFile, Findings) {
        let mut findings = Findings::new();
        let doc = yaml::read(&Text::file("data/papers.yaml", text), &mut findings);
        (all(doc.as_ref(), &mut findings), findings)
    }

    #[test]
    fn what_every_site_has_reads_without_a_fault() {
        let mut findings = Findings::new();
        let doc: Option<Doc<PaperFile>> =
            yaml::read(&Text::file("papers.yaml", SHIPPED), &mut findings);
        let doc = doc.unwrap();
        for (name, template) in &shipped() {
            check(&doc, name, template, &mut findings);
        }
        assert!(!findings.has_errors(), "{findings:?}");
        assert_eq!(shipped().len(), 8);
    }

    #[test]
    fn own_keys_replace_those_of_the_template_it_is_like() {
        let own = "cabinet:\n  like: cabinet\n  numbering: continuous\n  head:\n    wards: {label: \"Division(s)\"}\n    \
                   item: {required: true}\n    body: {label: Body}\n    key_decision: none\n    cost: {label: Cost}\n";
        let (all, findings) = of(own);
        assert!(!findings.has_errors(), "{findings:?}");
        let cabinet = &all["cabinet"];
        let keys: Vec<&str> = cabinet.fields().map(|(key, _)| key).collect();
        assert_eq!(
            keys,
            [
                "wards",
                "meeting_date",
                "item",
                "body",
                "report_author",
                "contact",
                "date",
                "reference",
                "cost"
            ],
            "fields that are named stand in the order they are named"
        );
        let wards = cabinet.field("wards").unwrap();
        assert_eq!(wards.label.as_ref().unwrap().in_language("en"), "Division(s)");
        assert_eq!(wards.required, Some(true), "what is not said stays");
        assert_eq!(cabinet.headings().len(), shipped()["cabinet"].headings().len());
    }

    #[test]
    fn circles_and_unknown_names_are_told() {
        let (_, findings) = of("a: {like: b}\nb: {like: a}\n");
        assert!(findings.iter().any(|found| found.message.contains("`b` is like `a`")));
        let (_, findings) = of("a: {like: cabnet}\n");
        assert!(findings.iter().any(|found| found.message.contains("no paper template `cabnet`")));
    }
}
