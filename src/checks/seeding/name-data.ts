/** Names that are found by a list: places, and Chinese surnames. */

/** Chinese → English. Longer ones hide shorter ones that they begin with. */
export const PLACES: ReadonlyMap<string, string> = new Map(
  [
    '北京 Beijing|上海 Shanghai|天津 Tianjin|重庆 Chongqing|广州 Guangzhou|深圳 Shenzhen|武汉 Wuhan|成都 Chengdu|西安 Xi’an',
    '南京 Nanjing|杭州 Hangzhou|苏州 Suzhou|青岛 Qingdao|大连 Dalian|厦门 Xiamen|昆明 Kunming|长沙 Changsha|郑州 Zhengzhou',
    '香港 Hong Kong|澳门 Macao|台北 Taipei|台湾 Taiwan|西藏 Tibet|新疆 Xinjiang|广东 Guangdong|四川 Sichuan|云南 Yunnan',
    '江苏 Jiangsu|浙江 Zhejiang|山东 Shandong|湖北 Hubei|湖南 Hunan|海南 Hainan|福建 Fujian|贵州 Guizhou|甘肃 Gansu',
    '日本 Japan|韩国 South Korea|朝鲜 North Korea|印度 India|印度尼西亚 Indonesia|越南 Vietnam|泰国 Thailand|缅甸 Myanmar',
    '菲律宾 Philippines|马来西亚 Malaysia|新加坡 Singapore|柬埔寨 Cambodia|巴基斯坦 Pakistan|孟加拉国 Bangladesh|尼泊尔 Nepal',
    '阿富汗 Afghanistan|伊朗 Iran|伊拉克 Iraq|叙利亚 Syria|土耳其 Turkey|以色列 Israel|黎巴嫩 Lebanon|沙特阿拉伯 Saudi Arabia',
    '埃及 Egypt|利比亚 Libya|苏丹 Sudan|肯尼亚 Kenya|尼日利亚 Nigeria|南非 South Africa|埃塞俄比亚 Ethiopia|津巴布韦 Zimbabwe',
    '俄罗斯 Russia|乌克兰 Ukraine|波兰 Poland|德国 Germany|法国 France|英国 Britain|意大利 Italy|西班牙 Spain|葡萄牙 Portugal',
    '荷兰 Netherlands|比利时 Belgium|瑞士 Switzerland|瑞典 Sweden|挪威 Norway|芬兰 Finland|丹麦 Denmark|希腊 Greece|匈牙利 Hungary',
    '奥地利 Austria|捷克 Czech Republic|塞尔维亚 Serbia|哈萨克斯坦 Kazakhstan|加拿大 Canada|墨西哥 Mexico|巴西 Brazil|阿根廷 Argentina',
    '智利 Chile|秘鲁 Peru|哥伦比亚 Colombia|委内瑞拉 Venezuela|古巴 Cuba|澳大利亚 Australia|新西兰 New Zealand',
    '伦敦 London|巴黎 Paris|柏林 Berlin|莫斯科 Moscow|东京 Tokyo|首尔 Seoul|新德里 New Delhi|曼谷 Bangkok|河内 Hanoi',
    '纽约 New York|华盛顿 Washington|洛杉矶 Los Angeles|旧金山 San Francisco|芝加哥 Chicago|波士顿 Boston|加利福尼亚 California',
    '悉尼 Sydney|墨尔本 Melbourne|多伦多 Toronto|罗马 Rome|马德里 Madrid|日内瓦 Geneva|布鲁塞尔 Brussels|维也纳 Vienna',
    '欧洲 Europe|非洲 Africa|亚洲 Asia|南美洲 South America|德克萨斯 Texas|佛罗里达 Florida|夏威夷 Hawaii',
  ]
    .join('|')
    .split('|')
    .map((row): [string, string] => {
      const [zh = '', ...en] = row.split(' ');
      return [zh, en.join(' ')];
    })
    .sort(([a], [b]) => b.length - a.length),
);

/** The commonest, without those whose spelling is an English word (何 He). By their spelling. */
export const SURNAMES: ReadonlyMap<string, string> = new Map(
  [
    'Wang 王汪|Li 李黎|Zhang 张章|Liu 刘柳|Chen 陈|Yang 杨|Zhao 赵|Huang 黄|Zhou 周|Wu 吴武伍|Xu 徐许|Sun 孙|Hu 胡|Zhu 朱|Gao 高|Lin 林',
    'Guo 郭|Ma 马|Luo 罗骆|Liang 梁|Song 宋|Zheng 郑|Xie 谢|Han 韩|Tang 唐汤|Feng 冯|Yu 于余俞|Dong 董|Xiao 萧肖|Cheng 程|Cao 曹',
    'Yuan 袁|Deng 邓|Fu 傅付|Shen 沈|Zeng 曾|Peng 彭|Lyu 吕|Su 苏|Lu 卢陆路鲁|Jiang 蒋江姜|Cai 蔡|Jia 贾|Ding 丁|Wei 魏韦|Xue 薛|Ye 叶',
    'Pan 潘|Du 杜|Dai 戴|Xia 夏|Zhong 钟|Tian 田|Ren 任|Fan 范樊|Fang 方|Shi 石史施|Yao 姚|Tan 谭|Liao 廖|Zou 邹|Xiong 熊|Jin 金|Hao 郝',
    'Kong 孔|Bai 白|Cui 崔|Kang 康|Mao 毛|Qiu 邱|Qin 秦|Gu 顾|Hou 侯|Shao 邵|Meng 孟|Long 龙|Wan 万|Duan 段|Lei 雷|Qian 钱|Yin 尹',
    'Chang 常|Qiao 乔|Lai 赖|Gong 龚|Wen 文温|Xi 习|Zhuang 庄|Geng 耿|Hua 华',
  ]
    .join('|')
    .split('|')
    .map((row): [string, string] => {
      const [en = '', zh = ''] = row.split(' ');
      return [en, zh];
    }),
);
