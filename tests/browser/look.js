// What several checks ask of a page; runs in the page, as `look`.
globalThis.look = (() => {
  const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();

  // Where an element stands: the nearest name above it, its kind and its first words.
  function place(element) {
    const own = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '')
      + [...element.classList].slice(0, 2).map((name) => `.${name}`).join('');
    const above = element.id ? null : element.parentElement?.closest('[id]:not(body)');
    const said = words(element).slice(0, 40);
    return `${above ? `#${above.id} ` : ''}${own}${said ? ` "${said}"` : ''}`;
  }

  function shown(element) {
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  }

  // For those who listen only: cut down to a pixel.
  const unseen = (element) => element.closest('.vh') !== null;

  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map();

  // Any colour of CSS as red, green and blue of 0 to 255 and a share that covers.
  function colour(text) {
    if (!known.has(text)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = '#000';
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      known.set(text, [r, g, b, a / 255]);
    }
    return known.get(text);
  }

  const over = (top, below) => [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3])).concat(1);

  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((n) => {
      const share = n / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function contrast(one, two) {
    const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  // The colour that an element stands on.
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = colour(getComputedStyle(at).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), colour('Canvas'));
  }

  const stops = 'a[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]';

  // The Tab key begins at the top again.
  function start() {
    document.activeElement?.blur();
    document.body.tabIndex = -1;
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
  }

  return { start, words, place, shown, unseen, colour, over, luminance, contrast, ground, stops };
})();
