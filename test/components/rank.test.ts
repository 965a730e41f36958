/** A list's filter finds an operation by the words of its name, whether or not the row says them. */
import { describe, expect, it } from 'vitest';
import { namesOf, rankOf, wordsOfName } from '../../src/components/client/rank.ts';
import { sdkNameOf } from '../../src/model/index.ts';

describe('wordsOfName', () => {
  it.each(['RunInstances', 'CreateDBInstance', 'GetObjectACL', 'DescribeIpv6Pools', 'ListS3Objects', 'put_object'])(
    'gives the words of the SDK for %s',
    (name) => {
      expect(wordsOfName(name).replaceAll(' ', '_')).toBe(sdkNameOf(name));
    },
  );

  it('knows no brands and no plural acronyms: a page keeps their words itself', () => {
    expect(wordsOfName('CreateCachediSCSIVolume').replaceAll(' ', '_')).not.toBe(sdkNameOf('CreateCachediSCSIVolume'));
    expect(wordsOfName('DescribeARNs').replaceAll(' ', '_')).not.toBe(sdkNameOf('DescribeARNs'));
  });
});

describe('rankOf', () => {
  it('finds beginnings of the words', () => {
    const names = namesOf({ name: 'ModifyDBInstance', title: wordsOfName('ModifyDBInstance') });
    expect(rankOf(names, 'db inst')).toBe(3);
    expect(rankOf(names, 'modifydb')).toBe(2);
    expect(rankOf(names, 'inst db')).toBe(3);
    expect(rankOf(names, 'snapshot')).toBeNull();
  });
});
