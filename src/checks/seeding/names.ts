/** People and places that a pair names on both sides, by means of the seeder's own. */
import { pinyin } from 'pinyin-pro';
import type { Name } from './edit.ts';
import { PLACES, SURNAMES } from './name-data.ts';

interface PairTexts {
  readonly zh: string;
  readonly en: string;
}

const ZH_PLACE = new RegExp([...PLACES.keys()].join('|'), 'g');

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at !== -1 && !/^\p{L}$/u.test(text.charAt(at + word.length));
}

function placesIn({ zh, en }: PairTexts): Name[] {
  return [...new Set(zh.match(ZH_PLACE))].flatMap((place): Name[] => {
    const other = PLACES.get(place) ?? '';
    return hasWord(en, other) ? [{ kind: 'place', zh: place, en: other }] : [];
  });
}

const HAN_NAME = new RegExp(`\\b(${[...SURNAMES.keys()].join('|')}) ([A-Z][a-z]{1,10})\\b`, 'g');

function spelled(han: string): string {
  return pinyin(han, { toneType: 'none', type: 'array', v: true }).join('').replaceAll('v', 'u');
}

/** `Mao Ning` where the Chinese has a surname 毛 and after it what is spelled "ning". */
function hanNamesIn({ zh, en }: PairTexts): Name[] {
  return [...new Set(en.match(HAN_NAME))].flatMap((whole): Name[] => {
    const [surname = '', given = ''] = whole.split(' ');
    const surnames = SURNAMES.get(surname) ?? '';
    for (const found of zh.matchAll(new RegExp(`[${surnames}](?=(\\p{Script=Han}{1,2}))`, 'gu'))) {
      const after = found[1] ?? '';
      const own = [after, after.slice(0, 1)].find((part) => spelled(part) === given.toLowerCase());
      if (own !== undefined) return [{ kind: 'han', zh: found[0] + own, en: whole }];
    }
    return [];
  });
}

/** Words and signs next to which a name in Han characters begins and ends: the script does not say. */
const ZH_BEFORE =
  '总统|主席|总理|首相|部长|先生|女士|教授|演员|导演|记者|的|是|和|与|对|在|由|向|说|人|员|长|手|者|师|士|官|星';
const ZH_AFTER =
  '表示|说|称|指|认|告|写|是|在|的|和|与|于|将|已|也|为|曾|对|从|向|被|有|等|及|以|则|还|先|女|一|今|宣|接|去|当|因|获|成|担|出|前|访|会|主|领|参|发|拒|警|呼|强|批|谈|回|补|提|同|签|任|所|这|那|此|只|又|正|都|能|不|没|未|无|首|其|带|率|作|创|死|生|到|来|进|赢|击|打|上|下|问|举|承|要';
const ZH_FOREIGN = new RegExp(
  `(?<=^|[^\\p{Script=Han}·•・]|${ZH_BEFORE})(?:(?!${ZH_BEFORE})\\p{Script=Han}){1,5}[·•・]\\p{Script=Han}{2,6}?(?=$|[^\\p{Script=Han}·•・]|${ZH_AFTER})`,
  'gu',
);
const EN_FOREIGN =
  /(?<![\p{L}’'-])\p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}[\p{L}-]+(?!['’]?[\p{Lu}-]|\p{L}| \p{Lu}\p{Ll})/gu;
/** Runs of capitals that name no person. */
const NO_PERSON =
  /^(?:The|In|On|At|As|A|An|And|But|For|From|When|While|After|Before|By|With|Since|President|Mr|Prime|New|North|South|East|West|United|White|World|National|Foreign|Los|San|Hong|Saudi)\b|\b(?:House|University|Party|States?|Union|Department|Council|Ministry|Minister|President|Court|Times|Post|News|Bank|League|Cup|Games|Club|City|Street|Committee|Company|Group|Act|Day|War|Street|School|College|Institute|Center|Centre|Church|Kingdom|Republic|Airport|Park)$/;
/** Only where either side has exactly one: then they are the same person. */
function foreignNameIn({ zh, en }: PairTexts): Name[] {
  const [zhName, ...zhMore] = new Set(zh.match(ZH_FOREIGN));
  if (zhName === undefined || zhMore.length > 0) return [];
  const runs = [...new Set(en.match(EN_FOREIGN))].filter((run) => !NO_PERSON.test(run));
  const [enName, ...enMore] = runs.filter((run) => ![...PLACES.values()].includes(run));
  if (enName === undefined || enMore.length > 0) return [];
  return [{ kind: 'foreign', zh: zhName, en: enName }];
}

/** Who and what a pair names, as far as it can be said for certain. */
export function namesIn(pair: PairTexts): readonly Name[] {
  return [...placesIn(pair), ...hanNamesIn(pair), ...foreignNameIn(pair)];
}
