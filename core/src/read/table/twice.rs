//! The same boundary in two systems side by side.

use super::super::ReadError;
use super::{
    Table,
    layout::{self, Layout},
    lines::Row,
    of_layout, rings, spoken,
};

/// Two areas of one boundary in two zones of VN-2000 differ by less.
const SAME_AREA: f64 = 2e-3;

/// The same boundary in two systems side by side, each named over its columns: the first one, the others with a note.
pub(super) fn twice(rows: &[Row], layout: &Layout) -> Result<Option<Table>, ReadError> {
    let [first, second] = layout.blocks.as_slice() else {
        return Ok(None);
    };
    let above = rows.get(..layout.start).unwrap_or_default();
    let system = |from: usize, to: usize| {
        let said = |row: &Row| {
            row.cells
                .get(from..to.min(row.cells.len()))
                .map(|cells| cells.join(" "))
        };
        let lines: Vec<String> = above.iter().filter_map(said).collect();
        Ok::<_, ReadError>(spoken::systems(&lines)?.system())
    };
    let [start, next] =
        [first, second].map(|block| block.columns.into_iter().min().unwrap_or_default());
    let (Some(own), Some(other)) = (system(start, next)?, system(next, usize::MAX)?) else {
        return Ok(None);
    };
    if own == other {
        return Ok(None);
    }
    let with = |block: &layout::Block, aside: &layout::Block, own| {
        let block = layout::Block {
            label: block.label.or(aside.label),
            ..*block
        };
        let layout = Layout {
            blocks: vec![block],
            aside: layout.aside.iter().chain(&aside.columns).copied().collect(),
            ..layout.clone()
        };
        of_layout(rows, &layout, |_, _, _| None, Some(own))
    };
    let table = with(first, second, own)?;
    let known = with(second, first, other)?;
    let area = |table: &Table| match table.candidates.as_slice() {
        [only] => only
            .shape
            .ring(0, 0)
            .map(|ring| rings::double_area(ring).abs()),
        _ => None,
    };
    match (area(&table), area(&known)) {
        (Some(a), Some(b)) if (a - b).abs() <= a * SAME_AREA => Ok(Some(table)),
        _ => Err(ReadError::SeveralSystems),
    }
}
