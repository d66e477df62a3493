/** Which line can be a headline, and what to call an article that has none. */
import { detectLanguage } from '../../core/language.ts';
import { splitSentences } from '../../core/sentences/split.ts';
import type { PageBlock } from './intake.ts';
import { headlineInBoth } from './language-runs.ts';

const MAX_LENGTH = { zh: 60, en: 200 } as const;
const MAX_EXCERPT = { zh: 30, en: 80 } as const;
/** No first sentence needs more to be cut. */
const MAX_READ = 1000;
/** A salutation or an announcement of what follows, not a headline. */
const OPEN_END = /[:：,，;；、]$/u;
/** What a presenter says first. */
const GREETING =
  /^(?:hello|hi|welcome|good (?:morning|afternoon|evening)|dear\b|this is\b|you(?:'|’)re listening|大家好|各位|欢迎|亲爱的|听众朋友|观众朋友)/iu;

/** Whether a block that is followed by others can be the headline of what follows. */
export function isHeadline(block: PageBlock): boolean {
  const text = block.text.trim();
  if (block.kind === 'heading') return true;
  if (block.kind !== 'paragraph' || OPEN_END.test(text)) return false;
  if (text.length <= MAX_LENGTH.en && headlineInBoth(text) !== null) return true;
  const lang = detectLanguage(text) ?? 'en';
  return text.length <= MAX_LENGTH[lang] && splitSentences(text, lang).length <= 1;
}

/** A headline that says nothing of its story: many articles begin with it. */
export function isGreeting(title: string): boolean {
  return GREETING.test(title);
}

function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  const kept = space > length / 2 ? cut.slice(0, space) : cut.toWellFormed().replace(/\ufffd$/, '');
  return `${kept.replace(/[\s,，、;；:：]+$/u, '')}…`;
}

/** A title for a page without a headline: its first sentence, shortened where it has to be. */
export function excerptTitle(blocks: readonly PageBlock[]): string {
  const said = blocks.filter(({ kind }) => kind !== 'rule' && kind !== 'verbatim');
  const block = said.find(({ text }) => !OPEN_END.test(text) && !isGreeting(text)) ?? said[0];
  const text = (block?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_READ);
  const lang = detectLanguage(text) ?? 'en';
  const first = splitSentences(text, lang)[0];
  const sentence = first === undefined ? text : text.slice(first.from, first.to);
  return cutAtWord(sentence.replace(/[.。]$/u, ''), MAX_EXCERPT[lang]);
}

/** The first headline inside the body, for the slug of an article that opens with a greeting. */
export function leadHeadline(blocks: readonly PageBlock[]): string | null {
  const block = blocks.find(({ kind, depth }) => kind === 'heading' && depth > 2);
  return (block ?? blocks.find(({ kind }) => kind === 'item'))?.text ?? null;
}
