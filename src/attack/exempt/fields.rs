//! A file cut into what a reader could take in at once.

/// What a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Words.
    Words,
    /// An address, a file's name or a name within a page.
    Address,
}

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) place: Place,
    pub(super) text: String,
}

/// The endings of files that hold no text.
const BINARY: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff", "woff2", "ttf", "mp4", "zip"];
/// The endings of files with tags.
const TAGGED: [&str; 5] = ["html", "htm", "svg", "xml", "xhtml"];
/// The attributes that hold addresses and names.
const ADDRESSES: [&str; 9] =
    ["href", "src", "srcset", "id", "for", "name", "download", "xlink:href", "data"];
/// The tags that stand within words.
const WITHIN: [&str; 14] = [
    "a", "abbr", "b", "bdi", "code", "del", "em", "i", "mark", "s", "small", "span", "strong", "u",
];

/// The fields of the file at `path`.
pub(super) fn of(path: &str, bytes: &[u8]) -> Vec<Field> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    if BINARY.contains(&ending.as_str()) {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(bytes);
    if TAGGED.contains(&ending.as_str()) {
        return tagged(&text);
    }
    let mut fields = vec![words(text.clone().into_owned()), words(unescaped(&text))];
    fields.extend(text.split(['\n', ',', ';', '\t']).map(|cell| words(cell.to_owned())));
    fields
}

fn words(text: String) -> Field {
    Field { place: Place::Words, text }
}

/// A text of JSON without what it writes with a backslash.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let code = after.strip_prefix('u').and_then(|after| after.get(..4));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let code = code.and_then(char::from_u32);
        plain.push(code.unwrap_or(' '));
        let skip = if code.is_some() { 5 } else { after.chars().next().map_or(0, char::len_utf8) };
        rest = after.get(skip..).unwrap_or_default();
    }
    plain + rest
}

/// The fields of a text with tags: its words as they run on, each run between
/// tags that break words, every attribute and comment.
fn tagged(text: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let (mut all, mut run) = (String::new(), String::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        all.push_str(before);
        run.push_str(before);
        let end = if after.starts_with("!--") { after.find("-->") } else { end_of_tag(after) };
        let tag = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
        match tag.strip_prefix("!--") {
            Some(comment) => fields.push(words(comment.to_owned())),
            None => fields.extend(attributes(tag)),
        }
        let name = tag.trim_start_matches('/').split([' ', '\n', '\t', '/']).next();
        if !WITHIN.contains(&name.unwrap_or_default()) {
            fields.push(words(std::mem::take(&mut run)));
            all.push(' ');
        }
        rest = end.and_then(|end| after.get(end..)).unwrap_or_default();
        rest = rest.strip_prefix("-->").or_else(|| rest.strip_prefix('>')).unwrap_or(rest);
    }
    all.push_str(rest);
    fields.push(words(run + rest));
    fields.push(words(all));
    fields
}

/// Where a tag ends, outside its quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    text.char_indices().find_map(|(at, c)| {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        None
    })
}

/// The values of a tag's attributes, as written and as an address is read.
fn attributes(tag: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.rsplit([' ', '\n', '\t', '"', '\'']).next().unwrap_or_default();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match quote {
            Some(quote) => after[1..].split(quote).next().unwrap_or_default(),
            None => after.split([' ', '\n', '\t']).next().unwrap_or_default(),
        };
        let is_address = ADDRESSES.contains(&name);
        let place = if is_address { Place::Address } else { Place::Words };
        fields.push(Field { place, text: value.to_owned() });
        if value.contains('%') {
            fields.push(Field { place, text: percent_decoded(value) });
        }
        let used = value.len() + if quote.is_some() { 2 } else { 0 };
        rest = after.get(used..).unwrap_or_default();
    }
    fields
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let code = code.filter(|_| *first == b'%');
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
