/** The services that `check` is asked for: by names in any case, by former names, and those that neither version has. */
import { expect, test } from 'vitest';
import { TinyRepository } from '../../store/walk/tiny-repository.ts';
import { modelOf, modelPath, scratchFolder } from '../../store/walk/walked.ts';
import { apidelta } from '../run-cli.ts';

const { fresh, walked } = scratchFolder();
const repository = new TinyRepository(fresh('repository'));
repository.release('1.0.0', { [modelPath('alpha')]: modelOf('u', 'A') });
repository.release('1.1.0', { [modelPath('alpha')]: null, [modelPath('beta')]: modelOf('u', 'A') });
repository.release('1.2.0', { [modelPath('beta')]: modelOf('u', 'A', 'B') });
repository.release('1.3.0', { [modelPath('late')]: modelOf('late', 'L') });
const store = await walked(repository);

function check(from: string, to: string, ...services: readonly string[]) {
  const named = services.flatMap((id) => ['--service', id]);
  return apidelta(['check', '--from', from, '--to', to, ...named, '--format', 'tsv', '--store', store]);
}

test('a service by its former name is told by its new one, and the case of a name means nothing', async () => {
  const [old, now] = [await check('1.0.0', '1.2.0', 'alpha'), await check('1.0.0', '1.2.0', 'BETA')];
  expect(old).toMatchObject({ code: 1, out: expect.stringMatching(/^beta\tservice-renamed/m) });
  expect(old.out).not.toContain('service-removed');
  expect(now).toEqual(old);
});

test('a service that neither version has is no service without changes', async () => {
  const words = 'late is in neither 1.0.0 nor 1.1.0.\n';
  expect(await check('1.0.0', '1.1.0', 'late')).toMatchObject({ code: 2, out: '', err: words });
  const both = await check('1.0.0', '1.1.0', 'late', 'beta');
  expect(both).toMatchObject({ code: 1, err: expect.stringContaining(words) });
});

test('the name of before is told, with the changes under the name of now', async () => {
  const { code, out, err } = await check('1.1.0', '1.2.0', 'alpha');
  expect(err).toContain('alpha is in neither 1.1.0 nor 1.2.0: it was renamed in 1.1.0, and is beta now.\n');
  expect([code, out]).toEqual([0, expect.stringMatching(/^beta\tfield-added\t/)]);
});

test('a service that nobody knows is told with what is near', async () => {
  expect(await check('1.0.0', '1.2.0', 'gamma')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The store knows no service gamma: it has alpha, beta, late.'),
  });
});
