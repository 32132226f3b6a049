//! What differs between the nations.
//!
//! Part 5 of S.I. 2018/952 leaves enforcement to the Equality and Human Rights
//! Commission in Great Britain and to the Equality Commission for Northern
//! Ireland there; complaints in Great Britain go first to the
//! Equality Advisory and Support Service, whichever of the three nations they
//! come from (the sample statement of the Government Digital Service).

use crate::model::config::Nation;
use crate::output::cx::Cx;
use serde_json::{Value, json};

/// Who enforces the regulations, and how people are reached in the languages
/// of the nation.
pub(super) fn nation(cx: &Cx<'_>) -> Value {
    let config = &cx.renderer.publication.config;
    let nation = config.council.nation;
    let has_welsh = config.languages.iter().any(|language| language.as_str() == "cy");
    json!({
        "enforcement": enforcement(cx, nation),
        "bsl": (nation == Nation::Scotland).then(|| bsl(cx)),
        "welsh": (nation == Nation::Wales && has_welsh).then(|| welsh(cx)),
    })
}

fn enforcement(cx: &Cx<'_>, nation: Nation) -> Value {
    let [words, name, url] = match nation {
        Nation::England | Nation::Scotland | Nation::Wales => [
            cx.t("access.enforcement_gb"),
            cx.t("access.eass"),
            "https://www.equalityadvisoryservice.com/".to_owned(),
        ],
        Nation::NorthernIreland => [
            cx.t("access.enforcement_ni"),
            cx.t("access.ecni"),
            "https://www.equalityni.org/".to_owned(),
        ],
    };
    let part = "https://www.legislation.gov.uk/uksi/2018/952/part/5";
    json!({
        "words": words,
        "link": {"text": name, "url": url},
        "procedure": {"text": cx.t("access.procedure_name"), "url": part},
    })
}

/// The interpreters whom the Scottish Government pays for, so that users of
/// British Sign Language can call any public body: the British Sign Language
/// (Scotland) Act 2015 asks councils to plan for them, and the national plan
/// (2017, action 5) to make the service known.
fn bsl(cx: &Cx<'_>) -> Value {
    let link = json!({"text": cx.t("access.bsl_name"), "url": "https://contactscotland-bsl.org/"});
    json!({"words": cx.t("access.bsl"), "link": link})
}

/// That Welsh is welcome: the Welsh Language Standards (No. 1) Regulations 2015,
/// of which standards 1 to 7 are on letters and 52 on websites, under the Welsh
/// Language (Wales) Measure 2011.
fn welsh(cx: &Cx<'_>) -> Value {
    let url = "https://www.welshlanguagecommissioner.wales/";
    json!({
        "words": cx.t("access.welsh"),
        "complain": cx.t("access.welsh_complain"),
        "link": {"text": cx.t("access.welsh_name"), "url": url},
    })
}
