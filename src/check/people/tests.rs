//! Which sentences name a small group, and which do not.

use super::People;
use crate::check::lexicon::phrases;
use crate::check::passage::Passage;
use crate::check::tests::lexicon;
use crate::model::policy::Preset;
use proptest::prelude::*;

fn people() -> People {
    let policy = Preset::DfeLa.policy();
    People {
        lexicon: lexicon(),
        own: phrases("children in our care | our stars"),
        council: ["wold", "vale", "council"].map(str::to_owned).into(),
        smallest: policy.withhold_from,
        largest: policy.withhold_to,
        excepted: Vec::new(),
    }
}

/// The groups of `words`, each with its code.
fn groups(words: &str) -> Vec<String> {
    let people = people();
    let found = people.groups(&Passage::plain(words)).into_iter();
    found.map(|found| format!("{} {}", found.code(), found.group)).collect()
}

#[test]
fn small_groups_are_found() {
    for (words, group) in [
        ("Three care leavers began an apprenticeship.", "Three care leavers"),
        ("We placed 4 children in secure homes.", "4 children"),
        ("A brother and two sisters came to us.", "two sisters"),
        ("Both girls have settled.", "Both girls"),
        ("Five of the 12 children moved school.", "Five of the 12 children"),
        ("Last year two unaccompanied Kurdish boys arrived.", "two unaccompanied Kurdish boys"),
        ("Four of our care leavers are at university.", "Four of our care leavers"),
        ("There were 2 looked-after children in custody.", "2 looked-after children"),
        ("One child was excluded.", "One child"),
        ("One of the girls was excluded twice.", "One of the girls"),
        ("Of the children who came, three were babies.", "three"),
        ("The only looked-after child passed.", "The only looked-after child"),
        ("A set of twins was adopted.", "A set of twins"),
        (
            "We have five unaccompanied asylum seeking children.",
            "five unaccompanied asylum seeking children",
        ),
        ("Three of our stars won prizes.", "Three of our stars"),
        ("We have a couple of siblings in one home.", "a couple of siblings"),
        ("In 2024-25, three young people were missing.", "three young people"),
        ("By the end, 1 young person had no home.", "1 young person"),
    ] {
        assert_eq!(groups(words), [format!("D040 {group}")], "{words}");
    }
}

#[test]
fn a_group_with_an_age_a_day_or_a_place_is_worse() {
    for (words, group) in [
        ("Two boys aged 14 went missing.", "Two boys"),
        ("Three care leavers moved to Thorsby.", "Three care leavers"),
        ("Two sisters came to us on 14 May 2024.", "Two sisters"),
        ("Three young people from Afghanistan came.", "Three young people"),
        ("Two children at St Hilda's School were excluded.", "Two children"),
        ("A 15-year-old girl ran away.", "A 15-year-old girl"),
        ("A boy aged 13 was moved four times.", "A boy aged 13"),
        ("A girl, 14, wrote to us.", "A girl, 14"),
        ("A pair of brothers, 8 and 10, wrote it.", "A pair of brothers"),
        ("A boy (12) asked for a dog.", "A boy (12"),
        ("A young person moved to Thorsby on 3 June.", "A young person"),
        ("Two brothers came to us. They are 9 and 11 years old.", "Two brothers"),
        ("Two brothers came to us. They live in Thorsby.", "Two brothers"),
    ] {
        assert_eq!(groups(words), [format!("D041 {group}")], "{words}");
    }
}

#[test]
fn ordinary_sentences_name_no_small_group() {
    for words in [
        "We made five pledges to children in our care.",
        "Two reviews asked what young people think.",
        "In 2012 children told us more.",
        "Two new children's homes open in March 2026.",
        "The three young people's panels met in Thorsby.",
        "A new home for four children will open in Eastrigg.",
        "Each worker has no more than three children.",
        "Up to five young people can join.",
        "One young person said: nobody asked me.",
        "A care leaver told the panel in May 2024 what changed.",
        "A young person said this.",
        "Of 390 children, 62 live with relatives.",
        "About 40 care leavers came.",
        "One in four children moved.",
        "3% of children moved three times.",
        "Children aged 5 to 16 are asked.",
        "A care leaver aged 18 to 25 can ask for help.",
        "A young person aged 18 may stay.",
        "When a young person turned 18 the payment fell.",
        "From April 2024 the days are counted from the day a child comes into care.",
        "Three or more homes in a year is too many for a child.",
        "Both children and young people are asked.",
        "Both were worded with the young people who use them.",
        "Pupils in Year 9 at Key Stage 3 sit two tests.",
        "Four care leaver flats were built in Thorsby.",
        "We hold two Children in Care Councils a year.",
        "Section 3 children are a small part.",
        "At least two young people sit on the panel.",
        "Fewer than five children were missing.",
        "Five carers of teenagers agreed to lead the campaign.",
        "Recommendation 2: children must be asked.",
        "Six care leavers began work.",
        "Two out of three children feel safe.",
        "There is one young person in each room.",
        "One of our young people said this.",
        "It fell from 4 to 10 young people.",
    ] {
        assert_eq!(groups(words), Vec::<String>::new(), "{words}");
    }
}

/// Pieces that sentences about groups are made of, in any order.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "three",
        "2",
        "both",
        "a",
        "one",
        "of",
        "the",
        "care",
        "leavers",
        "children",
        "aged",
        "14",
        "-",
        "year",
        "old",
        "in",
        "Thorsby",
        "at",
        "St",
        "on",
        "May",
        "2024",
        ",",
        "(",
        ")",
        ".",
        "They",
        "‘",
        "é",
        "\u{fffc}",
        "12",
        "to",
        "%",
        "£",
        "child",
        "said",
        "’s",
        "+",
        "/",
        "14-year-old",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => "\\PC{0,4}"]
}

proptest! {
    #[test]
    fn whatever_is_written_nothing_breaks(
        pieces in prop::collection::vec((piece(), any::<bool>()), 0..24)
    ) {
        let words: String =
            pieces.iter().map(|(piece, space)| format!("{piece}{}", if *space { " " } else { "" })).collect();
        for group in groups(&words) {
            prop_assert!(group.starts_with("D04"));
        }
    }
}
