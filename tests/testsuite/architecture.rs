//! The house rules that the compiler does not know.

use crate::support::{repository, tree};
use std::collections::BTreeMap;

/// The rooms, from the ground up. A module uses only what stands before it.
const ROOMS: [&str; 21] = [
    "diagnostic",
    "confidential",
    "sources",
    "yaml",
    "model",
    "strings",
    "register",
    "site",
    "audit",
    "protect",
    "disclosure",
    "wording",
    "narrative",
    "check",
    "chart",
    "theme",
    "write",
    "typeset",
    "output",
    "attack",
    "cli",
];

/// What renders may not touch what holds true figures or reads the disk.
const RENDERERS: [&str; 6] = ["output", "chart", "check", "theme", "narrative", "wording"];
const BEHIND_THE_WALL: [&str; 4] = ["sources", "site", "audit", "confidential"];

/// The code of every source file without its tests, by path below `src`.
fn sources() -> BTreeMap<String, String> {
    let files = tree(&repository().join("src")).into_iter();
    let rust = files.filter(|(path, _)| {
        path.ends_with(".rs") && !path.contains("tests") && !path.contains("fixture")
    });
    rust.map(|(path, bytes)| {
        let text = String::from_utf8(bytes).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
        (path, code)
    })
    .collect()
}

/// The room of a file: `model` for `model/date.rs`.
fn room(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap()
}

/// The rooms that a text names after `crate::`.
fn used(code: &str) -> Vec<&str> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let parts = lines.flat_map(|line| line.split("crate::").skip(1));
    parts
        .map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
        .collect()
}

#[test]
fn a_module_uses_only_what_stands_below_it() {
    let place = |name: &str| ROOMS.iter().position(|room| *room == name);
    let mut faults = Vec::new();
    for (path, code) in &sources() {
        let own = place(room(path));
        for name in used(code) {
            if let (Some(own), Some(other)) = (own, place(name))
                && other > own
            {
                faults.push(format!("{path} uses {name}, which stands above it"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rooms_are_named_one_at_a_time() {
    for (path, code) in &sources() {
        assert!(!code.contains("crate::{"), "{path} names rooms in a group, which is not followed");
    }
}

#[test]
fn every_room_has_its_place() {
    let sources = sources();
    let rooms =
        sources.keys().map(|path| room(path)).filter(|room| !["lib", "main"].contains(room));
    for room in rooms {
        assert!(ROOMS.contains(&room), "{room} has no place in the order of rooms");
    }
}

#[test]
fn renderers_see_published_values_only() {
    for (path, code) in &sources() {
        if RENDERERS.contains(&room(path)) {
            for name in used(code) {
                assert!(!BEHIND_THE_WALL.contains(&name), "{path} uses {name}");
            }
            assert!(!code.contains("Confidential"), "{path} names a sealed figure");
        }
    }
}

#[test]
fn sealed_figures_are_opened_in_one_room() {
    let opens =
        |code: &str| code.contains("of_the_disclosure_module") || code.contains(".open(&KEY)");
    for path in sources().iter().filter(|(_, code)| opens(code)).map(|(path, _)| path) {
        assert!(
            ["disclosure", "confidential"].contains(&room(path)),
            "{path} opens sealed figures"
        );
    }
    let makes = |code: &str| code.contains("Published::new(");
    for path in sources().iter().filter(|(_, code)| makes(code)).map(|(path, _)| path) {
        assert_eq!(room(path), "disclosure", "{path} makes published values");
    }
}

#[test]
fn one_room_asks_which_counts_to_withhold() {
    for (path, code) in sources().iter().filter(|(path, _)| room(path) != "protect") {
        if used(code).contains(&"protect") {
            assert_eq!(room(path), "disclosure", "{path} uses protect");
        }
    }
}

#[test]
fn only_the_command_line_knows_the_world() {
    let world = [
        "println!",
        "eprintln!",
        "std::env::var",
        "SystemTime::now",
        "Instant::now",
        "process::exit",
    ];
    for (path, code) in
        sources().iter().filter(|(path, _)| room(path) != "cli" && room(path) != "main")
    {
        for word in world {
            assert!(!code.contains(word), "{path} holds {word}");
        }
        if room(path) != "sources" && room(path) != "write" {
            assert!(!code.contains("std::fs"), "{path} reads or writes files");
        }
    }
}

#[test]
fn one_module_names_the_yaml_reader() {
    for (path, code) in sources().iter().filter(|(path, _)| room(path) != "yaml") {
        let named = code
            .lines()
            .any(|line| line.contains("serde_yaml::") && !line.trim_start().starts_with("//"));
        assert!(!named, "{path} names serde_yaml");
    }
}

#[test]
fn nothing_unwraps_what_a_user_wrote() {
    for (path, code) in &sources() {
        for word in
            [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("]
        {
            assert!(!code.contains(word), "{path} holds {word}");
        }
    }
}

#[test]
fn files_are_one_idea() {
    for (path, code) in &sources() {
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//") && !line.trim().is_empty())
            .count();
        assert!(lines <= 420, "{path} has {lines} lines of code");
    }
}
