import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { command } from '../../src/commands/checks.ts';
import { parseConfig } from '../../src/config.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Lang } from '../../src/core/model.ts';
import { createTranslate } from '../../src/interface.ts';
import type { Services } from '../../src/services.ts';

interface Scene {
  readonly flags?: Readonly<Record<string, unknown>>;
  readonly file?: string;
  readonly config?: object;
  readonly lang?: Lang;
}

async function checks({ flags = {}, file = '', config, lang = 'en' }: Scene) {
  const notes: string[] = [];
  const workspace = { terms: async () => 'zh,en\n渡轮,ferry\n灯塔,lighthouse\n' };
  const open = { config: parseConfig(config ?? {}, 'config'), workspace };
  const services = {
    t: await createTranslate(lang),
    lang,
    version: '1.2.3',
    clock: () => new Date('2026-11-23T12:00:00Z'),
    note: (line: string) => notes.push(line),
    findConfig: async () => (config === undefined ? null : open.config),
    openWorkspace: async () => open,
    readInput: async () => new TextEncoder().encode(file),
  };
  const all = { markdown: false, json: false, ...flags };
  const result = await command.run(services as unknown as Services, all, []);
  return { ...result, notes };
}

const FILE = `id\tzh\ten
a\t请访问 https://port.example/a 。\tVisit https://port.example/a.
b\t请访问 https://port.example/b 。\tVisit https://port.example/c.
c\t\tNo Chinese.
`;

describe('the catalogue', () => {
  it('lists every check, in either language', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const { output, exitCode } = await checks({ lang });
      expect(exitCode).toBe(0);
      const lines = output.split('\n');
      for (const { id } of CHECKS) {
        expect(lines.filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
      }
    }
  });

  it('says how the workspace has set them', async () => {
    const config = { checks: { severity: { url: 'off' } } };
    const { output } = await checks({ config });
    expect(output).toMatch(/^url +off +pair/m);
    const { checks: entries } = JSON.parse((await checks({ flags: { json: true } })).output);
    expect(entries).toContainEqual({
      id: 'url',
      severity: 'error',
      scope: 'pair',
      group: 'markup',
      fixes: null,
      summary: expect.any(String),
    });
  });
});

describe('--explain', () => {
  it.each(CHECKS)('says what $id means', async ({ id }) => {
    const { output } = await checks({ flags: { explain: id } });
    expect(output).toMatch(new RegExp(`^${id}: \\S.*\n(?:error|warning|note) · `));
    expect(output).toContain(`{"checks":{"severity":{"${id}":"warning"}`);
  });

  it('shows examples', async () => {
    const { output } = await checks({ flags: { explain: 'url' } });
    expect(output).toMatch(/Flagged:\n {2}zh {2}.*\n {2}en {2}See/);
    expect(output).toMatch(/Not flagged:\n {2}zh {2}/);
    const { invalid } = JSON.parse(
      (await checks({ flags: { explain: 'url', json: true } })).output,
    );
    expect(invalid).not.toEqual([]);
  });

  it('knows a check by nearly its name', async () => {
    await expect(checks({ flags: { explain: 'ulr' } })).rejects.toThrow('did you mean "url"?');
  });
});

describe('--stats', () => {
  it('says what was measured, on which data, and what could not be taken', async () => {
    const { output, notes } = await checks({ flags: { stats: 'port.tsv' }, file: FILE });
    const sha256 = createHash('sha256').update(FILE).digest('hex').slice(0, 12);
    expect(output).toContain(
      `port.tsv (sha256 ${sha256}), measured by duizhao 1.2.3 on 2026-11-23`,
    );
    expect(output).toMatch(/^url +1 +50\.0%/m);
    expect(notes).toEqual(['port.tsv:4: There is no zh text; the row was not taken.']);
  });

  it('is one object with --json, tables with --markdown', async () => {
    const json = JSON.parse(
      (await checks({ flags: { stats: 'port.tsv', json: true, seed: 7 }, file: FILE })).output,
    );
    expect(json).toMatchObject({ file: 'port.tsv', pairs: 2, notTaken: 1, seed: 7 });
    const address = json.classes.find((one: { class: string }) => one.class === 'address');
    expect(address.caught).toMatchObject({ hits: 1, of: 1 });
    const { output } = await checks({ flags: { stats: 'port.tsv', markdown: true }, file: FILE });
    expect(output).toMatch(/^\| url \| 1 \| 50\.0% /m);
  });

  it('puts wrong terms in where the workspace has a term base', async () => {
    const file = 'zh\ten\n渡轮停运。\tThe ferry stops.\n';
    const of = async (config?: object) => {
      const flags = { stats: 'a.tsv', json: true };
      const scene = config === undefined ? { flags, file } : { flags, file, config };
      const { classes } = JSON.parse((await checks(scene)).output);
      return classes.find((one: { class: string }) => one.class === 'term').caught.of;
    };
    expect(await of()).toBe(0);
    expect(await of({})).toBe(1);
  });

  it.each([
    [{ seed: 2 }, '--seed does nothing without --stats.'],
    [{ sample: 2 }, '--sample does nothing without --stats.'],
    [{ markdown: true }, '--markdown does nothing without --stats.'],
    [{ stats: 'a', explain: 'url' }, 'one at a time'],
    [{ stats: 'a', markdown: true, json: true }, 'choose one'],
    [{ stats: 'a.tsv' }, 'a.tsv holds no pair'],
  ])('%j is refused', async (flags, message) => {
    await expect(checks({ flags })).rejects.toThrow(UserError);
    await expect(checks({ flags })).rejects.toThrow(message);
  });
});
