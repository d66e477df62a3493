/** Links to a heading of the same article, as other programs name its place. */
import { describe, expect, it } from 'vitest';
import { articleState, OPTIONS, renderTexts } from './builder.ts';
import { byName, parsePage } from './html.ts';

const TEXT = '---\ntitle: 二\n---\n\n## 时刻表（新）\n\n第一句。\n\n## *Fares* and passes\n\n';

function hrefs(link: string, folder: string): readonly unknown[] {
  const state = articleState('note', `${TEXT}见${link}。\n`, ({ segment }) =>
    segment.text === '时刻表（新）' ? 'New timetable: 2026' : segment.text,
  );
  const page = parsePage(renderTexts([state], OPTIONS).get(`${folder}/note/index.html`) ?? '');
  const ids = new Map(
    state.units.map(({ key, segment }) => [`#s-${key}`, segment.text.replaceAll(/<\/?1>/g, '')]),
  );
  const links = byName(page, 'a').map(({ properties }) => String(properties['href']));
  return [
    ...new Set(links.filter((href) => href.startsWith('#')).map((href) => ids.get(href) ?? href)),
  ];
}

describe.each(['zh', 'en'])('on the page %s', (folder) => {
  it.each([
    ['[此](#时刻表新)', '时刻表（新）'],
    ['[此](#new-timetable-2026)', '时刻表（新）'],
    ['[此](#Fares-and-passes)', 'Fares and passes'],
    ['<a href="#fares-and-passes">此</a>', 'Fares and passes'],
  ])('%s leads to a heading', (link, heading) => {
    expect(hrefs(link, folder)).toEqual(['#text', heading]);
  });

  it.each(['#票价', '#s-nowhere', '#fn-1'])('%s stays as it is', (link) => {
    expect(hrefs(`[此](${link})`, folder)).toEqual(['#text', encodeURI(link)]);
  });
});
