//! Everything a user would notice, tested through the real binary or the
//! library. See `tests/README.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod architecture;
mod author_slips;
mod charts;
mod confidential;
mod editions;
mod errors;
mod example;
mod exempt;
mod faults;
mod figures;
mod generators;
mod html;
mod pack;
mod papers;
mod pdf;
mod policy;
mod probes;
mod promises;
mod property;
mod protection;
mod remembered;
mod scale;
mod search;
mod seeds;
mod sentences;
mod slips;
mod starting;
mod statement;
mod status_bars;
mod style_page;
mod support;
mod tables;
mod trace;
mod wall;
mod whole;
mod withheld;
mod words;
mod writing;
