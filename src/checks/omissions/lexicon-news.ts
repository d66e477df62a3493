/**
 * Words of the news that are nearly always translated, with what English words that say the same begin with.
 * `zh zh = en en`: any for any.
 */
export const NEWS_WORDS = `
国家 国 = countr nation state; 经济 = econom
发展 = develop growth grow progress; 问题 = problem issue question matter
政府 当局 = government administration authorit; 世界 全球 世上 = world global
增长 上升 上涨 增加 = grow increas rise rising rose up gain climb surg higher more
下降 下跌 减少 降低 = fall fell drop decreas declin down reduc lower less cut shrink
国际 = international global; 工作 = work job task employ; 市场 = market; 社会 = societ social communit
政策 = polic; 公司 企业 集团 = compan firm enterprise corporat business group
地区 区域 = region area district; 提供 = provid offer suppl give gave; 政治 = politic; 组织 = organi group
服务 = serv; 投资 = invest; 技术 科技 = technolog technique technical tech
合作 = cooperat collaborat partner work; 支持 = support back; 影响 = affect influenc impact effect
领导 领袖 = lead head; 总统 = president; 计划 规划 方案 = plan program scheme project propos
项目 工程 = project program item construction; 解决 = solv resolv settle address solution tackle
银行 = bank; 安全 = safe secur; 研究 = research stud; 贸易 = trade; 要求 = demand requir request ask call
活动 = activit event campaign action; 希望 = hope wish want expect look
机构 = institut agenc organi bod; 人民 民众 群众 百姓 = people public; 关系 = relation tie link
行动 = action move operat act; 生产 = produc manufactur; 教育 = educat school teach; 危机 = crisis crises
金融 = financ; 环境 = environment; 目标 = goal target aim objective purpose
部门 = department sector ministr agenc; 产品 = product goods; 创新 = innovat
建设 = build construct develop; 成功 = succe; 历史 = histor; 自由 = free libert; 变化 改变 = chang
价格 = price pric cost; 代表 = represent delegat deputy deputies; 报道 报导 = report cover; 科学 = scien
发现 = find found discover; 机会 = opportunit chance; 帮助 援助 = help aid assist support
选择 = choos choice chose select option pick; 制造 = manufactur mak made produc; 保护 = protect conserv
管理 = manag administ; 报告 = report; 加强 强化 = strengthen enhanc boost reinforc; 战略 = strateg
大学 高校 = universit college; 决定 = decid decision determin; 信息 = inform messag data
消费 = consum spend spent; 参与 参加 = particip join attend tak took involv part
运动 = sport movement exercis campaign athlet; 措施 = measure step
比赛 = match game race compet contest; 会议 大会 = meeting conference congress assembl summit session
商品 货物 = goods commodit product merchandise cargo; 收入 = income revenue earn; 城市 都市 = cit urban
记者 = report journalist correspond; 货币 = currenc monet money; 结果 = result outcome
能力 = abilit capab capacit; 学习 = learn stud; 宣布 = announc declar; 气候 = climate; 改革 = reform
协议 协定 = agree deal accord pact; 数据 = data figure statistic number; 成员 = member; 需求 = demand need
年轻 青年 = young youth; 监管 监督 = regulat supervis overs monitor; 人口 = population people; 竞争 = compet
媒体 = media press; 农业 农民 农村 = agricultur farm rural peasant; 资源 = resource; 债务 = debt; 出口 = export
进口 = import; 文化 = cultur; 风险 = risk; 事件 = incident event; 利益 = interest benefit
学生 = student pupil; 谈判 = negotiat talk; 质量 = quality; 能源 = energy power
医疗 医院 医生 = medic health hospital doctor physician; 选举 投票 = elect vote voting poll ballot
调查 = investigat survey probe inquir poll; 法律 = law legal; 电视 = tv televis; 电影 = film movie cinema
旅游 游客 = tour travel visit; 威胁 = threat; 压力 = pressure stress; 和平 = peace
网络 互联网 = network internet online web cyber; 声明 = statement declar; 反对 = oppos against object
新闻 = news press; 时代 = era age time; 儿童 孩子 = child kid; 设计 = design; 贫困 脱贫 = poverty poor
劳动 = labor labour work; 建议 = suggest propos recommend advi; 电子 = electron; 交易 = transact trad deal
道路 公路 = road highway path street; 石油 = oil petrol crude; 战争 = war; 处理 = deal handl process treat
购买 = buy purchas bought; 妇女 女性 女人 女子 女士 = wom female lady girl; 男子 男人 男性 = man men male
冲突 = conflict clash; 商业 = commerc business; 外国 国外 海外 = foreign overseas abroad
制度 = system institut regime; 交流 = exchang communicat; 条件 = condition term
专家 学者 = expert specialist scholar; 袭击 攻击 = attack assault raid strike; 治理 = govern control
设备 设施 = equipment facilit device install; 移民 难民 = migra immigra refugee
死亡 去世 遇难 身亡 丧生 = die death dead kill dying passed fatal deceas; 受伤 伤者 = injur wound hurt
汽车 车辆 = car vehicle auto; 警察 警方 公安 = police officer cop; 品牌 = brand; 污染 = pollut contaminat
军事 军队 士兵 部队 = milit army troop soldier force armed; 独立 = independ; 知识 = knowledge
拒绝 = refus reject declin den turn; 批评 = critic; 制裁 = sanction; 权利 = right; 公众 = public people
党 政党 = party parties; 经验 = experience; 内容 = content; 机场 = airport
飞机 航班 航空 = plane aircraft flight air jet; 培训 训练 = train; 评论 = comment review; 朋友 = friend
学校 = school; 奥运 = olympic; 病毒 疫情 疫苗 = virus epidemic pandemic covid vaccin outbreak coronavirus
案件 案 = case; 法院 法官 = court judge; 指控 = accus charg alleg; 犯罪 = crime crimin offen; 恐怖 = terror
议员 = lawmaker member mp senator congress representative legislator councill parliament
种族 = racial race ethnic racis; 用户 = user; 土地 = land; 食品 食物 = food; 人工智能 = ai artificial
治疗 = treat therap; 角色 = role character; 访问 = visit; 语言 = language; 部长 外长 = minister secretary
首相 总理 = premier prime minister chancellor pm; 论坛 = forum; 证据 = evidence proof; 态度 = attitude
费用 = cost fee expense spend; 销售 出售 = sale sell sold; 故事 = story stories tale
照片 图片 = photo picture image; 患者 病人 = patient; 团队 = team; 绿色 = green
建筑 = build architect construct; 失败 = fail defeat; 贷款 = loan lend; 利率 = interest rate
足球 = football soccer; 球队 = team club side squad; 冠军 = champion title winner gold; 资产 = asset
抗议 示威 = protest demonstrat; 交通 运输 = traffic transport; 武器 = weapon arm; 合同 = contract
员工 职工 工人 雇员 = employee worker staff; 客户 顾客 = customer client; 观众 = audience viewer spectator fan
股份 股票 股市 = share stock; 测试 = test; 职业 = career profession occupation; 速度 = speed pace fast
非法 = illegal unlawful; 生态 = ecolog ecosystem; 太阳 = sun solar; 课程 = course curriculum class lesson
癌症 = cancer; 税 税收 关税 = tax tariff dut; 艺术 = art; 纪念 = commemorat memor anniversar
供应 = suppl provi; 铁路 火车 列车 = rail train; 革命 = revolution; 腐败 = corrupt; 生命 = life live
命运 = fate destin; 结婚 婚礼 婚姻 = marri wed; 父母 母亲 妈妈 父亲 爸爸 = parent mother mom mum father dad
家庭 家人 = famil household home; 妻子 丈夫 = wife husband; 女儿 儿子 = daughter son
兄弟 姐妹 = brother sister sibling; 音乐 歌手 歌曲 = music sing song; 天气 = weather
暴雨 台风 飓风 风暴 = storm typhoon hurricane rain cyclone; 地震 = earthquake quake; 洪水 洪灾 = flood
火灾 大火 起火 = fire blaze burn; 水 = water; 河 江 河流 = river; 海 海洋 = sea ocean marine maritime
山 = mountain hill; 岛 = island isle; 动物 = animal; 植物 树 = plant tree; 狗 = dog; 猫 = cat; 鱼 = fish
书 书籍 = book; 手机 电话 = phone mobile cell call; 电脑 计算机 = computer pc; 软件 = software app; 游戏 = game
订单 = order; 餐厅 餐馆 饭店 酒店 = restaurant hotel; 房子 房屋 住房 住宅 = house hous home resident propert
钱 资金 = money fund capital cash; 早上 早晨 上午 = morning; 下午 = afternoon; 晚上 晚间 夜间 = night evening
周末 = weekend; 春节 = spring festival new; 圣诞 = christmas; 生日 = birthday born; 监狱 = prison jail
逮捕 被捕 = arrest detain; 会见 会晤 会谈 = meet met talk; 强调 = stress emphasi underlin highlight
表示 指出 认为 说 称 = said say stat point express believ think note indicat told add claim
呼吁 = call urg appeal; 承诺 = promis commit pledg; 批准 通过 = approv pass ratif adopt; 签署 签订 = sign
举行 召开 举办 = held hold host conven take took; 成立 建立 设立 = establish set found form creat launch
启动 = launch start initiat kick; 推动 推进 促进 = promot push driv advanc further
扩大 = expand enlarg broaden wid; 开放 = open; 改善 改进 提高 提升 = improv enhanc better rais upgrad increas
实现 = achiev realiz realis attain reach fulfil; 面临 面对 = fac confront
担心 担忧 = worr concern fear afraid; 相信 = believ trust confident convinc; 欢迎 = welcom
感谢 = thank grateful gratitude appreciat; 道歉 = apolog sorry; 承认 = admit acknowledg recogni
警告 = warn; 禁止 = ban prohibit forbid bar; 取消 = cancel lift remov abolish; 推迟 = postpon delay
结束 = end conclu finish over; 开始 = begin began begun start
继续 持续 = continu ongoing keep remain sustain; 离开 = leav left depart; 返回 回到 = return back
到达 抵达 = arriv reach; 发布 公布 = releas publish issu announc post; 公开 = public open disclos
显示 表明 = show indicat suggest reveal display
预计 预测 预期 = expect forecast predict project estimat anticipat; 计算 = calculat comput count
比较 相比 = compar; 超过 = over more exceed than above surpass
大约 约 = about around approximat some roughly; 第一 首次 首 = first; 最后 最终 = final last eventual end
今年 = year; 去年 = last year previous; 未来 = future coming next; 目前 现在 = now current present
最近 近日 近期 = recent late; 重要 = important signific key critical major vital
重大 = major signific great big important; 主要 = main major primar chief key principal
严重 = serious severe grave grav; 困难 = difficult hard trouble; 复杂 = complex complicat
稳定 = stab stead; 公平 公正 = fair just equit; 平等 = equal; 共同 = common joint share together mutual
私人 = private; 公共 = public; 传统 = tradition; 现代 = modern; 健康 卫生 = health sanit hygiene
年轻人 = young youth; 老人 老年 = old elder aged senior; 工业 产业 行业 = industr sector; 就业 失业 = employ job
工资 = wage salar pay; 预算 财政 = budget fiscal financ; 赤字 = deficit; 通货膨胀 通胀 = inflat
央行 = central bank; 美元 = dollar usd; 欧元 = euro; 人民币 = yuan renminbi rmb; 英镑 = pound sterling
主义 = ism ist; 民主 = democra; 共和 = republic; 议会 国会 = parliament congress legislat; 宪法 = constitution
联盟 = alliance union league; 峰会 = summit; 外交 = diploma foreign; 边境 边界 = border; 核 = nuclear
导弹 = missile; 网站 = website site web online; 社交 = social; 推特 = twitter tweet; 视频 = video
屏幕 = screen; 文件 = document file paper; 系统 体系 = system; 标准 = standard criteri
模式 = model mode pattern; 结构 = structur; 基础 = foundation base basic basis infrastructure
原因 理由 = reason cause why; 意义 = signific mean; 价值 = value worth; 成本 = cost; 利润 盈利 = profit
损失 = loss lose lost damage; 优势 = advantage strength edge; 挑战 = challeng; 经历 = experienc
梦想 = dream; 精神 = spirit mental; 爱 热爱 = love
`;
