/** Which answer belongs to which text. */
import type { TextResult } from 'deepl-node';
import type { Lang } from '../../core/model.ts';
import type { EngineRequest, EngineTranslation } from '../../core/ports.ts';
import { comparable, similarity } from '../../core/reconcile/similarity.ts';
import { sourceCharacters } from '../source-characters.ts';
import { DeeplError } from './failures.ts';

/** Shorter sources, in code points, may well share a translation: "Yes." and "Right.". */
const LONG: Readonly<Record<Lang, number>> = { zh: 5, en: 15 };
/** Sources that have as much in common may share one too. */
const ALIKE = 0.4;

function unusable(what: string): DeeplError {
  return new DeeplError('answer', `DeepL's answer does not fit the request: ${what}`, {
    perhapsBilled: true,
  });
}

function isLong(text: string, lang: Lang): boolean {
  return [...text].length > LONG[lang];
}

/** Whether one translation of two sources must be a mistake. */
function areStrangers(a: string, b: string, lang: Lang): boolean {
  const areLong = isLong(a, lang) && isLong(b, lang);
  return areLong && similarity(comparable(a, lang), comparable(b, lang)) < ALIKE;
}

/**
 * Answers have no ids, so that two that changed places cannot be noticed here. One that came twice, in
 * the place of another, can: it makes the whole answer doubtful.
 */
function hasDouble(request: EngineRequest, answers: readonly string[]): boolean {
  const first = new Map<string, string>();
  return answers.some((answer, index) => {
    const source = request.texts[index]?.text ?? '';
    const before = first.get(answer);
    if (before === undefined) first.set(answer, source);
    return (
      answer.trim() !== '' && before !== undefined && areStrangers(before, source, request.from)
    );
  });
}

function textOf(result: TextResult | undefined): string {
  return typeof result?.text === 'string' ? result.text : '';
}

/**
 * DeepL answers by position: an answer of another length cannot be paired, and nothing of it is used.
 * @throws DeeplError `answer` for a short, long, doubled or wholly blank answer
 */
export function pair(
  request: EngineRequest,
  results: readonly TextResult[],
): readonly EngineTranslation[] {
  const { texts, tagged } = request;
  if (results.length !== texts.length) {
    throw unusable(`texts sent: ${texts.length}, texts back: ${results.length}`);
  }
  const answers = results.map(textOf);
  if (answers.every((text) => text.trim() === '')) throw unusable('only blank texts came back');
  if (hasDouble(request, answers)) throw unusable('two different texts came back as one');
  return texts.map(({ id, text }, index) => {
    const result = results[index];
    const billed = result?.billedCharacters;
    return {
      id,
      text: answers[index] ?? '',
      billed: typeof billed === 'number' ? billed : sourceCharacters(text, tagged),
      ...(typeof result?.modelTypeUsed === 'string' ? { model: result.modelTypeUsed } : {}),
    };
  });
}
