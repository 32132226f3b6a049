//! What is exempt, to those who may see it: marked wherever it stands.

use super::Renderer;
use super::cx::Cx;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::model::Exemption;
use crate::model::exemption::description_key;
use serde_json::{Value, json};

/// The class of the strip that every page of a build with what is exempt has.
const STRIP: &str = "class=\"exempt-strip\"";

/// The theme's file that styles such a build, and no other.
pub(super) const STYLES: &str = "exempt.css";

impl Cx<'_> {
    /// Why something is exempt, as the theme's `exempt_note` takes it; null for
    /// what the public may see.
    pub(super) fn exempt(&self, why: Option<&Exemption>) -> Value {
        why.map_or(Value::Null, |why| {
            json!({
                "law": why.paragraph.map(|paragraph| self.exempt_by(paragraph)),
                "why": self.say_some(why.why.as_ref()),
                "public_interest": self.say_some(why.public_interest.as_ref()),
            })
        })
    }

    /// The same for the record `name`, such as `outcome/ID`.
    pub(super) fn exempt_record(&self, name: &str) -> Value {
        self.exempt(self.renderer.publication.exemptions.get(name))
    }

    fn exempt_by(&self, paragraph: u32) -> String {
        let nation = self.renderer.publication.config.council.nation;
        let schedule = self.t(&format!("exempt.schedule-{}", nation.slug()));
        let about = self.t(&description_key(nation, paragraph));
        let number = paragraph.to_string();
        let parts = [("paragraph", number.as_str()), ("schedule", &schedule), ("about", &about)];
        self.strings().say("exempt.by", &parts)
    }
}

/// Refuses a page, made for those who may see what is exempt, whose template
/// does not say so.
pub(super) fn check(renderer: &Renderer<'_>, path: &str, html: &str) {
    if renderer.publication.exempt && !html.contains(STRIP) {
        let message = format!("the page `{path}` does not say that it is not for publication");
        renderer.find(
            Diagnostic::error(codes::EXEMPTION, message)
                .at(Span::file("data/site.yaml"))
                .help("include `partials/exempt.html` in the theme's own `base.html`"),
        );
    }
}
