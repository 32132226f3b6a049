//! `palette.yaml`: the colours of charts, layer over layer.
//!
//! A layer gives the colours that it changes; the theme in the binary gives
//! them all. Print begins with the colours of light. Colours that cannot be
//! told apart stop the build, each pair with the place of the nearer one.

mod css;

pub(super) use css::stylesheet;

use super::EMBEDDED;
use crate::at;
use crate::chart::palette::{
    Colour, Colours, Demand, Medium, Need, Palette, SystemColour, Token, ratio_in_words,
};
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::yaml::{self, Doc, Ordered, Text};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file's name in a layer.
pub(super) const FILE: &str = "palette.yaml";
/// The palette that lies under every other.
const BUILT_IN: &str = "civic/palette.yaml";

/// A layer's palette as written: colours by the names of tokens.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    light: Ordered<Colour>,
    #[serde(default)]
    dark: Ordered<Colour>,
    #[serde(default)]
    print: Ordered<Colour>,
    #[serde(default)]
    forced: Ordered<SystemColour>,
}

impl File {
    fn of(&self, medium: Medium) -> &Ordered<Colour> {
        match medium {
            Medium::Light => &self.light,
            Medium::Dark => &self.dark,
            Medium::Print => &self.print,
        }
    }
}

/// A colour, and where it was written.
#[derive(Clone, Debug)]
struct Written {
    colour: Colour,
    medium: Medium,
    /// Which layer, counted from the farthest.
    layer: usize,
    span: Span,
}

/// The colours for one medium, with their places.
type Places = BTreeMap<Token, Written>;

/// Reads the palettes of a theme's layers: file and text of each, nearest first.
pub(super) fn read(layers: &[(String, &str)], findings: &mut Findings) -> Palette {
    let built_in = EMBEDDED.get_file(BUILT_IN).and_then(include_dir::File::contents_utf8);
    let built_in = built_in.map(|text| (format!("themes/{BUILT_IN}"), text));
    let texts = built_in.iter().chain(layers.iter().rev());
    let read = |(file, text): &(String, &str)| yaml::read(&Text::file(file, text), findings);
    let files: Vec<Doc<File>> = texts.filter_map(read).collect();
    files.iter().for_each(|file| refuse_unknown(file, findings));
    let light = places(&files, Medium::Light, Places::new());
    let dark = places(&files, Medium::Dark, Places::new());
    let print = places(&files, Medium::Print, light.clone());
    check(Medium::Light, &light, findings);
    check(Medium::Dark, &dark, findings);
    check(Medium::Print, &print, findings);
    let forced = files.iter().flat_map(|file| known(&file.value.forced)).collect();
    Palette { light: colours(&light), dark: colours(&dark), print: colours(&print), forced }
}

/// The entries whose names are of tokens.
fn known<C: Copy>(entries: &Ordered<C>) -> impl Iterator<Item = (Token, C)> {
    entries.iter().filter_map(|(name, colour)| Some((Token::named(name)?, *colour)))
}

fn refuse_unknown(file: &Doc<File>, findings: &mut Findings) {
    let File { light, dark, print, forced } = &file.value;
    let tokens: Vec<String> = Token::all().map(|token| token.to_string()).collect();
    let mut refuse = |part: &str, name: &str| {
        let found = Diagnostic::error(codes::UNKNOWN_KEY, format!("unknown key `{name}`"))
            .at(file.key_span(at![part, name]));
        findings.push(found.suggest(name, tokens.iter().map(String::as_str)));
    };
    let parts = [("light", light), ("dark", dark), ("print", print)].into_iter();
    let names = parts.flat_map(|(part, colours)| colours.keys().map(move |name| (part, name)));
    let names = names.chain(forced.keys().map(|name| ("forced", name)));
    for (part, name) in names.filter(|(_, name)| Token::named(name).is_none()) {
        refuse(part, name);
    }
}

/// What the layers give `medium`, over what it begins with.
fn places(files: &[Doc<File>], medium: Medium, mut places: Places) -> Places {
    for (layer, file) in files.iter().enumerate() {
        for (token, colour) in known(file.value.of(medium)) {
            let span = file.span(at![medium.key(), token.to_string().as_str()]);
            places.insert(token, Written { colour, medium, layer, span });
        }
    }
    places
}

fn colours(places: &Places) -> Colours {
    places.iter().map(|(token, written)| (*token, written.colour)).collect()
}

/// Finds the pairs of `medium` that fail, and tells those with one cause
/// together. A pair taken over whole from another medium was found there.
fn check(medium: Medium, places: &Places, findings: &mut Findings) {
    let colours = colours(places);
    let mut faults: BTreeMap<Token, Diagnostic> = BTreeMap::new();
    for demand in Demand::all().into_iter().filter(|demand| !demand.is_met(&colours)) {
        let (Some(of), Some(on)) = (places.get(&demand.of), places.get(&demand.on)) else {
            continue;
        };
        if of.medium != medium && on.medium != medium {
            continue;
        }
        let (cause, place) = if on.layer > of.layer { (demand.on, on) } else { (demand.of, of) };
        let message = too_alike(medium, demand, &colours);
        let found = match faults.remove(&cause) {
            Some(found) => found.note(format!("and {message}")),
            None => Diagnostic::error(codes::PALETTE, message)
                .at(place.span.clone())
                .help("make one of the two lighter or darker"),
        };
        faults.insert(cause, found);
    }
    faults.into_values().for_each(|found| findings.push(found));
}

fn too_alike(medium: Medium, demand: Demand, colours: &Colours) -> String {
    let Demand { of, on, need } = demand;
    let (between, needing) = match need {
        Need::Text => ("on", "words need"),
        Need::Graphic => ("on", "shapes need"),
        Need::Grey => ("after", "series that follow one another need"),
    };
    format!(
        "`{of}` {} {between} `{on}` {} has a contrast of {} in {}; {needing} {}",
        colours.of(of),
        colours.of(on),
        ratio_in_words(demand.found(colours)),
        medium.key(),
        need.least(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The palette of the theme under a layer of a site's own.
    fn over(own: &str) -> (Palette, Vec<String>) {
        let mut findings = Findings::new();
        let palette = read(&[("themes/civic/palette.yaml".into(), own)], &mut findings);
        (palette, findings.iter().map(ToString::to_string).collect())
    }

    /// The table that the promise of contrast rests on: every pair, computed
    /// from the file itself.
    #[test]
    fn every_pair_of_the_built_in_palette_can_be_told_apart() {
        let (palette, said) = over("light: {}\n");
        assert_eq!(said, Vec::<String>::new());
        for medium in Medium::ALL {
            let colours = palette.of(medium);
            for demand in Demand::all() {
                let found = demand.found(colours);
                assert!(found >= demand.need.least(), "{medium:?} {demand:?} {found}");
            }
        }
    }

    #[test]
    fn the_built_in_palette_is_whole() {
        let (palette, _) = over("light: {}\n");
        for medium in Medium::ALL {
            let given = |token: &Token| palette.of(medium).of(*token) != Colour::default();
            let not_given: Vec<_> = Token::all().filter(|token| !given(token)).collect();
            let black = if medium == Medium::Print { vec![Token::Ink] } else { vec![] };
            assert_eq!(not_given, black, "{medium:?}");
        }
        assert!(Token::all().all(|token| palette.forced.contains_key(&token)));
    }

    #[test]
    fn a_layer_changes_what_it_names_and_print_follows_light() {
        let (palette, said) = over("light: {series-1: \"#123456\"}\nforced: {grid: Canvas}\n");
        assert_eq!(said, Vec::<String>::new());
        let changed: Colour = "#123456".parse().unwrap();
        assert_eq!(palette.light.of(Token::Series(0)), changed);
        assert_eq!(palette.print.of(Token::Series(0)), changed);
        assert_ne!(palette.dark.of(Token::Series(0)), changed);
        assert_eq!(palette.forced.get(&Token::Grid), Some(&SystemColour::Canvas));
    }

    #[test]
    fn every_pair_that_fails_is_told_once_with_both_colours() {
        let mut findings = Findings::new();
        let own = "light: {muted: \"#BBBBBB\", series-2: \"#174A70\"}\n";
        read(&[("themes/civic/palette.yaml".into(), own)], &mut findings);
        let said =
            findings.iter().flat_map(|found| [&found.message].into_iter().chain(&found.notes));
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                "`muted` #BBBBBB on `ground` #FFFFFF has a contrast of 1.9 in light; words need 4.5",
                "and `muted` #BBBBBB on `surface` #F7F4EE has a contrast of 1.7 in light; words need 4.5",
                "`on-series-2` #0B0C0C on `series-2` #174A70 has a contrast of 2.0 in light; words need 4.5",
                "and `series-2` #174A70 after `series-1` #12436D has a contrast of 1.0 in light; series that follow one another need 1.5",
                "and `series-3` #801650 after `series-2` #174A70 has a contrast of 1.0 in light; series that follow one another need 1.5",
            ]
        );
    }
}
