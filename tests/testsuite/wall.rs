//! What is too small to show is not shown, in any output.

use crate::html::{main_part, tables, text};
use crate::support::{TempSite, site};

const TABLE: &str = "
tables:
  - id: small
    title: Young people by home
    unit: count
    period: 2024-25
    rows: [Near, Far, Elsewhere]
    columns: [Suitable, Unsuitable]
    totals: {row: true, column: true}
    counts: [[32, 3], [41, 6], [27, 12]]
";

const OUTCOME: &str = "
theme: {id: small, title: Small numbers}
outcomes:
  - id: small-share
    title: A small share
    unit: percent
    polarity: context
    values:
      - {period: 2023-24, numerator: 40, denominator: 125, known: 2024-06-01}
      - {period: 2024-25, numerator: 3, denominator: 127, known: 2025-06-01}
";

const PAGE: &str = "---
title: Small numbers
---
It was {{ value(id=\"small-share\") }} at the end.

```table
id: small
```

```chart
table: small
kind: bar
title: Where they live
```

```chart
outcome: small-share
title: A small share
```
";

fn small_site() -> TempSite {
    let site = site("example");
    site.write("data/tables/small.yaml", TABLE);
    site.write("data/outcomes/small.yaml", OUTCOME);
    site.write("content/small.md", PAGE);
    site
}

#[test]
fn a_small_count_is_withheld_with_what_would_give_it_away() {
    let built = small_site().build(&[]);
    let page = std::str::from_utf8(&built["small/index.html"]).unwrap();
    let rows = tables(page, "Young people by home").remove(0);
    // Without the three others, 35 less 32 would be 3, and so would 21 less
    // 6 and 12.
    assert_eq!(rows[0], ["Near", "[c]", "[c]", "35"]);
    assert_eq!(rows[1], ["Far", "41", "6", "47"]);
    assert_eq!(rows[2], ["Elsewhere", "[c]", "[c]", "39"]);
    assert_eq!(rows[3], ["Total", "100", "21", "121"]);
    let csv = String::from_utf8(built["small/table-small.csv"].clone()).unwrap();
    let rows = ["Near,c,c,35", "Far,41,6,47", "Elsewhere,c,c,39", "Total,100,21,121"];
    assert_eq!(csv, format!(",Suitable,Unsuitable,Total\n{}\n", rows.join("\n")));
}

#[test]
fn a_share_of_a_small_count_is_withheld_in_words_charts_and_data() {
    let built = small_site().build(&[]);
    let page = std::str::from_utf8(&built["small/index.html"]).unwrap();
    let words = text(main_part(page));
    assert!(words.contains("It was [c] withheld to protect privacy at the end."), "{words}");
    for (path, bytes) in &built {
        let Ok(output) = std::str::from_utf8(bytes) else { continue };
        for given_away in ["2.36", ",3,127", "A small share,Wold Vale Council,2024-25,2"] {
            assert!(!output.contains(given_away), "{path} holds {given_away}");
        }
    }
    let csv = String::from_utf8(built["data/outcomes.csv"].clone()).unwrap();
    assert!(
        csv.contains("small-share,A small share,Wold Vale Council,2024-25,c,,percent,,c,127"),
        "{csv}"
    );
    assert!(csv.contains("2023-24,32,,percent,,40,125"), "{csv}");
}
