/** A small dictionary in the format of CC-CEDICT, written for these tests. */
export const LINES = `# A comment, and a line of figures
#! entries=30
傳統 传统 [chuan2 tong3] /tradition/handed down/
傳 传 [chuan2] /to hand on/
傳 传 [zhuan4] /a life, told/
統 统 [tong3] /whole/together/
中國 中国 [Zhong1 guo2] /China/
中 中 [zhong1] /middle/
國 国 [guo2] /land/
電子 电子 [dian4 zi3] /electronic/
電子商務 电子商务 [dian4 zi3 shang1 wu4] /electronic commerce/trade by wire/
商務 商务 [shang1 wu4] /commerce/matters of business/
商 商 [shang1] /trade/dealer/
港口 港口 [gang3 kou3] /harbor/port/
港 港 [gang3] /harbor (short form)/
律師 律师 [lu:4 shi1] /lawyer/
女兒 女儿 [nu:3 er2] /daughter/
花兒 花儿 [hua1 r5] /flower/
渡船 渡船 [du4 chuan2] /a ferry/boat for crossing a river/
船 船 [chuan2] /boat/ship/
貿易 贸易 [mao4 yi4] /trade/
進行貿易 进行贸易 [jin4 xing2 mao4 yi4] /to trade (with somebody)/
鐵路 铁路 [[tie3lu4]] /railway/
𠮷 𠮷 [ji2] /lucky (rare form)/
A圈 A圈 [A quan1] /the inner circle/
this line is none
半行 半行 [ban4 hang2] /never closed
空 空 [kong1] //
`;
