/** Chinese words and names that are written with numerals and hold no number. */
import { at as matchAt } from '../quantity.ts';

const WORDS = `
一带一路 一国两制 两会 两岸 两旁 两手 两极 两难 三三两两 三两 两学一做
三个代表 三农 三军 三峡 三亚 三星 三明 三明治 三角 三棱 三维 三甲 三等 三聚氰胺 三沙 三门峡 三元 三国演义 三菱 三井 三洋 三宝 三轮 三思 再三 三文鱼 三藩 三伏 三叉 三流 三更 三环 三板
四川 四周 四处 四海 四肢 四季 四合院 四面 四平 四书 四通八达 五湖四海 四分五裂 朝三暮四 不三不四 丢三落四 张三李四
五星 五角 五金 五台 五粮液 五官 五花八门 五颜六色 五彩 五味 五岳 五脏 五矿 四面八方
六安 六合 六盘水 三头六臂 七夕 七喜 七嘴八舌 乱七八糟 七上八下 横七竖八 八卦 八达岭 八角 八宝 八旗 八一 八路军 八国集团 八仙
九江 九寨沟 九龙 九州 九牛一毛 九泉 十堰 十字 十足 十分 十一长假 十全十美 十面埋伏 十恶不赦
百姓 百货 百科 百度 百合 百花 百家 百业 百忙 百般 百强 百战百胜 百分点 百折不挠 百年大计 百感交集 百无聊赖 百事 百老汇 百慕大 百灵 百思 百色 百川 百团 百态 百搭 百万富翁 百万英镑 千百 百里挑一 百叶 百胜 百威 百香果 老百姓 百米
千古 千里马 千方百计 千千万万 千变万化 千家万户 千丝万缕 千秋 千岛 千禧 千篇一律 千钧 千载 千军万马 千辛万苦 千山万水 成千上万 成百上千 秋千 千金 千万别 千万不 千万要 千差万别
万一 万里 万岁 万物 万能 万达 万科 万事 万象 万分 万家 万隆 万国 万圣 万众 万花筒 万维 万有 万般 万宝路 万豪 万州 万宁 万山 万博 万恶 万幸 万无一失 千万人 亿万 亿利 亿嘉和 亿欧 亿航
统一 唯一 单一 一些 一定 一样 一般 一直 一起 一切 一旦 一边 一下 一致 一方面 一系列 一体 一路 一再 一面 一同 一向 一律 一经 一流 一线 一时 一生 一心 一味 一度 一会 一片 一贯 一带 一共 一手 一举 一步 一行 一席 一如 一道 一代 一统 一瞬 一并 第一时间 专一 同一 万众一心 一一 逐一 之一 合一 进一步 一体化
九三学社 六神无主 五四 三八 九一八 七七 一二八 五一 六一 八宝山 双十一 十一国庆 三七 五五 七一 十一黄金周
半导体 半岛 半决赛 半径 半夜 半球 半路 半途 半空 半场 半壁 半挂 半生 多半 大半 北半球 南半球 东半球 西半球 一知半解 事半功倍 半山 半身 半自动 半官方 半裸 半程 半步 半信半疑 对半
几乎 几何 几率 数据 数字 数量 数学 数码 数额 数目 数百年来 数控 数值 无数 人数 指数 次数 多数 少数 系数 分数 总数
勾三搭四 低三下四 说三道四 接二连三 独一无二 数一数二 一清二楚 一五一十 一分为二 二手 二维码 二氧化 一氧化 二胎 二孩 三胎 二胡 二线 二级市场 二人转 二手房 二战 一战 二审 一审 二元 二话 三维码 二次 二次元 二哥 二爷 二叔 三叔 四叔 老二 老三 老四 小三 小四 初一 初二 初三 高一 高二 高三 大一 大二 大三 大四 两口子 两全其美 三观 三下五除二 三番五次
零售 零件 零食 零部件 零星 零碎 零距离 零容忍 归零 清零 零和 零钱 零工 零点 零散 零排放 零增长
`;

const LONGEST = 5;
/** The longest ones first: a pattern tries them in this order. */
const LEXICON = new RegExp(
  WORDS.trim()
    .split(/\s+/)
    .filter(({ length }) => length <= LONGEST)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'y',
);
const MOST_BEFORE = 3;
/** Behind these a numeral starts anew, so a word cannot reach over them. */
const FIGURE = /[0-9]/;

function wordFrom(text: string, from: number, over: number): number {
  const word = matchAt(LEXICON, text, from);
  const to = word === null ? -1 : from + word[0].length;
  return to > over ? to : -1;
}

/** Where the word that covers the numeral at `at` ends; -1 when it is a numeral. */
export function wordEnd(text: string, at: number): number {
  if (FIGURE.test(text[at] ?? '')) return -1;
  for (let from = at; from >= Math.max(0, at - MOST_BEFORE); from -= 1) {
    const end = wordFrom(text, from, at);
    if (end !== -1) return end;
  }
  return -1;
}
