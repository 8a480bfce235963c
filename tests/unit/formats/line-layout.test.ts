import { describe, expect, it } from 'vitest'

import { layoutParagraphs } from '../../../src/core/formats/line-layout.ts'

const layout = (text: string): string[] => layoutParagraphs(text.split('\n'))

/** Breaks a text into lines as a mail program does. */
function wrap(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].join('\n')
}

const FIRST =
  'The road over the hills was finished in the spring, and on the first warm day everybody who could walk went up to see it, the old on carts and the young on foot, with bread and tea and a great deal of noise.'
const SECOND =
  'Nobody had thought of the goats. They stood in the middle of the new road and looked at the people, and the people looked at them, and for a long while neither side would give way.'

describe('paragraphs of unwrapped text', () => {
  it('are lines, with blank lines between them or without', () => {
    expect(layout(`${FIRST}\n\n${SECOND}`)).toEqual([FIRST, SECOND])
    expect(layout(`${FIRST}\n${SECOND}`)).toEqual([FIRST, SECOND])
    expect(layout(`\n\n\u3000\u3000${FIRST} \n \n\n${SECOND}\n`)).toEqual([FIRST, SECOND])
  })

  it('keep short lines apart: a caption and its credit, verse, a list', () => {
    const caption = '公路通车的那个早晨，村民们牵着山羊在新修的路面上散步。\n本报记者 王小明摄'
    expect(layout(`${FIRST}\n\n${caption}`)).toEqual([FIRST, ...caption.split('\n')])
    const verse = '白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼'
    expect(layout(verse)).toEqual(verse.split('\n'))
    const list = [
      'Bread and a little butter for the long way up the hill',
      'Tea',
      'A map of the hills and of the river that runs to the sea',
      'Rope',
      'Two old blankets from the chest in the upper room',
      'A lamp with enough oil for at least two long dark nights',
      'Salt',
      'A stick',
      'Patience',
    ]
    expect(layout(list.join('\n'))).toEqual(list)
    const title = [
      'A road over the hills and far away to the sea and home again',
      'How the people of the valley built it with their own two hands',
    ]
    expect(layout(`${title.join('\n')}\n\n${FIRST}`)).toEqual([...title, FIRST])
  })

  it('keep paragraphs of one sentence and the same width apart', () => {
    const sentences = [
      '他说今天的天气很好，我们一起到山上去走一走吧。',
      '她说好的，我也很想去看看那条今年新修的公路呢。',
      '于是他们带上了茶和面包，一起出门往山上走去了。',
      '走到半路上才发现忘了带地图，也忘了带上水壶了。',
      '可是谁也不想回去拿，大家就这样一直走到了山顶。',
    ]
    expect(layout(sentences.join('\n'))).toEqual(sentences)
  })
})

describe('paragraphs of wrapped text', () => {
  it('are joined with a space in English', () => {
    for (const width of [60, 72, 80]) {
      expect(layout(`A short title\n\n${wrap(FIRST, width)}\n\n${wrap(SECOND, width)}`)).toEqual([
        'A short title',
        FIRST,
        SECOND,
      ])
    }
  })

  it('are joined with nothing in Chinese', () => {
    const text =
      '山上的公路在春天修好了，第一个暖和的日子里，能走路的人都上山去看，老人坐车，年轻人步行，带着面包和茶，一路上说说笑笑，好不热闹，连山羊也站到公路中间来看人。'
    const lines = text.match(/.{1,22}/gu) ?? []
    expect(layout(`${lines.join('\n')}\n\n${lines.join('\n')}`)).toEqual([text, text])
  })

  it('begin with an indent where no blank lines stand between', () => {
    // The indent is part of the page's width, as it is in print.
    const indented = [FIRST, SECOND].map((text) => wrap(`####${text}`, 68).replace('####', '    ')).join('\n')
    expect(layout(indented)).toEqual([FIRST, SECOND])
    // Here the last line of the first paragraph is full, and only the indent tells.
    const full = [
      '    The road over the hills was finished in the spring, and on the',
      'first warm day everybody who could walk went up to see it, the old',
      'on carts and the young on foot, with much bread and even more tea.',
      '    Nobody had thought of the goats, who stood in the middle of the',
      'new road and looked at the people, and the people looked at them.',
    ]
    expect(layout(full.join('\n'))).toHaveLength(2)
    // An indent of every line is a margin.
    expect(layout(wrap(FIRST, 68).replace(/^/gmu, '    '))).toEqual([FIRST])
  })

  it('leave lines alone that were short for another reason', () => {
    const text = `${wrap(FIRST, 70)}\n\n${wrap(SECOND, 70)}\n\nTom Reed\nValley Road 3\nHilltown`
    expect(layout(text)).toEqual([FIRST, SECOND, 'Tom Reed', 'Valley Road 3', 'Hilltown'])
  })

  it('join a word that was hyphenated without a space, and keep the hyphen', () => {
    const text =
      'The people of the valley are known for being kind and good-\nnatured, and for their bread, which is baked in stone ovens and\neaten while it is still so hot that it burns the fingers of all\nthose who have not learned to wait, which is nearly everybody.'
    expect(layout(text)).toEqual([text.replace('good-\nnatured', 'good-natured').replaceAll('\n', ' ')])
  })

  it('never join a credit to what stands before it', () => {
    const full = [
      'The road over the hills was finished in the spring, and on the very',
      'first warm day everybody who could walk went up to see it, the old',
      'on carts and the young on foot, with much bread and even more tea.',
      '(Web editor: Tom Reed)',
      'Nobody had thought of the goats, who stood in the middle of the new',
      'road and looked at the people, and the people looked back at them.',
    ]
    expect(layout(full.join('\n'))).toEqual([full.slice(0, 3).join(' '), full[3], full.slice(4).join(' ')])
  })
})
