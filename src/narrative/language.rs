//! Words in another language than their page, marked as such, so that they are
//! spoken and set as that language asks.

/// The codes of ISO 639 for languages that have two letters.
const OF_TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca \
    ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu \
    gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko \
    kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl \
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn \
    so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo \
    xh yi yo za zh zu";

/// Codes of three letters for languages spoken, or signed, in the United
/// Kingdom that have none of two.
const OF_THREE_LETTERS: &str = "aii bfi ceb ckb cmn din fil hak hil isg kmr kri luo mfe nan nus \
    phr pnb prs rmc rmn rmy rom sco sgn skr syl syr tig wuu yue";

/// Words in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The words.
    pub words: String,
    /// The code of their language: `cy`, `zh-Hant`.
    pub language: String,
}

impl Marked {
    /// The language alone, without region or script.
    pub fn primary(&self) -> &str {
        self.language.split('-').next().unwrap_or_default()
    }

    /// Whether they are written from right to left, by their first letter: some
    /// languages are written either way.
    pub fn is_right_to_left(&self) -> bool {
        let first = self.words.chars().find(|c| c.is_alphabetic());
        first.is_some_and(|c| {
            matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        })
    }
}

/// Whether `code` names a language: `cy`, `zh-Hant`, `pt-BR`.
pub(super) fn is_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let known = |primary: &str| codes().any(|known| known == primary);
    let fits = |part: &str| {
        (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(known) && parts.all(fits)
}

/// Every code of a language.
fn codes() -> impl Iterator<Item = &'static str> {
    OF_TWO_LETTERS.split_whitespace().chain(OF_THREE_LETTERS.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{Marked, is_code};

    #[test]
    fn languages_are_known_by_their_codes() {
        for code in ["cy", "gd", "zh-Hant", "pt-BR", "bfi"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["", "welsh", "CY", "qq", "cy-", "zh_Hant"] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn letters_say_which_way_words_run() {
        let marked = |words: &str| Marked { words: words.to_owned(), language: "ku".to_owned() };
        assert!(marked("«سڵاو»").is_right_to_left());
        assert!(!marked("Silav").is_right_to_left());
    }
}
