//! Whether a picture can be set: asked before Typst is, so that its author is
//! told and not the maker of the theme.

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

/// Why the picture `bytes` of `kind`, the ending of its name, cannot be set;
/// `None` if it can.
pub fn fault(kind: &str, bytes: &[u8]) -> Option<String> {
    let data = Bytes::new(bytes.to_vec());
    let format = match kind {
        "svg" => return drawing(bytes, data),
        "png" => ExchangeFormat::Png,
        "jpg" | "jpeg" => ExchangeFormat::Jpg,
        "gif" => ExchangeFormat::Gif,
        "webp" => ExchangeFormat::Webp,
        _ => return Some("it is of a kind that a PDF cannot hold".to_owned()),
    };
    RasterImage::plain(data, format).err().map(|fault| format!("it cannot be read: {fault}"))
}

/// What a drawing may not have, in small letters, and why.
const REFUSED: [(&str, &str); 3] = [
    ("<script", "it holds a script"),
    ("<foreignobject", "it holds a page of HTML, which a PDF cannot show"),
    ("<!entity", "it defines entities"),
];

fn drawing(bytes: &[u8], data: Bytes) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("its text is not UTF-8".to_owned());
    };
    let small = text.to_ascii_lowercase();
    let refused = REFUSED.iter().find(|(sign, _)| small.contains(sign));
    if let Some((_, why)) = refused {
        return Some((*why).to_owned());
    }
    if small.split("href").skip(1).any(leads_out) {
        return Some("it asks for another file".to_owned());
    }
    SvgImage::new(data).err().map(|_| "it is no whole SVG".to_owned())
}

/// Whether what follows an `href` leads out of the drawing.
fn leads_out(after: &str) -> bool {
    let Some(value) = after.trim_start().strip_prefix('=') else { return false };
    let value = value.trim_start().trim_start_matches(['"', '\'']).trim_start();
    !value.starts_with('#') && !value.starts_with("data:image/")
}

/// The words of the drawing `bytes`, which are letters in the PDF too.
pub fn words(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut words = String::new();
    for part in text.split('<').skip(1) {
        words.push_str(part.split_once('>').map_or("", |(_, after)| after));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{fault, words};

    fn of(inside: &str) -> Option<String> {
        let svg =
            format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inside}</svg>");
        fault("svg", svg.as_bytes())
    }

    #[test]
    fn drawings_hold_no_scripts_and_ask_for_nothing() {
        assert_eq!(of("<a href='#b'><rect id='b' width='3' height='3'/></a>"), None);
        assert!(of("<SCRIPT>x</SCRIPT>").is_some_and(|why| why.contains("script")));
        assert!(of("<image href = \"https://other.example/x.png\"/>").is_some());
        assert!(of("<rect").is_some_and(|why| why.contains("whole")));
    }

    #[test]
    fn a_text_is_no_picture_whatever_it_is_called() {
        for kind in ["png", "jpg", "gif", "webp", "avif"] {
            assert!(fault(kind, b"no picture").is_some(), "{kind}");
        }
    }

    #[test]
    fn words_of_a_drawing_stand_between_its_tags() {
        assert_eq!(words(b"<svg><text y='1'>One</text> <!-- no --></svg>"), "One ");
    }
}
