/** The twins of pages in Markdown, whole: of an operation, a release, a rule, and the lists for programs that read them. */
import { expect, test } from 'vitest';
import { serviceLlmsText, siteLlmsText } from '../../../src/view/twins/llms-text.ts';
import { operationTwin } from '../../../src/view/twins/operation-twin.ts';
import { releaseTwin } from '../../../src/view/twins/release-twin.ts';
import { ruleTwin } from '../../../src/view/twins/rule-twin.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite();

test.each([
  ['operation.md', operationTwin(site, 'elbv2', 'CreateListener')],
  ['release.md', releaseTwin(site, '1.40.73')],
  ['rule.md', ruleTwin(site, 'required-added')],
  ['service-llms.txt', serviceLlmsText(site, 'elbv2')],
  ['site-llms.txt', siteLlmsText(site)],
])('%s', async (name, text) => {
  await expect(text).toMatchFileSnapshot(`../__snapshots__/twins/${name}`);
});
