// A status is said by words and by a shape, each with its own; never by colour alone.
export default {
  name: 'status',
  modes: ['light', 'forced colours', 'print'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const why = 'whoever cannot see the colour is not told, or has to read every word';
    const shapes = new Map();
    for (const status of document.querySelectorAll('.status')) {
      if (!look.shown(status)) continue;
      const shape = status.querySelector('svg.shape');
      if (!look.words(status)) faults.push({ what: 'a status has no words', where: look.place(status), why });
      if (!shape || !look.shown(shape) || shape.children.length === 0) {
        faults.push({ what: 'a status has no shape: its colour alone sets it apart', where: look.place(status), why });
        continue;
      }
      const kind = [...status.classList].find((name) => name.startsWith('shape-'));
      if (kind) shapes.set(kind, shape.innerHTML);
    }
    const drawn = [...shapes.values()];
    if (new Set(drawn).size !== drawn.length) faults.push({ what: 'two kinds of status have the same shape', where: [...shapes.keys()].join(', '), why });
    return faults;
  }),
};
