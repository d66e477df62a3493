/** Pictures of the workspace go out with their article, and go when it goes. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALSO } from '../../src/core/also.ts';
import { entriesIn } from '../../src/editions/zip-entries.ts';
import { GIF, PNG } from '../editions/picture-bytes.ts';
import { PublishPlace } from '../support/publish-place.ts';

let place: PublishPlace;
beforeEach(async () => {
  place = new PublishPlace();
  mkdirSync(join(place.root, 'articles/pictures'));
  place.write('market', [0], '', '\n![鱼很快就卖光了。](pictures/fish.png)\n');
  place.write('pier', [2]);
  await place.sign('market');
  await place.sign('pier');
});
afterEach(() => place.remove());

function draw(bytes: Uint8Array): void {
  writeFileSync(join(place.root, 'articles/pictures/fish.png'), bytes);
}

const pictures = (): string[] =>
  Object.keys(place.site()).filter((path) => path.startsWith('pictures/'));

it('goes out with its article, and stays as it is', async () => {
  draw(PNG);
  expect((await place.publish()).exitCode).toBe(0);
  expect(pictures()).toEqual(['pictures/market/fish.png']);
  expect(place.site()['en/market/index.html']).toContain('src="../../pictures/market/fish.png"');
  expect((await place.publish()).output).toContain('0 files');
});

it('is followed when somebody draws it anew', async () => {
  draw(PNG);
  await place.publish();
  draw(GIF);
  await place.publish();
  expect(pictures()).toEqual(['pictures/market/fish.gif']);
});

it('keeps its article back when it is not there', async () => {
  const { output, exitCode } = await place.publish();
  expect(exitCode).toBe(1);
  expect(output).toContain('pictures/fish.png');
  expect(Object.keys(place.site())).not.toContain('en/market/index.html');
  expect(Object.keys(place.site())).toContain('en/pier/index.html');
});

it('goes with its article', async () => {
  draw(PNG);
  await place.publish();
  rmSync(join(place.root, 'articles/market.md'));
  await place.publish();
  expect(pictures()).toEqual([]);
});

/** What only the text of an article says. */
const WORDS = { market: /before dawn/, pier: /It rained|The ferry/ };

/** Files of all articles that hold the article, or its chapter. */
function holding(slug: keyof typeof WORDS): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(place.site())) {
    const isWhole = /^[^/]+\.(epub|tmx|json)$|^[^/]+\/[^/]+\.epub$/.test(path);
    if (!isWhole || path.startsWith('.')) continue;
    const bytes = readFileSync(join(place.root, 'site', path));
    const names = [...(entriesIn(bytes)?.keys() ?? [])].join('\n');
    if (path.endsWith('.epub') ? names.includes(slug) : WORDS[slug].test(text)) found.push(path);
  }
  return found;
}

describe.each(ALSO.filter((name) => name !== 'pdf'))('beside %s', (also) => {
  beforeEach(() => {
    place.config = { publish: { also: [also] } };
  });
  const isWhole = also !== 'docx';

  it('a broken one keeps its own article back, new or old', async () => {
    draw(Buffer.from('no picture'));
    const first = await place.publish();
    expect(first.output).toContain('Published 1 article');
    expect(holding('pier').length > 0).toBe(isWhole);
    expect(holding('market')).toEqual([]);
    draw(PNG);
    expect((await place.publish()).exitCode).toBe(0);
    expect(holding('market').length > 0).toBe(isWhole);
    draw(Buffer.from('no picture'));
    for (let run = 0; run < 2; run += 1) {
      const { output, exitCode } = await place.publish();
      expect(exitCode).toBe(1);
      expect(output).toContain('market cannot be shown: articles/pictures/fish.png');
      expect(output).toContain('stay as they were: market');
      expect(holding('market')).toEqual([]);
      expect(holding('pier').length > 0).toBe(isWhole);
    }
  });

  it('a broken one stops no run for another article', async () => {
    draw(PNG);
    await place.publish();
    draw(Buffer.from('no picture'));
    place.write('pier', [3]);
    await place.sign('pier');
    for (let run = 0; run < 2; run += 1) {
      const { output, exitCode } = await place.publish({}, ['pier']);
      expect(exitCode).toBe(0);
      expect(output.includes('Not in the files that hold all articles')).toBe(isWhole);
      expect(place.site()['en/pier/index.html']).toContain('The ferry was a little late.');
      expect(holding('market')).toEqual([]);
    }
    draw(PNG);
    await place.publish({}, ['pier']);
    expect(holding('market').length > 0).toBe(isWhole);
  });
});
