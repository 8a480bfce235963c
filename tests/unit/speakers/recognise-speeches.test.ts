import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/formats/read-document.ts'
import { recogniseSpeeches, type SpeechBlock } from '../../../src/core/speakers/recognise-speeches.ts'
import type { BlockKind } from '../../../src/shared/domain/text.ts'
import { sharedArticles } from '../../fixtures/shared-articles.ts'

const block = (opening: string, kind: BlockKind = 'paragraph'): SpeechBlock => ({
  kind,
  opening,
  closing: opening.slice(-40),
})
/** Paragraphs, as texts come from where nothing is known of them. */
const plain = (...texts: readonly string[]): SpeechBlock[] => texts.map((text) => block(text))
const told = (blocks: readonly SpeechBlock[]): string[] =>
  recogniseSpeeches(blocks).map(
    ({ from, to, name, role, rule }) => `${from}–${to} ${name}${role === null ? '' : ` (${role})`} ${rule}`,
  )

const ZH = plain(
  '桥边的论坛',
  '让渡口重新亮起来',
  '临江市文化馆馆长 顾闻笛',
  '渡口从前是一座城的客厅。人们在这里等船，也在这里等消息；船来了，消息就来了。',
  '今天我们修桥，也要把渡口留下来。',
  '把声音留在河上',
  '青山联合会副秘书长 萨米尔·努尔',
  '我小时候听过船夫唱歌。那些歌没有写在纸上，唱的人老了，歌就没有了😀𠮷。',
)
const EN = plain(
  'A Forum by the Bridge',
  'Light the Ferry Landing Again',
  'Gu Wendi, Director of the Linjiang House of Culture',
  'The landing was once the parlour of the town. People waited here for boats and for news.',
  'We build a bridge today, and we should keep the landing too.',
  'Keep the Voices on the River',
  'Deputy Secretary-General Samir Nur',
  'When I was small I heard the boatmen sing. Nobody wrote those songs down.',
)

describe('speeches are recognised', () => {
  it('by a heading, a line that names the speaker, and the words, in both languages', () => {
    expect(told(ZH)).toEqual([
      '3–4 顾闻笛 (临江市文化馆馆长) heading-line',
      '7–7 萨米尔·努尔 (青山联合会副秘书长) heading-line',
    ])
    expect(told(EN)).toEqual([
      '3–4 Gu Wendi (Director of the Linjiang House of Culture) heading-line',
      '7–7 Samir Nur (Deputy Secretary-General) heading-line',
    ])
  })

  it('by lines alone, where there are several', () => {
    const body = '他说，桥是给人走的，镜子是给人看的，两样东西都要擦得干净，才对得起过路的人。'
    const two = [
      block('论坛纪要', 'title'),
      block('以下是发言摘要，按发言先后排列。'),
      block('市图书馆馆长 林小满', 'byline'),
      block(body),
      block('市博物馆馆长 周一帆', 'byline'),
      block(body),
      block('相关链接', 'heading'),
      block(body),
    ]
    expect(told(two)).toEqual([
      '3–3 林小满 (市图书馆馆长) speaker-line',
      '5–5 周一帆 (市博物馆馆长) speaker-line',
    ])
    expect(told(two.slice(0, 4))).toEqual([])
  })

  it('by names before a colon that take turns', () => {
    expect(
      told(
        plain(
          '桥上谈话',
          '主持人：您好，请坐。',
          '林小满：谢谢。',
          '我慢慢说。',
          '主持人：好的。',
          '林小满：从渡口说起。',
        ),
      ),
    ).toEqual(['1–1 主持人 label', '2–3 林小满 label', '4–4 主持人 label', '5–5 林小满 label'])
    expect(
      told(
        plain(
          'MODERATOR: Please begin.',
          'Dr. Ann Lee: Thank you.',
          'MODERATOR: And then?',
          'Dr. Ann Lee: The river.',
        ),
      ),
    ).toHaveLength(4)
  })

  it('and nothing else is', () => {
    expect(
      told(plain('注意：河水很深。', '来源：临江日报。', '注意：桥面很滑。', '来源：青山晚报。')),
    ).toEqual([])
    expect(
      told(plain('Note: it is deep.', 'Source: the Daily.', 'Note: it is wet.', 'Source: the News.')),
    ).toEqual([])
    // One name alone may be a label of anything.
    expect(told(plain('林小满：写信。', '又是一天。', '林小满：寄信。'))).toEqual([])
    // A reporter wrote it; nobody speaks.
    expect(
      told([
        block('渡口重开', 'title'),
        block('本报记者 林小满'),
        block('天还没亮，渡口已经有人了。火光照着水面，船上有学生，有菜农，也有回家的人。'),
      ]),
    ).toEqual([])
    expect(told(plain('两个主意', '第一个主意是修桥。', '第二个主意是等。'))).toEqual([])
  })
})

const articles = sharedArticles('the recognition of speakers on real pages')
describe.skipIf(articles === null)('on the real pages', () => {
  const found = (articles ?? []).map((article) =>
    told(readDocument(article).blocks.map(({ kind, text }) => block(text, kind))),
  )

  it('the seven who speak on the newspaper page', () => {
    expect(found[2]?.map((each) => each.split(' ')[1])).toEqual([
      '索海尔·汗',
      '阿利舍尔·穆卡占',
      '梅杰尔别克·舍尔梅塔利耶夫',
      '艾尔肯·吐尼亚孜',
      '袁艳春',
      '齐竹泉',
      '于运全',
    ])
  })

  it('nobody in the plain news', () => {
    expect(found.filter((_, index) => index !== 2)).toEqual([[], [], [], []])
  })
})
