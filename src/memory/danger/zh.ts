/** Facts about Chinese. Names of people and bodies are not marked: a replaced run is told by what stands around it. */
import { numbersIn } from '../../core/numbers/read-numbers.ts';
import type { DangerWords, Replacement } from './danger-words.ts';
import { KNOWN_NAMES } from './zh-places.ts';

const NUMERAL = String.raw`(?:\d{1,8}|[〇零一二三四五六七八九十廿卅]{1,8})`;
const DATES = new RegExp(
  [
    `${NUMERAL}(?:年代?|月份?|日|号|时|点(?![${'零〇一二三四五六七八九'}\\d])|世纪|季度)`,
    '(?:周|星期|礼拜)[一二三四五六日天末]',
    '[今昨明前后当次](?:天|日|晚|早|晨|夜)|[今去明前后]年|[本上下](?:个?(?:周|月|星期|世纪|季度))',
    '上午|下午|中午|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|夜间|深夜|午夜|[春夏秋冬][季天]|[上下]半年|[年月][初中底末]',
    '元旦|春节|清明|端午|中秋|国庆节?|除夕|圣诞节?|复活节|斋月',
  ].join('|'),
  'gu',
);

const SAME_DATE: readonly (readonly [RegExp, string])[] = [
  [/号$/u, '日'],
  [/月份$/u, '月'],
  [/^(?:星期|礼拜)/u, '周'],
  [/天$/u, '日'],
  [/个/u, ''],
  [/早晨|早上|清晨/u, '早晨'],
  [/晚间|晚上|夜间/u, '晚上'],
];

function foldDate(date: string): string {
  const values = numbersIn(date, 'zh').map(({ value }) => value);
  const unit = date.normalize('NFKC').replace(new RegExp(NUMERAL, 'gu'), '');
  let folded = /^[周星礼]/u.test(date) ? date : unit;
  for (const [pattern, one] of SAME_DATE) folded = folded.replace(pattern, one);
  return `${values.join(' ')}${folded}`;
}

const AMOUNTS =
  /数[十百千万亿]+|[几好上近成][十百千万亿]+|(?<![\d一二三四五六七八九十百千万亿])[百千万亿](?=[人名个家元次年])|半(?![年岛球径决导])|[翻两三]番|(?<=\d|[一二两三四五六七八九十])(?:倍|成)|多数|少数|半数|大半|大部分|小部分|全部|全体|部分|所有|至少|至多|最多|最少|超过|不足|不到|以上|以下|以内|左右|接近|将近|美元|欧元|英镑|日元|港元|卢布|卢比|韩元|人民币|百分点|个百分点|公里|海里|英里|千米|毫米|厘米|公斤|千克|公吨|万吨|吨|公顷|平方米|平方公里|亩|摄氏度|华氏度|[对双]方?(?=人|腿|手|眼)|首次|再次|第[一二三](?=次|个|名|位|批|届|轮)|第一|一(?=[名位家辆架艘艇起次场座台件条例匹头支只张份](?!旁))/gu;

const SAME_AMOUNT: readonly (readonly [RegExp, string])[] = [
  [/^(?:至少|最少)$/u, '至少'],
  [/^(?:至多|最多)$/u, '至多'],
  [/^(?:全部|全体|所有)$/u, '全部'],
  [/^(?:将近|接近)$/u, '接近'],
  [/^(?:不足|不到)$/u, '不到'],
  [/^(?:千米|公里)$/u, '公里'],
  [/^(?:千克|公斤)$/u, '公斤'],
  [/^个百分点$/u, '百分点'],
];

function foldAmount(amount: string): string {
  let folded = amount;
  for (const [pattern, one] of SAME_AMOUNT) folded = folded.replace(pattern, one);
  return folded;
}

const SURNAME =
  /[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉薛雷贺倪汤罗毕郝安常傅齐康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮席贾路江童颜郭梅林钟徐邱骆高夏蔡田胡凌霍万卢莫丁邓洪石崔吉龚程陆翁段侯宁刘叶白黎曾温古易习肖覃莘裘耿]/u;
const ROLE =
  '总统|主席|总理|首相|部长|外长|防长|财长|市长|省长|州长|县长|镇长|村长|书记|委员|议员|发言人|大使|将军|上校|教授|博士|医生|院士|院长|校长|所长|局长|处长|经理|总裁|董事长|记者|律师|法官|教练|队长|主任|总监|秘书长|专员|代表|导演|作家|演员|歌手|球员|选手|老师|先生|女士|小姐|夫人|同志|先知|国王|女王|王子|教皇|司令|店主|农民|船长|厂长|馆长|会长|工程师|研究员|负责人|创始人|学生|邻居';
const FOREIGN =
  /^[阿艾爱拜奥巴贝彼波伯博布查达戴丹德登迪蒂杜厄恩尔菲费弗戈格根哈赫胡霍基吉季加贾杰京卡凯坎康科克肯库拉莱兰朗劳勒雷利列琳卢鲁罗洛马玛麦曼芒梅门蒙米密莫默姆穆拿纳奈南内尼涅诺努欧帕潘佩彭皮普奇齐恰乔切琼若萨塞赛桑沙珊舍圣施史舒朔斯丝苏索塔泰坦汤特腾廷图托瓦万威韦维魏温沃乌伍希谢辛休雅亚扬耶叶伊英尤尤约泽扎詹珍祖佐兹茨逊娜娅莎蕾黛龙连理]{2,7}$/u;
/** What may stand before a name, and after it. */
const BEFORE_NAME = new RegExp(
  `(?:^|[，。；：、“”（）《》！？\\s]|[和与对向由同及给请了过着]|会见|访问|采访|任命|选举|感谢|据|名叫|叫|${ROLE})$`,
  'u',
);
const AFTER_NAME = new RegExp(
  `^(?:$|[，。；：、“”（）《》！？\\s\\d]|[说称的和与等在将已曾于对向就也是]|表示|指出|认为|强调|介绍|告诉|透露|宣布|主持|出席|会见|回答|回应|访问|抵达|今[天日]|昨[天日]|周[一二三四五六日]|接受|签署|批准|获|当选|担任|领导|率|${ROLE})`,
  'u',
);
const HAN_RUN = /^\p{Script=Han}{0,7}$/u;
const BODY_AFTER =
  /^(?:国(?![家内际防民外])|省|市(?![场民])|县|区(?![别分])|州|郡|镇(?!定)|乡(?!村)|村(?!民)|岛|港(?!口)|湾|河|江|湖|山(?!区)|路(?![线上程过])|街(?![道上])|大学|学院|中学|小学|公司|银行|集团|医院|法院|检察院|部长?(?![分署门件])|队(?!伍)|俱乐部|日报|晚报|电视台|党(?!员)|协会|委员会|局长?(?![面势部限])|大街|机场|火车站|口岸|商会|族|语(?!言))/u;

/** What may stand before the name of a place or body. */
const BEFORE_BODY = /(?:^|[，。；：、“”（）《》！？\s]|[在从到往由是和与的去赴据于经了向])$/u;

/** A replaced run with what stands around it, the same in both texts. */
interface Place {
  readonly before: string;
  readonly after: string;
  readonly runs: readonly [source: string, query: string];
}

function placeOf(text: string, { hunk, source, query }: Replacement): Place {
  const { from, to } = hunk.source;
  return {
    before: text.slice(Math.max(0, from - 8), from),
    after: text.slice(to, to + 8),
    runs: [source, query],
  };
}

/** The same place with so many characters more on the left and on the right. */
function widened({ before, after, runs }: Place, left: number, right: number): Place | null {
  if (left > before.length || right > after.length) return null;
  const [head, tail] = [before.slice(before.length - left), after.slice(0, right)];
  return {
    before: before.slice(0, before.length - left),
    after: after.slice(right),
    runs: [`${head}${runs[0]}${tail}`, `${head}${runs[1]}${tail}`],
  };
}

/** A surname and one or two characters, or (欧阳) three. */
function isOwnName(run: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(run) && SURNAME.test(run.charAt(0));
}

function isName(run: string): boolean {
  return isOwnName(run) || FOREIGN.test(run);
}

function isPersonAt({ before, after, runs }: Place): boolean {
  return BEFORE_NAME.test(before) && AFTER_NAME.test(after) && runs.every(isName);
}

const STEPS = [0, 1, 2];

/** Whether the run, or a run of two more characters on either side, is somebody's name in both texts. */
function isPerson(place: Place): boolean {
  if (place.runs.every((run) => FOREIGN.test(run))) return true;
  return STEPS.some((left) =>
    STEPS.some((right) => {
      const wider = widened(place, left, right);
      return wider !== null && isPersonAt(wider);
    }),
  );
}

/** Whether the run belongs to the name of a place or body, which its end shows: 青石村, 白石村. */
function isBody(place: Place): boolean {
  if (place.runs.includes('')) return false;
  return STEPS.some((right) => {
    const wider = widened(place, 0, right);
    if (wider === null || !BODY_AFTER.test(wider.after)) return false;
    return (
      right === 0 ||
      (BEFORE_BODY.test(wider.before) && wider.runs.every((run) => HAN_RUN.test(run)))
    );
  });
}

function isNameReplaced(texts: { readonly source: string }, replaced: Replacement): boolean {
  const runs = [replaced.source, replaced.query];
  if (!runs.every((run) => HAN_RUN.test(run))) return false;
  if (runs.some((run) => run.search(DATES) !== -1)) return false;
  const place = placeOf(texts.source, replaced);
  return isPerson(place) || isBody(place);
}

export const zh: DangerWords = {
  dates: DATES,
  foldDate,
  amounts: AMOUNTS,
  foldAmount,
  negation: /(?:停止|中止|取消|推翻|撤销|驳回|罢免|抵制|免除|除外|避免|防止|毫无)/gu,
  unlike: [
    [/不同(?=意|步)/gu, '不，同'],
    [/不足(?=以)/gu, '不，足'],
    [/未来(?=得及)/gu, '未，来'],
    [/不光(?=彩)/gu, '不，光'],
    [/不断(?=电|交)/gu, '不，断'],
    [/特别(?=不|没|未)/gu, ''],
  ],
  names: KNOWN_NAMES,
  isNameReplaced,
};
