// Nothing moves by itself for longer than five seconds, plays by itself or
// changes while it is read.
export default {
  name: 'motion',
  modes: ['light', 'dark'],
  run: (page) => page.evaluate(() => [
    ...document.getAnimations()
      .filter((animation) => (animation.effect?.getComputedTiming().endTime ?? 0) > 5000)
      .map((animation) => animation.effect.target),
    ...document.querySelectorAll('marquee, blink, video[autoplay], audio[autoplay], svg animate, svg animateTransform, svg animateMotion'),
  ].filter(Boolean).map((part) => ({ what: 'something moves by itself and does not stop', where: look.place(part), why: 'whoever is easily drawn away, or made ill, cannot read beside it' }))),
};
