// What a page says of itself before its words: language, size, title.
export default {
  name: 'head',
  modes: ['light'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const fault = (what, where, why) => faults.push({ what, where, why });
    const root = document.documentElement;
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(root.lang)) fault('the page names no language', 'html', 'a reader speaks it with the wrong sounds');
    const size = document.querySelector('meta[name=viewport]')?.content ?? '';
    if (!size.includes('width=device-width')) fault('the page does not fit itself to the screen', 'meta[name=viewport]', 'words are tiny on a phone');
    if (/user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*[01](\.|,|\s|$)/.test(size)) fault('the page cannot be made larger', 'meta[name=viewport]', 'whoever needs larger words cannot have them');
    if (document.querySelector('meta[http-equiv=refresh i]')) fault('the page goes elsewhere by itself', 'meta[http-equiv=refresh]', 'whoever reads slowly loses the page');
    const heading = document.querySelector('h1');
    const title = document.title.replace(/\s+/g, ' ').trim();
    const site = document.querySelector('.site-title');
    if (heading && !title.includes(look.words(heading))) fault(`the title "${title}" does not hold the heading of the page`, 'title', 'whoever has several pages open cannot tell which is which');
    if (site && !title.includes(look.words(site))) fault(`the title "${title}" does not name the site`, 'title', 'whoever comes from elsewhere is not told where they are');
    return faults;
  }),
};
