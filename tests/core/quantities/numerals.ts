/** Writes whole numbers in words, for tests that read them back. */

const ZH = '零一二三四五六七八九';
const ZH_UNITS = ['', '十', '百', '千'];

/** Up to 9999, with 零 in the gaps. */
function zhSection(n: number): string {
  const digits = String(n);
  const written = [...digits].map((digit, index) =>
    digit === '0' ? '零' : `${ZH[Number(digit)]}${ZH_UNITS[digits.length - 1 - index]}`,
  );
  return written.join('').replace(/零+/g, '零').replace(/零$/, '');
}

/** 1 to 999,999,999,999 as an adult writes them: 一千零二十万三千. */
export function inChinese(n: number): string {
  const sections = [
    [Math.floor(n / 1e8), '亿'],
    [Math.floor(n / 1e4) % 1e4, '万'],
    [n % 1e4, ''],
  ] as const;
  let text = '';
  for (const [value, unit] of sections) {
    if (value === 0) continue;
    const gap = text !== '' && value < 1000;
    text += `${gap ? '零' : ''}${zhSection(value)}${unit}`;
  }
  return text;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function below100(n: number): string {
  if (n < 20) return SMALL[n] ?? '';
  const ones = n % 10;
  return `${TENS[Math.floor(n / 10)]}${ones === 0 ? '' : `-${SMALL[ones]}`}`;
}

function below1000(n: number): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 0) return below100(rest);
  return `${SMALL[hundreds]} hundred${rest === 0 ? '' : ` and ${below100(rest)}`}`;
}

/** 1 to 999,999,999,999. */
export function inEnglish(n: number): string {
  const groups = [
    [Math.floor(n / 1e9), ' billion'],
    [Math.floor(n / 1e6) % 1000, ' million'],
    [Math.floor(n / 1e3) % 1000, ' thousand'],
    [n % 1000, ''],
  ] as const;
  return groups
    .filter(([value]) => value > 0)
    .map(([value, scale]) => `${below1000(value)}${scale}`)
    .join(' ');
}
