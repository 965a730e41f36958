/** The headers that a host is asked to send, whole. */
import { expect, test } from 'vitest';
import { headersText } from '../../../src/view/site/site-headers.ts';

test('each file has its type, and files that never change are kept for a year', async () => {
  await expect(headersText('/docs/')).toMatchFileSnapshot('../__snapshots__/headers.txt');
});
