/** Beads of our own making, and stretches of them that say the same on both sides. */
export const PROJECTION_EXAMPLES: readonly {
  readonly zh: string
  readonly en: string
  readonly spans: readonly (readonly [zh: string, en: string])[]
  /** Stretches that are to be found to the letter: figures, dates, names and titles. */
  readonly exact?: readonly (readonly [zh: string, en: string])[]
}[] = [
  {
    zh: '与会者强调，要尊重多样文明，共同建设美好家园。',
    en: 'Participants stressed the need to respect diverse civilizations and to build a beautiful home together.',
    spans: [
      ['尊重多样文明', 'respect diverse civilizations'],
      ['共同建设美好家园', 'build a beautiful home together'],
      ['与会者', 'Participants'],
    ],
  },
  {
    zh: '2025年5月23日，论坛在乌鲁木齐开幕，来自26个国家的记者出席。',
    en: 'The forum opened in Urumqi on May 23, 2025, with journalists from 26 countries attending.',
    spans: [
      ['乌鲁木齐', 'Urumqi'],
      ['来自26个国家的记者', 'journalists from 26 countries'],
      ['论坛', 'forum'],
    ],
  },
  {
    zh: '去年全省出口额达到6100亿元，比上年增长3.5%。',
    en: 'Exports of the province reached 610 billion yuan last year, up 3.5 percent from the year before.',
    spans: [
      ['6100亿元', '610 billion yuan'],
      ['增长3.5%', 'up 3.5 percent'],
      ['去年', 'last year'],
    ],
  },
  {
    zh: '老船长说：“灯塔还亮着，我们就能回家。”',
    en: 'The old captain said, “As long as the lighthouse is still lit, we can find our way home.”',
    spans: [
      ['灯塔还亮着', 'the lighthouse is still lit'],
      ['老船长', 'old captain'],
      ['“灯塔还亮着，我们就能回家。”', '“As long as the lighthouse is still lit, we can find our way home.”'],
    ],
  },
  {
    zh: '媒体是镜子，更是桥梁。',
    en: 'The media are a mirror, and even more a bridge.',
    spans: [
      ['镜子', 'mirror'],
      ['更是桥梁', 'even more a bridge'],
    ],
  },
  {
    zh: '她在上海出生，在伦敦长大，后来回到中国教书。',
    en: 'Born in Shanghai and raised in London, she later returned to China to teach.',
    spans: [
      ['在上海出生', 'Born in Shanghai'],
      ['在伦敦长大', 'raised in London'],
      ['后来回到中国教书', 'later returned to China to teach'],
    ],
  },
  {
    zh: '法治是治国理政的基本方式，任何人都不能凌驾于法律之上。',
    en: 'The rule of law is the basic way of governing a country, and nobody may stand above the law.',
    spans: [
      ['基本方式', 'basic way'],
      ['任何人都不能凌驾于法律之上', 'nobody may stand above the law'],
    ],
  },
  {
    zh: '雨停以后，孩子们跑到院子里，踩着水坑大笑。',
    en: 'After the rain stopped, the children ran into the courtyard, stepping in puddles and laughing out loud.',
    spans: [
      ['雨停以后', 'After the rain stopped'],
      ['孩子们跑到院子里', 'the children ran into the courtyard'],
      ['大笑', 'laughing out loud'],
    ],
  },
  {
    zh: '研究人员发现，这种新药可以降低血压，但对肾脏有副作用。',
    en: 'Researchers found that the new drug can lower blood pressure but has side effects on the kidneys.',
    spans: [
      ['降低血压', 'lower blood pressure'],
      ['新药', 'new drug'],
      ['对肾脏有副作用', 'has side effects on the kidneys'],
    ],
  },
  {
    zh: '公司计划在三年内投资1.2亿美元，在成都建设一座电池工厂。',
    en: 'The company plans to invest $120 million over three years to build a battery plant in Chengdu.',
    spans: [
      ['成都', 'Chengdu'],
      ['一座电池工厂', 'a battery plant'],
      ['公司', 'company'],
    ],
  },
  {
    zh: '联合国教科文组织将这座古城列入世界遗产名录。',
    en: 'UNESCO has put the ancient city on the World Heritage List.',
    spans: [
      ['这座古城', 'the ancient city'],
      ['世界遗产名录', 'World Heritage List'],
    ],
  },
  {
    zh: '他推开窗户，看见远处的雪山在月光下发亮。',
    en: 'He pushed the window open and saw the snowy mountains in the distance shining in the moonlight.',
    spans: [
      ['推开窗户', 'pushed the window open'],
      ['远处的雪山', 'the snowy mountains in the distance'],
      ['在月光下发亮', 'shining in the moonlight'],
    ],
  },
  {
    zh: '政府将提高最低工资，并减少小企业的税收负担。',
    en: 'The government will raise the minimum wage and reduce the tax burden on small businesses.',
    spans: [
      ['提高最低工资', 'raise the minimum wage'],
      ['减少小企业的税收负担', 'reduce the tax burden on small businesses'],
      ['小企业', 'small businesses'],
    ],
  },
  {
    zh: '这本小说讲述了一个农民家庭四代人的命运。',
    en: 'The novel tells of the fate of four generations of a peasant family.',
    spans: [
      ['小说', 'novel'],
      ['农民家庭', 'peasant family'],
      ['四代人', 'four generations'],
    ],
  },
  {
    zh: '由于大雾，从广州飞往北京的航班全部取消。',
    en: 'All flights from Guangzhou to Beijing were cancelled because of heavy fog.',
    spans: [
      ['大雾', 'heavy fog'],
      ['从广州飞往北京的航班', 'flights from Guangzhou to Beijing'],
      ['北京', 'Beijing'],
    ],
  },
  {
    zh: '伊丽莎白走进图书馆，问管理员有没有关于鸟类的书。',
    en: 'Elizabeth went into the library and asked the librarian whether there were any books about birds.',
    spans: [
      ['伊丽莎白', 'Elizabeth'],
      ['关于鸟类的书', 'books about birds'],
      ['走进图书馆', 'went into the library'],
    ],
  },
  {
    zh: '2025年5月23日，亚欧腹地媒体论坛在乌鲁木齐开幕。',
    en: 'On 23 May 2025 the Eurasian Heartland Media Forum opened in Urumqi.',
    spans: [],
    exact: [
      ['2025年5月23日', '23 May 2025'],
      ['亚欧腹地媒体论坛', 'Eurasian Heartland Media Forum'],
      ['乌鲁木齐', 'Urumqi'],
    ],
  },
  {
    zh: '这条线路全年发车1.64万次，同比增长14%。',
    en: 'Departures on the line came to 16,400 in the whole year, up 14 percent from the year before.',
    spans: [],
    exact: [
      ['1.64万', '16,400'],
      ['14%', '14 percent'],
    ],
  },
  {
    zh: '顾闻笛把票递给沈柏舟，又看了一眼钟。',
    en: 'Gu Wendi handed the ticket to Shen Bozhou and glanced at the clock again.',
    spans: [['看了一眼钟', 'glanced at the clock']],
    exact: [
      ['顾闻笛', 'Gu Wendi'],
      ['沈柏舟', 'Shen Bozhou'],
      ['闻笛', 'Wendi'],
    ],
  },
  {
    zh: '哈萨克斯坦记者阿依波塔·萨德科娃提问。',
    en: 'Aibota Sadykova, a reporter from Kazakhstan, asked a question.',
    spans: [['哈萨克斯坦记者', 'reporter from Kazakhstan']],
    exact: [
      ['阿依波塔·萨德科娃', 'Aibota Sadykova'],
      ['萨德科娃', 'Sadykova'],
    ],
  },
  {
    zh: '去年的出口额是6100亿元，三月达到最高。',
    en: 'Exports came to 610 billion yuan last year and peaked in March.',
    spans: [],
    exact: [
      ['6100亿元', '610 billion yuan'],
      ['三月', 'March'],
    ],
  },
]
