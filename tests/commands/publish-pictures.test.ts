/** Pictures of the workspace go out with their article, and go when it goes. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
