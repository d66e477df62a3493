import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Service } from '../../src/engines/http.ts';
import { exchange, safeDetail } from '../../src/engines/http.ts';
import { startJsonServer } from '../fakes/json-server.ts';

const SERVICE: Service = {
  name: 'The service',
  timeoutMs: 300,
  paid: true,
  secrets: ['a-key'],
  userAgent: 'duizhao/1.2.3',
};

async function started() {
  const server = await startJsonServer(() => ({ status: 200, body: { ok: true } }));
  onTestFinished(() => server.close());
  return server;
}

describe('exchange', () => {
  it('says who asks, and posts what it is given', async () => {
    const server = await started();
    const answer = await exchange(SERVICE, { url: server.url, body: '{"a":1}' });
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(server.requests).toMatchObject([{ method: 'POST', body: { a: 1 } }]);
    expect(server.requests[0]?.headers['user-agent']).toBe('duizhao/1.2.3');
  });

  it('gives up on an answer without an end', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    const server = createServer((_, response) => {
      const more = () => response.destroyed || response.write(chunk, () => more());
      more();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const asked = exchange({ ...SERVICE, timeoutMs: 20_000 }, { url, body: '{}' });
    await expect(asked).rejects.toMatchObject({ failure: 'answer', perhapsBilled: true });
  });

  it.each([
    ['a port that is never asked', () => 'http://127.0.0.1:6000'],
    ['no TLS there', (url: string) => url.replace('http:', 'https:')],
  ])('knows that nothing was sent: %s', async (_, address) => {
    const { url } = await started();
    await expect(exchange(SERVICE, { url: address(url), body: '{}' })).rejects.toMatchObject({
      failure: 'network',
      perhapsBilled: false,
      message: expect.stringContaining('was not reached'),
    });
  });

  it('is a question without a body: it costs nothing and ends with the run', async () => {
    const server = await startJsonServer(() => ({ status: 200, body: {}, how: 'stall' }));
    onTestFinished(() => server.close());
    const stop = new AbortController();
    server.onRequest = () => stop.abort();
    const asked = exchange({ ...SERVICE, timeoutMs: 60_000 }, { url: server.url }, stop.signal);
    await expect(asked).rejects.toMatchObject({ failure: 'network', perhapsBilled: false });
  });
});

describe('safeDetail', () => {
  it.each([
    ['Bearer a-key refused', ['a-key'], 'Bearer [key] refused'],
    ['a%2Fkey and a/key', ['a/key'], '[key] and [key]'],
    ['wrong: sk-proj-ab**cd.', [], 'wrong: [key]'],
    ['one\r\n two\u2028three', [], 'one two three'],
    ['\u001b[2Jgone', [], '␛[2Jgone'],
    ['nothing to hide', [''], 'nothing to hide'],
  ])('%j without %j is %j', (message, secrets, shown) => {
    expect(safeDetail(message, secrets)).toBe(shown);
  });

  it('cuts between characters', () => {
    expect(safeDetail('𠮷'.repeat(300), [])).toBe(`${'𠮷'.repeat(200)}…`);
  });
});
