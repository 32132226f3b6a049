//! Reading built pages as their readers do: visible text, numbers, tables.
//!
//! Our HTML is regular enough to be read with plain searches, which keeps this
//! independent of the code that wrote it.

/// The part of a page between `<main` and `</main>`.
pub(crate) fn main_part(page: &str) -> &str {
    let start = page.find("<main").expect("the page has no main part");
    let end = page.find("</main>").expect("the main part never ends");
    &page[start..end]
}

/// The visible text, with one space for every run of white space.
pub(crate) fn text(html: &str) -> String {
    let html = without(html, "<svg", "</svg>");
    let html = without(&html, "<span class=\"cell-label\"", "</span>");
    let html = without(&html, "<span class=\"vh\"", "</span>");
    let mut text = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        if is_block(tag) {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    let text = unescape(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_block(tag: &str) -> bool {
    let name: String =
        tag.trim_start_matches('/').chars().take_while(|c| c.is_alphanumeric()).collect();
    !["a", "span", "strong", "em", "sup", "code", "b", "i", "del"].contains(&name.as_str())
}

fn unescape(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.replace("&nbsp;", " "), |text, (from, to)| text.replace(from, to))
}

/// `html` without every part from `open` to the next `close`.
fn without(html: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(open) {
        kept.push_str(&rest[..at]);
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + close.len());
        rest = &rest[end..];
    }
    kept + rest
}

/// What stands between each `open` and the next `close`.
pub(crate) fn between<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    html.split(open).skip(1).map(|part| part.split(close).next().unwrap()).collect()
}

/// The inside of every element that begins with `start`, such as `<h2`.
pub(crate) fn elements<'a>(html: &'a str, start: &str, close: &str) -> Vec<&'a str> {
    let parts = between(html, start, close).into_iter();
    parts
        .filter(|part| part.starts_with([' ', '>']))
        .map(|part| part.split_once('>').unwrap().1)
        .collect()
}

/// The cells of every body row of the tables whose caption holds `caption`.
pub(crate) fn tables(html: &str, caption: &str) -> Vec<Vec<Vec<String>>> {
    let tables = elements(html, "<table", "</table>").into_iter();
    let named = tables.filter(|table| {
        elements(table, "<caption", "</caption>").iter().any(|words| text(words).contains(caption))
    });
    named.map(|table| rows(elements(table, "<tbody", "</tbody>")[0])).collect()
}

fn rows(body: &str) -> Vec<Vec<String>> {
    elements(body, "<tr", "</tr>").into_iter().map(cells).collect()
}

fn cells(row: &str) -> Vec<String> {
    let marked = row.replace("<th", "<td").replace("</th>", "</td>");
    elements(&marked, "<td", "</td>").into_iter().map(text).collect()
}
