//! Typing slips that YAML either refuses in riddles or passes in silence.

use super::Text;
use super::outline::{Kind, Outline};
use crate::diagnostic::{Diagnostic, Findings, codes};

/// More open brackets on one line than any record has; a guard, since the
/// readers take time in the square of their number.
const MOST_OPEN: usize = 64;

/// Finds them, line by line.
pub(super) fn find(text: &Text<'_>, findings: &mut Findings) {
    each_line(text.text, |line, start| line_slips(text, line, start, findings));
}

/// Calls `visit` with every line that is not a block's prose, and its place.
fn each_line(text: &str, mut visit: impl FnMut(&str, usize)) {
    let mut start = 0;
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if !block.is_some_and(|depth| line.trim().is_empty() || indent > depth) {
            block = opens_block(line).then_some(indent);
            visit(line, start);
        }
        start += line.len();
    }
}

/// Finds keys that nothing stands after: a typed reading takes them as left out.
pub(super) fn find_bare_keys(text: &Text<'_>, outline: &Outline, findings: &mut Findings) {
    for entry in outline.bare_keys() {
        let message = format!("`{}` has nothing after it", entry.key);
        findings.push(
            Diagnostic::error(codes::CUT_TEXT, message)
                .at(text.span(entry.key_range.clone()))
                .help("write what belongs there, or leave the key out"),
        );
    }
}

/// Whether a line ends with `|` or `>`, so that the deeper lines after it are prose.
fn opens_block(line: &str) -> bool {
    let line = line.trim_end();
    let last = line.rsplit([' ', '\t']).next().unwrap_or_default();
    matches!(
        last.trim_end_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
        "|" | ">"
    )
}

fn line_slips(text: &Text<'_>, line: &str, start: usize, findings: &mut Findings) {
    findings.extend(too_nested(text, line, start).into_iter().collect());
    let leading = line.len() - line.trim_start_matches([' ', '\t']).len();
    if let Some(at) = line[..leading].find('\t') {
        findings.push(
            Diagnostic::error(codes::TAB, "a tab stands where YAML needs spaces")
                .at(text.span(start + at..start + at + 1))
                .help("indent with spaces; most editors can turn tabs into spaces"),
        );
    }
    for odd in [":\u{a0}", ":\u{202f}", "-\u{a0}"] {
        if let Some(at) = line.find(odd) {
            findings.push(odd_space(text, start + at, odd.len()));
        }
    }
    if let Some((at, number)) = cut_number(line) {
        findings.push(comma(text, start + at, number));
    }
}

/// Where a comma within a number cuts it in two: between braces, a comma
/// begins the next key.
fn cut_number(line: &str) -> Option<(usize, &str)> {
    let at = line.match_indices(": ").find_map(|(at, _)| {
        let before = &line[..at];
        let bare = before.contains('{') && !before.contains(['"', '\'', '#']);
        bare.then_some(at + 2).filter(|at| length_of_number(&line[*at..]).is_some())
    })?;
    length_of_number(&line[at..]).map(|length| (at, &line[at..at + length]))
}

/// The length of a number such as `1,234` at the start of `text`.
fn length_of_number(text: &str) -> Option<usize> {
    let length = text.find([' ', '}', '\n']).unwrap_or(text.len());
    let number = text[..length].trim_start_matches('£').trim_end_matches(',');
    let mut groups = number.split(',');
    let digits = |group: &str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    let first = groups.next().is_some_and(|first| first.len() <= 3 && digits(first));
    let mut rest = groups.peekable();
    let fits =
        first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && digits(group));
    fits.then(|| text[..length].trim_end_matches(',').len())
}

fn comma(text: &Text<'_>, at: usize, number: &str) -> Diagnostic {
    let bare: String = number.chars().filter(char::is_ascii_digit).collect();
    Diagnostic::error(codes::BAD_VALUE, format!("`{number}` is not a plain number"))
        .at(text.span(at..at + number.len()))
        .help(format!("write `{bare}`; the unit says what sign it is shown with"))
}

/// Finds unquoted texts of several words that ` #` cuts short. Where the text
/// is not YAML, for which that may be the cause, how its lines look must do.
pub(super) fn find_cut_texts(text: &Text<'_>, outline: Option<&Outline>, findings: &mut Findings) {
    let mut cut = Vec::new();
    match outline {
        Some(outline) => outline.walk(&mut |value| cut.extend(cut_value(text.text, value))),
        None => each_line(text.text, |line, start| {
            cut.extend(cut_short(line).map(|at| start + at));
        }),
    }
    cut.into_iter().for_each(|at| findings.push(cut_text(text, at)));
}

/// Where a comment follows an unquoted text of several words.
fn cut_value(text: &str, value: &Outline) -> Option<usize> {
    let plain = matches!(value.kind, Kind::Scalar { plain: true });
    let prose = plain && text.get(value.range.clone())?.contains(' ');
    let rest = text.get(value.range.end..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let cut = prose && gap > 0 && rest[gap..].starts_with('#');
    cut.then(|| value.range.end + gap - 1)
}

fn too_nested(text: &Text<'_>, line: &str, start: usize) -> Option<Diagnostic> {
    let opened = line.matches(['{', '[']).count();
    let open = opened.saturating_sub(line.matches(['}', ']']).count());
    (open > MOST_OPEN).then(|| {
        Diagnostic::error(codes::YAML_SYNTAX, "brackets are nested too deeply")
            .at(text.span(start..start + line.trim_end().len()))
            .help("write the record over several lines, without brackets")
    })
}

fn odd_space(text: &Text<'_>, at: usize, length: usize) -> Diagnostic {
    Diagnostic::error(
        codes::ODD_SPACE,
        "this space is a non-breaking one, which YAML does not see as a space",
    )
    .at(text.span(at..at + length))
    .help("delete it and type an ordinary space")
}

fn cut_text(text: &Text<'_>, at: usize) -> Diagnostic {
    Diagnostic::error(codes::CUT_TEXT, "the text is cut short here: ` #` begins a comment")
        .at(text.span(at + 1..at + 2))
        .help("put the text in quotes, or the comment on a line of its own")
}

/// Where ` #` cuts an unquoted text of several words.
fn cut_short(line: &str) -> Option<usize> {
    let at = line.find(" #")?;
    let value = line[..at].split_once(": ").map_or("", |(_, value)| value).trim();
    let prose = value.contains(' ') && !value.starts_with(['"', '\'', '{', '[', '|', '>', '#']);
    prose.then_some(at)
}
