/** What memory, term base and checks know of a segment, for tests that need no workspace. */
import type { Finding, Unit } from '../../src/core/model.ts';
import { plainText } from '../../src/core/tags.ts';
import type { Aids } from '../../src/review/aids.ts';
import type { PanelTab, ReviewState } from '../../src/review/state.ts';

const AT = '2024-03-01T08:00:00.000Z';

function match(score: number, source: string, target: string, rest: Partial<Match> = {}): Match {
  const changes = { source: [], query: [] };
  return { score, source, target, from: 'flood-2019/k3', at: AT, changes, danger: [], ...rest };
}

type Match = Aids['matches'][number];
type Danger = Match['danger'][number];

const danger = (...kinds: readonly Danger['kind'][]): readonly Danger[] =>
  kinds.map((kind) => ({ kind, source: '', query: '' }));

/** Where words stand in a text. */
function spanOf(text: string, words: string): { readonly from: number; readonly to: number } {
  const from = text.indexOf(words);
  return { from, to: from + words.length };
}

/** Three matches, two of them dangerous; two terms, one of them used; two findings. */
function aidsFor({ key, segment }: Unit): Aids {
  const source = segment.text;
  const plain = plainText(source);
  return {
    key,
    source,
    target: '',
    matches: [
      match(92, source.replace('three', 'two'), '河水一夜上涨<1>两米</1>。', {
        by: 'wang',
        danger: danger('number'),
      }),
      match(81, 'The river did not rise overnight.', '河水一夜之间没有上涨。', {
        from: 'north/a2',
        danger: danger('negation', 'number'),
      }),
      match(
        70,
        'The lake rose in a week, and nobody in the villages on its shore had seen it coming.',
        '湖水一周上涨，沿湖各村无人料到。',
        { from: 'lake/b7', by: 'mei' },
      ),
    ],
    terms: [
      {
        source: 'river',
        target: '河水',
        spanInSource: spanOf(plain, 'river'),
        used: true,
        forbidden: false,
      },
      {
        source: 'metres',
        target: '米',
        note: '不用“公尺”',
        spanInSource: spanOf(plain, 'metres'),
        used: false,
        forbidden: false,
      },
    ],
  };
}

/** Two findings, as if the article as a whole showed them. */
function findingsFor(key: string): readonly Finding[] {
  const place = { file: 'articles/river-rises.md', line: 5, column: 1 };
  const stood = { key, slug: 'river-rises', place };
  return [
    { check: 'tags', severity: 'error', ...stood, values: { tags: '<1>' } },
    { check: 'invisible', severity: 'warning', ...stood, values: { marks: 'U+200B' } },
  ];
}

/** The state with these aids for a segment, and a tab of the panel open. */
export function withAids(state: ReviewState, unit: Unit, panel: PanelTab = 'memory'): ReviewState {
  const { session } = state;
  if (session === null) return state;
  const aids = new Map([[unit.key, aidsFor(unit)]]);
  const found = { ...session.found, ofWhole: findingsFor(unit.key) };
  return { ...state, session: { ...session, aids, found, panel } };
}
