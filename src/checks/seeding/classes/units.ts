/** Wrong units: the figure stays, what it counts is another thing. */
import type { Lang } from '../../../core/model.ts';
import { swapping, type ErrorMaker, type Swap } from '../edit.ts';

/** What stands before a unit: digits, or a word for a number. */
const ZH_NUMBER = '(?<=[\\d万亿千百十一二三四五六七八九两]\\s?)';
const EN_NUMBER =
  '(?<=(?:\\d|\\b(?:hundred|thousand|million|billion|trillion|one|two|three|four|five|six|seven|eight|nine|ten))[ -]?)';

function zh(unit: string, ...others: string[]): Swap {
  return [new RegExp(`${ZH_NUMBER}(?:${unit})`, 'g'), ...others];
}

function en(unit: string, ...others: string[]): Swap {
  return [new RegExp(`${EN_NUMBER}(?:${unit})(?![\\p{L}])`, 'gu'), ...others];
}

const UNITS: Readonly<Record<Lang, readonly Swap[]>> = {
  zh: [
    zh('美元|美金', '元', '欧元'),
    zh('欧元', '美元'),
    zh('日元|港元|英镑|卢布|澳元|加元', '美元', '欧元'),
    zh('元', '美元'),
    zh('平方公里', '平方米'),
    zh('平方米', '平方公里'),
    zh('公里|千米', '英里', '米'),
    zh('英里', '公里'),
    zh('米', '英尺'),
    zh('英尺', '米'),
    zh('厘米', '米', '英寸'),
    zh('亩', '公顷'),
    zh('公顷', '亩'),
    zh('吨', '公斤'),
    zh('公斤|千克', '吨', '磅'),
    zh('磅', '公斤'),
    zh('摄氏度|℃', '华氏度'),
    zh('个百分点', '%'),
    zh('%', '个百分点'),
  ],
  en: [
    en('yuan|RMB', 'US dollars', 'euros'),
    en('(?:U\\.?S\\.? )?dollars', 'yuan', 'euros'),
    en('euros?', 'dollars'),
    en('yen|rubles|roubles', 'dollars'),
    [/\$(?=\d)/g, '€', '£'],
    [/[€£](?=\d)/g, '$'],
    en('square kilomet(?:er|re)s', 'square meters'),
    en('square met(?:er|re)s', 'square kilometers'),
    en('kilomet(?:er|re)s?', 'miles'),
    [/(?<=\d) ?km\b(?! ?\/)/g, ' miles'],
    en('miles', 'kilometers'),
    en('met(?:er|re)s', 'feet'),
    en('feet', 'meters'),
    en('centimet(?:er|re)s|cm', 'inches'),
    en('hectares', 'acres'),
    en('acres', 'hectares'),
    en('metric tons|tons|tonnes', 'kilograms'),
    en('kilograms|kg', 'tons'),
    en('degrees Celsius|°C', 'degrees Fahrenheit'),
    en('percentage points', 'percent'),
    en('percent(?! points)|per cent', 'percentage points'),
    [/(?<=\d)%/g, ' percentage points'],
  ],
};

const DURATIONS: Readonly<Record<Lang, readonly Swap[]>> = {
  zh: [
    zh('个月', '周', '年'),
    zh('周(?!年)', '天', '个月'),
    zh('天', '周', '个小时'),
    zh('个?小时', '分钟', '天'),
    zh('分钟', '小时', '秒'),
    [/(?<=(?<!\d)\d{1,2}\s?|[一二三四五六七八九十两])年(?=[来间后前内])/g, '个月'],
  ],
  en: [
    en('years', 'months'),
    en('months', 'weeks', 'years'),
    en('weeks', 'days', 'months'),
    en('days', 'weeks', 'hours'),
    en('hours', 'minutes', 'days'),
    en('minutes', 'hours', 'seconds'),
  ],
};

/** A currency, a measure, percent for percentage points. */
export const wrongUnit: ErrorMaker = ({ text, lang }) => swapping(text, UNITS[lang]);

/** Days for weeks. */
export const wrongDuration: ErrorMaker = ({ text, lang }) => swapping(text, DURATIONS[lang]);
