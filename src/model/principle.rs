//! What the law of each nation asks of those who look after children.
//!
//! England: Children and Social Work Act 2017, section 1(1)(a) to (g), the
//! corporate parenting principles. Scotland: Children and Young People
//! (Scotland) Act 2014, section 58(1)(a) to (f), the corporate parenting
//! responsibilities. Wales and Northern Ireland have no list of that kind; the
//! law has a list of what well-being is: Social Services and Well-being
//! (Wales) Act 2014, section 2(2)(a) to (h), and Children's Services
//! Co-operation Act (Northern Ireland) 2015, section 1(2)(a) to (h). Each list
//! was read at the address given with it.

use super::config::Nation;

/// A list in the law of a nation.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// The title of the Act.
    pub act: &'static str,
    /// The subsection the list stands in, such as `1(1)`.
    pub section: &'static str,
    /// Where it can be read.
    pub url: &'static str,
    /// Our slug for each paragraph, from (a), in the order of the law.
    slugs: &'static [&'static str],
}

/// A paragraph of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Principle {
    /// Its slug.
    pub slug: &'static str,
    /// Its letter in the law.
    pub letter: char,
}

const ENGLAND: Law = Law {
    act: "Children and Social Work Act 2017",
    section: "1(1)",
    url: "https://www.legislation.gov.uk/ukpga/2017/16/section/1",
    slugs: &["health", "views", "heard", "services", "aspirations", "stability", "adulthood"],
};

const SCOTLAND: Law = Law {
    act: "Children and Young People (Scotland) Act 2014",
    section: "58(1)",
    url: "https://www.legislation.gov.uk/asp/2014/8/section/58",
    slugs: &["alert", "assess", "promote", "opportunities", "access", "improve"],
};

const WALES: Law = Law {
    act: "Social Services and Well-being (Wales) Act 2014",
    section: "2(2)",
    url: "https://www.legislation.gov.uk/anaw/2014/4/section/2",
    slugs: &[
        "health",
        "protection",
        "education",
        "relationships",
        "contribution",
        "rights",
        "economic",
        "home",
    ],
};

const NORTHERN_IRELAND: Law = Law {
    act: "Children’s Services Co-operation Act (Northern Ireland) 2015",
    section: "1(2)",
    url: "https://www.legislation.gov.uk/nia/2015/10/section/1",
    slugs: &[
        "health",
        "play",
        "learning",
        "stability",
        "economic",
        "contribution",
        "rights",
        "equality",
    ],
};

/// The list in the law of `nation`.
pub fn law(nation: Nation) -> Law {
    match nation {
        Nation::England => ENGLAND,
        Nation::Scotland => SCOTLAND,
        Nation::Wales => WALES,
        Nation::NorthernIreland => NORTHERN_IRELAND,
    }
}

/// The slugs of a nation's list, in the order of its law.
pub fn slugs(nation: Nation) -> &'static [&'static str] {
    law(nation).slugs
}

impl Law {
    /// The paragraphs of the list, in order.
    pub fn principles(&self) -> impl Iterator<Item = Principle> + use<> {
        self.slugs.iter().zip('a'..='z').map(|(slug, letter)| Principle { slug, letter })
    }
}
