// One first heading; no level left out; none empty.
export default {
  name: 'headings',
  modes: ['light'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const fault = (what, where, why) => faults.push({ what, where, why });
    const all = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => look.shown(heading) || look.unseen(heading));
    const firsts = all.filter((heading) => heading.tagName === 'H1');
    if (firsts.length !== 1) fault(`the page has ${firsts.length} first headings`, firsts[1] ? look.place(firsts[1]) : 'main', 'whoever goes by headings cannot tell what the page is about');
    let before = 0;
    for (const heading of all) {
      const level = Number(heading.tagName[1]);
      if (level > before + 1) fault(`a heading of level ${level} follows one of level ${before}`, look.place(heading), 'whoever goes by headings thinks that a part is missing');
      if (!look.words(heading)) fault('a heading says nothing', look.place(heading), 'whoever goes by headings stops at nothing');
      before = level;
    }
    return faults;
  }),
};
