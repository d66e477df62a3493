/** What a monkey does at a review, drawn from a seed: the same seed gives the same session. */
import { KEYMAP } from '../../src/review/keymap.ts';
import { keyBytes } from './key-bytes.ts';
import { seeded } from './seeded.ts';

/** What happens beside the keyboard; `pick` chooses what it happens to. */
export type Happening = 'others' | 'full-disk' | 'job' | 'ambiguous' | 'terminate';

export type Step =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'resize'; readonly columns: number; readonly rows: number }
  | { readonly type: 'happening'; readonly name: Happening; readonly pick: number };

const QUITS: ReadonlySet<string> = new Set(['C-q', 'q', 'C-c']);
const NAMES = [...new Set(KEYMAP.flatMap(({ keys }) => keys))].filter((key) => !QUITS.has(key));

const CHINESE = [
  '潮水',
  '市长同意',
  '不',
  '该计划。',
  '，',
  '“七点”',
  '港口的灯还亮着',
  '𠮷',
  '：',
  '１２',
];
const ENGLISH = ['The tide', ' turned', '7', '.', ' <1>', '</1>', 'é', 'e\u0301', '👩‍👩‍👧', '"', ' '];
const FULL_WIDTH = '？：／１ｑｓＮｅ、　＃ｊｋ';
const PASTES = [
  '潮水七点转向。\n没有人睡。',
  'one\r\ntwo\tthree\n\n\n',
  '\u001b[2J\u001b]0;owned\u0007',
  '<1>两米</1>',
  '\u202e倒着\u200b写\u0000',
  '长'.repeat(400),
  `word${'ABCDEFGH'.repeat(60)}`,
  '   ',
];
const QUERIES = [
  'tide',
  '潮水',
  'status:untranslated',
  '-tide',
  '/turned at [79]/',
  '/([/',
  'is:open en:mayor',
  'assigned:lin',
  ':3',
  '：３',
  '999',
  'copy',
  'quit nothing',
  '',
];
/** What opens a line to type in, or rows to choose from. */
const OPENERS = [
  'f2',
  'f3',
  'S-f3',
  'f4',
  'f9',
  'C-f',
  'C-t',
  'C-l',
  'M-a',
  'M-d',
  'M-e',
  'M-g',
  'M-h',
];
const MORE_OPENERS = ['M-n', 'M-p', 'M-r', 'M-s', 'M-z', 'f1', 'f6', 'f7', 'f8', 'C-o'];
/** `stty` has Ctrl+\ end the program at once, where another program has the terminal for a moment. */
const NEVER = 0x1c;

class Draw {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = seeded(seed);
  }
  below(count: number): number {
    return Math.floor(this.next() * count);
  }
  of<Value>(values: ArrayLike<Value>): Value {
    return values[this.below(values.length)] as Value;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
}

function text(draw: Draw): string {
  return draw.of(draw.chance(0.6) ? CHINESE : ENGLISH);
}

function paste(draw: Draw): string {
  const end = draw.chance(0.9) ? '\u001b[201~' : '';
  return `\u001b[200~${draw.of(PASTES)}${end}`;
}

function mouse(draw: Draw): string {
  const button = draw.of([0, 0, 0, 1, 2, 32, 64, 65, 128]);
  return `\u001b[<${button};${draw.below(260)};${draw.below(90)}${draw.of('Mm')}`;
}

/** Opens something, types into it, and takes or leaves it. */
function query(draw: Draw): string {
  const opener = keyBytes(draw.of([...OPENERS, ...MORE_OPENERS]));
  const typed = draw.chance(0.7) ? draw.of(QUERIES) : text(draw);
  return `${opener}${typed}${draw.of(['\r', '\r', '\u001b', '', '\u001b[B\r'])}`;
}

/** Edits a segment and signs it. */
function pair(draw: Draw): string {
  const clear = draw.chance(0.5) ? '\u0001\u000b' : '';
  return `\r${clear}${text(draw)}${text(draw)}${draw.of(['\r', '\r', '\u0013', '\u001b'])}`;
}

function quit(draw: Draw): string {
  return draw.of(['\u0011', 'q', '\u0003', '\u0003\u0003', '\u0011\u0011']);
}

function key(draw: Draw): string {
  return keyBytes(draw.of(NAMES));
}

type Habit = readonly [weight: number, bytes: (draw: Draw) => string];

const HABITS: readonly Habit[] = [
  [48, key],
  [12, text],
  [6, (draw) => draw.of('abcdefghijklmnoprstuvwxyzEGJNSTW0123456789/#:?')],
  [4, (draw) => draw.of(FULL_WIDTH)],
  [4, paste],
  [3, (draw) => '\u001b'.repeat(1 + draw.below(6))],
  [5, mouse],
  [7, query],
  [7, pair],
  [0.7, quit],
];
const TOTAL = HABITS.reduce((sum, [weight]) => sum + weight, 0);

function rubbish(draw: Draw): Uint8Array {
  const bytes = Array.from({ length: 1 + draw.below(6) }, () => draw.below(256));
  const start = draw.chance(0.5) ? [0x1b, draw.of([0x5b, 0x4f, 0x5d, 0x50])] : [];
  return Uint8Array.from([...start, ...bytes].filter((byte) => byte !== NEVER));
}

function habit(draw: Draw): string {
  let left = (draw.below(1e6) / 1e6) * TOTAL;
  for (const [weight, bytes] of HABITS) {
    left -= weight;
    if (left < 0) return bytes(draw);
  }
  return '';
}

const HAPPENINGS: readonly Happening[] = [
  'others',
  'others',
  'full-disk',
  'job',
  'job',
  'ambiguous',
];

function happening(draw: Draw): Step {
  const name = draw.chance(0.03) ? 'terminate' : draw.of(HAPPENINGS);
  return { type: 'happening', name, pick: draw.below(1e6) };
}

function resize(draw: Draw): Step {
  return { type: 'resize', columns: 40 + draw.below(211), rows: 10 + draw.below(71) };
}

function step(draw: Draw): Step {
  if (draw.chance(0.02)) return resize(draw);
  if (draw.chance(0.03)) return happening(draw);
  const bytes = draw.chance(0.04) ? rubbish(draw) : Buffer.from(habit(draw));
  return { type: 'bytes', bytes };
}

/** So many steps, most of them one key each. */
export function drawSteps(seed: number, count: number): readonly Step[] {
  const draw = new Draw(seed);
  return Array.from({ length: count }, () => step(draw));
}

/** A step in words, for whoever looks into a failure. */
export function sayStep(step: Step): string {
  if (step.type === 'bytes') return JSON.stringify(Buffer.from(step.bytes).toString('latin1'));
  return step.type === 'resize' ? `${step.columns}x${step.rows}` : `${step.name} ${step.pick}`;
}

/** Steps taken away, half of them, a quarter, …, as long as what is left still fails. */
export async function shrink(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<boolean>,
): Promise<readonly Step[]> {
  let left = steps;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < left.length;) {
      const fewer = left.toSpliced(at, size);
      if (await fails(fewer)) left = fewer;
      else at += size;
    }
  }
  return left;
}
