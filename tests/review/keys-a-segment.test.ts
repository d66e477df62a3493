/** How many keys a review takes: twenty drafted sentences, start to end. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import { article, sitDown } from './desk.ts';

const AT = '2024-04-01T08:00:00.000Z';
const PLACES = ['quay', 'square', 'school', 'station', 'market', 'bridge', 'mill', 'church', 'inn'];
const SENTENCES = Array.from({ length: 20 }, (_, at) => {
  const place = PLACES[at % PLACES.length];
  return `The lamp at the ${place} went out in the ${at < 9 ? 'first' : 'second'} night of ${1990 + at}.`;
});
const TEXT = `---\ntitle: 灯\nlang: en\n---\n\n${SENTENCES.join(' ')}\n`;

/** The sentences, each with a machine's draft. */
function drafted() {
  const state = article('lamps', TEXT);
  const operations = state.units.flatMap(({ key, segment }): Operation[] => {
    if (!SENTENCES.includes(segment.text)) return [];
    const source = segment.text;
    const text = `${source.match(/\d{4}/)?.[0] ?? ''}年，灯灭了。`;
    return [
      {
        type: 'draft',
        key,
        at: AT,
        by: 'an',
        draft: { origin: 'engine:deepl', source, text, at: AT },
      },
    ];
  });
  return article('lamps', TEXT, operations);
}

async function start() {
  const desk = await sitDown({ articles: [drafted()], slug: 'lamps' });
  const reviewed = () =>
    desk.article('lamps').units.filter(({ segment, status }) => {
      return SENTENCES.includes(segment.text) && status === 'reviewed';
    }).length;
  const first = desk.article('lamps').units.findIndex(({ segment }) => {
    return segment.text === SENTENCES[0];
  });
  await desk.press('home', ...Array.from({ length: first }, () => 'down'));
  return { desk, reviewed };
}

describe('twenty drafted sentences', () => {
  it('are there', () => {
    const drafts = drafted().units.filter(({ status }) => status === 'draft');
    expect(drafts).toHaveLength(20);
  });

  it('are accepted with one key each', async () => {
    const { desk, reviewed } = await start();
    for (let keys = 1; keys <= 20; keys += 1) {
      await desk.press(' ');
      expect(reviewed()).toBe(keys);
    }
  });

  it('are accepted in the editor with one key each, and one to open it', async () => {
    const { desk, reviewed } = await start();
    await desk.press('enter');
    for (let keys = 1; keys <= 20; keys += 1) {
      await desk.press('enter');
      expect(reviewed()).toBe(keys);
    }
  });

  it('are edited with what is typed and two keys each at most', async () => {
    const { desk, reviewed } = await start();
    for (let sentence = 1; sentence <= 20; sentence += 1) {
      const isOpen = desk.program.state().session?.editor !== null;
      // The caret stands at the end, and the next sentence opens by itself.
      const keys = isOpen ? ['enter'] : ['enter', 'enter'];
      if (!isOpen) await desk.press('enter');
      await desk.type('真的。');
      await desk.press('enter');
      expect(keys.length).toBeLessThanOrEqual(2);
      expect(reviewed()).toBe(sentence);
    }
    const targets = [...desk.article('lamps').locales.zh.values()];
    expect(targets.filter((text) => text.endsWith('灯灭了。真的。'))).toHaveLength(20);
  });

  it('need no more for one that is edited among those that are accepted', async () => {
    const { desk, reviewed } = await start();
    await desk.press(' ', ' ', 'enter');
    await desk.type('真的。');
    // Back in the list after the second key: the next one opens for writing, and is accepted as is.
    await desk.press('enter', 'enter');
    expect(reviewed()).toBe(4);
  });
});
