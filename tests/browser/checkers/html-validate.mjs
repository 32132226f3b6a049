// html-validate: what a browser mends without a word, and much of WCAG that can
// be seen in the text of a page. Its rules are in html-validate.json.
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate/node';

const config = JSON.parse(readFileSync(new URL('./html-validate.json', import.meta.url), 'utf8'));

export function htmlValidate(pages) {
  const checker = new HtmlValidate(config.config);
  return pages.flatMap((page) => {
    const report = checker.validateStringSync(readFileSync(page.file, 'utf8'));
    return report.results.flatMap((result) => result.messages).map((message) => ({
      checker: 'html-validate',
      page,
      mode: 'source',
      what: `${message.ruleId}: ${message.message}`,
      where: `line ${message.line}${message.selector ? `, ${message.selector}` : ''}`,
      why: config.why[message.ruleId] ?? message.ruleUrl ?? 'the page is not as the standard asks',
    }));
  });
}
