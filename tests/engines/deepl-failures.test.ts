import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../src/core/ports.ts';
import type { FakeDeepl, Fault } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { deeplFor, TIDE, translations } from './deepl-engine.ts';

let fake: FakeDeepl;
beforeEach(async () => {
  fake = await startFakeDeepl();
});
afterEach(() => fake.close());

async function failed(work: Promise<unknown> | undefined): Promise<EngineError> {
  const error: unknown = await work?.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

const status = (code: number, more: Partial<Fault> = {}) =>
  ({ type: 'status', status: code, ...more }) as Fault;

describe('a failure of DeepL', () => {
  it.each([
    [status(400), 'rejected', false, /config/],
    [status(400, { message: 'Tag handling parsing failed' }), 'rejected', false, /parsing failed/],
    [status(401), 'auth', false, /DEEPL_AUTH_KEY/],
    [status(404), 'setup', false, /DEEPL_SERVER_URL/],
    [status(407), 'auth', false, /HTTPS_PROXY/],
    [status(408), 'network', true, /again/],
    [status(413), 'too-large', false, /in parts/],
    [status(414), 'too-large', false, /in parts/],
    [status(415), 'rejected', false, /config/],
    [status(429), 'rate', true, /concurrency/],
    [status(456), 'quota', false, /next period/],
    [status(500), 'network', true, /again/],
    [status(502), 'network', true, /again/],
    [status(503), 'network', true, /again/],
    [status(529), 'rate', true, /concurrency/],
  ])('%o is "%s", transient %s, and costs nothing', async (fault, failure, transient, advice) => {
    fake.fail(fault);
    const error = await failed(deeplFor(fake).translate(TIDE));
    expect(error).toMatchObject({ failure, transient, perhapsBilled: false, retryAfter: null });
    expect(error.message).toMatch(advice);
    expect(error.message).toMatch(/^DeepL|^There|^The /);
  });

  it.each<[Fault, string, RegExp]>([
    [{ type: 'reset' }, 'network', /may have been billed/],
    [{ type: 'die-after-billing' }, 'network', /may have been billed/],
    [{ type: 'stall' }, 'network', /within 0.3 seconds.*may have been billed/],
    [{ type: 'not-json' }, 'answer', /cannot be read/],
    [{ type: 'long' }, 'answer', /sent: 1, texts back: 2/],
    [{ type: 'short' }, 'answer', /sent: 1, texts back: 0/],
    [{ type: 'empty' }, 'answer', /blank/],
  ])('%o is "%s" and may have been billed', async (fault, failure, sentence) => {
    fake.fail(fault);
    const error = await failed(deeplFor(fake).translate(TIDE));
    expect(error).toMatchObject({ failure, perhapsBilled: true });
    expect(error.message).toMatch(sentence);
    expect(fake.usage).toBeGreaterThan(0);
  });

  it('that is a gateway giving up may have been billed', async () => {
    fake.fail(status(504));
    const error = await failed(deeplFor(fake).translate(TIDE));
    expect(error).toMatchObject({ failure: 'network', transient: true, perhapsBilled: true });
  });

  it('costs nothing when nobody is there', async () => {
    await fake.close();
    const error = await failed(deeplFor(fake).translate(TIDE));
    expect(error).toMatchObject({ failure: 'network', perhapsBilled: false, transient: true });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('costs nothing when the name is unknown', async () => {
    const engine = deeplFor(fake, { serverUrl: 'http://nobody.invalid', timeoutMs: 5000 });
    const error = await failed(engine.translate(TIDE));
    expect(error).toMatchObject({ failure: 'network', perhapsBilled: false });
  });

  it('costs nothing when a text is blank and the client does not send it', async () => {
    const request = { ...TIDE, texts: [{ id: 'a', text: '' }] };
    const error = await failed(deeplFor(fake).translate(request));
    expect(error).toMatchObject({ failure: 'rejected', perhapsBilled: false });
    expect(fake.requests).toEqual([]);
  });

  it.each([
    ['2', 2000],
    [0, 0],
    ['soon', null],
  ])('asks to wait for "%s"', async (retryAfter, ms) => {
    fake.fail(status(429, { retryAfter }));
    expect((await failed(deeplFor(fake).translate(TIDE))).retryAfter).toBe(ms);
  });

  it('asks to wait until a date', async () => {
    fake.fail(status(503, { retryAfter: new Date(Date.now() + 90_000).toUTCString() }));
    const { retryAfter } = await failed(deeplFor(fake).translate(TIDE));
    expect(retryAfter).toBeGreaterThan(80_000);
    expect(retryAfter).toBeLessThanOrEqual(91_000);
  });

  it('is told to each of the requests that are under way together', async () => {
    fake.latency = 30;
    const engine = deeplFor(fake);
    fake.fail(status(429, { retryAfter: 7 }), 1);
    const results = await Promise.allSettled([engine.translate(TIDE), engine.translate(TIDE)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ failure: 'rate', retryAfter: 7000 });
  });
});

describe('a refused key', () => {
  it('is a bad key when it is refused everywhere', async () => {
    const error = await failed(deeplFor(fake, { authKey: 'wrong-key' }).translate(TIDE));
    expect(error).toMatchObject({ failure: 'auth', perhapsBilled: false, transient: false });
    expect(error.message).toContain('DEEPL_AUTH_KEY');
    expect(error.message).not.toContain('wrong-key');
  });

  it('names the server it was refused at, since it may belong to another', async () => {
    const error = await failed(deeplFor(fake, { authKey: 'wrong-key' }).translate(TIDE));
    expect(error.message).toContain(new URL(fake.url).host);
    expect(error.message).toMatch(/region/);
  });

  it('names the endpoint that the key has no right for', async () => {
    fake.denied.add('/v2/translate');
    const error = await failed(deeplFor(fake).translate(TIDE));
    expect(error).toMatchObject({ failure: 'auth' });
    expect(error.message).toContain('may not use /v2/translate');
    expect(error.message).not.toContain('DEEPL_AUTH_KEY');
  });

  it('is not shown by a service that repeats it', async () => {
    fake.fail({ type: 'echo-key' });
    const error = await failed(deeplFor(fake).translate(TIDE));
    expect(error.message).toContain('[key]');
    expect(JSON.stringify({ ...error })).not.toContain(fake.key);
  });
});

describe('usage', () => {
  it('has both limits and the day on which the count starts anew', async () => {
    fake.usage = 1234;
    fake.keyQuota = 9000;
    expect(await deeplFor(fake).usage?.()).toEqual({
      used: 1234,
      limit: 500_000,
      resets: '2026-12-01T00:00:00.000Z',
      key: { used: 1234, limit: 9000 },
    });
  });

  it('knows that there is no limit', async () => {
    fake.quota = Infinity;
    const usage = await deeplFor(fake).usage?.();
    expect(usage).toMatchObject({ used: 0, limit: null });
    expect(usage).not.toHaveProperty('key');
  });

  it.each<[Fault, string]>([
    [status(503), 'network'],
    [status(403), 'auth'],
    [{ type: 'stall' }, 'network'],
    [{ type: 'not-json' }, 'answer'],
  ])('fails with %o as "%s", which costs nothing', async (fault, failure) => {
    fake.fail(fault, Infinity, '/v2/usage');
    expect(await failed(deeplFor(fake).usage?.())).toMatchObject({
      failure,
      perhapsBilled: false,
    });
  });

  it('is broken off when the run is stopped', async () => {
    fake.fail({ type: 'stall' }, Infinity, '/v2/usage');
    const controller = new AbortController();
    fake.onRequest = () => controller.abort();
    const engine = deeplFor(fake, { timeoutMs: 60_000 });
    expect(await failed(engine.usage?.(controller.signal))).toMatchObject({ failure: 'network' });
  });
});

describe('a stopped run', () => {
  it('sends nothing', async () => {
    const error = await failed(deeplFor(fake).translate(TIDE, AbortSignal.abort()));
    expect(error).toMatchObject({ failure: 'network', perhapsBilled: false, transient: false });
    expect(fake.requests).toEqual([]);
  });

  it('gives the request in flight the rest of its time, and hangs up then', async () => {
    fake.fail({ type: 'stall' });
    const controller = new AbortController();
    fake.onRequest = () => controller.abort();
    const error = await failed(deeplFor(fake).translate(TIDE, controller.signal));
    expect(error.message).toMatch(/^Stopped .*may have been billed\.$/);
    expect(error).toMatchObject({ perhapsBilled: true });
  });

  it('hangs up on a server that takes the request and says nothing', async () => {
    let closed = () => {};
    const hungUp = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const silent = createServer((socket) => {
      socket.resume();
      socket.on('close', () => closed());
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    const serverUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const error = await failed(deeplFor(fake, { serverUrl, timeoutMs: 200 }).translate(TIDE));
    expect(error).toMatchObject({ failure: 'network', perhapsBilled: true });
    await hungUp;
    silent.close();
  });

  it('keeps an answer that comes in time', async () => {
    fake.latency = 50;
    const controller = new AbortController();
    fake.onRequest = () => controller.abort();
    expect(await deeplFor(fake).translate(TIDE, controller.signal)).toHaveLength(1);
    expect(translations(fake)).toHaveLength(1);
  });
});
