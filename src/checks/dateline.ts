import type { Span } from '../core/model.ts';
import type { PairCheck } from './check.ts';
import { lonePlaces } from './names/places.ts';

/** 新华社北京4月2日电, （本报上海5月1日讯） */
const ZH =
  /^[（(【]?[\p{Script=Han}\s]{0,12}?(?:(\d{1,2})月)?(\d{1,2})日(?:\s?[（(][^）)]{0,40}[）)])?\s?(?:电|讯|消息)/u;
/** BEIJING, April 2 (Xinhua) -- */
const EN =
  /^[(]?[\p{Lu}][\p{L}\s.'’-]{2,30},(?: [\p{L}\s.]{2,20},)? ?(?:(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}{0,7}\.? (\d{1,2})|(\d{1,2}) (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}{0,7})/u;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Dateline {
  readonly span: Span;
  readonly month: number | null;
  readonly day: number;
}

function chineseDateline(text: string): Dateline | null {
  const found = text.slice(0, 40).includes('日') ? ZH.exec(text) : null;
  if (found === null) return null;
  const month = found[1] === undefined ? null : Number(found[1]);
  return { span: { from: 0, to: found[0].length }, month, day: Number(found[2]) };
}

function englishDateline(text: string): Dateline | null {
  const found = EN.exec(text);
  if (found === null) return null;
  const month = MONTHS.indexOf((found[1] ?? found[4] ?? '').slice(0, 3)) + 1;
  return { span: { from: 0, to: found[0].length }, month, day: Number(found[2] ?? found[3]) };
}

function isOtherDay(zh: Dateline, en: Dateline): boolean {
  return zh.day !== en.day || (zh.month !== null && zh.month !== en.month);
}

/** City and day of a dateline are the same on both sides. */
export const dateline: PairCheck = {
  id: 'dateline',
  severity: 'warning',
  group: 'meaning',
  scope: 'pair',
  examples: {
    invalid: [
      {
        zh: '新华社北京4月2日电 会议开幕。',
        en: 'SHANGHAI, April 2 (Xinhua) -- The meeting opened.',
      },
    ],
    valid: [
      {
        zh: '新华社北京4月2日电 会议开幕。',
        en: 'BEIJING, April 2 (Xinhua) -- The meeting opened.',
      },
    ],
  },
  run: (view) => {
    const zh = chineseDateline(view.zh);
    const en = zh === null ? null : englishDateline(view.en);
    if (zh === null || en === null) return [];
    const cities = lonePlaces(view, 'zh').filter(({ span }) => span.to <= zh.span.to);
    const others = lonePlaces(view, 'en').filter(({ span }) => span.to <= en.span.to);
    const isElsewhere = cities.length > 0 && others.length > 0;
    if (!isElsewhere && !isOtherDay(zh, en)) return [];
    const values = {
      zh: view.zh.slice(zh.span.from, zh.span.to),
      en: view.en.slice(en.span.from, en.span.to),
    };
    return [{ values, spans: { zh: [zh.span], en: [en.span] } }];
  },
};
