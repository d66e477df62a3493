import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineShape } from '../../../src/core/drafting/batches.ts';
import { makeBatches, requestOf, USUAL_SHAPE } from '../../../src/core/drafting/batches.ts';
import { billableCharacters } from '../../../src/core/drafting/plan.ts';
import type { ArticleState } from '../../../src/core/state.ts';
import { articleOf, jobsOf } from './articles.ts';

function cut(states: readonly ArticleState[], shape: EngineShape) {
  const articles = new Map(states.map(({ article }) => [article.slug, article]));
  const { batches, tooLong } = makeBatches(jobsOf(...states), articles, shape);
  return {
    batches,
    texts: batches.map((batch) => requestOf(batch).texts.map(({ text }) => text)),
    tooLong: tooLong.map(({ unit }) => unit.segment.text),
  };
}

/** Texts count by their length; context is free. */
function limits(texts: number, bytes: number): EngineShape {
  const size: EngineShape['size'] = (request) =>
    request.texts.reduce((sum, { text }) => sum + text.length, 0);
  return { limits: { texts, bytes }, size };
}

describe('makeBatches', () => {
  it.each([
    [
      'a paragraph each',
      50,
      999,
      [
        ['One.', 'Two.', 'Three.'],
        ['Four.', 'Five.'],
      ],
    ],
    ['a long paragraph is cut', 2, 999, [['One.', 'Two.'], ['Three.'], ['Four.', 'Five.']]],
    ['bytes count too', 50, 10, [['One.', 'Two.'], ['Three.'], ['Four.', 'Five.']]],
  ])('%s', (_, texts, bytes, expected) => {
    const state = articleOf('a', 'One. Two. Three.\n\nFour. Five.\n');
    expect(cut([state], limits(texts, bytes)).texts).toEqual(expected);
  });

  it('sends a heading with its list, and fields together', () => {
    const text =
      '---\ntitle: The title\ndek: The dek\n---\n\nLede.\n\n## Prices\n\n- one\n- two\n\nEnd.\n';
    expect(cut([articleOf('a', text)], limits(50, 999)).texts).toEqual([
      ['The title', 'The dek'],
      ['Lede.'],
      ['Prices', 'one', 'two'],
      ['End.'],
    ]);
  });

  it('gives the sentences of a paragraph the same context, whichever of them are sent', () => {
    const state = articleOf('a', 'Lede. More.\n\nOne. Two. Three.\n');
    const articles = new Map([['a', state.article]]);
    const jobs = jobsOf(state);
    const whole = makeBatches(jobs, articles, limits(50, 999)).batches.at(-1);
    const part = makeBatches(jobs.slice(-1), articles, limits(50, 999)).batches.at(-1);
    expect(part?.context).toBe(whole?.context);
    expect(part?.context).toContain('Lede.');
  });

  it('keeps articles, directions and tag settings apart, in reading order', () => {
    const a = articleOf('a', 'One **bold**. Two.\n\n三。\n\nFour.\n');
    const b = articleOf('b', 'Five.\n');
    const { batches } = cut([a, b], limits(50, 999));
    expect(batches.map((batch) => [batch.slug, batch.from, batch.tagged])).toEqual([
      ['a', 'en', true],
      ['a', 'en', false],
      ['a', 'zh', false],
      ['a', 'en', false],
      ['b', 'en', false],
    ]);
  });

  it('reports a text that no request can hold, and sends the others', () => {
    const state = articleOf('a', 'Short.\n\nFar too long for this.\n\nAlso.\n');
    const { texts, tooLong } = cut([state], limits(50, 12));
    expect(texts).toEqual([['Short.'], ['Also.']]);
    expect(tooLong).toEqual(['Far too long for this.']);
  });

  it('sends a text without context when it fits only so', () => {
    const state = articleOf('a', `The lede.\n\n${'x'.repeat(40)} end.\n`);
    const size: EngineShape['size'] = ({ texts, context }) =>
      texts.reduce((sum, { text }) => sum + text.length, context.length);
    const { batches, tooLong } = cut([state], { limits: { texts: 50, bytes: 70 }, size });
    expect(batches.map(({ context }) => context === '')).toEqual([false, true]);
    expect(tooLong).toEqual([]);
  });

  it.each([
    ['fifty short texts fill a request by count', 60, 40, 50],
    ['long texts fill it by size', 60, 700, 19],
  ])('%s', (_, sentences, length, first) => {
    const body = Array.from({ length: sentences }, (__, at) => {
      return `${at}${'汉'.repeat(length)}。`;
    });
    const { batches } = cut([articleOf('a', `${body.join('')}\n`)], USUAL_SHAPE);
    for (const batch of batches) {
      expect(batch.jobs.length).toBeLessThanOrEqual(50);
      expect(USUAL_SHAPE.size(requestOf(batch))).toBeLessThanOrEqual(USUAL_SHAPE.limits.bytes);
    }
    expect(batches[0]?.jobs.length).toBeGreaterThanOrEqual(first - 4);
    expect(batches[0]?.jobs.length).toBeLessThanOrEqual(first);
  });

  it('sends or reports every segment exactly once, whatever the limits', () => {
    const paragraph = fc
      .array(fc.constantFrom('One. ', '二。', 'Three **is** it. ', 'A longer sentence. '), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join('').trim());
    const body = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((all) => all.join('\n\n'));
    fc.assert(
      fc.property(
        body,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 4, max: 80 }),
        (...input) => {
          const [text, texts, bytes] = input;
          const state = articleOf('a', `${text}\n`);
          const shape = limits(texts, bytes);
          const { batches, tooLong } = makeBatches(
            jobsOf(state),
            new Map([['a', state.article]]),
            shape,
          );
          const seen = [...batches.flatMap(({ jobs }) => jobs), ...tooLong].map(
            ({ unit }) => unit.index,
          );
          expect(seen.toSorted((a, b) => a - b)).toEqual(state.units.map(({ index }) => index));
          for (const batch of batches) {
            expect(shape.size(requestOf(batch))).toBeLessThanOrEqual(bytes);
            expect(batch.jobs.length).toBeLessThanOrEqual(texts);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('billableCharacters', () => {
  it('counts code points and no markup', () => {
    expect(billableCharacters(jobsOf(articleOf('a', '𠮷**野**家。\n')))).toBe(4);
  });
});
