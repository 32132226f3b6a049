//! A build killed after each of its steps in turn, and the build after it too.

use super::{Place, Tree, tree};

/// Files of somebody else, which no step may touch.
const THEIRS: [&str; 2] = ["CNAME", "a/theirs"];

/// Every file is whole, old or new, and nothing of theirs is lost.
fn check_whole(place: &Place, versions: &[&Tree], context: &str) {
    let files = place.files();
    for (path, text) in &files {
        let theirs = THEIRS.contains(&path.as_str());
        let known = versions.iter().any(|version| version.get(path) == Some(text));
        assert!(theirs || known, "{context}: `{path}` holds `{text}`");
    }
    assert!(THEIRS.iter().all(|path| files.contains_key(*path)), "{context}");
}

fn check_heals(place: &Place, site: &Tree, context: &str) {
    place.build(site).unwrap();
    let mut files = place.files();
    files.retain(|path, _| !THEIRS.contains(&path.as_str()));
    assert_eq!(&files, site, "{context}");
    assert_eq!(place.build(site).unwrap().written, 0, "{context}");
}

fn sites() -> [Tree; 3] {
    [
        tree(&["index.html:1", "a/b/c:1", "gone/x/y:1", "f:1", "d/e:1", "Name:1", "Case/x:1"]),
        tree(&["index.html:2", "a/b/c:1", "new/z:2", "f/g:2", "d:2", "name:1", "case/x:2"]),
        tree(&["index.html:3", "a/b:3", "new/z:3", "f:1", "d/e:3", "NAME:3", "case/y:3"]),
    ]
}

#[test]
fn every_step_of_a_killed_build_leaves_whole_files_and_heals() {
    let [old, new, _] = &sites();
    let mut steps = 0;
    loop {
        let place = started(old);
        let complete = place.stage(new).publish_in_part(steps).unwrap();
        let context = format!("killed after {steps}");
        check_whole(&place, &[old, new], &context);
        check_heals(&place, if steps % 2 == 0 { new } else { old }, &context);
        if complete {
            break;
        }
        steps += 1;
    }
    assert!(20 < steps, "the example has {steps} steps only");
}

#[test]
fn two_kills_in_a_row_heal_too() {
    let [first, second, third] = &sites();
    for (early, late) in [(3, 4), (9, 2), (9, 12), (14, 9), (18, 18), (20, 15)] {
        let place = started(first);
        place.stage(second).publish_in_part(early).unwrap();
        place.stage(third).publish_in_part(late).unwrap();
        let context = format!("killed after {early} and {late}");
        check_whole(&place, &[first, second, third], &context);
        check_heals(&place, third, &context);
    }
}

fn started(site: &Tree) -> Place {
    let place = Place::new();
    THEIRS.iter().for_each(|path| place.write(&format!("public/{path}"), "theirs"));
    place.build(site).unwrap();
    place
}
