import { describe, expect, it } from 'vitest';
import { readReview, serializeReview } from '../../src/core/review-file.ts';

const RECORD = {
  key: 's1abcdefg',
  drafts: [
    {
      origin: 'engine:deepl',
      source: 'A.',
      text: '甲。',
      at: '2026-01-02T03:04:05.678Z',
      engine: { model: 'm', billed: 2 },
    },
    { origin: 'person', source: 'A.', text: '乙。', at: '2026-01-02T03:04:06.678Z', by: '林' },
  ],
  signoffs: [{ zh: '甲。', en: 'A.', source: 'en', by: '林', at: '2026-01-02T03:04:07.678Z' }],
  orphan: { zh: '甲。', en: 'A.', source: 'en', at: '2026-01-03T03:04:07.678Z' },
  revoked: { by: '林', at: '2026-01-03T03:04:07.678Z' },
  newField: { kept: [1, 2] },
};

function read(text: string): ReturnType<typeof readReview> {
  return readReview('x', 'articles/x.review.jsonl', text);
}

describe('review files', () => {
  it('come back byte for byte, fields of newer versions too', () => {
    const text = `${JSON.stringify(RECORD)}\n`;
    const { records, broken, problems } = read(text);
    expect(problems).toEqual([]);
    expect(serializeReview(records.values(), broken)).toBe(text);
  });

  it('have no line for a record that says nothing', () => {
    const { records, broken } = read('{"key":"a1"}\n');
    expect(serializeReview(records.values(), broken)).toBe('');
  });

  it.each([
    ['no JSON', 'oops', 'review-line'],
    ['no record', '{"key":5}', 'review-line'],
    [
      'a wrong origin',
      '{"key":"a1","drafts":[{"origin":"x","source":"","text":"","at":"2026-01-02T03:04:05Z"}]}',
      'review-line',
    ],
    ['a key a second time', JSON.stringify(RECORD), 'review-line'],
    ['conflict markers', '<<<<<<< ours', 'review-conflict'],
  ])('keep a line with %s as it stands and report it', (_, line, check) => {
    const text = `${JSON.stringify(RECORD)}\n${line}\n`;
    const { records, broken, problems } = read(text);
    expect(problems).toMatchObject([{ check, place: { line: 2 } }]);
    expect(serializeReview(records.values(), broken)).toBe(text);
  });
});
