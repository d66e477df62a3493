/** However the review ends, the terminal is as it was, and what was typed is there. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY, makePlace, openTerminal, type Place } from './terminal.ts';

const ARTICLE = '---\ntitle: 渡口的灯\n---\n\n河水一夜上涨两米。没有人睡。\n';
const REVIEW = { args: ['review', 'ferry', '--mouse'], checked: true };

let place: Place;

beforeEach(async () => {
  place = await makePlace({ 'articles/ferry.md': ARTICLE });
});

afterEach(() => place.remove());

/** The review with a fault built into the engine that it runs on, which a word sets off. */
async function faulty(fault: string): Promise<Readonly<Record<string, string>>> {
  const path = join(place.folder, '..', 'fault.mjs');
  await writeFile(path, fault);
  return { NODE_OPTIONS: `--import ${pathToFileURL(path).href}` };
}

/** A method of every text throws when the text holds the word. */
function throwing(method: string): string {
  return `const real = String.prototype.${method};
    String.prototype.${method} = function (...rest) {
      if (this.includes('BANG')) throw new TypeError('on purpose');
      return real.apply(this, rest);
    };`;
}

const FAULTS = [
  ['while a key is handled', throwing('normalize')],
  ['while the screen is painted', throwing('trimEnd')],
  [
    'nowhere in particular',
    `process.stdin.on('data', (bytes) => {
      if (bytes.includes('BANG')) setTimeout(() => { throw new TypeError('on purpose'); });
    });`,
  ],
  [
    'in a promise that nobody waits for',
    `process.stdin.on('data', (bytes) => {
      if (bytes.includes('BANG')) void Promise.reject(new TypeError('on purpose'));
    });`,
  ],
] as const;

describe('an exception', () => {
  it.each(FAULTS)('%s leaves the terminal restored and the draft kept', async (_, fault) => {
    const terminal = openTerminal(place, { ...REVIEW, environment: await faulty(fault) });
    await terminal.shows('Segments');
    terminal.send(`${KEY.enter}Half a line`);
    await terminal.shows('Half a line');
    terminal.send('BANG');
    expect(await terminal.ended).toBe(1);
    expect(terminal.unrestored()).toEqual([]);
    expect(terminal.rows().join('\n')).toContain('on purpose');
    const next = openTerminal(place, REVIEW);
    await next.shows('1 segment was recovered');
    next.send(KEY.home + KEY.enter);
    await next.shows('Half a line');
    next.send(KEY.quit);
    expect(await next.ended).toBe(0);
    expect(next.unrestored()).toEqual([]);
  });
});

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGHUP'] as const)('%s leaves it restored', async (signal) => {
    const terminal = openTerminal(place, REVIEW);
    await terminal.shows('Segments');
    terminal.send(`${KEY.enter}Half a line`);
    await terminal.shows('Half a line');
    terminal.kill(signal);
    expect(await terminal.ended).toBe(0);
    expect(terminal.unrestored()).toEqual([]);
    expect(await place.read('articles/ferry.review.jsonl')).toContain('Half a line');
  });
});
