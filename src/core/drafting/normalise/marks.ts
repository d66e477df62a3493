/** Marks and characters that the punctuation rules read. */

/** White space inside a line; a line break is somebody's will. */
export const SPACE = '[ \\t\\u00a0\\u2002-\\u200a\\u202f]';
export const HAN = '\\p{Script=Han}';
/** Full-width marks that stand in Chinese only. */
export const FULL = '，。；：？！（）《》〈〉「」『』【】、';
/** Full-width marks that something ends with. */
export const FULL_END = '，。；：？！）》〉」』】、';

/** Half-width marks and their full-width forms. */
export const WIDE_FORMS: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** Latin abbreviations that end with a point: it is no full stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof rev hon gen col maj capt lt sgt sen rep gov pres st mt ft jr sr inc ltd ' +
    'co corp llc plc bros dept univ vs etc al no nos vol vols fig figs eq sec ch pp ed eds est ' +
    'approx ca cf viz jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd'
  ).split(' '),
);

/** Characters that foreign names are written with. */
export const NAME_CHARACTERS =
  '阿埃艾爱安昂奥巴白拜班邦保鲍贝本比彼毕宾波玻伯博勃布查茨达大戴丹当德登邓迪蒂丁东杜顿多厄恩尔' +
  '法范菲费芬佛弗夫福盖甘冈高戈哥格古圭哈海汉汉豪赫黑亨胡华怀惠霍基吉加贾杰金卡凯坎康考柯科克肯' +
  '库拉莱赖兰朗劳勒雷蕾里理利丽莉连列琳林伦隆卢鲁路露伦罗洛吕玛马麦曼梅门蒙米密敏明摩莫默木穆姆' +
  '内纳娜南瑙尼妮年宁纽诺努欧帕潘佩彭皮平珀普齐奇恰乔钦琼丘让日瑞若撒萨塞赛桑瑟森沙莎山尚绍舍什' +
  '圣史士舒司丝斯思苏索塔泰坦汤唐陶特滕提汀廷图托瓦万旺威维韦魏温沃乌伍西希席夏香肖谢欣辛休逊雅' +
  '亚扬耶叶伊因英尤于约扎泽詹珍治朱兹佐';

/** Stands for a tag without content (code, a picture, a note) while English is put right: it is a word. */
export const SOLID = '\ufffc';
