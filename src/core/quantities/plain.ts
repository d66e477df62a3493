/** One way of writing figures and numerals, character for character, so that offsets stay true. */

const WIDE = /[\uFF01-\uFF5E￥￡\u3000\u00A0\u2007\u202F]/g;
const VARIANTS: Readonly<Record<string, string>> = {
  萬: '万',
  億: '亿',
  兩: '两',
  點: '点',
  餘: '余',
  幾: '几',
  來: '来',
  時: '时',
  號: '号',
  歲: '岁',
  週: '周',
  後: '后',
  雙: '双',
  禮: '礼',
  數: '数',
  個: '个',
  級: '级',
  屆: '届',
  噸: '吨',
  圓: '元',
  塊: '块',
  '○': '〇',
};

const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');

/** What cheques and old texts write; single ones are words: 拾音, 伍先生. */
const FORMAL: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
};
const FORMAL_RUN = /[壹贰貳叁參肆伍陆陸柒捌玖][拾佰仟零壹贰貳叁參肆伍陆陸柒捌玖万亿]+/g;

function informal(run: string): string {
  return [...run].map((char) => FORMAL[char] ?? char).join('');
}

function narrow(wide: string): string {
  const code = wide.charCodeAt(0);
  if (code < 0xff00) return ' ';
  if (code > 0xff5e) return wide === '￥' ? '¥' : '£';
  // A full-width comma, colon or bracket ends a clause; a half-width one may stand in a number.
  return /[，：；（）！？]/.test(wide) ? wide : String.fromCharCode(code - 0xfee0);
}

/** What steers a terminal states no number. */
const STEERING = /\u001b(?:\[[0-9;]{0,20}[A-Za-z]?|\][^\u0007\u001b]{0,200}\u0007?)/g;

function withoutSteering(text: string): string {
  if (!text.includes('\u001b')) return text;
  return text.replace(STEERING, (found) => ' '.repeat(found.length));
}

/** Any of what is written in another way; most English texts hold none of it. */
const ANY = new RegExp(
  `[\\uFF01-\\uFF5E￥￡\\u3000\\u00A0\\u2007\\u202F\\u001b${Object.keys(VARIANTS).join('')}${Object.keys(FORMAL).join('')}]`,
);

/** Full-width figures and letters as half-width, Traditional numerals as Simplified; as long as the text. */
export function plain(text: string): string {
  if (!ANY.test(text)) return text;
  return withoutSteering(text)
    .replace(WIDE, narrow)
    .replace(VARIANT, (one) => VARIANTS[one] ?? one)
    .replace(FORMAL_RUN, informal);
}
