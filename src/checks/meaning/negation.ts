/**
 * Whether a text denies something, and whether it might. Words that deny for certain are few; those that may
 * say the same without a negation are many, and all of them excuse.
 */
import type { Lang, Span } from '../../core/model.ts';
import { OPINION_WORDS } from '../../core/second-opinion/facts.ts';

/** Words in which a negation's letters deny nothing, beyond those that the second opinion knows. */
const NO_NEGATION: Readonly<Record<Lang, RegExp>> = {
  zh: /密不可分|爱不释手|赞不绝口|绝口不|不绝|遥不可及|深信不疑|供认不讳|直言不讳|毫不讳言|沉默不语|百折不|持续不断|源源不断|满不在乎|惨不忍睹|不时|不停|忍不住|不客气|没关系|挥之不去|目不暇接|不舍|念念不忘|孜孜不倦|坚持不懈|不懈|坚定不移|势不可挡|势在必|不堪|层出不穷|不负|不屈|不知所措|防不胜防|迫不及待|刻不容缓|不容|不慎|不胜|前所未有|史无前例|不起眼|看不起|机不离手|不寻常|不择手段|不良|不景|不俗|不菲|不凡|不朽|不公|不正|不变|不平|不甚|不速|不宣|不谋而合|出其不意|意想不到|没准|没事|没用|不至于|不得已|不一样|不见|不够|不易|不及|不肯|不忘|不远|不多|不大|不太|不明|不实|不当|不动|无影|无不|不得不|不可不|不能不|不会不|没有不|不无|无不|并非不|不可避免|不可或缺|不一会|毫不|不惜|不约而同|不遗余力|不折不扣|不已|不休|不料|不愧|不免|不妨|不必说|不用说|更不用|不可思议|不景气|不动产|不锈钢|不倒翁|不等|不论|不外乎|不计其数|不一|不顾|不利|不良|不法|不幸|不安|不满|不足|不便|不适|不和|不对|不错|不算|不见得|要不然|要不是|好不容易|岂不|何不|无偿|无线|无人机|无人|无锡|无线电|无产|无私|无辜|无关|无穷|无限|无比|无情|无声|无形|无意|无奈|无聊|无效|无缝|无障碍|无处|无家可归|无罪|无党派|无源|无菌|未婚|未遂|未成年|未知|未央|没收|没落|埋没|淹没|出没|没错|非法|非凡|非遗|非典|非物质|非政府|非裔|非营利|非正式|是非|非公|勿忘/gu,
  en: /\b(?:not? (?:only|just|merely|simply|least|to mention|surprising(?:ly)?|uncommon|unlike|even close)|no (?:doubt|wonder|matter|sooner|less than|fewer than|more than|stranger)|none other than|nothing (?:but|less)|why not|if not|whether or not|more often than not|not? later than|No\. ?\d)/gi,
};

const DENIES: Readonly<Record<Lang, RegExp>> = {
  zh: /没有|没|不|并未|尚未|从未|未(?!来)|无法|无需|无权|拒绝|否认|禁止|切勿|勿/gu,
  en: /\b(?:not|never|nobody|nothing|none|neither|nor|cannot|without|no)\b|n['’]t\b/gi,
};

/** Any sign that a text says no: whoever finds one looks no further. */
const MIGHT: Readonly<Record<Lang, RegExp>> = {
  zh: /[不没沒无無勿莫否拒禁缺免绝避弃罢忘漏败怎哪吗岂]|未(?!来)|非(?![洲常])|别(?=[人再让去想忘把给太])|反(?![映应复])|难(?![民])|很少|更少|极少|鲜有|失(?!业)|停止|中止|终止|停业|停产|停工|欠|为零|除非|除了|仅|只|才(?![能华干])|何(?!事)|谁|以外|取代|代替|离开|离婚|违|抗(?![议日])|抵制|阻|退出|疏|单薄|初|第一次|首次|残障|假|白费|空谈|缓|迟|还好/u,
  en: new RegExp(
    [
      String.raw`\b(?:no|not|non|none|nor|never|neither|nobody|nothing|nowhere|without|cannot|hardly|barely|scarcely|seldom|rarely|few|fewer|fewest|less|least|little|only|except|unless|until|unable|against|instead|rather|beyond|far from|free (?:of|from)|too|yet|hard to|harder to|tough|wrong|bad|worse|worst|hate|before|under|out of|immune|sorry|okay|ban|bans|raw|ill|gone|past|former|ex)\b`,
      String.raw`\b(?:fail|lack|refus|reject|prohibit|oppos|avoid|prevent|stop|halt|miss|absen|declin|cancel|exclud|exempt|ignor|neglect|ceas|false|poor|weak|difficult|impossib|leav|short|quit|withdr|resist|block|doubt|differ|contrary|forb|los[es]|lost|deni|deny|depriv|bann|regardless|whatever|conceal|hid|hesit|stubborn|reluct|embarrass|unchang|blind|silen|despis|precarious|lingering|frustrat|forg[eo]t|rare|alleviat|escap|evad|spar|abstain|insep|collaps|imposs|contain|curb|limit|restrict|suspend|drop|remov|waiv|scrap|reluctan|condemn|illegal|crime|crimin|neutral|secret|unique|alone|lone|pure)\w*`,
      String.raw`\b(?:dis\w{4,}|un(?!i[tv]|der)\w{3,}|in(?:ab|ac|ad|ap|at|cap|com|cor|def|eff|el|equ|ev|exp|fr|hum|jus|nu|op|sec|sens|sig|suf|tol|val|vis)\w+|im(?:pos|pat|prop|moral|mobil|mat)\w+|il(?:leg|lit|log)\w+|ir(?:re)\w+|non-?\w+|anti-?\w+|\w+less(?:ly|ness)?|\w+-free)\b`,
      String.raw`n['’]t\b|\?`,
    ].join('|'),
    'i',
  ),
};

/** Signs without which no text denies anything. */
const SIGN: Readonly<Record<Lang, RegExp>> = {
  zh: /[不没沒未无無勿拒否禁]/u,
  en: /\b(?:no|n[eo]\w+|cannot|without)\b|n['’]t\b/i,
};

function blank(words: string): string {
  return ' '.repeat(words.length);
}

/** Where a text denies something for certain. */
export function denialsIn(text: string, lang: Lang): readonly Span[] {
  if (!SIGN[lang].test(text)) return [];
  const rest = text
    .replace(NO_NEGATION[lang], blank)
    .replace(OPINION_WORDS[lang].noNegation, blank);
  return [...rest.matchAll(DENIES[lang])].map(({ index, 0: word }) => {
    return { from: index, to: index + word.length };
  });
}

/** Whether anything in a text may stand for a negation. */
export function mayDeny(text: string, lang: Lang): boolean {
  return MIGHT[lang].test(text);
}
