import type { Grammar } from './grammar.ts';

const SPEECH =
  '(?:说|說|问|問|道|称|稱|表示|指出|补充|補充|强调|強調|介绍|介紹|透露|回答|解释|解釋|感叹|感嘆|坦言|直言|' +
  '回忆|回憶|评论|評論|评价|評價|呼吁|呼籲|喊|叫|写|寫|反问|反問|追问|追問|曰|告诉记者|告訴記者|宣布|宣佈|提醒|总结|總結)';

/** Set phrases that end in a verb of speech and name nobody. */
const NOT_SPEECH = '(?<![来來据據听聽如话話般以味知难難报報街频頻管渠通轨軌])';

const SPEAKER =
  '(?!没|沒|不|无|無|未|却没|卻沒)(?:[^，。！？…；：、,.!?;:“”「」『』"《》\\n]|(?<!\\p{L})\\p{Lu}\\.){0,30}?' +
  `${NOT_SPEECH}${SPEECH}(?:[道着著到]|过|過)?`;

/** Facts about Chinese, in both scripts. */
export const CHINESE: Grammar = {
  // 他说。 / 老板笑着说道，“ … After 他说， without a quotation comes a statement of its own.
  attribution: new RegExp(`${SPEAKER}(?=\\s?(?:[。！.…]|[，,]\\s?[“「『"])|\\s*$)`, 'uy'),
  questionAttribution: new RegExp(`${SPEAKER}(?=\\s?[，,])`, 'uy'),
  announcement: new RegExp(`(?:${SPEECH}[道着著到]?|[：:])[，,：:]?\\s*$`, 'u'),
  continuation:
    /[的地之等这這那](?!是|次|个|個|样|樣|些|时|時|天|年|一|方|里|裡|上|下|点|點|位|名|条|條)/uy,
  interjection: /(?:^|…)[唉哎喂哇啊呀嗨嘿哟喲呵嗯哼咦噢哦][呀呦哟喲哇啊]?$/u,
  byline:
    /^(?:本报|本報|本刊|新华社|新華社)?(?:记者|記者|通讯员|通訊員|编辑|編輯|责编|責編|作者|编译|編譯|翻译|翻譯|摄影|攝影|完|未完待续|未完待續|来源|來源|图|圖)(?:[\s:：／/].{0,60}|.{0,10})?$/u,
  shortQuotation: 24,
  afterEllipsis:
    /(?:近日|近期|日前|目前|如今|今天|今年|昨天|昨日|对此|對此|据|據|此外|另外|随着|隨著|记者|記者|然而|不过|不過|但是|可是|于是|於是|所以|如果|那么|那麼|请|請|主席|先生们|先生們|《)/uy,
  // Lines of verse are short as well, and belong together.
  label: /(?!)/u,
};
