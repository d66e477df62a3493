/** Records of what went out: reading, telling, merging. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../../src/core/merge/merge-files.ts';
import type { PublicationEvent, PublishedEvent } from '../../../src/core/published/event.ts';
import { readRecord, serializeEvent } from '../../../src/core/published/event.ts';
import { deltaOf, historyOfRecord } from '../../../src/core/published/history.ts';

function published(day: number, parts: Partial<PublicationEvent> = {}): PublicationEvent {
  const date = `2026-05-${String(day).padStart(2, '0')}`;
  return {
    event: 'published',
    at: `${date}T06:00:00.000Z`,
    day: date,
    by: 'mei',
    editions: ['zh', 'en', 'bilingual'],
    hash: { zh: `zh${day}`, en: `en${day}` },
    texts: {},
    ...parts,
  };
}

const first = published(1, { texts: { title: { zh: '早市', en: 'Market' } } });
const withdrawn: PublishedEvent = {
  event: 'withdrawn',
  at: '2026-05-09T06:00:00.000Z',
  day: '2026-05-09',
  by: 'mei',
  reason: 'a mistake',
};

describe('what a record says', () => {
  it.each<{
    name: string;
    events: readonly PublishedEvent[];
    says: Partial<ReturnType<typeof historyOfRecord>>;
  }>([
    {
      name: 'nothing',
      events: [],
      says: { first: null, live: null, withdrawn: null, changes: [], uncorrected: [] },
    },
    {
      name: 'a first publication, which is no change',
      events: [first],
      says: { first: '2026-05-01', changes: [], uncorrected: [] },
    },
    {
      name: 'an update of one language',
      events: [first, published(2, { texts: { title: { zh: '早市', en: 'The market' } } })],
      says: {
        first: '2026-05-01',
        changes: [
          {
            day: '2026-05-02',
            langs: ['en'],
            changes: [{ key: 'title', lang: 'en', from: 'Market', to: 'The market' }],
          },
        ],
        uncorrected: [],
      },
    },
    {
      name: 'a correction that the other language has not followed',
      events: [
        first,
        published(2, {
          texts: { title: { zh: '早市', en: 'The market' } },
          correction: { en: 'The headline named no market.' },
        }),
      ],
      says: { uncorrected: ['zh'] },
    },
    {
      name: 'a correction that the other language followed',
      events: [
        first,
        published(2, {
          texts: { title: { zh: '早市', en: 'The market' } },
          correction: { en: 'Which market.' },
        }),
        published(3, { texts: { title: { zh: '那个早市', en: 'The market' } } }),
      ],
      says: { uncorrected: [] },
    },
    {
      name: 'a correction of one language that the other was told of in words',
      events: [
        first,
        published(2, {
          texts: { title: { zh: '早市', en: 'The market' } },
          correction: { en: 'Which market.' },
        }),
        published(3, { correction: { zh: '中文版无误。' } }),
      ],
      says: { uncorrected: [] },
    },
    {
      name: 'a word that came after the update that it is about, and waits for the other language',
      events: [
        first,
        published(2, { texts: { title: { zh: '早市', en: 'The market' } } }),
        published(3, { correction: { en: 'Which market.' } }),
      ],
      says: {
        changes: [
          {
            day: '2026-05-02',
            langs: ['en'],
            changes: [{ key: 'title', lang: 'en', from: 'Market', to: 'The market' }],
            note: { en: 'Which market.' },
          },
        ],
        uncorrected: ['zh'],
      },
    },
    {
      name: 'a word that follows a correction of the other language by itself, whatever came in between',
      events: [
        first,
        published(2, {
          texts: { title: { zh: '早市', en: 'The market' } },
          correction: { en: 'Which market.' },
        }),
        published(3, { texts: { title: { zh: '早市', en: 'The old market' } } }),
        published(4, { correction: { zh: '中文版无误。' } }),
      ],
      says: {
        changes: [
          {
            day: '2026-05-02',
            langs: ['en'],
            changes: [{ key: 'title', lang: 'en', from: 'Market', to: 'The market' }],
            note: { en: 'Which market.' },
          },
          {
            day: '2026-05-03',
            langs: ['en'],
            changes: [{ key: 'title', lang: 'en', from: 'The market', to: 'The old market' }],
          },
          { day: '2026-05-04', langs: [], changes: [], note: { zh: '中文版无误。' } },
        ],
        uncorrected: [],
      },
    },
    {
      name: 'a withdrawal',
      events: [first, withdrawn],
      says: {
        first: '2026-05-01',
        live: null,
        withdrawn: { day: '2026-05-09', reason: 'a mistake' },
      },
    },
    {
      name: 'a withdrawal that readers are told of, a language at a time',
      events: [
        first,
        { ...withdrawn, note: { en: 'The source took it back.' } },
        { ...withdrawn, day: '2026-05-12', reason: 'other', note: { zh: '消息来源撤回。' } },
        { ...withdrawn, day: '2026-05-13', note: { en: 'Two sources took it back.' } },
      ],
      says: {
        live: null,
        withdrawn: {
          day: '2026-05-09',
          reason: 'a mistake',
          note: { en: 'Two sources took it back.', zh: '消息来源撤回。' },
        },
      },
    },
    {
      name: 'of a second withdrawal nothing that was said of the first',
      events: [
        first,
        { ...withdrawn, note: { en: 'The source took it back.' } },
        published(10),
        { ...withdrawn, day: '2026-05-11' },
      ],
      says: { withdrawn: { day: '2026-05-11', reason: 'a mistake' } },
    },
    {
      name: 'that what was never out cannot be withdrawn',
      events: [withdrawn],
      says: { live: null, withdrawn: null },
    },
    {
      name: 'a return',
      events: [first, withdrawn, published(10)],
      says: { first: '2026-05-01', withdrawn: null, changes: [] },
    },
    {
      name: 'a key that is gone',
      events: [first, published(2, { texts: { title: null } })],
      says: { texts: new Map() },
    },
  ])('tells $name', ({ events, says }) => {
    const lines = events.map((event) => `${serializeEvent(event)}\n`).join('');
    const told = historyOfRecord(readRecord(lines).events);
    expect(told).toMatchObject(says);
    expect(told.withdrawn?.note).toEqual(says.withdrawn?.note);
  });

  it('comes back from its lines; a damaged one is named and hides no other', () => {
    const text = `${serializeEvent(first)}\n{"event":"publi\n\n${serializeEvent(withdrawn)}\n`;
    expect(readRecord(text)).toEqual({ events: [first, withdrawn], broken: [2] });
  });
});

const texts = fc.dictionary(
  fc.constantFrom('title', 'dek', 's1aaaaaaa', 's2bbbbbbb'),
  fc.record({ zh: fc.option(fc.string()), en: fc.option(fc.string()) }),
);

it('knows every text after any row of publications', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (rows) => {
      const events: PublicationEvent[] = [];
      for (const [index, row] of rows.entries()) {
        const before = historyOfRecord(events).texts;
        events.push(published(index + 1, { texts: deltaOf(before, new Map(Object.entries(row))) }));
      }
      expect(historyOfRecord(events).texts).toEqual(new Map(Object.entries(rows.at(-1) ?? {})));
    }),
  );
});

describe('merging', () => {
  const path = 'articles/market.published.jsonl';
  const lines = (events: readonly PublishedEvent[]) =>
    events.map((event) => `${serializeEvent(event)}\n`).join('');
  const merged = (base: string, ours: string, theirs: string) =>
    mergeFiles(path, { base, ours, theirs })?.text;

  it('keeps what both sides added, by time, each once', () => {
    const base = lines([first]);
    const ours = lines([first, published(4)]);
    const theirs = lines([first, published(3), published(4)]);
    expect(merged(base, ours, theirs)).toBe(lines([first, published(3), published(4)]));
  });

  it('is the same whoever merges whom, and loses no line that one side cut off', () => {
    const some = fc
      .uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 6 })
      .map((days) => lines(days.map((day) => published(day))) + '{"torn\n');
    fc.assert(
      fc.property(some, some, some, (base, ours, theirs) => {
        const text = merged(base, ours, theirs);
        expect(merged(base, theirs, ours)).toBe(text);
        const all = new Set([base, ours, theirs].flatMap((side) => side.split('\n')));
        expect(new Set(text?.split('\n'))).toEqual(all);
      }),
    );
  });
});
