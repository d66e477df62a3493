/** A workspace on disk to publish from, in this process: articles of sentences whose translations are known. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { command as previewCommand } from '../../src/commands/preview.ts';
import { command } from '../../src/commands/publish.ts';
import { command as statusCommand } from '../../src/commands/status.ts';
import type { CommandResult } from '../../src/commands/command.ts';
import { openJob } from '../../src/commands/jobs.ts';
import { parseConfig } from '../../src/config.ts';
import { otherLang, type Unit } from '../../src/core/model.ts';
import type { FlavourName } from '../../src/core/flavours.ts';
import type { Hands, Job } from '../../src/core/hands.ts';
import type { SignOffOperation } from '../../src/core/operations.ts';
import { createTranslate } from '../../src/interface.ts';
import { readLook } from '../../src/io/look.ts';
import { openPreviewServer } from '../../src/io/preview-server.ts';
import { readPicture } from '../../src/io/picture-file.ts';
import { openPress } from '../../src/io/press.ts';
import { DiskWorkspace } from '../../src/io/workspace.ts';
import type { Services } from '../../src/services.ts';

/** Chinese and English; no numbers, names or marks that a check would look at twice. */
export const SENTENCES = [
  ['早市在天亮前开门。', 'The market opens before dawn.'],
  ['鱼很快就卖光了。', 'The fish sold out quickly.'],
  ['雨下了一整天。', 'It rained all day.'],
  ['渡船晚了一会儿。', 'The ferry was a little late.'],
  ['老人坐在码头上。', 'An old man sat on the pier.'],
  ['孩子们在沙滩上跑。', 'Children ran along the beach.'],
  ['灯塔的灯亮了。', 'The lighthouse lamp came on.'],
  ['夜里风停了。', 'The wind dropped at night.'],
] as const;

const t = await createTranslate('en');

export interface PublishFlags {
  readonly drafts?: boolean;
  readonly reason?: string;
  readonly correction?: readonly string[];
  readonly clean?: boolean;
  readonly json?: boolean;
  readonly out?: string;
  readonly format?: FlavourName;
}

export interface PreviewFlags {
  readonly host?: string;
  readonly port?: number;
}

/** The translation that an article's text has, in whichever direction. */
function targetOf({ segment }: Unit): string {
  const found = SENTENCES.find(([zh, en]) => zh === segment.text || en === segment.text);
  const [zh, en] = found ?? ['早市', 'The market'];
  return segment.lang === 'zh' ? en : zh;
}

export interface RunningPreview {
  /** As it was told. */
  readonly address: string;
  /** What Ctrl-C does. */
  readonly stop: () => Promise<CommandResult>;
}

export class PublishPlace {
  readonly root = mkdtempSync(join(tmpdir(), 'duizhao-publish-'));
  now = new Date('2026-05-02T08:00:00Z');
  config: unknown = {};
  /** Of the tool. */
  version = '1.0.0';
  /** Remembers nothing, as where the verdict gates a change. */
  ci = false;
  /** Others do all that they can do, each in a services of its own. */
  hands = 0;

  constructor() {
    for (const path of ['articles', 'locales/zh', 'locales/en']) {
      mkdirSync(join(this.root, path), { recursive: true });
    }
  }

  /** An article of these sentences, the headline and front matter lines first; in Chinese. */
  write(slug: string, sentences: readonly number[], front = '', more = ''): void {
    const body = sentences.map((at) => SENTENCES[at]?.[0] ?? '').join('\n\n');
    const text = `---\ntitle: 早市\n${front}---\n\n${body}\n${more}`;
    writeFileSync(join(this.root, 'articles', `${slug}.md`), text);
  }

  /** Signs every segment off that is not, with its translation or another. */
  async sign(slug: string, other?: Readonly<Record<string, string>>): Promise<void> {
    const workspace = this.workspace();
    const { units } = await workspace.open(slug);
    const operations = units
      .filter(({ segment, status }) => status !== 'reviewed' || other?.[segment.text] !== undefined)
      .map((unit): SignOffOperation => {
        const { text, lang } = unit.segment;
        const target = other?.[text] ?? targetOf(unit);
        this.now = new Date(this.now.getTime() + 1000);
        const texts = { zh: text, en: text, [otherLang(lang)]: target };
        const at = this.now.toISOString();
        return { type: 'sign-off', key: unit.key, at, by: 'mei', source: lang, ...texts };
      });
    await workspace.commit(slug, operations);
    await workspace.close();
  }

  publish(flags: PublishFlags = {}, slugs: readonly string[] = []): Promise<CommandResult> {
    const all = { drafts: false, clean: false, json: false, ...flags };
    return command.run(this.services(), all, slugs);
  }

  /** The preview, once it has told its address. */
  async preview(flags: PreviewFlags = {}, slug?: string): Promise<RunningPreview> {
    const aborter = new AbortController();
    const { promise: address, resolve: note } = Promise.withResolvers<string>();
    const world = { note, lang: 'en', signal: aborter.signal, openPreviewServer };
    const services = { ...this.services(), ...world } as Services;
    const ended = previewCommand.run(services, { host: '127.0.0.1', ...flags }, [slug]);
    const told = await Promise.race([address, ended.then(() => '')]);
    const stop = () => {
      aborter.abort();
      return ended;
    };
    return { address: /http:\S+/.exec(told)?.[0] ?? '', stop };
  }

  status(json = true): Promise<CommandResult> {
    return statusCommand.run(this.services(), { json }, []);
  }

  /** Text by path of a folder of the workspace; '' for the site. */
  site(folder = 'site'): Record<string, string> {
    const full = join(this.root, folder);
    if (!existsSync(full)) return {};
    const entries = readdirSync(full, { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [path.slice(full.length + 1), readFileSync(path, 'utf8')]),
    );
  }

  /** The events of an article's record. */
  record(slug: string): Record<string, unknown>[] {
    const path = join(this.root, 'articles', `${slug}.published.jsonl`);
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private workspace(): DiskWorkspace {
    return new DiskWorkspace({
      root: this.root,
      config: parseConfig(this.config, 'duizhao.config.json'),
      environment: { DUIZHAO_STATE: join(this.root, 'state'), ...(this.ci ? { CI: 'true' } : {}) },
      processes: { pid: process.pid, isAlive: () => true },
      version: this.version,
    });
  }

  private openHands(job: () => Job): Hands | null {
    if (this.hands === 0) return null;
    // As if it had gone to another thread.
    const told = structuredClone(job());
    const all = Array.from({ length: this.hands }, () => {
      const work = openJob(this.services(), told);
      const run = async (task: unknown) =>
        structuredClone(await (await work)(structuredClone(task)));
      return { do: run };
    });
    return { all, close: async () => undefined };
  }

  private services(): Services {
    const workspace = this.workspace();
    const services = {
      t,
      readLook,
      findConfig: async () => parseConfig(this.config, 'duizhao.config.json'),
      // Looks more often than anybody would.
      sleep: (_: number, signal: AbortSignal) =>
        setTimeout(20, undefined, { signal }).catch(() => undefined),
      cwd: this.root,
      version: this.version,
      user: 'mei',
      clock: () => this.now,
      readPicture,
      openWorkspace: async () => ({
        config: parseConfig(this.config, 'duizhao.config.json'),
        workspace,
      }),
      openHands: (job: () => Job) => this.openHands(job),
      openPress: async () =>
        openPress({
          root: this.root,
          stateFolder: join(this.root, 'state'),
          processes: { pid: process.pid, isAlive: () => true },
        }),
    };
    return services as unknown as Services;
  }
}
