/** The workspace that the pictures are taken of: the sample, with an earlier bulletin and a few terms. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../src/core/model.ts';
import { root } from './run.ts';

export const ARTICLE = '2026-09-30-chenjian-jianxun';
const EARLIER = '2026-09-23-chenjian-jianxun';

const TERMS = `zh,en,note
山区公路,mountain road,
封闭,closed,not “shut”
路况,road conditions,
合作社,cooperative,
烘焙商,roaster,不作“烘焙者”
`;

interface SignedPair {
  readonly key: string;
  readonly source: Lang;
  readonly zh: string;
  readonly en: string;
}

const PAIRS: readonly SignedPair[] = [
  {
    key: 's1mtroad1',
    source: 'zh',
    zh: '部分山区公路可能临时封闭，请绕行。',
    en: 'Some mountain roads may be closed temporarily, so please take another route.',
  },
  {
    key: 's2mtroad2',
    source: 'zh',
    zh: '部分山区公路不会封闭，请出行前查询路况。',
    en: 'Some mountain roads will not be closed; please check road conditions before you travel.',
  },
  {
    key: 's3c00pera',
    source: 'en',
    zh: '一家由120户组成的合作社表示，将把部分收成直接卖给烘焙商。',
    en: 'A cooperative of 120 families said it would sell part of its crop directly to roasters.',
  },
  {
    key: 's4c00pera',
    source: 'en',
    zh: '这家合作社表示，将在网上把部分收成直接卖给烘焙商。',
    en: 'The cooperative said it would sell part of its crop directly to roasters online.',
  },
];

function localeFile(lang: Lang): string {
  const texts = Object.fromEntries(PAIRS.map((pair) => [pair.key, pair[lang]]));
  return `${JSON.stringify(texts, null, 2)}\n`;
}

function reviewLine({ key, ...pair }: SignedPair): string {
  const signed = { ...pair, by: 'Lin Yue', at: '2026-09-23T00:10:00.000Z' };
  return `${JSON.stringify({ key, signoffs: [signed] })}\n`;
}

/** Fills an empty folder. */
export function makeWorkspace(folder: string): void {
  for (const name of ['articles', 'locales']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const body = PAIRS.map((pair) => pair[pair.source]).join('\n\n');
  write(`articles/${EARLIER}.md`, `---\ndate: 2026-09-23\n---\n\n${body}\n`);
  write(`articles/${EARLIER}.review.jsonl`, PAIRS.map(reviewLine).join(''));
  for (const lang of ['zh', 'en'] as const) {
    write(`locales/${lang}/${EARLIER}.json`, localeFile(lang));
  }
  write('locales/terms.csv', TERMS);
}
