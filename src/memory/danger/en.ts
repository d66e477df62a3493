/** Facts about English. */
import type { DangerWords, Replacement } from './danger-words.ts';

const MONTHS =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May(?=\\s\\d|,|\\sto\\b|\\.?$)|(?<=\\b(?:in|of|since|until|by|last|next|this|\\d)\\s)May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
const DAYS =
  'Mon(?:day|\\.)|Tue(?:s(?:day|\\.)|\\.)|Wed(?:nesday|\\.)|Thu(?:rs(?:day|\\.)|\\.)|Fri(?:day|\\.)|Sat(?:urday|\\.)|Sun(?:day|\\.)';
const LOWER =
  '[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Mm]orning|[Nn]oon|[Aa]fternoon|[Ee]vening|[Nn]ight|[Mm]idnight|[Dd]awn|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ee]aster|[Cc]hristmas|[Rr]amadan';
const PERIODS =
  '(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Pp]revious|[Cc]oming|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)\\s(?:week(?:end)?|month|quarter|half|year|decade|century|spring|summer|autumn|fall|winter)|(?:[Ee]arly|[Ll]ate|[Mm]id)(?:\\s|-)(?=[A-Z\\d])';
const DATES = new RegExp(
  `\\b(?:${MONTHS}|${DAYS}|${LOWER}|${PERIODS}|(?:1[5-9]|20)\\d\\d(?:s|(?![\\d,.]*\\d))|\\d{1,2}(?:st|nd|rd|th)\\b|[ap]\\.m|[ap]m\\b)|(?<=(?:${MONTHS})\\s)\\d{1,2}\\b|\\b\\d{1,2}(?=\\s(?:${MONTHS}))`,
  'gu',
);

function foldDate(date: string): string {
  const lower = date.toLowerCase().replace(/\.|(?<=\d)(?:st|nd|rd|th)$/gu, '');
  return /^[a-z]{3,9}$/u.test(lower) && new RegExp(`^(?:${MONTHS}|${DAYS})$`, 'u').test(date)
    ? lower.slice(0, 3)
    : lower;
}

/** How much or how many follows. */
const BEFORE_AMOUNT = String.raw`(?=\s+[$€£¥]?(?:\d|half\b|an?\s(?:third|quarter|fifth|dozen|hundred|thousand|million)|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|millions?)\b))`;
const COUNTS = String.raw`(?<!at\s)(?:first|last)|second|(?<=\p{L}\s)once|twice|thrice|double[ds]?|tripl(?:e[ds]?|ing)|quadrupled?|half|halves|halved|quarters?|couple|pair|both|several|few|fewer|fewest|many|most(?=\sof\b|\s\p{L}+s\b)|(?:more|less)(?=\sthan\b)|majority|minority|all|every|none|at\sleast|at\smost`;
const UNITS = String.raw`dollars?|euros?|pounds?|yuan|renminbi|yen|roubles?|rubles?|rupees?|percentage\spoints?|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|cm|mm|tons?|tonnes?|kilograms?|kg|grams?|hectares?|acres?|celsius|fahrenheit`;
const AMOUNTS = new RegExp(
  `\\b(?:${COUNTS}|(?:nearly|almost|over|under|above|below)${BEFORE_AMOUNT}|${UNITS})\\b|[$€£¥₽₩]`,
  'giu',
);

const SAME_AMOUNT: readonly (readonly [RegExp, string])[] = [
  [/^(?:kilomet(?:er|re)s?|km)$/u, 'km'],
  [/^(?:kilograms?|kg)$/u, 'kg'],
  [/^(?:dollars?|\$)$/u, '$'],
  [/^(?:euros?|€)$/u, '€'],
  [/^(?:pounds?|£)$/u, '£'],
  [/^(?:yuan|renminbi|¥)$/u, '¥'],
  [/^(?:rou|ru)bles?|₽$/u, '₽'],
  [/^(?:tons?|tonnes?)$/u, 'ton'],
  [/^(?:nearly|almost)$/u, 'nearly'],
  [/^(?:over|above)$/u, 'over'],
  [/^(?:under|below)$/u, 'under'],
  [/^doubl.*$/u, 'double'],
];

function foldAmount(amount: string): string {
  let folded = amount.toLowerCase();
  for (const [pattern, one] of SAME_AMOUNT) folded = folded.replace(pattern, one);
  return folded.length > 3 ? folded.replace(/s$/u, '') : folded;
}

/** Words that sentences begin with and that name nobody. */
const OPENERS: ReadonlySet<string> = new Set(
  'a about above according across after again against all almost already also although always among an and another any anyone are around as at authorities authority back because before behind below beneath beside besides between beyond both but buyers by can citizens could customers despite did do during each early earlier either elsewhere even every everyone everything experts farmers few finally first following for four from further government half he her here hers his how however i if in indeed inside instead into it its itself just last late later local many may meanwhile military ministers more moreover most much my neighbours neighbors neither never nevertheless new next no nobody none nor not nothing now of officials often on once one only other others our out outside over own part passengers past people perhaps police possibly previously prices prosecutors rather readers recently reporters residents rescuers scientists second seven several shares she should similarly since six so some someone something sometimes soon still students such suddenly teachers ten than that the their them then there therefore these they this those though three through throughout thus to today together tomorrow tonight too towards two under until up upon us visitors voters was we were what when whenever where whether which while who whoever whole whose why will with within without witnesses workers would yes yesterday yet you your'.split(
    ' ',
  ),
);

function isOpenerName(word: string): boolean {
  if (!/^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(word)) return false;
  const lower = word.toLowerCase().replace(/['’]s$/u, '');
  return !OPENERS.has(lower) && !/(?:ly|ing|ed|ers|ions|ists|ians|men|ments?)$/u.test(lower);
}

/** The capital of a first word says nothing; where both texts begin with a word that may be a name, it may be one. */
function isNameReplaced(
  texts: { readonly source: string; readonly query: string },
  { hunk }: Replacement,
): boolean {
  const starts = [texts.source.slice(0, hunk.source.from), texts.query.slice(0, hunk.query.from)];
  if (starts.some((start) => /[\p{L}\p{N}]/u.test(start))) return false;
  const [before, after] = [texts.source, texts.query].map(
    (text) => /[\p{L}\p{M}'’-]+/u.exec(text)?.[0] ?? '',
  );
  if (before === after) return false;
  return isOpenerName(before ?? '') && isOpenerName(after ?? '');
}

export const en: DangerWords = {
  dates: DATES,
  foldDate,
  amounts: AMOUNTS,
  foldAmount,
  negation:
    /\b(?:rarely|except|unless|against|dis(?:agree|approv|continu|prov|satisf|obey|qualif)\w*|un(?:likely|lawful|safe|fair|true|happy|clear|willing|necessary|successful|changed|paid|armed|employed|confirmed|verified|expected|available|acceptable|affected|damaged|harmed|hurt|injured|aware|popular|reliable|stable|official|authori[sz]ed)\w*|in(?:complete|correct|adequate|effective|capable|sufficient|valid|accurate|secure|eligible|admissible|active)\w*|im(?:proper|perfect|probable|mune)\w*|il(?:legal|legitimate)\w*|ir(?:regular|relevant|responsible)\w*|halt(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|revok(?:e[sd]?|ing)|overturn(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|withdr[ae]w\w*|void(?:s|ed|ing)?|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|free\sof)\b/giu,
  unlike: [],
  names: /(?!)/gu,
  isNameReplaced,
};
