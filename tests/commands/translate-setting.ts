/** `translate` on a workspace in memory. */
import en from '../../locales/en/duizhao.json' with { type: 'json' };
import { command } from '../../src/commands/translate.ts';
import type { Config } from '../../src/config.ts';
import { parseConfig } from '../../src/config.ts';
import { applyOperations } from '../../src/core/apply.ts';
import type { DraftReport } from '../../src/core/drafting/report.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Translate } from '../../src/core/messages.ts';
import type { Engine, Workspace } from '../../src/core/ports.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { createDeepl } from '../../src/engines/deepl.ts';
import type { Services } from '../../src/services.ts';
import { articleOf } from '../core/drafting/articles.ts';
import { fakeBooks } from '../fakes/books.ts';
import type { FakeDeepl } from '../fakes/deepl-server.ts';

export const HARBOUR = [
  '---',
  'title: 港口重新开放',
  '---',
  '',
  'The **first** boat left at dawn. Nobody missed it.',
  '',
  'Fares stay below 5. Nobody missed it.',
  '',
].join('\n');
export const MARKET = 'The market was full.\n\nNobody missed it.\n\n鱼卖光了。\n';
const COMMAND = { dryRun: false, json: true, yes: true, redoTerms: false };

const t: Translate = (key, values = {}) => {
  const text: string = (en as Record<string, string>)[key] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};

/** As much of a workspace as `translate` uses, in memory; `log` tells commits from requests. */
export class FakeWorkspace implements Pick<
  Workspace,
  'slugs' | 'open' | 'commit' | 'terms' | 'recover'
> {
  termBase: string | null = null;
  readonly books = fakeBooks();
  readonly states = new Map<string, ArticleState>();
  readonly log: string[] = [];
  readonly broken = new Set<string>();

  constructor(...states: readonly ArticleState[]) {
    for (const state of states) this.states.set(state.article.slug, state);
  }

  slugs() {
    return Promise.resolve([...this.states.keys(), ...this.broken].sort());
  }

  terms() {
    return Promise.resolve(this.termBase);
  }

  recover() {
    return Promise.resolve(new Map<string, number>());
  }

  open(slug: string) {
    const state = this.states.get(slug);
    return state === undefined
      ? Promise.reject(new UserError(`articles/${slug}.md:1: broken front matter.`))
      : Promise.resolve(state);
  }

  async commit(slug: string, operations: Parameters<Workspace['commit']>[1]) {
    const next = applyOperations(await this.open(slug), operations, 1);
    this.states.set(slug, next);
    this.log.push(`commit ${slug} ${operations.length}`);
    return next;
  }

  state(slug: string): ArticleState {
    const state = this.states.get(slug);
    if (state === undefined) throw new Error(slug);
    return state;
  }

  /** Draft texts by source text. */
  drafts(slug: string): Record<string, string | undefined> {
    return Object.fromEntries(
      this.state(slug)
        .units.filter((unit) => unit.draft !== undefined)
        .map((unit) => [unit.segment.text, unit.draft?.text]),
    );
  }
}

let calls = 0;

type Opened = Engine | { readonly missing: string };

export interface Setting {
  readonly config?: { readonly [name in keyof Config]?: unknown };
  readonly terminal?: boolean;
  readonly answer?: boolean;
  /** Engines by id; one for all ids. */
  readonly engine: Opened | Readonly<Record<string, Opened>>;
  readonly signal?: AbortSignal;
  readonly notes?: string[];
}

export function deeplOn(fake: FakeDeepl): Engine {
  const { deepl: config } = parseConfig({}, 'config');
  const options = { authKey: fake.key, serverUrl: fake.url, config, version: '1' };
  return createDeepl({ ...options, timeoutMs: 300 });
}

function isOne(engine: Setting['engine']): engine is Opened {
  return 'translate' in engine || typeof engine['missing'] === 'string';
}

function engineFor({ engine }: Setting, id: string): Opened {
  if (isOne(engine)) return engine;
  return engine[id] ?? { missing: `There is no ${id}.` };
}

function servicesFor(workspace: FakeWorkspace, setting: Setting): Services {
  const { notes = [] } = setting;
  const services: Partial<Services> = {
    t,
    lang: 'en',
    user: 'Lin',
    clock: () => new Date('2031-05-04T12:00:00Z'),
    signal: setting.signal ?? new AbortController().signal,
    note: (line) => {
      notes.push(line);
    },
    isTerminal: setting.terminal ?? false,
    openWorkspace: () =>
      Promise.resolve({
        workspace: workspace as unknown as Workspace,
        config: parseConfig({ concurrency: 1, ...setting.config }, 'config'),
      }),
    openEngine: (config, id = config.engine) => Promise.resolve(engineFor(setting, id)),
    openBooks: () => Promise.resolve(workspace.books),
    progress: {
      width: 80,
      show: (line) => void notes.push(line),
      note: (line) => void notes.push(line),
      clear: () => {},
    },
    ask: (question) => {
      notes.push(question);
      return Promise.resolve(setting.answer ?? false);
    },
    newId: () => `run${(calls += 1)}`,
    sleep: () => Promise.resolve(),
  };
  return services as Services;
}

type Flags = Partial<typeof COMMAND> & { readonly compare?: string; readonly engine?: string };

export interface Call {
  readonly flags?: Flags;
  readonly slugs?: readonly string[];
}

export async function translate(
  workspace: FakeWorkspace,
  setting: Setting,
  { flags = COMMAND, slugs = [] }: Call = {},
): Promise<DraftReport & { readonly exitCode: number }> {
  const services = servicesFor(workspace, setting);
  const { output, exitCode } = await command.run(services, { ...COMMAND, ...flags }, slugs);
  return { ...(JSON.parse(output) as DraftReport), exitCode };
}

export function translateInWords(
  workspace: FakeWorkspace,
  setting: Setting,
  flags: Partial<Flags> = {},
) {
  const services = servicesFor(workspace, setting);
  return command.run(services, { ...COMMAND, json: false, ...flags }, []);
}

export function bothArticles(): FakeWorkspace {
  return new FakeWorkspace(articleOf('harbour', HARBOUR), articleOf('market', MARKET));
}

/** What both articles cost when every sentence is paid once. */
export const ALL_CHARACTERS = [
  '港口重新开放',
  'The first boat left at dawn.',
  'Nobody missed it.',
  'Fares stay below 5.',
  'The market was full.',
  '鱼卖光了。',
].join('').length;
