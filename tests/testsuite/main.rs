//! Everything a user would notice, tested through the real binary or the
//! library. See `tests/README.md`.

mod architecture;
mod example;
mod html;
mod seeds;
mod support;
mod words;
mod writing;
