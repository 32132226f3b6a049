//! Pictures: what they say of themselves in text, which a camera, an editor or
//! a chart program may have written.

use super::super::seen::{Passage, Sight};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The shortest run of letters that is taken for words.
const SHORTEST: usize = 6;

/// What the picture `bytes` says; its ending is `ending`.
pub(super) fn read(ending: &str, bytes: &[u8]) -> Sight {
    let texts =
        if ending == "png" { png(bytes) } else { printable(bytes.get(..65536).unwrap_or(bytes)) };
    let passage =
        |text| Passage { kind: "what a picture says of itself".into(), text, about: [].into() };
    Sight { passages: texts.into_iter().map(passage).collect(), ..Sight::default() }
}

/// The text chunks of a PNG; a packed text stays unread.
fn png(bytes: &[u8]) -> Vec<String> {
    let mut texts = Vec::new();
    let Some(mut rest) = bytes.strip_prefix(PNG) else { return texts };
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = head.first_chunk().map_or(0, |four| u32::from_be_bytes(*four)) as usize;
        let Some((data, after)) = after.split_at_checked(length) else { break };
        if [b"tEXt", b"iTXt", b"eXIf"].iter().any(|kind| head.ends_with(*kind)) {
            texts.extend(printable(data));
        }
        rest = after.get(4..).unwrap_or_default();
    }
    texts
}

/// Runs of letters that a person could have written.
fn printable(bytes: &[u8]) -> Vec<String> {
    let runs = bytes.split(|byte| !(32..127).contains(byte));
    let long = runs.filter(|run| run.len() >= SHORTEST && run.contains(&b' '));
    long.map(|run| String::from_utf8_lossy(run).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_chunk_is_read() {
        let mut png = PNG.to_vec();
        let text = b"Comment\0Four of them moved";
        png.extend((text.len() as u32).to_be_bytes());
        png.extend(b"tEXt");
        png.extend(text);
        png.extend([0; 4]);
        assert_eq!(read("png", &png).passages[0].text, "Four of them moved");
    }
}
