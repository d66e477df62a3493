import type { FactWords } from './language.ts';

const NUMBERS =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|quarters?|thirds?|fourths?|fifths?|sixth|seventh|eighth|ninth|tenth|first|second|once|twice|double[ds]?|triple[ds]?|couple|pair|both|several|few|fewer|more|most|less|least|all|every|each|many|nearly|almost|about|around|over|under|above|below|up|down';
const DATES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|today|tonight|yesterday|tomorrow|morning|noon|afternoon|evening|night|midnight|last|next|this|ago|before|after|since|until|early|late|year|month|week|day|hour|minute|a\\.m|p\\.m';

export const en: FactWords = {
  numberWord: new RegExp(`\\b(?:${NUMBERS}|${DATES})\\b`, 'giu'),
  negation:
    /\b(?:not|no|none|nor|never|neither|nobody|nothing|nowhere|without|cannot|hardly|barely|scarcely|rarely|seldom|refus\w*|den(?:y|ies|ied|ying|ial)|reject\w*|ban(?:s|ned|ning)?|fail\w*|lack\w*|against|except|unless|un\w{4,}|non\w{3,}|in(?:sufficient|complete|correct|ability|adequate|effective|capable)\w*|im(?:possible|proper|perfect)\w*|il(?:legal|legitimate)\w*|ir(?:regular|relevant|responsible)\w*|dis(?:agree|approv|continu|miss|band|prov)\w*)\b|n['’]t\b/giu,
  // A capital inside a sentence; the first word's capital says nothing, but is compared too.
  name: /\b\p{Lu}[\p{L}\p{M}'’-]*/gu,
  slips: [
    ['and', '&'],
    ['percent', 'per cent'],
    ['adviser', 'advisor'],
    ['OK', 'okay'],
  ],
  typos: true,
};
