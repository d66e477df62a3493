/** Sentences that differ in one fact from one another: templates with a slot, and pairs to fill it with. */
import type { Lang } from '../../../src/core/model.ts';
import type { DangerKind } from '../../../src/memory/danger/danger.ts';

interface TrapSet {
  readonly lang: Lang;
  readonly kind: DangerKind;
  readonly templates: readonly string[];
  /** What stands in the slot `#` of the one and of the other. */
  readonly swaps: readonly (readonly [string, string])[];
}

const SETS: readonly TrapSet[] = [
  {
    lang: 'zh',
    kind: 'number',
    templates: [
      '这座水库去年蓄水#立方米，够全镇用到春天。',
      '合作社一共卖出#箱苹果。',
      '据统计，全县有#户人家装上了新的水表。',
      '<1>新桥</1>的造价约为#元，比预算高。',
      '当地渔民捕到#条鲑鱼，放回了一半以外的全部小鱼。',
    ],
    swaps: [
      ['300万', '3000万'],
      ['三百', '三千'],
      ['1.2亿', '1.3亿'],
      ['25', '26'],
      ['两', '三'],
      ['数十', '数百'],
      ['8500', '5800'],
      ['4', '40'],
      ['十二', '二十'],
      ['6.5万', '6.5亿'],
      ['近百', '近千'],
      ['1,024', '1,042'],
    ],
  },
  {
    lang: 'zh',
    kind: 'number',
    templates: [
      '调查显示，#受访者认为票价太高。',
      '#的船在台风前回到了港口。',
      '到月底，#店铺重新开门。',
    ],
    swaps: [
      ['多数', '少数'],
      ['全部', '部分'],
      ['三成', '五成'],
      ['15%', '51%'],
      ['至少两家', '至多两家'],
      ['超过六成', '不到六成'],
      ['三分之一', '三分之二'],
    ],
  },
  {
    lang: 'zh',
    kind: 'number',
    templates: ['这笔货款共计40万#，已经付清。', '协议规定每年支付7000#。'],
    swaps: [
      ['美元', '欧元'],
      ['元', '美元'],
      ['日元', '港元'],
      ['英镑', '卢布'],
    ],
  },
  {
    lang: 'zh',
    kind: 'name',
    templates: [
      '外交部发言人#主持例行记者会。',
      '#表示，码头的扩建会按期完成。',
      '市长#在开幕式上讲话。',
      '总统#宣布延长停火。',
      '记者采访了#，问起学校搬迁的事。',
      '代表团由#率领，下午抵达。',
    ],
    swaps: [
      ['毛宁', '毛林'],
      ['毛宁', '林剑'],
      ['李小明', '李晓明'],
      ['王建国', '王建军'],
      ['张海', '张涛'],
      ['陈佳慧', '刘佳慧'],
      ['普京', '泽连斯基'],
      ['拜登', '特朗普'],
      ['让·杜邦', '让·杜兰'],
    ],
  },
  {
    lang: 'zh',
    kind: 'name',
    templates: [
      '#的港口今春恢复了航线。',
      '展览下一站是#，门票免费。',
      '从#运来的木材堆在路边。',
      '<1>#</1>的气象站发出了大风预报。',
    ],
    swaps: [
      ['北京', '南京'],
      ['美国', '英国'],
      ['越南', '南非'],
      ['巴黎', '柏林'],
      ['河南省', '河北省'],
      ['青石村', '白石村'],
      ['江口镇', '河口镇'],
      ['华为', '小米'],
      ['北方大学', '东方大学'],
      ['Nordvik', 'Sandvik'],
      ['商务部', '教育部'],
    ],
  },
  {
    lang: 'zh',
    kind: 'date',
    templates: ['会议将于#举行，地点不变。', '新的时刻表#起生效。', '他们#离开了岛上的灯塔。'],
    swaps: [
      ['2023年', '2024年'],
      ['3月5日', '3月6日'],
      ['三月', '五月'],
      ['周一', '周二'],
      ['星期三', '星期五'],
      ['上午', '下午'],
      ['今天', '明天'],
      ['去年', '今年'],
      ['上周', '下周'],
      ['春节', '中秋'],
      ['年初', '年底'],
      ['16日', '17日'],
      ['8时', '9时'],
      ['上个月', '下个月'],
      ['上半年', '下半年'],
      ['第一季度', '第三季度'],
    ],
  },
  {
    lang: 'zh',
    kind: 'negation',
    templates: [
      '委员会#该提案。',
      '村民说，他们#修这条路。',
      '他在信中说#公司的安排，并写明了理由。',
    ],
    swaps: [
      ['同意', '不同意'],
      ['接受', '拒绝接受'],
      ['支持', '反对'],
      ['批准了', '没有批准'],
      ['会考虑', '不会考虑'],
      ['能够理解', '无法理解'],
      ['愿意参加', '不愿参加'],
      ['已经看到', '尚未看到'],
      ['可以推迟', '难以推迟'],
      ['承认有', '否认有'],
      ['允许', '禁止'],
    ],
  },
  {
    lang: 'zh',
    kind: 'quotation',
    templates: ['店主说：“#”', '“#”船长在电话里说。', '标语上写着“#”四个字。'],
    swaps: [
      ['我们会等到天亮', '我们只好等到天亮'],
      ['路很好走', '路并非一直好走'],
      ['欢迎回来', '欢迎光临'],
      ['这是个好主意', '这是个主意'],
      ['大家都很高兴', '大家都很难过'],
    ],
  },
  {
    lang: 'en',
    kind: 'number',
    templates: [
      'The reservoir holds # cubic metres of water.',
      'The cooperative sold # crates of apples at the fair.',
      'Some of the # ferries were back in port by dusk.',
      '<1>The bridge</1> was built by # workers.',
    ],
    swaps: [
      ['300', '3,000'],
      ['three million', 'three billion'],
      ['1.2 million', '1.3 million'],
      ['25', '52'],
      ['two', 'three'],
      ['hundreds of', 'thousands of'],
      ['a dozen', 'a hundred'],
      ['twelve', 'twenty'],
      ['1,024', '1,042'],
      ['forty-one', 'forty-two'],
    ],
  },
  {
    lang: 'en',
    kind: 'number',
    templates: ['The toll was raised by # at the weekend.', 'Shops lost # of their stock.'],
    swaps: [
      ['half', 'a quarter'],
      ['15%', '51%'],
      ['5 percent', '5 percentage points'],
      ['$40', '€40'],
      ['30 dollars', '30 pounds'],
      ['at least ten boxes', 'at most ten boxes'],
      ['more than a third', 'less than a third'],
      ['most', 'all'],
    ],
  },
  {
    lang: 'en',
    kind: 'name',
    templates: [
      '# said the pier would be finished on time.',
      'The mayor thanked # for the donation.',
      'The talks between # and the growers have begun.',
      'A spokesman for # gave no details.',
    ],
    swaps: [
      ['Mao Ning', 'Lin Jian'],
      ['Chen', 'Liu'],
      ['Alice Munro', 'Alice Monroe'],
      ['John Smith', 'Jane Smith'],
      ['Nairobi', 'Mombasa'],
      ['North Korea', 'South Korea'],
      ['Songhe', 'Baishi'],
      ['Huawei', 'Xiaomi'],
      ['O’Brien', 'O’Connor'],
    ],
  },
  {
    lang: 'en',
    kind: 'date',
    templates: [
      'The meeting will be held # in the old school.',
      'The timetable was changed # without much notice.',
      'They left the lighthouse # by boat.',
    ],
    swaps: [
      ['in 2023', 'in 2024'],
      ['on March 5', 'on March 6'],
      ['in March', 'in May'],
      ['on Monday', 'on Tuesday'],
      ['in the morning', 'in the evening'],
      ['today', 'tomorrow'],
      ['last year', 'this year'],
      ['last week', 'next week'],
      ['at 8 a.m.', 'at 8 p.m.'],
      ['on the 16th', 'on the 17th'],
      ['in the 1980s', 'in the 1990s'],
      ['in spring', 'in winter'],
      ['on 4 July', 'on 4 June'],
    ],
  },
  {
    lang: 'en',
    kind: 'negation',
    templates: [
      'The council # the plan.',
      'According to the letter, the owner # the offer.',
      'Growers # the new rules, a report shows.',
    ],
    swaps: [
      ['agreed to', 'did not agree to'],
      ['accepted', 'refused'],
      ['supports', 'opposes'],
      ['can accept', 'cannot accept'],
      ['approved', 'disapproved of'],
      ['will discuss', 'won’t discuss'],
      ['welcomed', 'rejected'],
      ['understood', 'never understood'],
      ['is able to change', 'is unable to change'],
      ['had seen', 'had hardly seen'],
      ['confirmed', 'denied'],
    ],
  },
  {
    lang: 'en',
    kind: 'quotation',
    templates: ['"#," said the captain.', 'The sign read “#”.', 'She wrote: “#”'],
    swaps: [
      ['We will wait until dawn', 'We may wait until dawn'],
      ['Welcome back', 'Welcome home'],
      ['This is a good idea', 'This is an idea'],
      ['Everyone was glad', 'Everyone was sad'],
    ],
  },
];

export interface Trap {
  readonly lang: Lang;
  readonly kind: DangerKind;
  readonly source: string;
  readonly query: string;
}

function filled(template: string, text: string): string {
  return template.replace('#', () => text);
}

/** Both ways round: the memory may hold either. */
export const TRAPS: readonly Trap[] = SETS.flatMap(({ lang, kind, templates, swaps }) =>
  templates.flatMap((template) =>
    swaps.flatMap(([one, other]): Trap[] => {
      const [a, b] = [filled(template, one), filled(template, other)];
      return [
        { lang, kind, source: a, query: b },
        { lang, kind, source: b, query: a },
      ];
    }),
  ),
);

/** Near matches that say the same or nearly so: no number, name, date, negation or quotation differs. */
export const HARMLESS: readonly (readonly [Lang, string, string])[] = [
  ['zh', '会议讨论了贸易问题。', '会议商讨了贸易问题。'],
  ['zh', '发言人表示，谈判仍在继续。', '发言人指出，谈判仍在继续。'],
  ['zh', '渔民把船停在码头旁边。', '渔民们把船停靠在码头旁边。'],
  ['zh', '这条路要修到山那边。', '这条路将修到山那边。'],
  ['zh', '学校的屋顶漏雨，孩子们搬到礼堂上课。', '学校屋顶漏雨，孩子们都搬到礼堂上课。'],
  ['zh', '他说，价格取决于天气。', '他说价格取决于天气。'],
  ['zh', '博物馆展出了老照片和地图。', '博物馆展出了旧照片与地图。'],
  ['zh', '工程已经顺利完成，很快就会通车。', '工程已顺利完工，很快便会通车。'],
  ['zh', '专家建议居民节约用水。', '专家呼吁居民节约用水。'],
  ['zh', '火车晚点，旅客在站台上等候。', '火车晚点，乘客们在站台上等待。'],
  ['zh', '老人每天在公园里下棋。', '老人每天都在公园下棋。'],
  ['zh', '公司计划扩大生产规模。', '公司打算扩大生产规模。'],
  ['zh', '代表们就环境问题交换了意见。', '代表们就环保问题交换了看法。'],
  ['zh', '17号的会议照常举行。', '17日的会议照常举行。'],
  ['zh', '村里有3.5万人。', '村里有35000人。'],
  ['zh', '委员会未批准预算。', '委员会没有批准预算。'],
  ['zh', '不仅船票涨价，行李费也涨了。', '不但船票涨价，行李费也涨了。'],
  ['zh', '仓库着火后，邻居们赶来帮忙。', '仓库起火后，邻居们都赶来帮忙。'],
  ['zh', '这位作家写过很多关于海的小说。', '这位作家写了许多关于大海的小说。'],
  ['zh', '雨停了，集市重新热闹起来。', '雨停以后，集市又重新热闹起来。'],
  ['zh', '他提出的方法，受到村民欢迎。', '他提出的办法，受到村民欢迎。'],
  ['zh', '特别值得一看的是湖边的花园。', '尤其值得一看的是湖边的花园。'],
  ['zh', '这里的茶叶十分有名。', '这里的茶叶非常有名。'],
  ['zh', '一些居民起初有顾虑。', '有些居民起初有顾虑。'],
  ['zh', '部门之间加强了沟通。', '部门之间加强了联系。'],
  ['zh', '灯塔重新亮了起来，照着海湾。', '灯塔再度亮起，照着海湾。'],
  ['zh', '游客可以沿着小路走到海边。', '游客能够沿小路走到海边。'],
  ['zh', '他说明了原因，并表示歉意。', '他解释了原因，并表达了歉意。'],
  ['zh', '市场上的鱼比往常便宜。', '集市上的鱼比平时便宜。'],
  ['zh', '这座城市正在建设新的电车线路。', '该市正在修建新的电车线路。'],
  ['en', 'The path is more pleasant in the rain.', 'The path is nicer in the rain.'],
  ['en', 'In this case the committee decides.', 'In such a case the committee decides.'],
  ['en', 'The village lies above the river.', 'The village sits by the river.'],
  ['en', 'He may come back with the boat.', 'He might come back with the boat.'],
  ['en', 'A spokesman described the damage as minor.', 'A spokesman called the damage slight.'],
  [
    'en',
    'The choir sang until the lights went out.',
    'The choir kept singing until the lights went out.',
  ],
  ['en', 'Rents have risen and shops are closing.', 'Rents have gone up and shops are shutting.'],
  [
    'en',
    'The owner, a former teacher, runs the inn alone.',
    'The owner, once a teacher, runs the inn by herself.',
  ],
  ['en', 'Trains run on time again.', 'The trains are running on time again.'],
  [
    'en',
    'Thousands of birds rest here on their way.',
    'Thousands of birds stop here on their journey.',
  ],
  ['en', 'The council discussed trade.', 'The council talked about trade.'],
  [
    'en',
    'Talks are still going on, the spokesman said.',
    'Talks are still under way, the spokesman said.',
  ],
  [
    'en',
    'Fishermen moored their boats along the quay.',
    'The fishermen moored their boats by the quay.',
  ],
  [
    'en',
    'The school roof leaks, so classes moved to the hall.',
    'The roof of the school leaks, so lessons moved to the hall.',
  ],
  ['en', 'The price depends on the weather.', 'Prices depend on the weather.'],
  [
    'en',
    'The museum shows old photographs and maps.',
    'The museum is showing old photos and maps.',
  ],
  ['en', 'Experts advised residents to save water.', 'Experts urged residents to save water.'],
  ['en', 'Passengers waited on the platform.', 'Travellers waited on the platform.'],
  ['en', 'However, the road will reach the valley.', 'Still, the road will reach the valley.'],
  ['en', 'Officials said the bridge was safe.', 'Authorities said the bridge was safe.'],
  ['en', 'The company plans to expand production.', 'The company intends to expand output.'],
  ['en', 'On Jan. 5 the ferry was back.', 'On January 5 the ferry was back.'],
  ['en', 'The budget was not passed.', 'The budget wasn’t passed.'],
  ['en', 'It took 35,000 bricks to build.', 'It took 35 thousand bricks to build.'],
  [
    'en',
    'The warehouse caught fire and neighbours came to help.',
    'The warehouse burned and neighbours rushed to help.',
  ],
  [
    'en',
    'The writer has published novels about the sea.',
    'The author has published novels about the sea.',
  ],
  [
    'en',
    'When the rain stopped the market grew lively again.',
    'Once the rain stopped, the market became lively again.',
  ],
  [
    'en',
    'The harbour was rebuilt with public money.',
    'The harbor was rebuilt using public money.',
  ],
  ['en', 'Workers repaired the track quickly.', 'The workers quickly repaired the track.'],
  ['en', 'Chen thanked the crew warmly.', 'Chen warmly thanked the crew.'],
];
