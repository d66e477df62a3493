/**
 * Writes the keys of the review into both READMEs, from the key table: `npm run keys`. tests/readme.test.ts
 * fails when the pages say something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageKey } from '../src/core/messages.ts';
import type { Lang } from '../src/core/model.ts';
import type { Action, Edit, Mode } from '../src/review/action.ts';
import { keyName } from '../src/review/key-names.ts';
import { type Binding, bindingsOf } from '../src/review/keymap.ts';
import { widthOf } from '../src/review/text/width.ts';
import { root } from './run.ts';

/** What a page says around the table's own words. */
interface Words {
  readonly page: string;
  /** The first table's head: key, what it does, where. */
  readonly head: readonly [string, string, string];
  readonly places: Readonly<Record<ShownMode, string>>;
  /** Between what a key does and the key, between keys that do the same, in a range of numbers. */
  readonly by: string;
  readonly or: string;
  readonly to: string;
  /** Between things to do, and behind a group's name. */
  readonly and: string;
  readonly colon: string;
  readonly modes: Readonly<Record<ShownMode, string>>;
  readonly groups: Readonly<Record<Group, string>>;
}

type ShownMode = Extract<Mode, 'list' | 'edit' | 'articles' | 'preview'>;
const MODES: readonly ShownMode[] = ['list', 'edit', 'articles', 'preview'];

/** The order in which a mode's groups stand. */
const GROUPS = [
  'decide',
  'go',
  'find',
  'help',
  'segment',
  'view',
  'caret',
  'select',
  'delete',
  'jobs',
  'tool',
] as const;
type Group = (typeof GROUPS)[number];

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    page: 'README.md',
    head: ['key', 'does', 'in'],
    places: { list: 'list', edit: 'editor', articles: 'dashboard', preview: 'preview' },
    by: ' ',
    or: ', ',
    to: ' to ',
    and: '; ',
    colon: ': ',
    modes: {
      list: 'In the list of segments',
      edit: 'While editing',
      articles: 'In the dashboard',
      preview: 'In the preview',
    },
    groups: {
      decide: 'Translate and approve',
      go: 'Move',
      find: 'Find',
      help: 'Look up',
      segment: 'Segment',
      view: 'View',
      caret: 'Caret',
      select: 'Select',
      delete: 'Delete',
      jobs: 'Jobs',
      tool: 'Program',
    },
  },
  zh: {
    page: 'README.zh.md',
    head: ['按键', '作用', '用于'],
    places: { list: '列表', edit: '编辑', articles: '文章列表', preview: '预览' },
    by: ' ',
    or: '、',
    to: '至',
    and: '；',
    colon: '：',
    modes: {
      list: '句段列表中',
      edit: '编辑时',
      articles: '文章列表中',
      preview: '预览中',
    },
    groups: {
      decide: '翻译与审定',
      go: '移动',
      find: '查找',
      help: '查询',
      segment: '句段',
      view: '显示',
      caret: '光标',
      select: '选择',
      delete: '删除',
      jobs: '任务',
      tool: '程序',
    },
  },
};

/** Where an action belongs; a new one has to be put somewhere. */
const GROUP_OF: Readonly<Record<Exclude<Action['type'], 'text'>, Group>> = {
  edit: 'decide',
  approve: 'decide',
  confirm: 'decide',
  revoke: 'decide',
  'copy-source': 'decide',
  leave: 'decide',
  'external-edit': 'decide',
  'undo-project': 'decide',
  'redo-project': 'decide',
  'open-article': 'go',
  go: 'go',
  move: 'go',
  back: 'go',
  finding: 'find',
  fix: 'find',
  'fix-typography': 'find',
  dismiss: 'find',
  filter: 'find',
  prompt: 'segment',
  matches: 'help',
  'insert-match': 'help',
  terms: 'help',
  concordance: 'help',
  dictionary: 'help',
  notes: 'segment',
  history: 'segment',
  include: 'segment',
  'other-candidate': 'segment',
  'keep-theirs': 'segment',
  merge: 'segment',
  split: 'segment',
  uncut: 'segment',
  choose: 'decide',
  diff: 'view',
  preview: 'view',
  'preview-edition': 'view',
  reader: 'view',
  panel: 'view',
  sort: 'view',
  mouse: 'view',
  job: 'jobs',
  'show-job': 'jobs',
  'cancel-job': 'jobs',
  palette: 'tool',
  help: 'tool',
  close: 'tool',
  quit: 'tool',
  complete: 'tool',
  'quit-twice': 'tool',
};

const DECIDING: ReadonlySet<Edit> = new Set(['newline', 'undo', 'redo']);
const SELECTING: ReadonlySet<Edit> = new Set(['copy', 'cut']);

function groupOfEdit(edit: Edit): Group {
  if (DECIDING.has(edit)) return 'decide';
  if (edit.startsWith('delete-')) return 'delete';
  return edit.startsWith('select-') || SELECTING.has(edit) ? 'select' : 'caret';
}

function groupOf({ action }: Binding): Group {
  if (action.type === 'text') return groupOfEdit(action.edit);
  if (action.type !== 'prompt') return GROUP_OF[action.type];
  if (action.purpose === 'go-to') return 'go';
  return action.purpose === 'filter' || action.purpose === 'replace-find' ? 'find' : 'segment';
}

type Say = (key: MessageKey) => string;

function sayIn(lang: Lang): Say {
  const strings = new Map<string, string>(
    Object.entries(
      JSON.parse(readFileSync(join(root, 'locales', lang, 'duizhao.json'), 'utf8')) as object,
    ),
  );
  return (key) => strings.get(key) ?? key;
}

/** The keys of bindings with one label: those of a row of numbers as the first and the last. */
function named(bindings: readonly Binding[], { or, to }: Words): string {
  const keys = bindings.flatMap((binding) => binding.keys).map((key) => `\`${keyName(key)}\``);
  return bindings.length > 2 ? `${keys.at(0)}${to}${keys.at(-1)}` : keys.join(or);
}

/** Each label once, with its keys. */
function phrases(bindings: readonly Binding[], words: Words, say: Say): string[] {
  return [...Map.groupBy(bindings, ({ label }) => label)].map(
    ([label, same]) => `${say(label)}${words.by}${named(same, words)}`,
  );
}

function modeLines(mode: ShownMode, words: Words, say: Say): string[] {
  const byGroup = Map.groupBy(bindingsOf(mode), groupOf);
  const lines = GROUPS.flatMap((group) => {
    const said = phrases(byGroup.get(group) ?? [], words, say).join(words.and);
    return said === '' ? [] : [`- **${words.groups[group]}**${words.colon}${said}`];
  });
  return [`**${words.modes[mode]}**`, '', ...lines];
}

/** What a day's work takes, first things first. */
const MOST_USED: readonly (readonly [ShownMode, string])[] = [
  ['list', 'edit'],
  ['edit', 'confirm'],
  ['list', 'approve'],
  ['list', 'go'],
  ['edit', 'leave'],
  ['edit', 'insert-match'],
  ['edit', 'terms'],
  ['edit', 'concordance'],
  ['list', 'finding'],
  ['list', 'prompt'],
  ['edit', 'text'],
  ['list', 'panel'],
  ['list', 'palette'],
  ['list', 'help'],
  ['list', 'quit'],
];

/** The first binding of each, with those that share its label. */
function usedMost(words: Words, say: Say): (readonly string[])[] {
  return MOST_USED.map(([mode, type]) => {
    const bindings = bindingsOf(mode);
    const first = bindings.find(({ action }) => action.type === type);
    if (first === undefined) throw new Error(`The key table has no ${type} in ${mode}.`);
    const same = bindings.filter(({ label }) => label === first.label);
    return [named(same, words), say(first.label), words.places[mode]];
  });
}

/** A table as the formatter leaves it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widest = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => widthOf(cells[column] ?? ''))),
  );
  const line = (cells: readonly string[], fill = ' ') => {
    const padded = widest.map((width, column) => {
      const cell = cells[column] ?? '';
      return cell + fill.repeat(width - widthOf(cell));
    });
    return `| ${padded.join(' | ')} |`;
  };
  return [line(head), line([], '-'), ...rows.map((cells) => line(cells))];
}

/** All that stands between the markers of a page. */
export function keysPart(lang: Lang): string {
  const words = WORDS[lang];
  const say = sayIn(lang);
  const most = table(words.head, usedMost(words, say));
  const modes = MODES.flatMap((mode) => ['', ...modeLines(mode, words, say)]);
  return [...most, ...modes].join('\n');
}

const MARKED = /(<!-- keys: made by `npm run keys` -->\n\n)([\s\S]*?)(\n\n<!-- keys end -->)/;

/** What stands between the markers of a page's text, or null without them. */
export function keysIn(text: string): string | null {
  return MARKED.exec(text)?.[2] ?? null;
}

if (import.meta.main) {
  for (const lang of ['en', 'zh'] as const) {
    const file = join(root, WORDS[lang].page);
    const text = readFileSync(file, 'utf8');
    if (keysIn(text) === null) throw new Error(`${WORDS[lang].page} has no markers for the keys.`);
    const made = text.replace(MARKED, (_, open: string, __, close: string) => {
      return open + keysPart(lang) + close;
    });
    writeFileSync(file, made);
  }
}
