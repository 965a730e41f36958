/** Who goes back to an older version does not upgrade: every format for people says what fails in that version. */
import { expect, test } from 'vitest';
import { TinyRepository } from '../../store/walk/tiny-repository.ts';
import { modelPath, scratchFolder } from '../../store/walk/walked.ts';
import { apidelta } from '../run-cli.ts';

const { fresh, walked } = scratchFolder();

function widget(...operations: readonly string[]): string {
  return JSON.stringify({
    metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Widget', uid: 'widget-2020-01-01' },
    operations: Object.fromEntries(operations.map((name) => [name, { name }])),
    shapes: {},
  });
}

const repository = new TinyRepository(fresh('repository'));
repository.release('1.0.0', { [modelPath('widget')]: widget('Stay', 'Gone') });
repository.release('1.0.1', { [modelPath('widget')]: widget('Stay', 'Late') });
const store = await walked(repository);
const ahead = 'is gone — calls fail with AttributeError after the upgrade';
const back = 'is gone — calls fail with AttributeError in 1.0.0';

test.each(['text', 'markdown', 'html', 'github', 'junit', 'sarif'])('%s', async (format) => {
  const between = async (from: string, to: string) =>
    (await apidelta(['between', 'widget', from, to, '--store', store, '--format', format])).out.replace(
      /<\/?code>|`/g,
      '',
    );
  expect(await between('1.0.0', '1.0.1')).toContain(`Gone ${ahead}`);
  const wayBack = await between('1.0.1', '1.0.0');
  expect(wayBack).toContain(`Late ${back}`);
  expect(wayBack).not.toContain(ahead);
});

test('two tags of a clone', async () => {
  const tag = (version: string) => `git:${repository.folder}@${version}`;
  expect((await apidelta(['diff', tag('1.0.1'), tag('1.0.0')])).out).toContain(back);
  expect((await apidelta(['diff', tag('1.0.0'), tag('1.0.1')])).out).toContain(ahead);
});
