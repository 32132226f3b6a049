// Tables have a caption that says what they hold, and heads that say which cells
// they are the heads of.
export default {
  name: 'tables',
  modes: ['light'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const fault = (part, what, why) => faults.push({ what, where: look.place(part), why });
    const unnamed = 'whoever goes from table to table is not told what this one holds';
    const headless = 'whoever hears the cells one by one is not told what a figure is of';
    for (const table of document.querySelectorAll('table')) {
      if (['presentation', 'none'].includes(table.getAttribute('role'))) fault(table, 'a table is used for layout', headless);
      if (!table.caption || !look.words(table.caption)) fault(table, 'a table has no caption', unnamed);
      const heads = [...table.querySelectorAll('th')];
      if (heads.length === 0) fault(table, 'a table has no head cells', headless);
      for (const head of heads) {
        if (!['col', 'row', 'colgroup', 'rowgroup'].includes(head.getAttribute('scope'))) fault(head, 'a head does not say whether it is of a column or a row', headless);
        if (!look.words(head) && !head.querySelector('[aria-label]')) fault(head, 'a head of a table is empty', headless);
      }
      const columns = [...table.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0));
      const most = Math.max(0, ...columns);
      const spans = table.querySelector('[rowspan]');
      const short = spans ? -1 : columns.findIndex((count) => count < most);
      if (short >= 0) fault(table.rows[short], `a row has ${columns[short]} cells where the table has ${most} columns`, 'the figures of the row stand below the wrong heads');
      // A row of figures has a head of its own; one of sentences is named by its columns.
      const isFigure = (cell) => /\d/.test(look.words(cell)) && look.words(cell).length <= 16;
      const bare = [...table.querySelectorAll('tbody tr')].find((row) => !row.querySelector('th') && [...row.cells].filter(isFigure).length >= row.cells.length / 2);
      if (bare && bare.cells.length > 1) fault(bare, 'a row of figures has no head', headless);
    }
    return faults;
  }),
};
