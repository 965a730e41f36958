/** What a walk does to the known releases: which are added, which go, which stay, and when it is refused. */
import { expect, test } from 'vitest';
import { Coverage } from '../../../src/store/walk/plan/coverage.ts';
import { planCoverage } from '../../../src/store/walk/plan/plan-walk.ts';

/** `1.0.0` for a release whose commit has the same name, `1.0.0=other` for one at another commit. */
function covered(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(' ').flatMap((one) => {
      const [version = '', commit = version] = one.split('=');
      return version === '' ? [] : [[version, commit] as const];
    }),
  );
}

interface Walk {
  readonly known: string;
  readonly asked: string;
  /** Commits that the clone has without a tag. */
  readonly there?: string;
  readonly since?: string;
  readonly until?: string;
  readonly replace?: boolean;
}

function plan({ known, asked, there = '', since, until, replace = false }: Walk) {
  const tags = [...covered(asked)].map(([version, commit]) => ({ version, commit }));
  const wanted = {
    asked: tags.map((tag) => ({ ...tag, tag: tag.version, tree: tag.commit, date: '2020-01-01', time: 0 })),
    ...{ since, until, services: undefined, replace },
  };
  const commits = {
    tagged: new Set(tags.map(({ commit }) => commit)),
    there: new Set(covered(there).keys()),
  };
  const before = new Coverage(known === '' ? new Map() : new Map([['*', covered(known)]]));
  const { coverage, ...rest } = planCoverage('cups', before, wanted, commits);
  const after = [...coverage.of()].map(([version, commit]) => (version === commit ? version : `${version}=${commit}`));
  return { after: after.sort().join(' '), ...rest };
}

test('a walk adds what is tagged, and says whether anything is new', () => {
  expect(plan({ known: '', asked: '1.0.0 1.1.0' })).toEqual({
    ...{ after: '1.0.0 1.1.0', isAsBefore: false, withdrawn: 0, remarks: [] },
  });
  expect(plan({ known: '1.0.0 1.1.0', asked: '1.0.0 1.1.0' })).toEqual({
    ...{ after: '1.0.0 1.1.0', isAsBefore: true, withdrawn: 0, remarks: [] },
  });
});

test('what is missing between two that are there was withdrawn', () => {
  expect(plan({ known: '1.0.0 1.1.0 1.2.0', asked: '1.0.0 1.2.0' })).toEqual({
    ...{ after: '1.0.0 1.2.0', isAsBefore: false, withdrawn: 1 },
    remarks: ['1.1.0 of `cups` is tagged no more: withdrawn.'],
  });
  expect(plan({ known: '1.0.0 1.1.0 1.2.0 1.3.0', asked: '1.0.0 1.3.0' }).remarks).toEqual([
    '1.1.0, 1.2.0 of `cups` are tagged no more: withdrawn.',
  ]);
});

test('one that is missing at an end was withdrawn if the clone has its commit, and stays if not', () => {
  const walk = { known: '1.0.0 1.1.0 1.2.0', asked: '1.0.0 1.1.0' };
  expect(plan({ ...walk, there: '1.2.0' })).toMatchObject({ after: '1.0.0 1.1.0', withdrawn: 1 });
  expect(plan(walk)).toMatchObject({
    ...{ after: '1.0.0 1.1.0 1.2.0', isAsBefore: true, withdrawn: 0 },
    remarks: [expect.stringMatching(/does not reach as far .*: 1\.2\.0 stays as known\./)],
  });
});

test('of several that are missing at the ends the tags were not fetched', () => {
  expect(plan({ known: '1.0.0 1.1.0 1.2.0', asked: '1.0.0', there: '1.1.0 1.2.0' })).toMatchObject({
    ...{ after: '1.0.0 1.1.0 1.2.0', withdrawn: 0 },
    remarks: [expect.stringMatching(/: 1\.1\.0, 1\.2\.0 stay as known\./)],
  });
  const many = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0'];
  const remarkOn = (lost: readonly string[]) => plan({ known: `${lost.join(' ')} 2.0.0`, asked: '2.0.0' }).remarks[0];
  expect(remarkOn(many.slice(0, 5))).toContain(': 1.0.0, 1.1.0, 1.2.0, 1.3.0, 1.4.0 stay');
  expect(remarkOn(many)).toContain(': 1.0.0, 1.1.0, 1.2.0, 1.3.0, 1.4.0 and 1 more stay');
});

test('a tag at another commit is read again', () => {
  expect(plan({ known: '1.0.0 1.1.0', asked: '1.0.0 1.1.0=new' })).toEqual({
    ...{ after: '1.0.0 1.1.0=new', isAsBefore: false, withdrawn: 0 },
    remarks: ['1.1.0 of `cups` is another commit now: read again.'],
  });
  expect(plan({ known: '1.1.0 1.0.0 1.2.0 1.3.0', asked: '1.0.0=a 1.1.0=b 1.2.0 1.3.0' }).remarks).toEqual([
    '1.0.0, 1.1.0 of `cups` are other commits now: read again.',
  ]);
});

test('more than half of what is known does not go without --replace, but a single release may', () => {
  // One release of one, and two of four.
  expect(plan({ known: '1.0.0', asked: '1.0.0=new' }).after).toBe('1.0.0=new');
  expect(plan({ known: '1.0.0 1.1.0 1.2.0 1.3.0', asked: '1.0.0=a 1.2.0 1.3.0' }).withdrawn).toBe(1);
  // Two of three: one went, and one moved.
  const walk = { known: '1.0.0 1.1.0 1.2.0', asked: '1.0.0=a 1.2.0' };
  expect(() => plan(walk)).toThrow(/`cups` has another history .*: of 3 releases it lacks 1, and 1 are other commits/);
  expect(plan({ ...walk, replace: true })).toMatchObject({ after: '1.0.0=a 1.2.0', withdrawn: 1 });
});

test('with --replace everything that is missing goes, but nothing outside of the range', () => {
  const walk = { known: '1.0.0 1.1.0 1.2.0', asked: '1.1.0', replace: true };
  expect(plan(walk).after).toBe('1.1.0');
  expect(plan({ ...walk, since: '1.1.0' }).after).toBe('1.0.0 1.1.0');
  expect(plan({ ...walk, until: '1.1.0' }).after).toBe('1.1.0 1.2.0');
});

test('both ends of what is asked for belong to it: what was withdrawn there goes', () => {
  const known = '1.0.0 1.1.0 1.2.0';
  expect(plan({ known, asked: '1.0.0 1.1.0', until: '1.2.0', there: '1.2.0' }).after).toBe('1.0.0 1.1.0');
  expect(plan({ known, asked: '1.1.0 1.2.0', since: '1.0.0', there: '1.0.0' }).after).toBe('1.1.0 1.2.0');
  expect(plan({ known, asked: '1.0.0 1.1.0', until: '1.1.0', there: '1.2.0' }).after).toBe(known);
});
