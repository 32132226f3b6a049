//! Readers: one for each kind of file a build makes or passes on.
//!
//! They share nothing with what wrote the files: a page is read as a browser
//! reads it, a drawing by the places of its marks, a PDF by the letters that a
//! reader would copy out of it.

mod csv;
mod html;
mod json;
mod path;
mod pdf;
mod picture;
mod script;
mod svg;
mod table;

use super::seen::{Passage, Sight};

/// Endings of files that hold neither words nor figures.
const SILENT: [&str; 9] = ["woff", "woff2", "ttf", "otf", "ico", "gif", "mp3", "mp4", "map"];

/// What the file at `path` tells a stranger.
pub(super) fn read(path: &str, bytes: &[u8]) -> Sight {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    match ending.as_str() {
        "html" | "htm" | "svg" | "xml" => html::read(&text(bytes), ending != "html"),
        "csv" => csv::read(bytes),
        "json" | "geojson" | "webmanifest" => json::read(bytes),
        "js" if path == script::WORDS => plain(&script::without_lists(&text(bytes))),
        "txt" | "md" | "yaml" | "yml" | "js" => plain(&text(bytes)),
        "css" => plain(&comments(&text(bytes))),
        "pdf" => pdf::read(bytes),
        "png" | "jpg" | "jpeg" | "webp" => picture::read(&ending, bytes),
        _ if SILENT.contains(&ending.as_str()) => Sight::default(),
        _ => Sight {
            unread: Some("nothing here reads files of this kind".into()),
            ..Sight::default()
        },
    }
}

fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// What a style sheet says to people: its comments, a paragraph each. Its
/// widths and orders are numbers of nothing.
fn comments(text: &str) -> String {
    let parts = text.split("/*").skip(1);
    let comments = parts.map(|part| part.split("*/").next().unwrap_or_default());
    comments.collect::<Vec<_>>().join("\n\n")
}

/// A text file: each paragraph is a passage.
fn plain(text: &str) -> Sight {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    let passages = paragraphs.map(|words| Passage {
        kind: "a text file".into(),
        text: words.to_owned(),
        about: [].into(),
    });
    Sight { passages: passages.collect(), ..Sight::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_is_read_by_paragraph_and_a_strange_one_is_told_of() {
        let sight = read("robots.txt", b"One\ntwo\n\nThree");
        let texts: Vec<&str> = sight.passages.iter().map(|passage| &*passage.text).collect();
        assert_eq!(texts, ["One\ntwo", "Three"]);
        let said = b"label = \"moves three\";";
        assert_eq!(read("static/own.js", said).passages[0].text.as_bytes(), said);
        assert_eq!(read("search/words.js", said).passages[0].text, "label");
        assert!(read("a.docx", b"PK").unread.is_some());
        assert!(read("a.woff2", b"wOF2").unread.is_none());
    }
}
