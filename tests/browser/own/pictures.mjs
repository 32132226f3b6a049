// Pictures and drawings say what they show, once, and not by their file's name.
export default {
  name: 'pictures',
  modes: ['light'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const fault = (part, what, why) => faults.push({ what, where: look.place(part) + (part.src ? ` ${part.getAttribute('src')}` : ''), why });
    const unsaid = 'whoever cannot see it is not told what it shows';
    for (const picture of document.querySelectorAll('img')) {
      const words = picture.getAttribute('alt');
      if (words === null) fault(picture, 'a picture has no alternative text', unsaid);
      else if (/^(image|picture|photo|graphic|icon) of\b/i.test(words)) fault(picture, `an alternative text begins "${words.slice(0, 20)}"`, 'it is said twice that it is a picture');
      else if (/\.(png|jpe?g|svg|gif|webp)$/i.test(words)) fault(picture, `the alternative text is the name of a file: ${words}`, unsaid);
    }
    for (const drawing of document.querySelectorAll('svg')) {
      if (drawing.closest('[aria-hidden=true]') || drawing.parentElement.closest('svg')) continue;
      const ids = (name) => (drawing.getAttribute(name) ?? '').split(/\s+/).filter(Boolean);
      const text = (list) => list.map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ').trim();
      if (drawing.getAttribute('role') !== 'img') fault(drawing, 'a drawing does not say that it is one picture (role img)', 'every number in it is read out without an order');
      if (!drawing.getAttribute('aria-label') && !text(ids('aria-labelledby'))) fault(drawing, 'a drawing has no name', unsaid);
      if (drawing.classList.contains('ch') && !drawing.classList.contains('spark')) {
        if (!drawing.querySelector(':scope > title')?.textContent.trim()) fault(drawing, 'a chart has no title', unsaid);
        if (!text(ids('aria-describedby')) && !drawing.closest('figure')?.querySelector('table')) fault(drawing, 'a chart has no description', unsaid);
      }
    }
    return faults;
  }),
};
