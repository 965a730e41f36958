/** No text of a changelog page in HTML is lost: a word put anywhere is in what was read, or in a message, or inside boilerplate. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ParseResult, parseDocuments } from '../../../src/parse/index.ts';
import { pageEntries } from '../../generate/print-changelog.ts';
import { htmlPage } from '../../generate/print-html.ts';
import { forSeeds, Random } from '../../generate/random.ts';
import { randomService } from '../../generate/service.ts';
import { describeShared, shared } from '../../shared.ts';

const marker = 'zqx';
const parse = (text: string) => parseDocuments('changelog-html', [{ name: 'page', text }]);
/** All messages but the one that our generated service is none of AWS's. */
const said = (page: ParseResult) =>
  page.messages.filter(({ ruleId }) => ruleId !== 'unknown-service').map(({ message }) => message);
const read = (page: ParseResult) => JSON.stringify([page.api, page.notes, page.changes]);

/** Parts of the page that are boilerplate as a whole, by a pattern of their own. */
const frame = /<(head|nav|footer|h1|script)\b.*?<\/\1>|<!--.*?-->/gs;

/** Every offset between two tags, or between a tag and text, where a word would be text of the page. */
function gapsOf(html: string): readonly number[] {
  const hidden = [...html.matchAll(frame)].map(({ index, 0: { length } }) => [index + 1, index + length - 1] as const);
  const first = html.indexOf('<body>');
  const last = html.indexOf('</body>');
  return [...html.matchAll(/(?<=>)|(?=<)/g)]
    .map(({ index }) => index)
    .filter((at) => at > first + 5 && at <= last && !hidden.some(([from, end]) => at >= from && at <= end));
}

/** Puts the word at each of the gaps; gives those that it was lost at. */
function lostAt(html: string, gaps: readonly number[]): readonly string[] {
  const before = new Set(said(parse(html)));
  return gaps.flatMap((at) => {
    const page = parse(`${html.slice(0, at)} ${marker} ${html.slice(at)}`);
    const known = read(page).includes(marker) || said(page).some((message) => !before.has(message));
    return known ? [] : [html.slice(Math.max(at - 60, 0), at).concat('|', html.slice(at, at + 40))];
  });
}

const service = randomService(new Random(11), { markup: false });
const printed = htmlPage(service, pageEntries({ ...service, operations: [] }, service));

describe('a page of our own', () => {
  test('a word between any two tags', () => {
    const gaps = gapsOf(printed);
    expect(gaps.length).toBeGreaterThan(200);
    expect(lostAt(printed, gaps)).toEqual([]);
  });

  test('of a page without surprises nothing is said', () => {
    forSeeds(20, (random) => {
      const one = randomService(random, { markup: false });
      expect(said(parse(htmlPage(one, pageEntries({ ...one, operations: [] }, one))))).toEqual([]);
    });
  });

  test.each([
    ['a second header', '</p>\n\t  <p', '</p><p class="title">2025/11/14 - X - 1 updated api methods</p><p'],
    [
      'a second list of fields',
      '<dl class="field-list">',
      '<dl class="field-list"><dt>param Twice:</dt><dd>words</dd></dl><dl>',
    ],
    ['a second response', '<dt>returns', '<dt>returns<span>:</span></dt><dd><p>None</p></dd><dt>returns'],
    ['a description without a term', '<dl class="field-list">', '<dl class="field-list"><dd>lost words</dd>'],
    ['a term without a description', '</dl>', '<dt>param Lost:</dt></dl>'],
    ['a type without a parameter', '</dl>', '<dt>type Lost:</dt><dd>string</dd></dl>'],
    ['a term of another kind', '</dl>', '<dt>raises Error:</dt><dd>when</dd></dl>'],
    ['text behind a syntax', '</pre>', ' and more</pre>'],
    ['a details that is no operation', '<details', '<details><summary>Read more</summary>words</details><details'],
  ])('%s is told', (_, old, now) => {
    expect(said(parse(printed)).length).toBe(0);
    expect(said(parse(printed.replace(old, now))).length).toBeGreaterThan(0);
  });

  test('what is deprecated says so, and the sentence of the generator is counted', () => {
    const sentence =
      'This operation is deprecated and may not function as expected. This operation should not be used going forward and is only kept for the purpose of backwards compatiblity.';
    const with_ = (words: string) =>
      printed.replace(
        '<p>See also',
        `<aside class="admonition danger">\n<p class="admonition-title">!DANGER!</p>\n<p>${words}</p>\n</aside>\n<p>See also`,
      );
    const page = parse(with_(sentence));
    expect(page.boilerplate.deprecation).toBe(1);
    expect(page.api.services[0]?.operations.filter(({ deprecated }) => deprecated !== undefined)).toHaveLength(1);
    expect(read(page)).not.toContain('may not function');
    // Whoever adds words of their own wrote a description.
    expect(read(parse(with_(`${sentence} Use ${marker}.`)))).toContain(marker);
  });
});

describeShared('the pages of awsapichanges.com', () => {
  /** Operations, and those of them that return something. */
  test.each([
    ['1.17.57-apigateway', 5, 4],
    ['1.35.98-ec2', 3, 3],
    ['1.40.72-redshift', 1, 1],
    ['1.40.73-cloudformation', 1, 1],
    ['1.40.73-elasticloadbalancing', 9, 9],
  ])('%s says nothing, its boilerplate is what is expected, and a word put anywhere is not lost', (name, all, some) => {
    const html = readFileSync(shared(`data/changelog-html/${name}.html`), 'utf8');
    const page = parse(html);
    expect(said(page)).toEqual([]);
    expect(page.boilerplate).toEqual({
      'page-footer': 1,
      'page-h1': 1,
      'page-head': 1,
      'page-nav': 1,
      'page-script': 2,
      permalink: all,
      'return-type': some,
      // The syntax of the request, “returns”, and syntax and structure of what is returned.
      'section-heading': 2 * all + 2 * some,
      'see-also': all,
    });
    const gaps = gapsOf(html);
    // Of the large pages some 80 gaps that are spread over the whole.
    const every = Math.ceil(gaps.length / 80);
    expect(
      lostAt(
        html,
        gaps.filter((_, index) => index % every === 0),
      ),
    ).toEqual([]);
  });
});
