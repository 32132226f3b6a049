// The ways in which a page is opened. What a check can find in one of them only,
// it looks for in that one: each check names its modes.
const spacing = '* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}';

export const modes = [
  { name: 'light', width: 1280, height: 900, unfolded: true },
  { name: 'dark', width: 1280, height: 900, colorScheme: 'dark', unfolded: true },
  { name: 'forced colours', width: 1280, height: 900, forcedColors: 'active', unfolded: true },
  { name: 'phone', width: 320, height: 640, unfolded: true },
  // A page at 200 % zoom is as wide as one of half the width.
  { name: '200 % zoom', width: 640, height: 450, unfolded: true },
  { name: '400 % zoom', width: 320, height: 256, unfolded: true },
  { name: 'wide text spacing', width: 1280, height: 900, style: spacing, unfolded: true },
  { name: 'wide text spacing on a phone', width: 320, height: 640, style: spacing, unfolded: true },
  { name: 'large print on a screen', width: 1280, height: 900, fragment: '#large-print', unfolded: true },
  // A4 within its margins. Last: the sheets are printed with marks in the page.
  { name: 'large print', width: 657, height: 960, media: 'print', fragment: '#large-print' },
  { name: 'print', width: 657, height: 960, media: 'print' },
  { name: 'no script', width: 1280, height: 900 },
];
