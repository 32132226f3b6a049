//! Themes: layers of templates, words and files, nearest first.
//!
//! A site's own `themes/NAME/` lies over the theme it extends, which lies over
//! the one in the binary. A layer holds only what it changes: a block, a
//! component, a string, a stylesheet.

mod manifest;
mod palette;
mod samples;
mod styles;

use crate::chart::{self, palette::Palette};
use crate::diagnostic::{Checked, Diagnostic, Findings, Span, codes};
use crate::strings::Strings;
use include_dir::{Dir, include_dir};
use manifest::Manifest;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

pub use samples::{Sample, Seen};

/// The one style sheet of a theme, below `static/`.
pub use styles::SHEET;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// Whether the file published at `path` is one that every copy of Pledgebook
/// brings with it, byte for byte.
pub fn is_shipped(path: &str, bytes: &[u8]) -> bool {
    let of = |theme: &Dir<'_>| {
        let file = theme.get_file(theme.path().join(path));
        file.is_some_and(|file| file.contents() == bytes)
    };
    path.starts_with("static/") && EMBEDDED.dirs().any(of)
}

/// The files of the site's own themes: bytes by path below `themes/`.
pub type OwnFiles = BTreeMap<String, Arc<[u8]>>;

/// A theme, ready to render.
pub struct Theme {
    tera: Tera,
    strings: Arc<Strings>,
    palette: Palette,
    files: BTreeMap<String, Arc<[u8]>>,
    print: BTreeMap<String, String>,
    fonts: BTreeMap<String, Arc<[u8]>>,
    samples: Vec<Sample>,
}

impl Theme {
    /// Loads the theme `name` in `language`, with the site's own files over
    /// the embedded ones.
    pub fn load(name: &str, language: &str, own: &OwnFiles) -> Checked<Option<Self>> {
        let mut findings = Findings::new();
        let layers = layers(name, own, &mut findings);
        let strings = Arc::new(strings(&layers, language, &mut findings));
        let palette = palette::read(&texts(&layers, palette::FILE), &mut findings);
        let files = statics(&layers, &palette);
        let print = prints(&layers);
        let fonts = nearest(&layers, "fonts/");
        let samples = samples::read(&layers, &mut findings);
        let theme = match compile(&layers, &strings) {
            Ok(tera) => Some(Self { tera, strings, palette, files, print, fonts, samples }),
            Err(error) => {
                findings.push(template_fault(&error));
                None
            }
        };
        Checked { value: theme.filter(|_| !findings.has_errors()), findings }
    }

    /// The theme's words.
    pub fn strings(&self) -> &Arc<Strings> {
        &self.strings
    }

    /// The colours of charts.
    pub fn palette(&self) -> &Palette {
        &self.palette
    }

    /// The files published as they are: bytes by path below `static/`.
    pub fn files(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.files
    }

    /// The templates of what is printed: texts by path below `print/`.
    pub fn print(&self) -> &BTreeMap<String, String> {
        &self.print
    }

    /// The faces it is printed in: bytes by path below `fonts/`.
    pub fn fonts(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.fonts
    }

    /// The states of components that the style page shows.
    pub fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// Renders the template `NAME.html`.
    ///
    /// # Errors
    /// If the template asks for something that is not there.
    pub fn page(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera
            .render(&format!("{template}.html"), context)
            .map_err(|error| Box::new(template_fault(&error)))
    }

    /// Renders the component `name` with `it`, for a page whose links begin
    /// with `root`, its headings of `level` if it makes any.
    ///
    /// # Errors
    /// If the component asks for something that is not there.
    pub fn component(
        &self,
        name: &str,
        root: &str,
        it: &Value,
        level: Option<u8>,
    ) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("root", Value::from(root));
        context.insert_value("it", it.clone());
        if let Some(level) = level {
            context.insert_value("level", Value::from(level));
        }
        self.tera
            .render_component(name, &context, None, true)
            .map_err(|error| Box::new(template_fault(&error)))
    }
}

/// A layer: its name and its files by path below it.
struct Layer {
    /// Empty for the site's own layer over an embedded theme.
    prefix: String,
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Layer {
    fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// The path that an author knows a file of this layer by.
    fn known_as(&self, path: &str) -> String {
        format!("themes/{}{path}", self.prefix.trim_start_matches("site/"))
    }

    fn texts_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let inside = move |path: &'a str| path.strip_prefix(folder)?.strip_prefix('/');
        self.files.iter().filter_map(move |(path, bytes)| {
            Some((inside(path)?, std::str::from_utf8(bytes).ok()?))
        })
    }
}

/// The layers of `name`, nearest first, following `extends`.
fn layers(name: &str, own: &OwnFiles, findings: &mut Findings) -> Vec<Layer> {
    let mut layers = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next.take() {
        let found = theme_layers(&name, own);
        if found.is_empty() || layers.len() > 16 {
            findings.push(no_theme(&name, own));
            break;
        }
        next = found
            .iter()
            .find_map(|layer| parent(&name, layer, findings))
            .filter(|parent| *parent != name);
        layers.extend(found);
    }
    layers
}

fn theme_layers(name: &str, own: &OwnFiles) -> Vec<Layer> {
    let prefix = format!("{name}/");
    let files: BTreeMap<_, _> = own
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix(&prefix)?.to_owned(), bytes.clone())))
        .collect();
    let own = (!files.is_empty()).then(|| Layer { prefix: format!("site/{name}/"), files });
    let embedded = EMBEDDED
        .get_dir(name)
        .map(|dir| Layer { prefix: format!("{name}/"), files: embedded_files(dir, &prefix) });
    own.into_iter().chain(embedded).collect()
}

fn embedded_files(dir: &Dir<'_>, prefix: &str) -> BTreeMap<String, Arc<[u8]>> {
    let mut files = BTreeMap::new();
    let mut dirs = vec![dir.clone()];
    while let Some(dir) = dirs.pop() {
        dirs.extend(dir.dirs().cloned());
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path.trim_start_matches(prefix).to_owned(), Arc::from(file.contents()));
        }
    }
    files
}

fn parent(name: &str, layer: &Layer, findings: &mut Findings) -> Option<String> {
    let file = format!("themes/{name}/theme.yaml");
    Manifest::read(&file, layer.text("theme.yaml")?, findings)?.extends
}

fn no_theme(name: &str, own: &OwnFiles) -> Diagnostic {
    let embedded = EMBEDDED.dirs().filter_map(|dir| dir.path().to_str());
    let own = own.keys().filter_map(|path| path.split('/').next());
    let known: Vec<&str> = embedded.chain(own).collect();
    Diagnostic::error(codes::THEME, format!("there is no theme `{name}`"))
        .at(Span::words("data/site.yaml", format!("theme: {name}")))
        .suggest(name, known)
}

/// The text of `path` in each layer that has it, nearest first.
fn texts<'a>(layers: &'a [Layer], path: &str) -> Vec<(String, &'a str)> {
    layers.iter().filter_map(|layer| Some((layer.known_as(path), layer.text(path)?))).collect()
}

/// The words, those of the nearest layer last so that they win.
fn strings(layers: &[Layer], language: &str, findings: &mut Findings) -> Strings {
    let mut strings = Strings::new(language);
    for layer in layers.iter().rev() {
        for language in ["en", language].iter().take(if language == "en" { 1 } else { 2 }) {
            let file = format!("strings/{language}.yaml");
            if let Some(text) = layer.text(&file) {
                strings.read(&layer.known_as(&file), text, findings);
            }
        }
    }
    strings
}

/// The files below `folder`, each of the nearest layer that has it.
fn nearest(layers: &[Layer], folder: &str) -> BTreeMap<String, Arc<[u8]>> {
    let files = layers.iter().rev().flat_map(|layer| &layer.files);
    let inside = files.filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?, bytes)));
    inside.map(|(path, bytes)| (path.to_owned(), bytes.clone())).collect()
}

fn prints(layers: &[Layer]) -> BTreeMap<String, String> {
    let text = |bytes: &Arc<[u8]>| std::str::from_utf8(bytes).ok().map(str::to_owned);
    let files = nearest(layers, "print/").into_iter();
    files.filter_map(|(path, bytes)| Some((path, text(&bytes)?))).collect()
}

fn statics(layers: &[Layer], palette: &Palette) -> BTreeMap<String, Arc<[u8]>> {
    let mut files = nearest(layers, "static/");
    let parts = nearest(layers, styles::FOLDER);
    let sheet = styles::sheet(&palette::stylesheet(palette), &parts);
    files.insert(styles::SHEET.into(), sheet.into_bytes().into());
    files
}

fn compile(layers: &[Layer], strings: &Arc<Strings>) -> tera::TeraResult<Tera> {
    let mut tera = Tera::default();
    let words = strings.clone();
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| say(&words, &kwargs));
    let hatchings = chart::hatchings();
    tera.register_function("chart_hatchings", move |_: Kwargs, _: &State<'_>| hatchings.clone());
    tera.set_fallback_prefixes(layers.iter().map(|layer| layer.prefix.clone()))?;
    let templates: Vec<(String, &str)> = layers
        .iter()
        .flat_map(|layer| {
            layer
                .texts_in("templates")
                .map(move |(path, text)| (format!("{}{path}", layer.prefix), text))
        })
        .collect();
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// The function `t` of templates: the words for `key`, in the number of
/// `count` if it is given, with the other arguments filled in.
fn say(strings: &Strings, kwargs: &Kwargs) -> tera::TeraResult<String> {
    let key: &str = kwargs.must_get("key")?;
    if !strings.has(key) {
        return Err(tera::Error::message(format!("the theme has no string `{key}`")));
    }
    let args: Vec<(String, String)> = kwargs
        .iter()
        .filter(|(_, value)| !value.is_none())
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    let args: Vec<(&str, &str)> =
        args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Ok(match kwargs.get::<i64>("count")? {
        Some(count) => strings.count(key, usize::try_from(count).unwrap_or(0), &args),
        None => strings.say(key, &args),
    })
}

fn template_fault(error: &tera::Error) -> Diagnostic {
    let (message, file) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.message().to_owned(), Some(report.filename().to_owned()))
        }
        other => (other.to_string(), None),
    };
    let mut found = Diagnostic::error(
        codes::TEMPLATE,
        format!("the template cannot be rendered: {}", message.trim_end_matches('.')),
    );
    let report = error.to_string();
    if let Some(line) =
        report.lines().find(|line| line.trim_start().starts_with("-->") || line.contains('│'))
    {
        found = found.note(line.trim().to_owned());
    }
    match file.filter(|file| !file.is_empty()) {
        Some(file) => {
            let (theme, name) =
                file.trim_start_matches("site/").split_once('/').unwrap_or(("", &file));
            found.help(format!("look at `themes/{theme}/templates/{name}`"))
        }
        None => found,
    }
}
