/**
 * Characters that Chinese spells foreign names with, by the Latin letters that a name may begin with for
 * them. A character that is none of these ends a name; the letters tell which English name goes with it.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  aeiouhy: '阿艾爱安昂奥埃厄恩欧伊英因印伊依以尹娅雅亚娥瑷',
  bpv: '巴白班邦包保鲍贝本比彼宾波伯博布勃拜碧芭蓓毕柏',
  dt: '达戴丹道德登迪蒂丁多杜敦顿邓东都狄黛朵铎',
  td: '特塔泰坦汤唐陶滕提廷图托汀通忒腾',
  pb: '帕派潘庞佩彭皮平珀普蓬庇',
  m: '马玛麦曼芒毛梅门蒙米密敏明莫默墨木穆姆迈美蔓',
  nk: '纳奈南内嫩尼妮宁诺努纽娜楠',
  lrw: '拉莱兰朗劳勒雷伦里利丽莉林琳龙卢鲁路罗洛隆吕列连廖良莲蕾黎露兰芮瑞朗赖劳鲁',
  sczxt: '萨塞赛桑森沙莎山尚绍舍申圣施史斯丝司什松索苏孙谢希西锡辛休夏肖雪舒珊思茜席沈逊',
  gkcqhj: '加盖甘冈高戈格根贡古瓜圭盖哥葛',
  kcqgh: '卡凯坎康考科克肯孔库夸奎昆柯',
  jgyzchkq: '贾简杰吉京基金季捷琼朱乔詹约珍朱治佳娇姬',
  fvphw: '法凡范方菲费芬丰冯佛弗福富夫斐芙弗',
  wvuho: '瓦万旺威韦维魏温沃乌伍武薇文',
  hgjw: '哈海汉豪赫黑亨洪侯胡霍华怀惠汉翰瀚',
  yjieu: '扬耶叶尤于尧雅犹优郁雨尤',
  chjtqz: '查柴昌车陈奇齐钱强切丘恰琪',
  zscjdt: '扎泽赞曾佐祖兹扎津',
  r: '热日茹瑞',
  // They stand inside names, hardly ever at the beginning.
  abcdefghijklmnopqrstuvwxyz:
    '尔理历罕易荷荣茨策其次拿哲菈欣慈耐诗亨培廉歇翠钦瑟摩若何萝茵缪浦恺岑卜',
};

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(SOUNDS).flatMap(([letters, characters]) =>
    [...characters].map((character) => [character, letters] as const),
  ),
);

/** Words whose last character could begin a name, where one follows. */
export const TITLE_BEFORE_NAME =
  /^.*(?:总理|经理|助理|代理|护理|主席|首席|出席|高尔夫|丈夫|大夫|教皇|法兰西|巴西|墨西哥|澳大利亚|意大利)(?=.)/u;

/** Whether a character is one that foreign names are spelt with. */
export function isNameCharacter(character: string): boolean {
  return LETTERS.has(character);
}

/** Whether a Chinese spelling and an English word may begin with the same sound. */
export function soundsLike(zh: string, en: string): boolean {
  const [character = ''] = zh;
  const letter = en.normalize('NFD').charAt(0).toLowerCase();
  return LETTERS.get(character)?.includes(letter) ?? true;
}
