// At every stop it can be seen where the reader is: something about the stop
// changes, it differs from what it stands on by 3 to 1, and nothing lies over it.
export default {
  name: 'focus',
  modes: ['light', 'dark', 'forced colours', '400 % zoom'],
  async run(page, mode) {
    // The keyboard was used last, so that the browser shows where it is.
    await page.keyboard.press('Tab');
    return page.evaluate((isNarrow) => {
      const faults = [];
      const look = globalThis.look;
      const rings = (style) => [
        ...(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? [style.outlineColor] : []),
        ...(style.boxShadow === 'none' ? [] : style.boxShadow.match(/(rgba?|color|oklch|oklab)\([^)]*\)/g) ?? []),
      ];
      const state = (style) => JSON.stringify([style.outlineStyle === 'none' ? '' : [style.outlineWidth, style.outlineColor, style.outlineStyle], style.boxShadow, style.backgroundColor, style.borderColor, style.textDecorationLine]);
      const fault = (stop, what, why) => faults.push({ what, where: look.place(stop), why });
      // The stop or something that belongs to it is uppermost at one of the places where it is drawn.
      const isCovered = (stop) => {
        const seen = [...stop.getClientRects()].map((box) => ({ left: Math.max(0, box.left), right: Math.min(innerWidth, box.right), top: Math.max(0, box.top), bottom: Math.min(innerHeight, box.bottom) }))
          .filter((box) => box.right > box.left && box.bottom > box.top);
        const within = seen.flatMap((box) => [0.1, 0.5, 0.9].map((share) => [box.left + (box.right - box.left) * share, (box.top + box.bottom) / 2]));
        if (within.length === 0) return true;
        return within.every(([x, y]) => {
          const top = document.elementFromPoint(x, y);
          return !top || !(stop.contains(top) || top.contains(stop));
        });
      };
      document.documentElement.style.scrollBehavior = 'auto';
      for (const stop of document.querySelectorAll(look.stops)) {
        // The style page shows one link as it looks when it is stopped at, always.
        if (!look.shown(stop) || stop.tabIndex < 0 || stop.disabled || stop.matches('.is-focus')) continue;
        document.activeElement?.blur();
        const before = state(getComputedStyle(stop));
        stop.focus({ focusVisible: true });
        const style = getComputedStyle(stop);
        if (!isNarrow) {
          if (state(style) === before) fault(stop, 'nothing shows that the keyboard is here', 'whoever uses a keyboard cannot see where they are');
          else if (rings(style).length === 0) fault(stop, 'too little shows that the keyboard is here: there is no ring of two pixels', 'whoever uses a keyboard cannot see where they are');
          else {
            const ground = look.ground(stop.parentElement);
            const best = Math.max(...rings(style).map((ring) => look.contrast(look.over(look.colour(ring), ground), ground)));
            if (best < 3) fault(stop, `the ring around the stop has a contrast of ${best.toFixed(1)} to 1 with what is behind it`, 'whoever sees little cannot see where they are');
          }
        }
        if (isCovered(stop)) fault(stop, 'something lies over the stop', 'whoever uses a keyboard cannot see where they are');
      }
      look.start();
      return faults;
    }, mode.name === '400 % zoom');
  },
};
