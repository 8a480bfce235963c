/**
 * Frequent characters that only one of the two Chinese scripts uses, as pairs simplified–traditional. Left out
 * are those that either script knows in another sense (后 里 干 云 台 系 面 只 著 乾).
 */
const PAIRS = `
个個 们們 这這 来來 时時 国國 说說 为為 对對 会會 学學 发發 过過 经經 还還 现現 实實 开開 关關 长長 问問 见見
车車 东東 进進 动動 头頭 电電 业業 产產 书書 义義 务務 员員 师師 话話 语語 认認 识識 让讓 请請 谁誰 读讀 谢謝
设設 许許 论論 议議 记記 访訪 评評 试試 该該 详詳 误誤 调調 谈談 课課 证證 变變 门門 间間 闻聞 阅閱 队隊 阳陽
阶階 际際 难難 风風 飞飛 马馬 鱼魚 鸟鳥 龙龍 华華 韩韓 亿億 从從 价價 众眾 优優 传傳 伟偉 体體 兰蘭 兴興
养養 农農 军軍 决決 创創 办辦 劳勞 势勢 协協 单單 卖賣 卫衛 厂廠 历歷 县縣 双雙 团團 园園 围圍 图圖 场場
块塊 坚堅 声聲 处處 备備 复復 妇婦 岁歲 岛島 币幣 帮幫 带帶 广廣 庆慶 应應 张張 归歸 当當 录錄 总總 惊驚 态態
怀懷 战戰 护護 报報 择擇 担擔 据據 换換 损損 数數 断斷 无無 旧舊 显顯 术術 机機 杀殺 权權 条條 标標 树樹 样樣
桥橋 检檢 楼樓 欢歡 欧歐 残殘 气氣 汉漢 济濟 温溫 湾灣 满滿 灵靈 热熱 爱愛 独獨 环環 码碼 确確 离離 种種 积積
称稱 稳穩 竞競 笔筆 类類 红紅 级級 纪紀 约約 纳納 组組 细細 织織 终終 结結 给給 统統 继繼 绩績 续續 维維 综綜
绿綠 网網 罗羅 职職 联聯 脑腦 艺藝 节節 苏蘇 药藥 营營 获獲 虽雖 补補 规規 视視 觉覺 观觀 计計 讨討 训訓 讲講
诉訴 词詞 译譯 质質 责責 贡貢 财財 货貨 贫貧 购購 贸貿 费費 资資 赛賽 赞贊 转轉 轮輪 软軟 轻輕 载載 较較 输輸
边邊 达達 迁遷 运運 远遠 连連 适適 选選 递遞 遗遺 邓鄧 郑鄭 邻鄰 钟鐘 钢鋼 钱錢 铁鐵 银銀 链鏈 锋鋒 错錯 陆陸
陈陳 险險 随隨 隐隱 静靜 页頁 项項 顺順 须須 预預 领領 频頻 题題 额額 验驗 鲜鮮 齐齊
`
  .split(/\s+/u)
  .filter((pair) => pair !== '')

export const SIMPLIFIED_ONLY: ReadonlySet<string> = new Set(PAIRS.map((pair) => pair.charAt(0)))

export const TRADITIONAL_ONLY: ReadonlySet<string> = new Set(PAIRS.map((pair) => pair.charAt(1)))

/** From traditional to simplified. */
export const SCRIPT_PAIRS: readonly (readonly [traditional: string, simplified: string])[] = PAIRS.map(
  (pair) => [pair.charAt(1), pair.charAt(0)],
)
