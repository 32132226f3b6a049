// Defects that are planted one by one in pages of the example. `by` names the
// checker that must tell it, `says` words of what it tells. An edit changes the page
// itself unless it names another file; it takes the place of what it finds, or is
// put at the end of a file.
const health = '2024-25/health/index.html';
// A chapter of words alone: short, and soon checked.
const words = '2024-25/foreword/index.html';
const outcome = 'outcomes/dental-checks/index.html';
const easy = 'pledge/easy-read/index.html';
const statement = 'about/accessibility/index.html';
const search = 'search/index.html';
const home = 'index.html';
const sheet = 'static/theme.css';

const swap = (find, put) => [{ find, put }];
const css = (put) => [{ file: sheet, put }];
const last = (put) => swap('</main>', `${put}</main>`);
const first = (put) => swap('<h1>', `${put}<h1>`);
const head = (put) => swap('</head>', `${put}</head>`);

export const defects = [
  // What is said of pictures, links and headings.
  { name: 'picture without alternative text', rule: '1.1.1', page: easy, edits: swap(' alt=""', ''), by: 'own', says: 'no alternative text' },
  { name: 'alternative text that says it is a picture', rule: '1.1.1', page: easy, edits: swap(' alt=""', ' alt="Image of a letter"'), by: 'own', says: 'begins "Image of' },
  { name: 'alternative text that is a file name', rule: '1.1.1', page: easy, edits: swap(' alt=""', ' alt="listen.svg"'), by: 'own', says: 'name of a file' },
  { name: 'link without words', rule: '2.4.4', page: words, edits: last('<p><a href="../../index.html"></a></p>'), by: 'axe', says: 'link-name' },
  { name: 'link that says only "click here"', rule: '2.4.4', page: words, edits: last('<p>To read all of it, <a href="../../index.html">click here</a>.</p>'), by: 'own', says: 'says only "click here"' },
  { name: 'link told by colour alone', rule: '1.4.1', page: home, edits: css('main p a {text-decoration: none}'), by: 'own', says: 'by its colour alone' },
  { name: 'heading that skips a level', rule: '1.3.1', page: health, edits: swap(/<h2 id="vaccinations">(.*?)<\/h2>/, '<h4 id="vaccinations">$1</h4>'), by: 'own', says: 'level 4 follows one of level 2' },
  { name: 'two first headings', rule: '1.3.1', page: words, edits: last('<h1>Second</h1>'), by: 'own', says: '2 first headings' },
  { name: 'no first heading', rule: '2.4.6', page: outcome, edits: swap(/<h1>(.*?)<\/h1>/, '<p>$1</p>'), by: 'own', says: '0 first headings' },
  { name: 'heading that says nothing', rule: '2.4.6', page: outcome, edits: last('<h2></h2>'), by: 'own', says: 'a heading says nothing' },

  // What a page says of itself.
  { name: 'no language', rule: '3.1.1', page: home, edits: swap(' lang="en"', ''), by: 'axe', says: 'html-has-lang' },
  { name: 'wrong language', rule: '3.1.1', page: home, edits: swap('<html lang="en"', '<html lang="fr"'), by: 'nu', says: 'appears to be written in English' },
  { name: 'language that does not exist', rule: '3.1.1', page: home, edits: swap('<html lang="en"', '<html lang="english"'), by: 'axe', says: 'html-lang-valid' },
  { name: 'passage in a language that does not exist', rule: '3.1.2', page: words, edits: last('<p lang="welsh">Croeso</p>'), by: 'axe', says: 'valid-lang' },
  { name: 'no title', rule: '2.4.2', page: outcome, edits: swap(/<title>.*?<\/title>/, ''), by: 'axe', says: 'document-title' },
  { name: 'title of another page', rule: '2.4.2', page: outcome, edits: swap(/<title>.*?<\/title>/, '<title>Outcomes – Corporate parenting in Wold Vale</title>'), by: 'own', says: 'has the title of' },
  { name: 'title that does not name the page', rule: '2.4.2', page: words, edits: swap(/<title>.*?<\/title>/, '<title>Page 3 – Corporate parenting in Wold Vale</title>'), by: 'own', says: 'does not hold the heading' },
  { name: 'page that goes elsewhere by itself', rule: '2.2.1', page: words, edits: head('<meta http-equiv="refresh" content="600">'), by: 'own', says: 'goes elsewhere by itself' },
  { name: 'page that cannot be enlarged', rule: '1.4.4', page: words, edits: swap('initial-scale=1"', 'initial-scale=1, user-scalable=no"'), by: 'axe', says: 'meta-viewport' },

  // Parts of a page, and what points at them.
  { name: 'no skip link', rule: '2.4.1', page: words, edits: swap(/<a class="skip".*?<\/a>/, ''), by: 'own', says: 'not the skip link' },
  { name: 'skip link to nowhere', rule: '2.4.1', page: words, edits: swap('class="skip" href="#main"', 'class="skip" href="#content"'), by: 'own', says: 'does not take the reader to the words' },
  { name: 'skip link that stays out of sight', rule: '2.4.7', page: words, edits: css('.skip:focus {top: -6rem}'), by: 'own', says: 'skip link cannot be seen' },
  { name: 'two mains', rule: '1.3.1', page: words, edits: swap('<footer', '<main><p>More</p></main><footer'), by: 'own', says: '2 parts that are its main' },
  { name: 'no main', rule: '1.3.1', page: outcome, edits: [{ find: '<main id="main"', put: '<div id="main"' }, { find: '</main>', put: '</div>' }], by: 'own', says: '0 parts that are its main' },
  { name: 'menu without a name', rule: '2.4.1', page: words, edits: swap(' aria-label="Main menu"', ''), by: 'own', says: 'a menu has no name' },
  { name: 'two menus of one name', rule: '2.4.1', page: words, edits: swap('aria-label="Where you are"', 'aria-label="Main menu"'), by: 'own', says: 'two menus are named' },
  { name: 'id twice', rule: '4.1.1', page: health, edits: last('<p id="vaccinations">Again</p>'), by: 'html-validate', says: 'no-dup-id' },
  { name: 'description that is not there', rule: '1.3.1', page: health, edits: swap('aria-labelledby="chart-1-table-caption"', 'aria-labelledby="chart-1-nothing"'), by: 'own', says: 'chart-1-nothing, which is not there' },
  { name: 'link to a place that is not there', rule: '2.4.4', page: health, edits: swap('href="#vaccinations"', 'href="#vaccination"'), by: 'own', says: '(#vaccination) that is not there' },
  { name: 'link to a file that is not there', rule: '2.4.4', page: outcome, edits: last('<p><a href="figures.csv">The figures</a></p>'), by: 'own', says: 'a file that is not there' },
  { name: 'element that is never closed', rule: 'HTML', page: words, edits: last('<div><p>Words'), by: 'nu', says: 'Unclosed element' },
  { name: 'paragraph that holds a block', rule: 'HTML', page: words, edits: last('<p><table><caption>Of</caption><tbody><tr><th scope="row">a</th></tr></tbody></table></p>'), by: 'html-validate', says: 'close' },
  { name: 'sheet with a property that does not exist', rule: 'CSS', page: home, edits: css('.lede {colr: red}'), by: 'nu', says: '“colr”' },
  { name: 'drawing with an element that does not exist', rule: 'SVG', page: easy, edits: [{ file: 'pictures/listen.svg', find: '<path', put: '<pathh' }], by: 'nu', says: 'pathh' },

  // Roles, lists and forms.
  { name: 'role that does not exist', rule: '4.1.2', page: words, edits: last('<p role="paragraf">Words</p>'), by: 'axe', says: 'aria-roles' },
  { name: 'button inside a button', rule: '4.1.2', page: words, edits: last('<div role="button" tabindex="0">Open <a href="../../index.html">home</a></div>'), by: 'axe', says: 'nested-interactive' },
  { name: 'heading that says it is a button', rule: '4.1.2', page: health, edits: swap('<h2 id="vaccinations"', '<h2 role="button" id="vaccinations"'), by: 'nu', says: '“button” for attribute “role”' },
  { name: 'hidden part that the keyboard reaches', rule: '4.1.2', page: words, edits: last('<div aria-hidden="true"><a href="../../index.html">Home of it all</a></div>'), by: 'axe', says: 'aria-hidden-focus' },
  { name: 'list with something else in it', rule: '1.3.1', page: words, edits: last('<ul><div>One</div><li>Two</li></ul>'), by: 'axe', says: 'list:' },
  { name: 'term without what it means', rule: '1.3.1', page: words, edits: last('<dl><dt>Term</dt></dl>'), by: 'nu', says: 'dl' },
  { name: 'field without a label', rule: '3.3.2', page: search, edits: swap(/<label for="search-words">.*?<\/label>/, ''), by: 'axe', says: 'label:' },

  // Tables.
  { name: 'table without heads', rule: '1.3.1', page: words, edits: last('<table><caption>Places</caption><tbody><tr><td>One</td><td>2</td></tr><tr><td>Two</td><td>3</td></tr></tbody></table>'), by: 'own', says: 'no head cells' },
  { name: 'head that does not say of what', rule: '1.3.1', page: health, edits: swap('<th scope="col">Period', '<th>Period'), by: 'own', says: 'a column or a row' },
  { name: 'table without a caption', rule: '1.3.1', page: outcome, edits: swap(/<caption[^>]*>.*?<\/caption>/, ''), by: 'own', says: 'no caption' },
  { name: 'caption that says nothing', rule: '1.3.1', page: outcome, edits: swap(/(<caption[^>]*>).*?(<\/caption>)/, '$1$2'), by: 'own', says: 'no caption' },
  { name: 'table for layout', rule: '1.3.1', page: outcome, edits: last('<table role="presentation"><tr><td>Left</td><td>Right</td></tr></table>'), by: 'own', says: 'used for layout' },
  { name: 'empty head of a table', rule: '1.3.1', page: health, edits: swap('<th scope="col">Period', '<th scope="col">'), by: 'own', says: 'head of a table is empty' },
  { name: 'row that lacks a cell', rule: '1.3.1', page: health, edits: swap('<th scope="row">2019-20</th>\n', '<th scope="row">2019-20</th></tr><tr>'), by: 'own', says: 'where the table has' },

  // The keyboard.
  { name: 'place of its own in the order', rule: '2.4.3', page: words, edits: last('<p><a href="../../index.html" tabindex="3">Home of it all</a></p>'), by: 'own', says: 'a place of its own in the order' },
  { name: 'stops in another order than they are seen', rule: '2.4.3', page: words, edits: last('<div style="display: flex; flex-direction: column-reverse"><p><a href="../../index.html">Home of it all</a></p><p><a href="../index.html">The report of the year</a></p></div>'), by: 'own', says: 'goes back up the page' },
  { name: 'Tab key caught', rule: '2.1.2', page: words, edits: last('<p><a href="../../index.html" id="trap">Home of it all</a></p><script>document.getElementById("trap").addEventListener("keydown", function (e) { e.preventDefault(); })</script>'), by: 'own', says: 'caught and cannot leave' },
  { name: 'answers to a mouse alone', rule: '2.1.1', page: words, edits: last('<div onclick="location=\'../../index.html\'">Home of it all</div>'), by: 'own', says: 'answers to a mouse' },
  { name: 'no sign of where the keyboard is', rule: '2.4.7', page: outcome, edits: css(':focus-visible {outline: none !important; box-shadow: none !important}'), by: 'own', says: 'nothing shows that the keyboard is here' },
  { name: 'faint sign of where the keyboard is', rule: '1.4.11', page: outcome, edits: css('@media (prefers-color-scheme: light) {:focus-visible {outline: 3px solid #eee !important; box-shadow: none !important} }'), by: 'own', says: 'the ring around the stop has a contrast' },
  { name: 'sign of the keyboard lost in forced colours', rule: '2.4.7', page: outcome, edits: css('@media (forced-colors: active) {:focus-visible {outline: none !important} }'), by: 'own', says: 'nothing shows that the keyboard is here' },
  { name: 'stops behind a fixed part', rule: '2.4.11', page: words, edits: css('@media (max-width: 30em) {.site-header {position: fixed; inset: 0; z-index: 8; background: var(--bg)} }'), by: 'own', says: 'something lies over the stop' },

  // Colours.
  { name: 'faint words in light only', rule: '1.4.3', page: words, edits: css('@media screen and (prefers-color-scheme: light) {.lede {color: #aaa} }'), by: 'axe', says: 'color-contrast' },
  { name: 'faint words in dark only', rule: '1.4.3', page: words, edits: css('@media (prefers-color-scheme: dark) {.lede {color: #555} }'), by: 'axe', says: 'color-contrast' },
  { name: 'faint words on a cover in dark only', rule: '1.4.3', page: '2024-25/index.html', edits: css('@media (prefers-color-scheme: dark) {.cover h1 {color: #2a5a8a !important} }'), by: 'own', says: 'words have a contrast' },
  { name: 'faint words on paper only', rule: '1.4.3', page: words, edits: css('@media print {.lede {color: #bbb} }'), by: 'axe', says: 'color-contrast' },
  { name: 'faint words in a drawing', rule: '1.4.3', page: health, edits: css('@media (prefers-color-scheme: light) {.ch text {fill: #aaa} }'), by: 'own', says: 'words of a drawing have a contrast' },
  { name: 'faint line of a chart', rule: '1.4.11', page: health, edits: css('@media (prefers-color-scheme: light) {.ch .s1 {--s: #ccc} }'), by: 'own', says: 'a mark of a chart has a contrast' },
  { name: 'faint shape of a status in dark', rule: '1.4.11', page: outcome, edits: css('@media (prefers-color-scheme: dark) {.status .shape {fill: #333} }'), by: 'own', says: 'the shape of a status has a contrast' },
  { name: 'status by colour alone', rule: '1.4.1', page: outcome, edits: swap(/<svg class="shape".*?<\/svg>/, ''), by: 'own', says: 'its colour alone sets it apart' },
  { name: 'two kinds of status of one shape', rule: '1.4.1', page: health, edits: [{ find: /(status shape-square[^>]*><svg[^>]*>)<path[^>]*>/g, put: '$1<circle cx="8" cy="8" r="7"/>' }], by: 'own', says: 'have the same shape' },
  { name: 'hatching that is not there', rule: '1.4.1', page: '2024-25/leaving-care/index.html', edits: swap('<pattern id="hx3"', '<pattern id="hx9"'), by: 'own', says: 'hatched with #hx3, which is not there' },
  { name: 'series that only colour tells apart', rule: '1.4.1', page: health, edits: [{ find: /h8v8h-8Z/g, put: 'l5.5 5.5l-5.5 5.5l-5.5-5.5Z' }, ...css('.ch .s2, .ch .s3 {--dash: none} .ch .s3 {--s: color-mix(in srgb, var(--c2), #1b9e8f 50%)}')], by: 'own', says: 'look alike without colour' },
  { name: 'control without an edge in forced colours', rule: '1.4.11', page: search, edits: css('@media (forced-colors: active) {.search-field button {border: 0 !important} }'), by: 'own', says: 'no edge once grounds are gone' },
  { name: 'chosen entry lost in forced colours', rule: '1.4.1', page: outcome, edits: css('@media (forced-colors: active) {nav a {border: 0 !important; font-weight: 400 !important} }'), by: 'own', says: 'looks like the rest' },
  { name: 'part that keeps its own colours', rule: '1.4.3', page: words, edits: css('.lede {forced-color-adjust: none; background: #fff; color: #000}'), by: 'own', says: 'keeps its own colours' },

  // Drawings.
  { name: 'chart without a name', rule: '1.1.1', page: health, edits: [{ find: / aria-labelledby="chart-1-wide-t"/, put: '' }, { find: /<title id="chart-1-wide-t">.*?<\/title>/, put: '' }], by: 'own', says: 'a drawing has no name' },
  { name: 'chart that is read number by number', rule: '1.1.1', page: health, edits: swap('font-size="15" role="img"', 'font-size="15"'), by: 'own', says: 'does not say that it is one picture' },
  { name: 'small words in a chart', rule: '1.4.4', page: health, edits: css('.ch text {font-size: 9px}'), by: 'own', says: 'pixels high' },
  { name: 'words that leave a chart', rule: '1.4.10', page: health, edits: swap('<g class="mut"><text x="4"', '<g class="mut"><text x="600"'), by: 'own', says: 'leave their drawing' },
  { name: 'words over words in a chart', rule: '1.4.10', page: outcome, edits: swap(/(<g class="labels">[\s\S]*?<text x="[\d.]+" y=")([\d.]+)("[\s\S]*?<text x="[\d.]+" y=")[\d.]+"/, '$1$2$3$2"'), by: 'own', says: 'words of a chart lie over' },
  { name: 'chart that tells more to a pointer', rule: '2.1.1', page: health, edits: swap('<g class="notes">', '<g class="notes"><title>Only on hover</title>'), by: 'own', says: 'asks for a pointer' },

  // Sizes.
  { name: 'fixed width', rule: '1.4.10', page: words, edits: css('.lede {width: 600px; max-width: none}'), by: 'own', says: 'scrolls sideways' },
  { name: 'heading that does not wrap', rule: '1.4.10', page: outcome, edits: css('h1 {white-space: nowrap}'), by: 'own', says: 'scrolls sideways' },
  { name: 'table of words that scrolls on a phone', rule: '1.4.10', page: words, edits: last('<div style="overflow-x: auto" tabindex="0" role="group" aria-label="Risks"><table style="width: 50rem"><caption>Risks</caption><thead><tr><th scope="col">Risk</th><th scope="col">Answer</th></tr></thead><tbody><tr><th scope="row">Homes</th><td>More families are found near the schools of children</td></tr></tbody></table></div>'), by: 'own', says: 'words scroll sideways' },
  { name: 'words cut off when letters are set wide', rule: '1.4.12', page: words, edits: css('.page-facts li {max-height: 2rem; max-width: 13rem; overflow: hidden}'), by: 'own', says: 'words are cut off' },
  { name: 'words over words', rule: '1.4.12', page: words, edits: css('.lede {margin-top: -3rem}'), by: 'own', says: 'words lie over other words' },
  { name: 'small targets close together', rule: '2.5.8', page: health, edits: css('.toc a {display: block; width: 12px; height: 12px; padding: 0; overflow: hidden} .toc li {line-height: 1}'), by: 'own', says: 'stands close to another' },

  // Movement, scripts and servers.
  { name: 'something that moves by itself', rule: '2.2.2', page: home, edits: css('@keyframes pulse {to {opacity: .9} } .lede {animation: pulse 1s infinite alternate}'), by: 'own', says: 'moves by itself' },
  { name: 'words that run across the page', rule: '2.2.2', page: words, edits: last('<p><marquee>News</marquee></p>'), by: 'own', says: 'moves by itself' },
  { name: 'words that come from a script', rule: 'no script', page: words, edits: last('<p id="late"></p><script>document.getElementById("late").textContent = "Words that matter"</script>'), by: 'own', says: 'without scripts the page has other words' },
  { name: 'request to another server', rule: 'origin', page: home, edits: last('<img src="http://127.0.0.1:9/count.png" alt="">'), by: 'own', says: 'asks another server' },

  // Paper.
  { name: 'folded on paper', rule: 'print', page: health, edits: css('@media print {details::details-content {display: none !important} }'), by: 'own', says: 'stays folded on paper' },
  { name: 'too wide for paper', rule: 'print', page: words, edits: css('@media print {.lede {width: 900px; max-width: none} }'), by: 'own', says: 'pixels wide on paper' },
  { name: 'address not spelled out on paper', rule: 'print', page: statement, edits: css('@media print {main a::after {content: none !important} }'), by: 'own', says: 'does not spell out' },
  { name: 'menu on paper', rule: 'print', page: words, edits: css('@media print {.site-nav {display: block !important} }'), by: 'own', says: 'only be used on a screen' },
  { name: 'too wide for paper in large print', rule: 'print', page: words, edits: css('@media print {body:target .lede {width: 900px; max-width: none} }'), by: 'own', says: 'pixels wide on paper' },
  { name: 'sheets without a number', rule: 'print', page: words, edits: swap('"Page " counter(page)', '"Page"'), by: 'own', says: 'has no number' },
  { name: 'sheets that do not say whose they are', rule: 'print', page: health, edits: swap(/@top-left ?{content:[^}]*}/, ''), by: 'own', says: 'does not say whose it is' },
  { name: 'heading on another sheet than its words', rule: 'print', page: health, edits: css('@media print {h2 {break-after: page !important} }'), by: 'own', says: 'splits what follows h2' },
  { name: 'small words in large print on a screen', rule: 'large print', page: words, edits: css('@media screen {body:target .site-footer {font-size: 12px !important} }'), by: 'own', says: 'points in large print' },
  { name: 'small words in large print', rule: 'print', page: words, edits: css('body:target .lede {font-size: 12px !important}'), by: 'own', says: 'points in large print' },
];
