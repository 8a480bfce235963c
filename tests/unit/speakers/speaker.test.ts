import { describe, expect, it } from 'vitest'
import { parseSpeakerLabel } from '../../../src/core/formats/speaker-line.ts'
import type { Annotation } from '../../../src/shared/contract/schemas/annotation.ts'
import type { SpeakerSummary, SpeechSuggestion } from '../../../src/shared/contract/schemas/speaker.ts'
import { allNames, hasNameIn, initialsOf, speakerName } from '../../../src/shared/domain/speaker.ts'
import type { ArticleId, SpeakerId } from '../../../src/shared/domain/ids.ts'
import { filterAnnotations, NO_FILTER } from '../../../src/renderer/features/annotating/annotation-filter.ts'
import { offerKey, offersOf, runOf } from '../../../src/renderer/features/speaking/speech-offers.ts'
import { speakerChoices } from '../../../src/renderer/features/speaking/speaker-choices.ts'

const khan = {
  id: 'khan' as SpeakerId,
  names: [
    { language: 'en', name: 'Sohail Khan', role: 'Deputy Secretary-General' },
    { language: 'zh-Hans', name: '索海尔·汗', role: '副秘书长' },
  ],
}
const summary = (
  id: string,
  name: string,
  blockCount: number,
  role: string | null = null,
): SpeakerSummary => ({
  id: id as SpeakerId,
  names: [{ language: 'zh-Hans', name, role }],
  blockCount,
  articleCount: 1,
  highlightCount: 0,
})

describe('names', () => {
  it('are those of the language, or of the nearest one', () => {
    expect(['zh-Hans', 'zh-Hant', 'en-GB', 'fr'].map((language) => speakerName(khan, language))).toEqual([
      '索海尔·汗',
      '索海尔·汗',
      'Sohail Khan',
      'Sohail Khan',
    ])
    expect(allNames(khan, 'zh-Hans')).toBe('索海尔·汗 · Sohail Khan')
    expect([hasNameIn(khan, 'zh-Hant'), hasNameIn(khan, 'fr')]).toEqual([true, false])
  })

  it.each([
    ['袁艳春', '袁'],
    ['索海尔·汗', '索汗'],
    ['梅杰尔别克·舍尔梅塔利耶夫', '梅舍'],
    ['𠮷祥', '𠮷'],
    ['Sohail Khan', 'SK'],
    ['Jean-Luc van der Berg', 'JB'],
    ['MODERATOR', 'M'],
  ])('%s in few letters: %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

  it.each([
    ['王毅：各位好。', '王毅'],
    ['主持人: 请坐。', '主持人'],
    ['Dr. Ann Lee: Thank you.', 'Dr. Ann Lee'],
    ['注意：水深。', null],
    ['Source: the Daily.', null],
    ['Q: why?', null],
    ['http://example.org', null],
    ['他说：走吧。', null],
  ])('%s is said by %s', (text, name) => expect(parseSpeakerLabel(text)?.name ?? null).toBe(name))
})

describe('choosing a speaker', () => {
  const speakers = [summary('a', '顾闻笛', 3, '馆长'), summary('b', '林小满', 9), summary('c', '李笛', 1)]
  const options = { here: new Set(['c' as SpeakerId]), canCreate: true, withNobody: true }
  const shown = (typed: string): string[] =>
    speakerChoices(speakers, typed, options).map((choice) =>
      choice.kind === 'speaker' ? choice.speaker.id : choice.kind === 'create' ? `+${choice.name}` : '–',
    )

  it('puts those of the text first, then those who say most, and nobody last', () => {
    expect(shown('')).toEqual(['c', 'b', 'a', '–'])
  })

  it('finds by a part of a name or a role, and offers a new one that is not known yet', () => {
    expect(shown('笛')).toEqual(['c', 'a', '+笛'])
    expect(shown('馆')).toEqual(['a', '+馆'])
    expect(shown(' 顾闻笛 ')).toEqual(['a'])
  })
})

describe('what waits to be confirmed', () => {
  const articleId = 'zh' as ArticleId
  const speech: SpeechSuggestion = {
    segmentId: 's1' as SpeechSuggestion['segmentId'],
    fromBlockId: 'b1' as SpeechSuggestion['fromBlockId'],
    toBlockId: 'b2' as SpeechSuggestion['toBlockId'],
    blockCount: 2,
    name: '顾闻笛',
    role: '馆长',
    rule: 'heading-line',
    speakerId: null,
    addsName: false,
    evidence: null,
    opening: '渡口',
  }
  const twin = {
    speakerId: 'a' as SpeakerId,
    otherId: 'b' as SpeakerId,
    evidence: 'place',
    blockCount: 1,
  } as const

  it('is speeches, then twins, without what was put aside', () => {
    const all = offersOf([{ articleId, speeches: [speech] }], [twin], new Set())
    expect(all.map(({ kind }) => kind)).toEqual(['speech', 'twin'])
    const [first] = all
    if (first === undefined) throw new Error('an offer expected')
    expect(offersOf([{ articleId, speeches: [speech] }], [twin], new Set([offerKey(first)]))).toHaveLength(1)
  })

  it('names the speaker only where the name is news', () => {
    const id = 'a' as SpeakerId
    expect(runOf(articleId, speech).name).toEqual({ name: '顾闻笛', role: '馆长' })
    expect(runOf(articleId, { ...speech, speakerId: id }).name).toBeNull()
    expect(runOf(articleId, { ...speech, speakerId: id, addsName: true }).name).not.toBeNull()
  })
})

it('cards are filtered by who speaks', () => {
  const list = ['a', 'b'].map((id): Annotation => ({
    id: id as Annotation['id'],
    color: 1,
    spans: [],
    tagIds: [],
    note: null,
    createdAt: 0,
    updatedAt: 0,
  }))
  const filter = { ...NO_FILTER, speakerIds: new Set([khan.id]) }
  const found = filterAnnotations(
    list,
    filter,
    () => '',
    ({ id }) => ((id as string) === 'b' ? [khan.id] : []),
  )
  expect(found.map(({ id }) => id)).toEqual(['b'])
})
