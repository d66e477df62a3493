/** What a run of `publish` remembers is read as it was written, or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/core/ports.ts';
import {
  NOTHING,
  recallPublish,
  rememberPublish,
  type PublishMemory,
} from '../../src/commands/publish-memory.ts';

class Cache {
  bytes: Uint8Array | null = null;
  written = 0;
  readonly workspace = {
    recallBytes: async () => this.bytes,
    rememberBytes: async (_name: string, parts: readonly Uint8Array[]) => {
      this.bytes = new Uint8Array(Buffer.concat(parts));
      this.written += 1;
    },
  } as unknown as Workspace;
}

const name = fc.oneof(
  fc.constantFrom('zh/market/index.html', 'en/market/index.html', 'style.css', '', 'constructor'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const link = fc.record({ from: name, link: name, path: name, fragment: name });
const article = fc.record({
  inputs: name,
  asked: fc.array(fc.tuple(name, fc.boolean()), { maxLength: 2 }),
  whole: fc.option(name),
  files: fc.array(name, { maxLength: 3 }),
  outward: fc.array(link, { maxLength: 4 }),
});
const bySlug = (value: fc.Arbitrary<unknown>) =>
  fc.array(fc.tuple(name, value), { maxLength: 4 }).map((all) => new Map(all));
const stamps = fc
  .array(fc.tuple(name, fc.stringMatching(/^\d{1,4}:\d{1,4}$/)), { maxLength: 5 })
  .map((all) => Object.fromEntries(all));
const siteFiles = fc
  .array(fc.tuple(name, fc.record({ inputs: name, loose: fc.array(link, { maxLength: 2 }) })), {
    maxLength: 3,
  })
  .map((all) => Object.fromEntries(all));
const memory = fc
  .record({
    siteInputs: name,
    ground: name,
    siteFiles,
    manifest: fc.option(name),
    judgements: bySlug(fc.record({ print: name, card: fc.record({ title: name }) })),
    histories: bySlug(fc.record({ mark: fc.option(name) })),
    rendered: bySlug(article),
    stamps,
    folder: name,
  })
  .map((parts) => ({ ...NOTHING, ...parts }) as unknown as PublishMemory);

async function remembered(value: PublishMemory): Promise<Cache> {
  const cache = new Cache();
  await rememberPublish(cache.workspace, '1.0.0', value, NOTHING);
  return cache;
}

describe('the memory of a run', () => {
  it('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(memory, async (value) => {
        const { workspace } = await remembered(value);
        expect(await recallPublish(workspace, '1.0.0')).toEqual(value);
      }),
    );
  });

  it('is nothing when any of its bytes is another, or some are missing', async () => {
    await fc.assert(
      fc.asyncProperty(memory, fc.nat(), fc.boolean(), async (value, at, cut) => {
        const cache = await remembered(value);
        const bytes = cache.bytes ?? new Uint8Array();
        const place = at % bytes.length;
        if (cut) cache.bytes = bytes.subarray(0, place);
        else bytes[place] = (bytes[place] ?? 0) ^ 1;
        expect(await recallPublish(cache.workspace, '1.0.0')).toBe(NOTHING);
      }),
    );
  });

  it('is nothing for another version', async () => {
    const { workspace } = await remembered({ ...NOTHING, folder: '/site' });
    expect(await recallPublish(workspace, '1.0.1')).toBe(NOTHING);
    expect((await recallPublish(workspace, '1.0.0')).folder).toBe('/site');
  });

  it('is written again only when something in it is another', async () => {
    await fc.assert(
      fc.asyncProperty(memory, async (value) => {
        const cache = await remembered(value);
        const before = await recallPublish(cache.workspace, '1.0.0');
        const same = {
          ...before,
          judgements: new Map(before.judgements),
          stamps: { ...before.stamps },
        };
        await rememberPublish(cache.workspace, '1.0.0', same, before);
        expect(cache.written).toBe(1);
        const stamps = { ...before.stamps, 'style.css': 'x' };
        await rememberPublish(cache.workspace, '1.0.0', { ...same, stamps }, before);
        expect(cache.written).toBe(2);
        expect((await recallPublish(cache.workspace, '1.0.0')).stamps).toEqual(stamps);
      }),
    );
  });
});
