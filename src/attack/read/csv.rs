//! CSV files: one grid, or several where empty lines stand between them.

use super::super::seen::{Grid, GridCell, GridRow, Sight};

/// What the file `bytes` tells.
pub(super) fn read(bytes: &[u8]) -> Sight {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut grid = Grid { is_data: true, ..Grid::default() };
    let mut unread = None;
    for record in reader.byte_records() {
        match record {
            Ok(record) => add(&mut grid, &record),
            Err(error) => unread = Some(error.to_string()),
        }
    }
    Sight { grids: vec![grid], unread, ..Sight::default() }
}

fn add(grid: &mut Grid, record: &csv::ByteRecord) {
    let mut fields = record.iter().map(|field| String::from_utf8_lossy(field).trim().to_owned());
    if grid.head.is_empty() {
        grid.head = fields.map(|field| field.trim_start_matches('\u{feff}').to_owned()).collect();
        return;
    }
    let head = fields.next().unwrap_or_default();
    let cells = fields.map(|text| GridCell { text, hidden: Vec::new() }).collect();
    grid.rows.push(GridRow { head, cells });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_data_file_is_one_grid() {
        let grid = read("\u{feff}Age,In,Out\n\"0 to 4, or so\",c,7\n".as_bytes()).grids.remove(0);
        assert_eq!(grid.head, ["Age", "In", "Out"]);
        assert_eq!(grid.rows[0].head, "0 to 4, or so");
        assert_eq!(grid.rows[0].cells[1].text, "7");
    }
}
