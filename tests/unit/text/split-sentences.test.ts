import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../../src/shared/text/split-sentences.ts'
import { sharedArticles } from '../../fixtures/shared-articles.ts'

/** Each row is a text with a bar where it should be cut. */
function check(marked: string, language: string): void {
  const pieces = marked.split('|')
  expect(splitSentences(pieces.join(''), language)).toEqual(pieces)
}

describe('Chinese', () => {
  test.each([
    // Stops, their runs, closing quotes and brackets.
    ['今天很好。|我们走吧！|去哪里？|我不知道'],
    ['真的吗？！|真的。。。|好吧'],
    ['《走吧！》是一本书。|《你好，中国！》也是。'],
    ['他笑了（真的！）然后走了。|再见。'],
    ['（他走了。）|我也走了。'],
    ['谢谢大家！（掌声）|今天我很高兴。'],
    ['他来了；她走了；我在。'],
    // Quotes and attributions.
    ['“我们走吧。”他说。|大家都同意了。'],
    ['“我们走吧。”新华社记者对本报记者说。|大家都同意了。'],
    ['“太好了！”他说，“我们走吧。”|然后大家散了。'],
    ['“好的。”他说，脸上带着笑。|天黑了。'],
    ['“弘扬上海精神。”|会议指出，要加强合作。'],
    ['“弘扬上海精神。”|会议于九点开始，代表们到了。'],
    ['他问：“去哪里？”|我没回答。'],
    ['他喊“加油！”然后跑了。|天黑了。'],
    ['“加油！”的喊声响起。|“加油！”，有人喊。'],
    ['「你好。」|「再見。」他們說。'],
    ['“你好。|我来了。”他说。'],
    // Ellipses.
    ['我……我不知道。|“唉……”|天亮了……|雨停了。'],
    // What was left out at the beginning of a quote ends nothing; alone in its quote it does.
    ['编辑说：“……读者是看得见字号的。”|他又说：“……”|大家笑了。'],
    ['编辑说："…… 读者看得见。"|他说"好"……|天黑了。'],
    // Half-width typing and figures.
    ['你好!|他走了?|是的'],
    ['他说:"好。"|然后走了。|"再见!"她说。'],
    ['总额达4351.1亿元，增长3.5%。|索海尔.汗出席。'],
    ['1.加强合作。|2.扩大开放。'],
    // English inside Chinese.
    ['米尔福德学院的D.K.哈特利博士认为足够。|他在U.S.读书。'],
    ['We won! |他说。|然后 Mr. Li 走了。|He left. |我们也走了。'],
    // Lines.
    ['第一行\n第二行。\n|第三行\n\n|第四行'],
    ['  开头有空格。 |结尾也有。  '],
  ])('%s', (marked) => check(marked, 'zh-Hans'))

  test('breaks after ； when asked to', () => {
    expect(splitSentences('他来了；她走了；我在。', 'zh', { breakAtSemicolon: true })).toEqual([
      '他来了；',
      '她走了；',
      '我在。',
    ])
  })
})

describe('English', () => {
  test.each([
    ['ZHENGZHOU, July 25 (Xinhua) -- The summit opened. |It ended on Sunday.'],
    ['BEIJING, Jan. 5 (Xinhua) -- The U.S. government met Mr. Li in the U.S. |They talked.'],
    ['George W. Bush and J. A. Smith left at 5 p.m. Friday. |I saw them.'],
    ['It cost $3.5 million. |No. 5 won. |No. |It did not.'],
    ['He holds a Ph.D. in law, e.g. Chinese law (cf. Fig. 2.1). |So does she.'],
    ['1. The first. |2. The second.'],
    ['Is it vitamin C. |The answer is yes.'],
    ['"Go!" he said. |"Really?" Li Ming asked. |"Action." |This is a slogan.'],
    ['He said “We go.” |Then she said “No!” and left.'],
    ['Wait... what? |Well... |The end.'],
    ['He left. |(He was tired.) |She stayed (really!) here. |(Photo by Yang)'],
    ['The editor wrote: “… Readers can see…” |He went on: "... They do." |Then “yes” … |No more.'],
    ['Node.js is a tool. |Visit example.com now! |What?! |Yahoo! is big.'],
    ['The rest is easy.[12] |Then we go.² |Done.'],
    ['They call it “上海精神。” |It means much. |他说好。|Yes.'],
    ['One line\nanother line.\n|Third.\r\n\r\n|Fourth'],
  ])('%s', (marked) => check(marked, 'en'))
})

describe('other languages', () => {
  test.each([
    ['ru', 'А. С. Пушкин родился в Москве. |Он поэт. |Да!'],
    ['de', 'Am 3. Oktober war es so weit. |Alle kamen.'],
    ['hi', 'हम जाते हैं। |वह आता है।'],
    ['ja', '私は行きます。|「はい。」|そうですか？'],
  ])('%s: %s', (language, marked) => check(marked, language))
})

test('empty text has no pieces, white space is one', () => {
  expect(splitSentences('', 'zh')).toEqual([])
  expect(splitSentences(' \n\n ', 'zh')).toEqual([' \n\n '])
})

test.each([
  ['a plain run', '上海合作组织'],
  ['quotes', '“。”'],
  ['open brackets', '《“（'],
  ['dots and spaces', '. '],
  ['initials', 'A. '],
  ['attributions', '“我们走吧。”他说。The U.S. said "Go!" '],
  ['families', '👨‍👩‍👧。'],
])('a megabyte of %s does not take for ever', (_, unit) => {
  // A quadratic rule would take many minutes here and trip the limit of the test.
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
  expect(splitSentences(text, 'zh').join('')).toBe(text)
})

const articles = sharedArticles('sentence splitting of real articles')

test.skipIf(articles === null)('real articles: no sentence is absurdly short or long', () => {
  const lines = (articles ?? [])
    .flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'))
    .filter((line) => line.trim() !== '')
  expect(lines.length).toBeGreaterThan(50)
  for (const line of lines) {
    const language = /\p{Script=Han}/u.test(line) ? 'zh' : 'en'
    const pieces = splitSentences(line, language)
    expect(pieces.join('')).toBe(line)
    for (const piece of pieces) {
      expect(piece.trim().length, piece).toBeGreaterThan(4)
      expect(piece.length, piece).toBeLessThan(language === 'zh' ? 250 : 700)
    }
  }
})
