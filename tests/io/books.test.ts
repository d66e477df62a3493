/** The books on disk: whatever dies or meets in them, nothing whole is lost. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import type { Books, KeptAnswer, LedgerEntry } from '../../src/core/ports.ts';
import { openBooks } from '../../src/io/books.ts';
import { root as repository } from '../support/source.ts';

const disk = vi.hoisted(() => ({
  /** The disk takes so many more bytes. */
  room: Infinity,
  syncs: 0,
  /** What happens in the moment before the next link to such a path. */
  beforeLink: null as { readonly to: string; readonly run: () => Promise<unknown> } | null,
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    link: async (from: string, to: string) => {
      const { beforeLink } = disk;
      if (beforeLink !== null && to.includes(beforeLink.to)) {
        disk.beforeLink = null;
        await beforeLink.run();
      }
      await real.link(from, to);
    },
    open: async (...args: Parameters<typeof real.open>) => {
      const handle = await real.open(...args);
      const { sync } = handle;
      const write = handle.write.bind(handle) as (part: Buffer) => Promise<unknown>;
      handle.write = (async (bytes: Buffer, from = 0) => {
        const part = bytes.subarray(from, from + Math.min(disk.room, bytes.length - from));
        if (part.length === 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
        disk.room -= part.length;
        return write(part);
      }) as typeof handle.write;
      handle.sync = () => {
        disk.syncs += 1;
        return sync.call(handle);
      };
      return handle;
    },
  };
});

let base: string;
let root: string;
let stateFolder: string;
const alive = new Set<number>();

function open(pid = 1): Books {
  const processes = { pid, isAlive: (other: number) => alive.has(other) };
  return openBooks({ root, stateFolder, processes });
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'duizhao-books-'));
  root = join(base, 'workspace');
  stateFolder = join(base, 'state', 'f00d');
  mkdirSync(root);
  disk.room = Infinity;
  disk.syncs = 0;
  disk.beforeLink = null;
  alive.clear();
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

const ledgerPath = (): string => join(stateFolder, 'ledger.jsonl');
const answersPath = (): string => join(root, '.duizhao', 'answers.jsonl');

function sent(id: string, slug = 'ferry'): LedgerEntry {
  const at = '2026-11-20T08:00:00.000Z';
  const keys = ['s1234567'];
  return { type: 'sent', id, at, run: 'r1', engine: 'deepl', slug, keys, characters: 40 };
}

function answer(name: string, text = `译文 ${name}`, bare = `bare-${name}`): KeptAnswer {
  return { name, bare, text, billed: 12, at: '2026-11-20T08:00:01.000Z' };
}

async function ids(books = open()): Promise<string[]> {
  return (await books.ledger.entries()).map(({ id }) => id);
}

describe('the ledger', () => {
  it('gives back every kind of line as it was, in order', async () => {
    const at = '2026-11-20T08:00:02.000Z';
    const entries: LedgerEntry[] = [
      sent('a'),
      { type: 'answered', id: 'a', at, billed: 40, tokens: 90 },
      sent('b', '行\u2028程'),
      { type: 'failed', id: 'b', at, failure: 'network', perhapsBilled: true },
      { type: 'answered', id: 'b', at, billed: 0 },
    ];
    const { ledger } = open();
    for (const entry of entries) await ledger.append(entry);
    expect(await open().ledger.entries()).toEqual(entries);
    expect(statSync(ledgerPath()).mode & 0o777).toBe(0o600);
  });

  it('is empty, and makes no folder, before anything was sent', async () => {
    expect(await ids()).toEqual([]);
    expect(readdirSync(base)).toEqual(['workspace']);
  });

  it('loses nothing whole, wherever the last line was cut', async () => {
    const books = open();
    for (const id of ['a', 'b', 'c']) await books.ledger.append(sent(id));
    const whole = readFileSync(ledgerPath());
    const last = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let length = last; length < whole.length; length++) {
      writeFileSync(ledgerPath(), whole.subarray(0, length));
      // Only the line feed is missing in the last round: the line itself is whole.
      const kept = length === whole.length - 1 ? ['a', 'b', 'c'] : ['a', 'b'];
      expect(await ids()).toEqual(kept);
      await books.ledger.append(sent('d'));
      expect(await ids()).toEqual([...kept, 'd']);
      expect(readFileSync(ledgerPath()).subarray(0, length)).toEqual(whole.subarray(0, length));
    }
  });

  it.each(['', '{', 'null', '[]', '{"type":"sent"}', '{"type":"paid","id":"x"}', '\u0000\u0000'])(
    'reads past a line like %j',
    async (line) => {
      const { ledger } = open();
      await ledger.append(sent('a'));
      appendFileSync(ledgerPath(), `${line}\n`);
      await ledger.append(sent('b'));
      expect(await ids()).toEqual(['a', 'b']);
    },
  );

  it('keeps the order of 10,000 appends, and lets them share their way to the disk', async () => {
    const { ledger } = open();
    const names = Array.from({ length: 10_000 }, (_none, at) => String(at));
    const done: string[] = [];
    await Promise.all(
      names.map(async (id) => {
        await ledger.append(sent(id));
        done.push(id);
      }),
    );
    expect(done).toEqual(names);
    expect(await ids()).toEqual(names);
    expect(disk.syncs).toBeLessThan(100);
  });

  it('says in one sentence that the disk is full, and goes on when there is room', async () => {
    const { ledger } = open();
    await ledger.append(sent('a'));
    disk.room = 25;
    const refused = ledger.append(sent('b'));
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(
      /^The ledger .*ledger\.jsonl cannot be written: .* full\.$/,
    );
    expect(readFileSync(ledgerPath()).at(-1)).not.toBe(0x0a);
    disk.room = Infinity;
    await ledger.append(sent('c'));
    expect(await ids()).toEqual(['a', 'c']);
  });

  it('is made again when somebody has removed it', async () => {
    const { ledger } = open();
    await ledger.append(sent('a'));
    rmSync(stateFolder, { recursive: true });
    await ledger.append(sent('b'));
    expect(await ids()).toEqual(['b']);
  });

  it('takes the lines of several processes, one of which dies again and again', async () => {
    const writer = `
      const ledger = openBooks({ root, stateFolder, processes }).ledger;
      const entry = (id) => ({ ...sent, id });
      for (let n = 0; n < 200; n++) await ledger.append(entry(name + n));
      process.stdout.write('done');`;
    const writers = ['x', 'y', 'z'].map((name) => start(writer, { name, sent: sent('') }));
    const breaker = setInterval(() => appendHalf(), 3);
    const codes = await Promise.all(writers.map(async (child) => (await once(child, 'close'))[0]));
    clearInterval(breaker);
    expect(codes).toEqual([0, 0, 0]);
    const found = new Set(await ids());
    for (const name of ['x', 'y', 'z']) {
      for (let n = 0; n < 200; n++) expect(found).toContain(name + n);
    }
    expect(found.size).toBe(600);
  });
});

/** What a process leaves that is killed in the middle of its line. */
function appendHalf(): void {
  try {
    if (statSync(ledgerPath()).size > 0) appendFileSync(ledgerPath(), '{"type":"sent","id":"half');
  } catch {
    // The ledger is not there yet.
  }
}

/** Runs lines of code with the books of this test in a process of their own. */
function start(code: string, values: Readonly<Record<string, unknown>> = {}): ChildProcess {
  const given = { root, stateFolder, ...values };
  const names = Object.keys(given).join(', ');
  const program = `
    import { openBooks } from ${JSON.stringify(join(repository, 'src/io/books.ts'))};
    const { ${names} } = ${JSON.stringify(given)};
    const isAlive = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };
    const processes = { pid: process.pid, isAlive };
    ${code}`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program];
  return spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function said(child: ChildProcess): Promise<string> {
  const [text] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return text.toString('utf8');
}

describe('kept answers', () => {
  it('are found by name or bare name, the newest of each', async () => {
    const { answers } = open();
    const old = answer('n1', '旧');
    const fresh = { ...answer('n1', '新'), model: 'm' };
    const other = answer('n2', '别处', 'bare-n1');
    await answers.keep([old, answer('n3')]);
    await answers.keep([fresh]);
    await answers.keep([other]);
    expect(await answers.find(new Set(['n1']))).toEqual([fresh]);
    expect(await open().answers.find(new Set(['n1', 'bare-n1', 'n9']))).toEqual([fresh, other]);
    expect(await answers.find(new Set(['bare-n3']))).toEqual([answer('n3')]);
    expect(await answers.find(new Set())).toEqual([]);
  });

  it('are none before the first, and git does not see them after', async () => {
    const { answers } = open();
    expect(await answers.find(new Set(['n1']))).toEqual([]);
    expect(readdirSync(root)).toEqual([]);
    await answers.keep([answer('n1')]);
    expect(readFileSync(join(root, '.duizhao', '.gitignore'), 'utf8')).toBe('*\n');
  });

  it.each([
    ['names that need escapes', answer('名"\\字', 'a\nb\u2028c', 'b"')],
    ['an empty text', answer('', '', '')],
    ['a very long text', answer('long', '长'.repeat(1_500_000))],
  ])('come back with %s', async (_what, kept) => {
    const { answers } = open();
    await answers.keep([answer('n0'), kept, answer('n2')]);
    expect(await answers.find(new Set([kept.name]))).toEqual([kept]);
    expect(await answers.find(new Set([kept.bare]))).toEqual([kept]);
  });

  it('are found whichever way the line is written', async () => {
    const { name, ...rest } = answer('n1');
    mkdirSync(join(root, '.duizhao'));
    writeFileSync(answersPath(), `${JSON.stringify({ ...rest, extra: 1, name })}\r\n`);
    expect(await open().answers.find(new Set(['n1']))).toEqual([answer('n1')]);
  });

  it.each([
    ['half a line', '{"name":"n1","bare":"b","text":"damaged'],
    ['a line without a text', '{"name":"n1","bare":"b","billed":1,"at":"2026-11-20T08:00:00Z"}'],
    ['a text that is a number', '{"name":"n1","bare":"b","text":4,"billed":1,"at":""}'],
    ['bytes that are no text', '\u0000\u0001"name":"n1"'],
    ['an endless line', `{"name":"n1","text":"${'x'.repeat(40_000_000)}`],
  ])('survive %s', async (_what, line) => {
    const { answers } = open();
    await answers.keep([answer('n1')]);
    appendFileSync(answersPath(), line);
    expect(await answers.find(new Set(['n1']))).toEqual([answer('n1')]);
    await answers.keep([answer('n2')]);
    expect(await answers.find(new Set(['n1', 'n2']))).toEqual([answer('n1'), answer('n2')]);
  });

  it('cut at any byte are whole or none', async () => {
    const { answers } = open();
    await answers.keep([answer('n1'), answer('n2')]);
    const whole = readFileSync(answersPath());
    const last = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let length = whole.length - 1; length >= last; length--) {
      truncateSync(answersPath(), length);
      const found = await answers.find(new Set(['n1', 'n2']));
      expect(found).toEqual(
        length === whole.length - 1 ? [answer('n1'), answer('n2')] : [answer('n1')],
      );
    }
  });

  it('are not lost in silence: a store that cannot be written says so', async () => {
    const { answers } = open();
    disk.room = 10;
    const refused = answers.keep([answer('n1')]);
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(
      '.duizhao/answers.jsonl cannot be written: the disk is full.',
    );
  });

  it.each([
    ['the folder', '.duizhao'],
    ['the file', '.duizhao/answers.jsonl'],
  ])('are not written or read where %s is a link out of the workspace', async (_what, path) => {
    const outside = join(base, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'answers.jsonl'), '');
    if (path !== '.duizhao') mkdirSync(join(root, '.duizhao'));
    symlinkSync(path === '.duizhao' ? outside : join(outside, 'answers.jsonl'), join(root, path));
    const { answers } = open();
    await expect(answers.keep([answer('n1')])).rejects.toThrow(/leads out of the workspace/);
    await expect(answers.find(new Set(['n1']))).rejects.toThrow(/leads out of the workspace/);
    expect(readFileSync(join(outside, 'answers.jsonl'), 'utf8')).toBe('');
  });

  it('are refused where something else has their name', async () => {
    mkdirSync(answersPath(), { recursive: true });
    await expect(open().answers.keep([answer('n1')])).rejects.toThrow(UserError);
    await expect(open().answers.find(new Set(['n1']))).rejects.toThrow(UserError);
  });
});

const lockPath = (): string => join(stateFolder, 'translate.lock');

describe('a claim', () => {
  it('is one process’s, and says whose', async () => {
    alive.add(1);
    const claim = await open(1).claim('Lin');
    expect(claim).toHaveProperty('release');
    expect(await open(2).claim('Mei')).toEqual({
      heldBy: expect.stringMatching(/^Lin \(process 1, since \d{4}-\d\d-\d\dT[\d:.]+Z\)$/),
    });
    expect(await open(1).claim('Lin')).toHaveProperty('heldBy');
    if ('release' in claim) await claim.release();
    expect(await open(2).claim('Mei')).toHaveProperty('release');
    expect(readdirSync(stateFolder)).toEqual(['translate.lock']);
  });

  it('of a dead process is taken over', async () => {
    await open(1).claim('Lin');
    expect(await open(2).claim('Mei')).toHaveProperty('release');
    expect(readdirSync(stateFolder)).toEqual(['translate.lock']);
  });

  it('that was taken over is not released by its first owner', async () => {
    const first = await open(1).claim('Lin');
    await open(2).claim('Mei');
    alive.add(2);
    if ('release' in first) await first.release();
    expect(await open(3).claim('Wen')).toEqual({ heldBy: expect.stringMatching(/^Mei /) });
  });

  it('released twice is released once', async () => {
    alive.add(1).add(2);
    const first = await open(1).claim('Lin');
    if ('release' in first) await first.release();
    await open(2).claim('Mei');
    if ('release' in first) await first.release();
    expect(await open(1).claim('Lin')).toHaveProperty('heldBy');
  });

  it.each([
    ['nothing', ''],
    ['half a claim', '{"id":"ab","pid":1'],
    ['a claim of this number, but of an earlier process', claimText({ pid: 5 })],
    ['a claim from before the machine was started', claimText({ pid: 1, boot: 'before' })],
  ])('takes the place of %s', async (_what, text) => {
    alive.add(1).add(5);
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(lockPath(), text);
    expect(await open(5).claim('Mei')).toHaveProperty('release');
    expect(await open(1).claim('Lin')).toHaveProperty('heldBy');
  });

  it('succeeds one that died while it took over', async () => {
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(lockPath(), claimText({ id: 'aa', pid: 1 }));
    writeFileSync(`${lockPath()}.after-aa`, claimText({ id: 'bb', pid: 2 }));
    writeFileSync(`${lockPath()}.after-bb`, claimText({ id: 'cc', pid: 3 }));
    expect(await open(4).claim('Mei')).toHaveProperty('release');
    expect(readdirSync(stateFolder)).toEqual(['translate.lock']);
    alive.add(4);
    expect(await open(5).claim('Lin')).toEqual({ heldBy: expect.stringMatching(/^Mei /) });
  });

  it('goes to the quicker one, who had come and gone on while the slower one looked', async () => {
    await open(1).claim('dead');
    alive.add(2).add(3);
    disk.beforeLink = { to: '.after-', run: () => open(2).claim('quick') };
    expect(await open(3).claim('slow')).toEqual({ heldBy: expect.stringMatching(/^quick /) });
    expect(readdirSync(stateFolder)).toEqual(['translate.lock']);
  });

  it('is tried again when the holder lets go in that moment', async () => {
    const dead = await open(1).claim('dead');
    const letGo = () => ('release' in dead ? dead.release() : Promise.resolve());
    disk.beforeLink = { to: '.after-', run: letGo };
    expect(await open(3).claim('slow')).toHaveProperty('release');
    expect(readdirSync(stateFolder)).toEqual(['translate.lock']);
  });

  it('shows no escapes of a name', async () => {
    alive.add(1);
    await open(1).claim('L\u001b[2Jin\n');
    expect(await open(2).claim('Mei')).toEqual({ heldBy: expect.stringMatching(/^L␛\[2Jin⏎ /) });
  });

  it('is refused with a sentence where it cannot be written', async () => {
    mkdirSync(join(base, 'state'));
    writeFileSync(stateFolder, '');
    await expect(open().claim('Lin')).rejects.toThrow(UserError);
  });

  it('goes to one of many processes, round by round, each winner killed', async () => {
    const code = `
      import { once } from 'node:events';
      process.stdout.write('ready');
      await once(process.stdin, 'data');
      const books = openBooks({ root, stateFolder, processes });
      const claim = await books.claim('p');
      process.stdout.write('heldBy' in claim ? 'lost' : 'won');
      setInterval(() => {}, 1000);`;
    for (let round = 0; round < 4; round++) {
      const children = Array.from({ length: 5 }, () => start(code));
      await Promise.all(children.map(said));
      const outcomes = children.map(said);
      for (const child of children) child.stdin?.write('go');
      const won = (await Promise.all(outcomes)).filter((outcome) => outcome === 'won');
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(children.map((child) => once(child, 'close')));
      expect(won).toHaveLength(1);
    }
  });

  it('goes to one of many that find the same dead claim in one moment', async () => {
    for (let round = 0; round < 100; round++) {
      rmSync(stateFolder, { recursive: true, force: true });
      await open(1).claim('dead');
      for (const pid of [11, 12, 13, 14, 15]) alive.add(pid);
      const claims = await Promise.all([11, 12, 13, 14, 15].map((pid) => open(pid).claim('p')));
      expect(claims.filter((claim) => 'release' in claim)).toHaveLength(1);
    }
  });
});

function claimText(facts: { id?: string; pid: number; boot?: string }): string {
  const boot = bootId();
  return JSON.stringify({ id: 'ab', by: 'Lin', since: '2026-11-20T08:00:00.000Z', boot, ...facts });
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
