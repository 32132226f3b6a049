/* Finds pages by their titles, headings, summaries and words. The page holds the whole list, so
  that it can be read without this script; nothing is fetched, so that it works from a disk. */
(function () {
  'use strict';
  var form = document.getElementById('search');
  var field = document.getElementById('search-words');
  var count = document.getElementById('search-count');
  var results = document.getElementById('search-results');
  if (!form || !field || !count || !results) { return; }
  var texts = window.pledgebookWords || {};
  var whole = Array.prototype.slice.call(results.children);
  var found = document.createElement('ol');
  found.className = 'search-list search-found';
  found.hidden = true;
  results.insertBefore(found, results.firstChild);

  function parts(text) {
    return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  function textOf(place, selector) {
    var part = place.querySelector(selector);
    return part ? parts(part.textContent) : [];
  }

  var entries = Array.prototype.map.call(results.querySelectorAll('li[data-page]'), function (item) {
    var headings = Array.prototype.slice.call(item.querySelectorAll('.search-headings > li'));
    return {
      item: item,
      group: item.closest('.search-group').querySelector('h3').textContent,
      title: textOf(item, '.search-title'),
      summary: textOf(item, '.search-summary'),
      headings: headings.map(function (heading) { return parts(heading.textContent); }),
      words: (texts[item.getAttribute('data-page')] || '').split(' ')
    };
  });

  /* A short word is looked for as it is: `in` is not `information`. */
  function holds(words, term) {
    return words.some(function (word) { return term.length < 3 ? word === term : word.indexOf(term) === 0; });
  }

  /* The words of pages are kept without numbers and short words. */
  function isKept(term) {
    return term.length > 2 && !/\P{L}/u.test(term);
  }

  /* How well a page answers one word: what names it counts for more than what it says. */
  function worth(entry, term) {
    var inHeadings = entry.headings.some(function (heading) { return holds(heading, term); });
    return (holds(entry.title, term) ? 8 : 0) + (inHeadings ? 4 : 0)
      + (holds(entry.summary, term) ? 3 : 0) + (holds(entry.words, term) ? 1 : 0);
  }

  /* Nought unless it answers every word. One that is kept of no page only moves a
    page up, as long as another is asked for. */
  function score(entry, terms) {
    var kept = terms.filter(isKept);
    var answers = (kept.length ? kept : terms).every(function (term) { return worth(entry, term) > 0; });
    return answers ? terms.reduce(function (sum, term) { return sum + worth(entry, term); }, 0) : 0;
  }

  function copyOf(entry, terms) {
    var copy = entry.item.cloneNode(true);
    var group = document.createElement('p');
    group.className = 'search-of';
    group.textContent = entry.group;
    copy.insertBefore(group, copy.firstChild.nextSibling);
    Array.prototype.forEach.call(copy.querySelectorAll('.search-headings > li'), function (item, at) {
      item.hidden = !terms.some(function (term) { return holds(entry.headings[at], term); });
    });
    var list = copy.querySelector('.search-headings');
    if (list && !list.querySelector('li:not([hidden])')) { list.remove(); }
    return copy;
  }

  function say(number, words) {
    var kind = !number ? 'none' : number > 1 ? 'many' : 'one';
    count.textContent = count.getAttribute('data-' + kind).replace('{n}', number)
      .replace('{words}', function () { return words; });
  }

  function show(words) {
    /* One letter less at the end, so that `dentists` finds `dentist`. */
    var terms = parts(words).map(function (term) { return term.length > 3 ? term.replace(/s$/, '') : term; });
    var none = !terms.length;
    whole.forEach(function (part) { part.hidden = !none; });
    found.hidden = none;
    found.textContent = '';
    if (none) { count.textContent = ''; return; }
    var ranked = entries
      .map(function (entry, at) { return { entry: entry, at: at, score: score(entry, terms) }; })
      .filter(function (hit) { return hit.score > 0; })
      .sort(function (a, b) { return b.score - a.score || a.at - b.at; });
    ranked.forEach(function (hit) { found.appendChild(copyOf(hit.entry, terms)); });
    say(ranked.length, words.trim());
  }

  var waiting;
  field.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { show(field.value); }, 200);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    clearTimeout(waiting);
    show(field.value);
  });
  form.hidden = false;
  field.value = new URLSearchParams(window.location.search).get('q') || field.value;
  show(field.value);
}());
