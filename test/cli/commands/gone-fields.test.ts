/** Fields that went with what was above them, and that what came back does not have: `log` still knows them. */
import { expect, test } from 'vitest';
import { TinyRepository } from '../../store/walk/tiny-repository.ts';
import { modelPath, scratchFolder } from '../../store/walk/walked.ts';
import { apidelta } from '../run-cli.ts';

const { fresh, walked } = scratchFolder();

/** A shape of a model: of each member of a structure, the name of its shape. */
type Shapes = Readonly<Record<string, Readonly<Record<string, string>> | readonly string[] | 'string'>>;

/** Ingests releases 1.0.0, 1.0.1, … of an operation `Go`, null where it is not there. */
async function storeOf(...releases: readonly (Shapes | null)[]) {
  const repository = new TinyRepository(fresh('repository'));
  for (const [at, shapes] of releases.entries())
    repository.release(`1.0.${at}`, { [modelPath('widget')]: JSON.stringify(modelOf(shapes)) });
  const store = await walked(repository);
  return async (name: string) => {
    const { out, err, code } = await apidelta(['log', name, '--store', store]);
    return { code, err, out: out.replace(/ \([^)]*\)/g, '') };
  };
}

function modelOf(shapes: Shapes | null) {
  const http = { method: 'POST', requestUri: '/' };
  return {
    metadata: { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Widget', uid: 'widget-2020-01-01' },
    operations: {
      Stay: { name: 'Stay', http },
      ...(shapes === null ? {} : { Go: { name: 'Go', http, input: { shape: 'In' } } }),
    },
    shapes: Object.fromEntries(
      Object.entries({ Text: 'string' as const, ...shapes }).map(([name, shape]) => [name, shapeOf(shape)]),
    ),
  };
}

function shapeOf(shape: Shapes[string]) {
  if (shape === 'string') return { type: 'string' };
  if (Array.isArray(shape)) return { type: 'list', member: { shape: shape[0] } };
  return {
    type: 'structure',
    members: Object.fromEntries(Object.entries(shape).map(([name, target]) => [name, { shape: target }])),
  };
}

const mail = { In: { Mail: 'Mail' }, Mail: { Html: 'Text', Body: 'Text' } };
const none = { In: { Other: 'Text' } };

test('a field of a structure that went and came back without it', async () => {
  const log = await storeOf(mail, none, { In: { Mail: 'Mail' }, Mail: { Body: 'Text' } });
  const { out } = await log('widget.Go.request.Mail.Html');
  expect(out).toMatch(/^widget\.Go\.request\.Mail\.Html: removed in 1\.0\.1\n/);
  expect(out).toContain('no longer takes Mail');
  expect((await log('widget.go.mail.html')).out).toMatch(/^widget\.Go\.request\.Mail\.Html: removed in 1\.0\.1\n/);
  expect((await log('widget.Go.Mail.Htm')).err).toContain('widget.Go has no field Mail.Htm, and never had');
});

test('a field of a structure that is a text now, and of the entries of a list', async () => {
  const text = await storeOf(mail, { In: { Mail: 'Text' } });
  expect((await text('widget.Go.Mail.Html')).out).toMatch(/^widget\.Go\.request\.Mail\.Html: removed in 1\.0\.1\n/);
  const entries = { ...mail, In: { Mails: 'Mails' }, Mails: ['Mail'] };
  const list = await storeOf(entries, { In: { Mails: 'Mails' }, Mails: ['Text'] });
  expect((await list('widget.Go.Mails[].Html')).out).toMatch(
    /^widget\.Go\.request\.Mails\[\]\.Html: removed in 1\.0\.1\n/,
  );
});

test('a field of an operation that went and came back without it', async () => {
  const log = await storeOf(mail, null, none);
  expect((await log('widget.Go.request.Mail')).out).toMatch(/^widget\.Go\.request\.Mail: removed in 1\.0\.1\n/);
  expect((await log('widget.Go.Mail.Html')).out).toMatch(/^widget\.Go\.request\.Mail\.Html: removed in 1\.0\.1\n/);
});

test('the last release that took it is told, and a field that came back is there', async () => {
  const without = { In: { Mail: 'Mail' }, Mail: { Body: 'Text' } };
  const log = await storeOf(mail, none, mail, none, without);
  expect((await log('widget.Go.Mail.Html')).out).toMatch(/^widget\.Go\.request\.Mail\.Html: removed in 1\.0\.3\n/);
  expect((await log('widget.Go.Mail.Body')).out).toMatch(/^widget\.Go\.request\.Mail\.Body: since 1\.0\.4\n/);
});
