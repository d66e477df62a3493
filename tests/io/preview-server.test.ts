/** Whom the preview's server answers, and what. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { PreviewServer } from '../../src/core/preview.ts';
import { openPreviewServer } from '../../src/io/preview-server.ts';
import { get, listen } from '../support/get.ts';

const asked: string[] = [];
const running: { close: () => unknown }[] = [];
afterEach(async () => {
  asked.length = 0;
  for (const each of running.splice(0)) await each.close();
});

async function freePort(): Promise<{ port: number; taken: Server }> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  return { port: (taken.address() as AddressInfo).port, taken };
}

async function start(host = '127.0.0.1'): Promise<PreviewServer> {
  const { port, taken } = await freePort();
  await new Promise((resolve) => taken.close(resolve));
  const server = await openPreviewServer({
    host,
    port,
    answer: async (path) => {
      asked.push(path);
      if (path === '/fault') throw new Error('a fault');
      if (path === '/早市') return { status: 308, type: 'text/html', body: '', location: '/早市/' };
      return { status: 200, type: 'text/html; charset=utf-8', body: '<p>早市</p>' };
    },
  });
  running.push(server);
  return server;
}

describe('the Host of a request', () => {
  it.each([
    ['127.0.0.1', 'localhost', 200],
    ['127.0.0.1', 'LOCALHOST:8377', 200],
    ['127.0.0.1', '127.0.0.1:1', 200],
    ['127.0.0.1', '[::1]:8377', 200],
    ['127.0.0.1', 'evil.example', 421],
    ['127.0.0.1', 'localhost.evil.example', 421],
    ['127.0.0.1', 'evil.example:8377', 421],
    ['127.0.0.1', 'localhost@evil.example', 421],
    ['127.0.0.1', '192.168.7.7', 421],
    ['127.0.0.1', '127.0.0.1:evil', 421],
    ['localhost', 'evil.example', 421],
    ['0.0.0.0', '192.168.7.7:8377', 200],
    ['0.0.0.0', 'evil.example', 421],
  ])('at %s: %s gives %i', async (at, host, status) => {
    const server = await start(at);
    const got = await get(server.address, '/zh/', { host });
    expect(got.status).toBe(status);
    expect(asked).toEqual(status === 200 ? ['/zh/'] : []);
    expect(got.text).toBe(status === 200 ? '<p>早市</p>' : '');
  });
});

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
  const { address } = await start();
  const got = await get(address, '/zh/', { method });
  expect([got.status, got.headers.allow, asked]).toEqual([405, 'GET, HEAD', []]);
});

it.each([
  ['/zh/a?b=c#d', '/zh/a'],
  ['/zh/%E6%97%A9', '/zh/早'],
  ['/zh/../../etc/passwd', '/zh/../../etc/passwd'],
  ['/%2e%2e/%2e%2e/etc/passwd', '/../../etc/passwd'],
])('asks for what stands at %s', async (path, as) => {
  const { address } = await start();
  expect((await get(address, path)).status).toBe(200);
  expect(asked).toEqual([as]);
});

it.each([
  ['/%', 400],
  ['/%ff', 400],
  ['http://evil.example/', 400],
  ['/fault', 500],
])('answers %s with %i and lives on', async (path, status) => {
  const { address } = await start();
  expect((await get(address, path)).status).toBe(status);
  expect((await get(address, '/zh/')).status).toBe(200);
});

it('says what a page may do, and keeps it out of caches and search engines', async () => {
  const { address } = await start();
  const { headers, text } = await get(address, '/zh/');
  expect(text).toBe('<p>早市</p>');
  expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'content-length': '13',
  });
  const head = await get(address, '/zh/', { method: 'HEAD' });
  expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '13']);
});

it('sends on to an address with any characters', async () => {
  const { address } = await start();
  const { status, headers } = await get(address, encodeURI('/早市'));
  expect([status, headers.location]).toEqual([308, encodeURI('/早市/')]);
});

it('tells listeners what has changed, and ends although they listen', async () => {
  const server = await start();
  const { next } = await listen(server.address);
  server.tell(['market']);
  server.tell(null);
  expect([await next(), await next()]).toEqual([['market'], null]);
  await server.close();
  await expect(get(server.address, '/zh/')).rejects.toThrow('ECONNREFUSED');
  running.length = 0;
});

it('says that a named port is taken, and what to do', async () => {
  const { port, taken } = await freePort();
  running.push(taken);
  const request = { host: '127.0.0.1', port, answer: () => Promise.reject(new Error('none')) };
  await expect(openPreviewServer(request)).rejects.toThrow(
    `127.0.0.1:${port} is taken: name another port with --port.`,
  );
});

it('takes another port when the usual one is taken', async () => {
  const request = {
    host: '127.0.0.1',
    port: null,
    answer: () => Promise.reject(new Error('none')),
  };
  const servers = [await openPreviewServer(request), await openPreviewServer(request)];
  running.push(...servers);
  expect(new Set(servers.map(({ address }) => address)).size).toBe(2);
});
