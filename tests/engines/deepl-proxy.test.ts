import type { IncomingMessage, Server } from 'node:http';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { proxyFor } from '../../src/engines/deepl/proxy.ts';
import { open } from '../../src/engines/deepl.ts';
import type { FakeDeepl } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { TIDE } from './deepl-engine.ts';

const PROXY = 'http://proxy.example:3128';
const FOUND = { host: 'proxy.example', port: 3128, protocol: 'http:' };

describe('proxyFor', () => {
  it.each([
    ['https://api.deepl.com', {}, null],
    ['https://api.deepl.com', { HTTPS_PROXY: '  ' }, null],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY }, FOUND],
    ['https://api.deepl.com', { https_proxy: PROXY, HTTPS_PROXY: 'http://other' }, FOUND],
    ['https://api.deepl.com', { HTTP_PROXY: PROXY }, null],
    ['http://10.0.0.1:8080', { HTTP_PROXY: PROXY }, FOUND],
    ['https://api.deepl.com', { ALL_PROXY: 'proxy.example:3128' }, FOUND],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, null],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'a.example, .deepl.com' }, null],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY, no_proxy: 'DEEPL.com' }, null],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY, NO_PROXY: '*.deepl.com' }, null],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'pl.com' }, FOUND],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'api.deepl.com:80' }, FOUND],
    ['https://api.deepl.com', { HTTPS_PROXY: PROXY, NO_PROXY: 'api.deepl.com:443' }, null],
    [
      'https://api.deepl.com',
      { HTTPS_PROXY: 'https://me:p%40ss@proxy.example' },
      {
        host: 'proxy.example',
        port: 443,
        protocol: 'https:',
        auth: { username: 'me', password: 'p@ss' },
      },
    ],
    [
      'https://api.deepl.com',
      { HTTPS_PROXY: 'http://[::1]:1' },
      { ...FOUND, host: '::1', port: 1 },
    ],
  ])('%s with %o', (server, env, proxy) => {
    expect(proxyFor(server, env)).toEqual(proxy);
  });

  it.each(['socks5://proxy.example', 'http://', '::'])('refuses "%s"', (address) => {
    expect(() => proxyFor('https://api.deepl.com', { HTTPS_PROXY: address })).toThrow(
      /^HTTPS_PROXY: .*\.$/,
    );
  });
});

describe('DeepL behind a proxy', () => {
  let fake: FakeDeepl;
  let proxy: Server;
  let seen: string[];
  let auth: (string | undefined)[];
  let address: string;

  beforeEach(async () => {
    fake = await startFakeDeepl();
    seen = [];
    auth = [];
    proxy = createServer((request: IncomingMessage, response) => {
      seen.push(`${request.method} ${request.url}`);
      auth.push(request.headers['proxy-authorization']);
      const { method, headers } = request;
      const onward = forward(request.url ?? '', { method: method ?? 'GET', headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    proxy.on('connect', (request: IncomingMessage, socket) => {
      seen.push(`CONNECT ${request.url}`);
      auth.push(request.headers['proxy-authorization']);
      socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    });
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
    address = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await fake.close();
  });

  const engineWith = (env: Readonly<Record<string, string>>, key = fake.key) =>
    open(key, { env, config: parseConfig({ deepl: { timeout: 5 } }, 'c'), version: '1' });

  it('is reached through it, for every kind of request', async () => {
    const env = { DEEPL_SERVER_URL: fake.url, HTTP_PROXY: `http://desk:secret@${address}` };
    const engine = engineWith(env);
    await engine.prepare?.({ zhEn: [['潮水', 'tide']], enZh: [], hash: 'a'.repeat(16) });
    await engine.translate(TIDE);
    await engine.usage?.();
    expect(seen).toHaveLength(fake.requests.length);
    expect(seen).toContain(`POST ${fake.url}/v2/translate`);
    expect(seen).toContain(`GET ${fake.url}/v2/usage`);
    expect(new Set(auth)).toEqual(new Set([`Basic ${btoa('desk:secret')}`]));
  });

  it('is reached without it when NO_PROXY says so', async () => {
    const env = { DEEPL_SERVER_URL: fake.url, HTTP_PROXY: address, NO_PROXY: '127.0.0.1' };
    await engineWith(env).translate(TIDE);
    expect(seen).toEqual([]);
    expect(fake.requests).toHaveLength(1);
  });

  it.each([
    ['a-key:fx', 'api-free.deepl.com'],
    ['a-key', 'api.deepl.com'],
  ])('is asked for by the name that the key "%s" belongs to: %s', async (key, host) => {
    const error: unknown = await engineWith({ HTTPS_PROXY: address }, key)
      .translate(TIDE)
      .catch((reason: unknown) => reason);
    expect(seen).toEqual([`CONNECT ${host}:443`]);
    expect(error).toMatchObject({ failure: 'network', perhapsBilled: false });
  });

  it('says that the proxy is not there', async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => {
      proxy.close(resolve);
    });
    const env = { DEEPL_SERVER_URL: fake.url, HTTP_PROXY: `http://desk:secret@${address}` };
    const error = await engineWith(env)
      .translate(TIDE)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      failure: 'network',
      perhapsBilled: false,
      message: expect.stringContaining(`through the proxy ${address}`),
    });
    expect(String(error)).not.toContain('secret');
  });
});
