/** Checks of what must stand on both sides to the letter: handles, placeholders, code. */
import { LANGS, otherLang, type Lang, type Span } from '../../core/model.ts';
import type { Hit, PairCheck, PairView } from '../check.ts';

interface Token extends Span {
  readonly text: string;
}

export interface TokenCheckParts extends Pick<PairCheck, 'id' | 'examples'> {
  /** What all of them hold: most texts hold none. */
  readonly sign: RegExp;
  /** Global. */
  readonly pattern: RegExp;
  /** One that the other side may give in its own language. */
  readonly mayDiffer?: (token: string) => boolean;
}

function tokensOf(text: string, { sign, pattern }: TokenCheckParts): readonly Token[] {
  if (!sign.test(text)) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: token }) => {
    return { text: token, from: index, to: index + token.length };
  });
}

/** Those of a list that the other lacks, each counted as often as it stands. */
function lacking(list: readonly Token[], other: readonly Token[]): readonly Token[] {
  const left = other.map(({ text }) => text);
  return list.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

type Tokens = Readonly<Record<Lang, readonly Token[]>>;

/** Of the lone ones of a side, those that none of the other side's own words may stand for. */
function strange(lone: Tokens, lang: Lang, { mayDiffer = () => false }: TokenCheckParts) {
  const own = lone[lang].filter(({ text }) => !mayDiffer(text));
  const excused = lone[otherLang(lang)].filter(({ text }) => mayDiffer(text)).length;
  return own.slice(excused);
}

function run(view: PairView, parts: TokenCheckParts): readonly Hit[] {
  const all = { zh: tokensOf(view.zh, parts), en: tokensOf(view.en, parts) };
  if (all.zh.length + all.en.length === 0) return [];
  const lone = { zh: lacking(all.zh, all.en), en: lacking(all.en, all.zh) };
  return LANGS.flatMap((lang) =>
    strange(lone, lang, parts).map(({ text, from, to }): Hit => {
      const side = otherLang(lang);
      return { side, values: { token: text, side }, spans: { [lang]: [{ from, to }] } };
    }),
  );
}

/** A check that compares tokens as multisets. */
export function tokenCheck(parts: TokenCheckParts): PairCheck {
  const { id, examples } = parts;
  return {
    id,
    severity: 'error',
    group: 'markup',
    scope: 'pair',
    ...(examples === undefined ? {} : { examples }),
    run: (view) => run(view, parts),
  };
}
