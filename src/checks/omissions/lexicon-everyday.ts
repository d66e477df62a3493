/** Everyday words, written as those of the news are. */
export const EVERYDAY_WORDS = `
我们 = we our us ourselves; 他们 她们 它们 = they their them; 她 = she her; 一些 某些 = some certain
很多 许多 大量 众多 不少 = many much lot numerous number large plenty; 更多 = more further additional
其他 其它 另外 = other another else; 所有 全部 一切 = all every entire whole
因为 由于 = because due since owing as; 但是 然而 不过 = but however yet though although while; 如果 假如 = if
虽然 尽管 = although though despite while even
而且 并且 此外 同时 = and also moreover besides addition meanwhile while time
所以 因此 从而 = so therefore thus hence result; 已经 = already has have had; 正在 = being ing current
可以 能够 = can could able may enabl; 必须 应该 应当 需要 = must should need have ought
可能 或许 也许 = may might possib likely perhaps could; 非常 十分 = very extrem high really quite so
特别 尤其 = especial particular special; 只有 仅 只 = only just mere; 甚至 = even
一样 相同 同样 = same alike equal similar also; 不同 = differ various divers; 新 = new fresh latest recent
巨大 庞大 = big large great huge major vast massive enorm giant; 小 = small little minor tiny
良好 = good well nice better fine; 坏 糟糕 = bad poor worse terribl; 高 = high tall; 低 = low
快 迅速 = fast quick rapid swift soon speed; 慢 = slow; 早 = early; 晚 = late; 远 = far distan remote
近 = near close recent; 老 旧 = old; 美丽 漂亮 = beaut pretty america us; 容易 简单 = easy easily simple
危险 = danger risk hazard; 真正 真实 = real true genuin truly
自己 = own self himself herself themselves itself myself; 人们 = people person man human one those who
男孩 = boy; 女孩 = girl; 朋友们 = friend; 车 = car vehicle; 路 = road way path; 门 = door gate
食 吃 = eat ate food; 喝 = drink drank; 睡 = sleep slept bed; 走 = walk go went leav; 跑 = run ran
坐 = sit sat seat; 看到 看见 = see saw seen look watch view; 听 听到 = hear heard listen
想要 = want think thought wish would; 知道 了解 = know knew understand learn awar
觉得 感到 感觉 = feel felt think thought; 喜欢 = like lov enjoy prefer; 害怕 = afraid fear scare
高兴 开心 快乐 = happy happi glad pleas joy; 记得 = remember recall; 忘记 = forg; 告诉 = tell told inform
问 询问 = ask inquir question; 回答 回应 答复 = answer respon repl; 写 = writ wrote; 读 阅读 = read
买 = buy bought purchas; 卖 = sell sold; 送 寄 = send sent deliver ship; 带 带来 = bring brought tak carr
使用 利用 = us utiliz utilis appl; 做 = do did done make made; 找 寻找 找到 = find found look seek search
等待 = wait await; 来到 = come came arriv; 去 前往 = go went gone head travel; 进入 = enter into
参观 = visit tour; 住 居住 = live living liv resid stay reside; 玩 = play fun
赢 获胜 胜 = win won victor beat defeat; 输 = lose lost
得到 获得 取得 = get got gain obtain achiev win receiv earn; 失去 = lose lost; 成为 = becom became
保持 维持 = keep maintain remain retain stay kept; 停止 = stop halt ceas suspend; 允许 = allow permit let
避免 = avoid prevent; 增强 = enhanc strengthen increas; 控制 = control; 阻止 防止 = prevent stop block
破坏 摧毁 = destroy damag destruct sabotag undermin; 修复 维修 = repair fix restor
检查 = check inspect examin; 测量 = measur; 证明 = prove proof prov certif
解释 = explain explan interpret; 讨论 = discuss; 同意 = agree consent; 同情 = sympath; 信任 = trust
尊重 = respect; 庆祝 = celebrat; 准备 = prepar read; 努力 = effort work hard strive
坚持 = insist adher persist uphold stick; 贡献 = contribut; 负责 责任 = responsib charge dut
集中 = concentrat focus; 关注 = concern attent focus follow interest; 注意 = note attent notic care
重视 = attach value import attent; 强 强大 = strong power might; 弱 = weak; 富 富裕 = rich wealth afflu
穷 = poor; 热 = hot heat warm; 冷 = cold cool; 首先 = first; 其次 = second
此前 之前 以前 = before previous earlier ago prior; 之后 以后 = after later then following
期间 = during period; 小时 = hour; 分钟 = minute; 每天 = day daily; 每年 = year annual; 明天 = tomorrow
昨天 昨日 = yesterday; 今天 今日 = today; 周一 星期一 = monday; 周二 星期二 = tuesday; 周三 星期三 = wednesday
周四 星期四 = thursday; 周五 星期五 = friday; 周六 星期六 = saturday; 周日 星期日 星期天 = sunday; 世纪 = centur
倍 = times fold double triple; 一半 半 = half; 多数 大多数 大部分 = most majority; 少数 = minor few
平均 = average; 总共 = total overall; 第二 = second; 第三 = third; 两 两国 双方 = two both side
三 = three third; 四 = four fourth; 五 = five fifth; 六 = six; 七 = seven; 八 = eight; 九 = nine; 十 = ten
百 = hundred; 千 = thousand; 百分 = percent per; 州 = state; 省 = provinc; 市 = city municip; 县 = count
村 = village; 镇 = town; 街 = street; 中心 = center centre; 广场 = square plaza; 公园 = park; 博物馆 = museum
图书馆 = library; 教堂 = church cathedral; 办公室 = office; 工厂 = factory factories plant
商店 超市 = store shop supermarket; 农场 = farm; 森林 = forest wood; 空气 = air; 能量 = energy; 金 黄金 = gold
铁 钢铁 钢 = iron steel; 煤 煤炭 = coal; 天然气 = gas; 电 电力 电动 = electr power; 火 = fire; 土壤 = soil
草 = grass; 血 = blood; 心脏 = heart mind; 脑 = brain; 眼 眼睛 = eye; 脚 = foot feet; 身体 = body physical
疾病 病 = disease ill sick; 药 药物 = drug medicine medic pharm; 手术 = surg operat; 婴儿 宝宝 = baby infant
衣服 服装 = cloth dress garment; 房间 = room; 桌 = table desk; 船 船只 = ship boat vessel; 桥 = bridge
枪 = gun shot shoot; 炸弹 爆炸 = bomb expl blast; 将军 = general; 国王 = king; 女王 = queen; 王子 = prince
公主 = princess; 总监 主任 = director; 教授 = professor; 教练 = coach manager; 球员 选手 队员 = player athlete
导演 = director; 演员 = actor actress star cast; 作家 作者 = writer author; 记录 纪录 = record
奖 = award prize; 电子邮件 邮件 = email mail; 网友 = netizen user internet; 粉丝 = fan
直播 = live stream broadcast; 节目 = program show; 频道 = channel; 广告 = advert ad; 小说 = novel fiction
诗 = poem poet; 画 = paint pictur draw; 舞 舞蹈 = danc; 戏剧 = drama play theat series
`;
