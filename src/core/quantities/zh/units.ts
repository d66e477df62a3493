/** What stands behind a Chinese numeral and says what is counted. */

function pairs(words: string): [string, string][] {
  return words
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [id = '', forms = ''] = entry.split('=');
      return forms.split('|').map((form): [string, string] => [form, id]);
    });
}

/** Word → unit of `units.ts`. */
export const ZH_UNITS: ReadonlyMap<string, string> = new Map(
  pairs(`
  nm=纳米|nm μm=微米 mm=毫米|mm cm=厘米|公分|cm m=米|公尺|m km=公里|千米|km|KM inch=英寸|吋 ft=英尺|呎 yd=码
  mi=英里|哩 nmi=海里|浬
  cm2=平方厘米 m2=平方米|平米|平方公尺|㎡ km2=平方公里|平方千米 ha=公顷|hm2 mu=亩|畝 acre=英亩 sqft=平方英尺|平方呎
  sqmi=平方英里
  mg=毫克 g=克 kg=公斤|千克|kg|KG t=吨|公吨 jin=斤|市斤 lb=磅 oz=盎司 carat=克拉
  ml=毫升|ml L=升|公升 m3=立方米 gal=加仑 bbl=桶
  ms=毫秒 s=秒|秒钟 min=分钟 h=小时|个小时|钟头|个钟头 day=天|天内|个昼夜 week=周|星期|个星期|个礼拜|礼拜 month=个月|个多月
  year=周年|周岁|岁|年|载|年级生
  km/h=公里/小时|公里每小时|千米/小时 m/s=米/秒|米每秒 km/s=公里/秒|千米/秒 mph=英里/小时
  W=瓦|瓦特 kW=千瓦 MW=兆瓦 GW=吉瓦
  Wh=瓦时 kWh=千瓦时|度电 MWh=兆瓦时 GWh=吉瓦时
  Hz=赫|赫兹 kHz=千赫|千赫兹 MHz=兆赫|兆赫兹 GHz=吉赫|GHz
  MB=MB|兆字节 GB=GB|吉字节 TB=TB KB=KB kB=kB
  hPa=百帕 kPa=千帕 MPa=兆帕
  cal=卡路里 kcal=千卡|大卡 hp=马力 ly=光年
  C=℃|摄氏度|°C du=度 F=℉|华氏度|°F
  yuan=元|块钱|元钱 CNY=元人民币|人民币|元（人民币）|人民币元 USD=美元|美金 EUR=欧元 GBP=英镑|镑 JPY=日元|日圆
  HKD=港元|港币|港幣 AUD=澳元|澳大利亚元|澳币 CAD=加元|加拿大元|加币 SGD=新元|新加坡元|新币|坡币 TWD=新台币|台币|元新台币
  NZD=新西兰元|纽元 KRW=韩元|韩圆|韩币 INR=卢比|印度卢比 RUB=卢布 CHF=瑞士法郎|瑞郎 BRL=雷亚尔 MYR=令吉|林吉特|马币 THB=泰铢|铢
  VND=越南盾 PHP=比索 IDR=印尼盾 TRY=里拉 ZAR=兰特 SEK=克朗 MOP=澳门元 USc=美分
`),
);

function patternOf(form: string): string {
  return /[A-Za-z]$/.test(form) ? `${form}(?![A-Za-z])` : form;
}

const FORMS = [...ZH_UNITS.keys()].sort((a, b) => b.length - a.length);
const BEGINNINGS = new Set(FORMS.map((form) => form.charAt(0)));

/** A unit at a place, the longest that fits; one in letters does not end inside of a word. */
export const ZH_UNIT = new RegExp(
  `(?=[${[...BEGINNINGS].join('')}])(?:${FORMS.map(patternOf).join('|')})`,
  'y',
);
