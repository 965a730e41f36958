/** `serve`: the files of the site, to this machine, and nothing else. */
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteListener } from '../../../src/cli/site/site-server.ts';
import { headersText, pagePolicy } from '../../../src/view/site/site-headers.ts';
import { apidelta } from '../run-cli.ts';
import { makeSite, write } from './tiny-site.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'apidelta-serve-')));
const folder = join(top, 'site');
const server = createServer((request, response) => listener(request, response));
let listener = siteListener({ folder, base: '/docs/', hosts: ['Docs.Example.org'] });
let port = 0;

beforeAll(async () => {
  makeSite(folder, 'one');
  write(folder, {
    'atom.xml': '<feed/>',
    'feed.json': '{}',
    'feeds.opml': '<opml/>',
    'feeds/all/2024-2/feed.xml': '<rss/>',
    'services/ec2/feed.xml': '<rss/>',
    '.git/config': 'secret',
  });
  write(folder, {
    'a b.txt': 'blank',
    'ä.txt': 'umlaut',
    'page.html': 'a page',
    '.well-known/x': 'dot',
    'services/.hidden/index.html': 'dot',
  });
  write(folder, { 'big.json': '{"a": 1}', 'big.json.br': 'as brotli', 'big.json.gz': 'as gzip' });
  write(folder, { 'led.json': '{}', 'led.json.gz': 'as gzip' });
  write(top, { 'secret.txt': 'secret', 'secrets/index.html': 'secret', 'site-other/index.html': 'secret' });
  symlinkSync(join(top, 'secret.txt'), join(folder, 'out.txt'));
  symlinkSync(join(top, 'secret.txt'), join(folder, 'linked.html'));
  symlinkSync(join(top, 'secret.txt'), join(folder, 'led.json.br'));
  symlinkSync(join(top, 'secrets'), join(folder, 'secrets'));
  symlinkSync(join(folder, 'index.html'), join(folder, 'inside.html'));
  mkdirSync(join(folder, 'empty'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(top, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks with the path exactly as it is written. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { host: 'localhost', ...headers } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          body += text;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    asked.on('error', failed);
    asked.end();
  });
}

test('compressed forms go to browsers that take them, and no link is one', async () => {
  const both = await ask('/docs/big.json', { 'accept-encoding': 'gzip, deflate, br' });
  expect(both).toMatchObject({ status: 200, body: 'as brotli' });
  expect(both.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/json',
    vary: 'Accept-Encoding',
  });
  const gzip = await ask('/docs/big.json', { 'accept-encoding': 'gzip' });
  expect([gzip.headers['content-encoding'], gzip.body]).toEqual(['gzip', 'as gzip']);
  const plain = await ask('/docs/big.json');
  expect([plain.headers['content-encoding'], plain.body, plain.headers.vary]).toEqual([
    undefined,
    '{"a": 1}',
    'Accept-Encoding',
  ]);
  const some = await ask('/docs/big.json', { 'accept-encoding': 'gzip;q=0.5, br;q=0, *;q=0.0' });
  expect(some.headers['content-encoding']).toBe('gzip');
  const none = await ask('/docs/big.json', { 'accept-encoding': 'gzip;q=0, br; q=0.000' });
  expect(none.headers['content-encoding']).toBe(undefined);
  expect((await ask('/docs/led.json', { 'accept-encoding': 'br, gzip' })).body).toBe('{}');
  const alone = await ask('/docs/a%20b.txt', { 'accept-encoding': 'br, gzip' });
  // A file without forms is the same for every browser.
  expect([alone.body, alone.headers.vary]).toEqual(['blank', undefined]);
});

test('pages, with the headers that keep them safe', async () => {
  for (const path of ['/docs/', '/docs/index.html', '/docs/?a=b']) {
    const { status, headers, body } = await ask(path);
    expect({ status, body }, path).toEqual({ status: 200, body: 'home of one' });
    expect(headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'content-security-policy': `${pagePolicy}; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
  }
  expect(await ask('/docs/services/ec2?x=1')).toMatchObject({
    status: 301,
    headers: { location: '/docs/services/ec2/?x=1' },
  });
  expect(await ask('/elsewhere')).toMatchObject({ status: 302, headers: { location: '/docs/' } });
  expect(await ask('/docs/nothing')).toMatchObject({ status: 404, body: 'nothing here' });
  for (const path of ['/docs/a%20b.txt', '/docs/%C3%A4.txt', '/docs/inside.html'])
    expect((await ask(path)).status, path).toBe(200);
});

test.each([
  ['/docs/feed.xml', 'application/rss+xml; charset=utf-8'],
  ['/docs/services/ec2/feed.xml', 'application/rss+xml; charset=utf-8'],
  ['/docs/feeds/all/2024-2/feed.xml', 'application/rss+xml; charset=utf-8'],
  ['/docs/feeds.opml', 'text/x-opml; charset=utf-8'],
  ['/docs/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/docs/feed.json', 'application/feed+json; charset=utf-8'],
])('%s is %s', async (path, type) => expect((await ask(path)).headers['content-type']).toBe(type));

test.each([
  ...[
    '/docs/out.txt',
    '/docs/linked.html',
    '/docs/linked',
    '/docs/secrets/',
    '/docs/secrets',
    '/docs/secrets/index.html',
  ],
  ...[
    '/docs/.git/config',
    '/docs/%2egit/config',
    '/docs/.well-known/x',
    '/docs/services/.hidden/',
    '/docs/empty/',
    '/docs/page',
  ],
  ...[
    '/docs/../secret.txt',
    '/docs/%2e%2e/secret.txt',
    '/docs/..%2fsecret.txt',
    '/docs/..%5csecret.txt',
    '/docs/%00',
    '/docs/%',
  ],
  ...[
    '//evil.example/',
    '/docs//..//secret.txt',
    '/docs/services/../../secret.txt',
    '/docs/..%2fsite-other/index.html',
  ],
])('%s leads to nothing', async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toMatch(/secret|dot/);
});

test('what a client has no business to say ends in an answer, and the server goes on', async () => {
  for (const range of ['bytes=5-2', 'bytes=abc', 'bytes=-', 'x', 'bytes=99999999999999999999-'])
    expect((await ask('/docs/index.html', { range })).status, range).toBe(200);
  expect(await ask('/docs/index.html', { range: 'bytes=0-3' })).toMatchObject({ status: 206, body: 'home' });
  expect((await ask('/docs/index.html', { range: 'bytes=999-' })).status).toBe(416);
  for (const line of [
    'GET http://evil.example/docs/ HTTP/1.1\r\nHost: localhost',
    'GET * HTTP/1.1\r\nHost: localhost',
    'OPTIONS * HTTP/1.1\r\nHost: localhost',
    'GET /docs/ HTTP/1.0',
    'GET /docs/ HTTP/1.1',
  ])
    expect(await raw(`${line}\r\nConnection: close\r\n\r\n`), line).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect((await ask('/docs/')).status).toBe(200);
});

test('only GET and HEAD', async () => {
  expect(await ask('/docs/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect(await ask('/docs/nothing', {}, 'HEAD')).toMatchObject({ status: 404, body: '' });
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])
    expect(await ask('/docs/', {}, method), method).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('only for this machine’s names and those that were allowed', async () => {
  for (const host of [
    'localhost',
    'LOCALHOST:4321',
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]',
    '[::1]:4321',
    'docs.example.org:8080',
  ])
    expect((await ask('/docs/', { host })).status, host).toBe(200);
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
    'localhost/evil',
    '127.0.0.1.evil',
    '0.0.0.0',
    'evil.example:localhost',
  ])
    expect((await ask('/docs/', { host })).status, host).toBe(403);
});

test('a file that may not be read, and a page for what is missing that leads out of the site', async () => {
  const other = makeSite(join(top, 'other'), 'two');
  rmSync(join(other, '404.html'));
  symlinkSync(join(top, 'secret.txt'), join(other, '404.html'));
  write(other, { 'closed.txt': 'closed' });
  chmodSync(join(other, 'closed.txt'), 0);
  listener = siteListener({ folder: other, base: '/', hosts: [] });
  expect(await ask('/nothing')).toMatchObject({ status: 404, body: 'There is no page here.\n' });
  // Root may read it all the same.
  expect((await ask('/closed.txt')).status).toBe(process.getuid?.() === 0 ? 200 : 404);
  expect((await ask('/')).body).toBe('home of two');
});

test('options of serve are checked', async () => {
  for (const host of ['a:80', 'a/b', '*', '', 'http://a'])
    expect(await apidelta(['serve', '--allow-host', host]), host).toMatchObject({
      code: 2,
      err: expect.stringMatching(/name of a host/),
    });
});

test('the same is written for hosts of static sites', () => {
  const text = headersText('/docs/');
  expect(text).toContain(`/docs/*\n  Content-Security-Policy: ${pagePolicy}; frame-ancestors 'none'\n`);
  expect(text).toContain('/docs/services/:service/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n');
});

function raw(text: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes.toString();
    });
    socket.on('end', () => done(answer));
    socket.on('error', failed);
  });
}
