/** Offices by their words in both languages. */

export interface Office {
  readonly zh: RegExp;
  readonly en: RegExp;
}

/** In English one word may stand for several Chinese offices; in Chinese the longest word counts. */
export const OFFICES: readonly Office[] = [
  { zh: /总统/u, en: /\bpresiden(?:t|ts|tial|cy)\b|\bPOTUS\b/iu },
  {
    zh: /(?<![候])主席(?![台团令])/u,
    en: /\b(?:chair(?:man|men|woman|person|s|ed|ing)?|president(?:s|ial|cy)?|leaders?|heads?|speaker)\b/iu,
  },
  { zh: /总理/u, en: /\b(?:premiers?|prime minist(?:er|ers|erial)|chancellors?|PMs?)\b/iu },
  { zh: /首相/u, en: /\b(?:prime minist(?:er|ers|erial)|premiers?|PMs?|Downing Street)\b/iu },
  {
    zh: /部长|外长|防长|财长|大臣/u,
    en: /(?<!prime )\b(?:minist(?:er|ers|erial)|secretar(?:y|ies)|heads?|chiefs?|directors?|commissioners?|chancellor|czar|chair(?:man)?)\b/iu,
  },
  { zh: /国务卿/u, en: /\bsecretar(?:y|ies) of state\b|\bSecretary\b/u },
  { zh: /省长|州长|总督|都督/u, en: /\b(?:governors?|gov|gubernatorial|prefects?|premiers?)\b/iu },
  { zh: /市长/u, en: /\b(?:mayors?|mayoral)\b/iu },
];

/** Words of which each says an office of its own, for what stands in the place of one. */
export const ENGLISH_OFFICE =
  /(?<!vice[ -])\b(?:president(?:s|ial|cy)?|chair(?:man|woman)|premiers?|prime minist(?:er|ers|erial)|(?<!prime )ministers?|mayors?|governors?|secretary of state|chancellors?)\b/giu;

/** Chinese words for those who may be called a chairman, a president, a minister too. */
export const OTHER_OFFICE =
  /董事长|会长|委员长|院长|书记|校长|行长|总裁|社长|理事长|议长|领导人|领袖|元首|首脑|总干事|秘书长|负责人|大使|阁员|高官|官员|内阁|部级|首长|长官|行政|局长|主任|主持|议员|公使|牧师|神父|会议主持/u;
