/** The list of folders that are the site's own, held against the pages that there are. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { pageKind } from '../../../scripts/page-kind.ts';
import { siteFolders, topPages } from '../../../src/view/site/urls.ts';
import { root } from '../../tidy/source-file.ts';

/** The addresses of all pages but the first and the one for wrong addresses; `[service]` stands for any name. */
const addresses = readdirSync(join(root, 'src/pages'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.astro') && file !== '404.astro' && file !== 'index.astro')
  .map((file) =>
    file
      .split(sep)
      .join('/')
      .replace(/(?:\/index)?\.astro$/, ''),
  );

test('every page at the top is listed, and every folder further down', () => {
  const tops = new Set(addresses.map((address) => address.split('/')[0]));
  expect([...tops].sort()).toEqual(topPages.toSorted());
  const names = addresses.flatMap((address) => address.split('/')).filter((part) => !part.startsWith('['));
  expect(names.filter((name) => !siteFolders.has(name))).toEqual([]);
});

test('a page of every kind is told apart by its address', () => {
  const named: Readonly<Record<string, string>> = {
    ...{ '[service]': 'elbv2', '[operation]': 'CreateListener', '[direction]': 'request', '[part]': 'Tags' },
    ...{ '[shape]': 'ProtocolEnum', '[release]': '1.40.73', '[year]': '2025', '[month]': '11' },
    ...{ '[kind]': 'field-added', '[beginning]': 'de' },
  };
  const kinds = addresses.map((address) => pageKind(address.replace(/\[\w+\]/g, (name) => named[name] ?? 'unknown')));
  expect(kinds).toHaveLength(new Set(kinds).size);
  expect(pageKind('services/elbv2/shapes/De/')).not.toBe(pageKind('services/elbv2/shapes/ProtocolEnum/'));
  expect(pageKind('services/ec2/RunInstances/')).toBe(pageKind('services/elbv2/CreateListener/'));
});
