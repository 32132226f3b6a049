// All our own checks of one page in one mode.
import clipped from './clipped.mjs';
import contrast from './contrast.mjs';
import drawings from './drawings.mjs';
import focus from './focus.mjs';
import forced from './forced.mjs';
import head from './head.mjs';
import headings from './headings.mjs';
import landmarks from './landmarks.mjs';
import links from './links.mjs';
import motion from './motion.mjs';
import paper from './paper.mjs';
import pictures from './pictures.mjs';
import references from './references.mjs';
import reflow from './reflow.mjs';
import skip from './skip.mjs';
import status from './status.mjs';
import stops from './stops.mjs';
import tables from './tables.mjs';
import targets from './targets.mjs';

export const own = [
  head, headings, landmarks, links, pictures, references, tables, drawings, contrast, status,
  reflow, clipped, targets, motion, forced, paper,
  // Last: they move the focus.
  focus, stops, skip,
].map((check) => ({ checker: 'own', ...check }));
