//! The reader of sentences: what is a figure, what is only a name, which day.

use super::date::When;
use super::lexicon::Lexicon;
use super::number::{How, Unit};
use super::passage::Passage;
use super::sentence::Sentence;
use super::token;
use crate::diagnostic::Findings;
use crate::strings::Strings;

pub(super) fn lexicon() -> Lexicon {
    let mut strings = Strings::new("en");
    let words = include_str!("../../themes/civic/strings/en.yaml");
    strings.read("en.yaml", words, &mut Findings::new());
    Lexicon::new(&strings)
}

/// What `ask` answers of the sentence `words`.
fn read<T>(words: &str, ask: impl Fn(&Sentence<'_>, &Passage<'_>) -> T) -> T {
    let lexicon = lexicon();
    let passage = Passage::plain(words);
    let tokens = token::tokens(words, &lexicon);
    let sentence = Sentence::read(tokens, &passage, &lexicon, &Default::default());
    ask(&sentence, &passage)
}

/// The figures of a sentence as they were typed.
fn figures(words: &str) -> Vec<String> {
    read(words, |sentence, passage| {
        sentence.figures.iter().map(|figure| sentence.said(passage, &figure.tokens)).collect()
    })
}

/// The one figure of a sentence: its value, unit and exactness.
fn figure(words: &str) -> (String, Unit, How) {
    read(words, |sentence, _| {
        assert_eq!(sentence.figures.len(), 1, "{words}");
        let number = sentence.figures[0].number;
        (number.value.normalize().to_string(), number.unit, number.how)
    })
}

fn dates(words: &str) -> Vec<(When, bool)> {
    read(words, |sentence, _| sentence.dates.iter().map(|date| (date.when, date.ties)).collect())
}

#[test]
fn figures_are_read_with_their_units() {
    for (words, value, unit) in [
        ("It was 63%.", "63", Unit::Percent),
        ("It was 63 per cent.", "63", Unit::Percent),
        ("It was sixty-three percent.", "63", Unit::Percent),
        ("It cost £802 a week.", "802", Unit::Pounds),
        ("It cost £10k.", "10000", Unit::Pounds),
        ("It cost £1.4 million.", "1400000", Unit::Pounds),
        ("There were 1,234 children.", "1234", Unit::Plain),
        ("The score was 21.30 then.", "21.3", Unit::Plain),
        ("Twenty-one children came.", "21", Unit::Plain),
        ("It rose by 3 percentage points.", "3", Unit::Points),
        ("It rose by 3 per cent points.", "3", Unit::Points),
        ("Two thirds of them came.", "66.6667", Unit::Part),
        ("One in four of them came.", "25", Unit::Part),
        ("A quarter of them came.", "25", Unit::Part),
    ] {
        assert_eq!(figure(words), (value.to_owned(), unit, How::Exact), "{words}");
    }
}

#[test]
fn words_before_a_figure_say_how_exact_it_is() {
    for (words, how) in [
        ("about 390 children", How::About),
        ("nearly 390 children", How::About),
        ("over 95% of them", How::Over),
        ("more than £802 a week", How::Over),
        ("fewer than half of them", How::Under),
        ("at most 10% of them", How::Under),
    ] {
        assert_eq!(figure(words).2, how, "{words}");
    }
}

#[test]
fn numbers_that_are_names_are_no_figures() {
    for words in [
        "on 31 March 2025, in 2024-25, by 2024/25 and since 2020",
        "the under 25s, and those under 10, at 16+",
        "care leavers aged 19 to 21, or aged 17 and 18",
        "14 or over, and three or more",
        "section 22(3A), paragraph 16(b), Schedule 12A",
        "ring 0345 123 4567 or 01632 960118",
        "at Key Stage 2 and in Years 8 to 10, Year 5",
        "9-4 in English",
        "page 4, appendix 2, promises 1 and 8",
        "SSDA903, CA12 and KS2, DN16 1AB",
        "from 9am to 5pm, at 10:30, criterion 1.4.11",
        "a one-bedroom flat, and one of them",
        "13% more likely, 12 fewer",
        "the second half of the year, every quarter",
    ] {
        assert_eq!(figures(words), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn several_figures_are_read_in_order() {
    assert_eq!(figures("74 of 117 (63%)"), ["74", "117", "63%"]);
    assert_eq!(figures("from £4,120 in 2019-20 to £6,385"), ["£4,120", "£6,385"]);
    assert_eq!(figures("62 are under 10 and 50 are older"), ["62", "50"]);
    assert_eq!(figures("68%, 14% and a third of them"), ["68%", "14%", "a third"]);
}

#[test]
fn dates_are_read_and_whether_a_figure_can_be_of_them() {
    for (words, when, ties) in [
        ("in 2023-24 it was", When::Years(2023), true),
        ("in 2023/24 it was", When::Years(2023), true),
        ("2023 to 2024", When::Years(2023), true),
        ("in 2023", When::Year(2023), true),
        ("at 31 March 2025", When::Day(2025, 3, 31), true),
        ("in March 2025", When::Month(2025, 3), true),
        ("the year before, it was", When::Last, true),
        ("since 2020-21", When::Years(2020), false),
        ("by the end of 2024-25", When::Years(2024), false),
        ("the year before we began", When::Unknown, false),
        ("from 2023 to 2027", When::Unknown, false),
    ] {
        assert_eq!(dates(words), [(when, ties)], "{words}");
    }
    let range = dates("between 2019-20 and 2024-25");
    assert_eq!(range, [(When::Years(2019), false), (When::Years(2024), false)]);
}

#[test]
fn a_sentence_ends_at_a_stop_and_not_at_a_point() {
    let passage = Passage::plain("It was 21.3. In 2024 it was 19.8! Was it? Yes");
    let sentences = token::sentences(&passage, &lexicon());
    assert_eq!(sentences.len(), 4);
}

#[test]
fn endings_do_not_matter() {
    let lexicon = lexicon();
    for (one, other) in [
        ("live", "lived"),
        ("review", "reviews"),
        ("reached", "reaching"),
        ("child", "children's"),
        ("home", "homes"),
        ("weekly", "week"),
        ("suspension", "suspensions"),
    ] {
        assert_eq!(lexicon.stem(one), lexicon.stem(other), "{one} and {other}");
    }
    assert_ne!(lexicon.stem("care"), lexicon.stem("carer"));
}
