//! `style.yaml`: an example of each state of a theme's components, for the
//! style page. Its people, dates and figures are made up.

use super::Layer;
use crate::diagnostic::Findings;
use crate::yaml::{self, Text};
use serde::Deserialize;

/// The file's name in a layer.
const FILE: &str = "style.yaml";

/// A component with its states.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// The component's name, as `status`.
    pub component: String,
    /// What it is for.
    pub about: String,
    /// Each way it can be seen.
    pub states: Vec<Seen>,
}

/// One way in which a component can be seen.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// What is special about it.
    pub name: String,
    /// What the component reads.
    pub it: serde_json::Value,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    components: Vec<Sample>,
}

/// The samples of all layers: a nearer layer's take the place of those of the
/// same component, or follow the others.
pub(super) fn read(layers: &[Layer], findings: &mut Findings) -> Vec<Sample> {
    let texts =
        layers.iter().rev().filter_map(|layer| Some((layer.known_as(FILE), layer.text(FILE)?)));
    let read =
        |(file, text): (String, &str)| yaml::read::<File>(&Text::file(&file, text), findings);
    let mut samples: Vec<Sample> = Vec::new();
    for sample in texts.filter_map(read).flat_map(|doc| doc.value.components) {
        match samples.iter_mut().find(|other| other.component == sample.component) {
            Some(other) => *other = sample,
            None => samples.push(sample),
        }
    }
    samples
}

#[cfg(test)]
mod tests {
    use crate::theme::{OwnFiles, Theme};

    #[test]
    fn a_layer_shows_its_own_states_and_keeps_the_others() {
        let text = "components:\n\
            \x20 - {component: status, about: Ours., states: [{name: One, it: {slug: a, label: A}}]}\n\
            \x20 - {component: ours, about: New., states: []}\n";
        let built_in = Theme::load("civic", "en", &OwnFiles::new()).value.unwrap();
        let own = OwnFiles::from([("civic/style.yaml".into(), text.as_bytes().into())]);
        let theme = Theme::load("civic", "en", &own).value.unwrap();
        let names = |theme: &Theme| -> Vec<String> {
            theme.samples().iter().map(|one| one.component.clone()).collect()
        };
        assert_eq!(names(&theme), [names(&built_in), vec!["ours".to_owned()]].concat());
        assert_eq!(theme.samples()[0].about, "Ours.");
    }
}
