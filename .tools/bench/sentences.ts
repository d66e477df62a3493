/** Sentences in Chinese and English, made up from words and numbers: the same seed, the same text. */
import type { Pair } from '../../src/core/model.ts';

/** A seeded source of numbers (mulberry32): an integer from 0 to below `limit`. */
export type Draw = (limit: number) => number;

export function seeded(seed: number): Draw {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Words = readonly (readonly [zh: string, en: string])[];

const PLACES: Words = [
  ['北港', 'Beigang'],
  ['松河镇', 'Songhe'],
  ['白石口岸', 'the Baishi border post'],
  ['内罗毕', 'Nairobi'],
  ['叶卡捷琳堡', 'Yekaterinburg'],
  ['釜山', 'Busan'],
  ['蒙巴萨', 'Mombasa'],
  ['汉堡', 'Hamburg'],
];

const BODIES: Words = [
  ['海关', 'customs office'],
  ['商会', 'chamber of commerce'],
  ['气象台', 'weather bureau'],
  ['港务局', 'port authority'],
  ['图书馆', 'library'],
  ['渔业合作社', 'fishing cooperative'],
];

const GOODS: Words = [
  ['箱茶叶', 'crates of tea'],
  ['台缝纫机', 'sewing machines'],
  ['吨小麦', 'tonnes of wheat'],
  ['件包裹', 'parcels'],
  ['辆自行车', 'bicycles'],
  ['册旧书', 'old books'],
];

const WAYS: Words = [
  ['铁路', 'by rail'],
  ['海运', 'by sea'],
  ['公路', 'by road'],
  ['内河航运', 'by barge'],
];

type Pick = (words: Words) => { readonly zh: string; readonly en: string };

interface Slots {
  readonly pick: Pick;
  readonly draw: Draw;
  /** A number as both languages write it. */
  readonly amount: () => string;
}

type Template = (slots: Slots) => Pair;

const MONTHS = ['January', 'March', 'April', 'June', 'August', 'September', 'November'] as const;
const MONTH_NUMBERS = [1, 3, 4, 6, 8, 9, 11] as const;

const TEMPLATES: readonly Template[] = [
  ({ pick, draw, amount }) => {
    const [place, body, goods, way] = [pick(PLACES), pick(BODIES), pick(GOODS), pick(WAYS)];
    const [month, day, number] = [draw(MONTHS.length), draw(28) + 1, amount()];
    return {
      zh: `${MONTH_NUMBERS[month]}月${day}日，${place.zh}${body.zh}表示，已有${number}${goods.zh}经${way.zh}运到。`,
      en: `On ${MONTHS[month]} ${day}, the ${body.en} of ${place.en} said that ${number} ${goods.en} had arrived ${way.en}.`,
    };
  },
  ({ pick, amount }) => {
    const [from, to, goods] = [pick(PLACES), pick(PLACES), pick(GOODS)];
    const [first, second] = [amount(), amount()];
    return {
      zh: `从${from.zh}到${to.zh}的运费，由每批<1>${first}</1>元降到了${second}元，${goods.zh.slice(1)}除外。`,
      en: `Freight from ${from.en} to ${to.en} fell from <1>${first}</1> yuan a load to ${second} yuan, ${goods.en} excepted.`,
    };
  },
  ({ pick, amount }) => {
    const [place, body] = [pick(PLACES), pick(BODIES)];
    const number = amount();
    return {
      zh: `“我们等了${number}天。”${place.zh}${body.zh}的一位职员说，“现在轮到别人等了。”`,
      en: `"We waited ${number} days," said a clerk at the ${body.en} in ${place.en}, "and now others wait."`,
    };
  },
  ({ pick, amount }) => {
    const [place, goods, way] = [pick(PLACES), pick(GOODS), pick(WAYS)];
    const number = amount();
    return {
      zh: `${place.zh}的仓库里还存着${number}${goods.zh}，店主们说，走${way.zh}要便宜得多。`,
      en: `A warehouse in ${place.en} still holds ${number} ${goods.en}, and shopkeepers say that sending them ${way.en} is far cheaper.`,
    };
  },
  ({ pick, draw, amount }) => {
    const [place, body] = [pick(PLACES), pick(BODIES)];
    const [share, number] = [draw(90) + 5, amount()];
    return {
      zh: `据${body.zh}统计，${place.zh}去年登记的${number}家店铺中，约有${share}%已经改在网上卖货。`,
      en: `Of the ${number} shops registered in ${place.en} last year, about ${share}% now sell online, according to the ${body.en}.`,
    };
  },
];

/** The next sentence, `<1>…</1>` around what is set in bold. No two draws are likely to be the same. */
export function makeSentence(draw: Draw): Pair {
  const pick: Pick = (words) => {
    const [zh, en] = words[draw(words.length)] ?? ['', ''];
    return { zh, en };
  };
  const amount = () => (draw(99_000) + 1000).toLocaleString('en-US');
  const template = TEMPLATES[draw(TEMPLATES.length)] ?? TEMPLATES[0];
  return template === undefined ? { zh: '', en: '' } : template({ pick, draw, amount });
}

/** The next headline. */
export function makeHeadline(draw: Draw): Pair {
  const [zh, en] = PLACES[draw(PLACES.length)] ?? ['', ''];
  const number = (draw(9000) + 1000).toString();
  return {
    zh: `${zh}一年：第${number}号来信`,
    en: `${en.replace(/^the /, '')} in a year: letter no. ${number}`,
  };
}
