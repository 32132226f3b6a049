//! The style page: colours, type and components in all their states, so that
//! who changes a theme has one place to look.

use super::cx::Cx;
use super::generated::insert;
use crate::chart::palette::{Medium, Token};
use crate::theme::{Sample, Seen};
use serde_json::{Value, json};
use tera::Context;

/// The folder of the page.
pub(super) const FOLDER: &str = "about/style";

/// What the style page reads.
pub(super) fn fill(cx: &Cx<'_>, context: &mut Context) {
    insert(context, "colours", &json!(colours(cx)));
    let samples = cx.renderer.theme.samples().iter();
    insert(context, "samples", &json!(samples.map(|one| sample(cx, one)).collect::<Vec<_>>()));
}

/// Each token with its colour on a light ground, a dark one and paper.
fn colours(cx: &Cx<'_>) -> Vec<Value> {
    let palette = cx.renderer.theme.palette();
    let of = |token, medium| palette.of(medium).of(token).to_string();
    let row = |token: Token| {
        json!({
            "name": token.property().trim_start_matches('-'),
            "light": of(token, Medium::Light),
            "dark": of(token, Medium::Dark),
            "print": of(token, Medium::Print),
        })
    };
    Token::all().map(row).collect()
}

fn sample(cx: &Cx<'_>, sample: &Sample) -> Value {
    json!({
        "component": sample.component,
        "about": sample.about,
        "states": sample.states.iter().map(|one| state(cx, &sample.component, one)).collect::<Vec<_>>(),
    })
}

/// A state as the component writes it; nothing where the component cannot.
fn state(cx: &Cx<'_>, component: &str, state: &Seen) -> Value {
    let it = tera::Value::from_serializable(&state.it);
    let shown = cx.renderer.theme.component(component, &cx.root, &it, None);
    let html = shown.map_err(|fault| cx.renderer.find(*fault)).unwrap_or_default();
    json!({"name": state.name, "html": html})
}
