import { beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/formats/read-document.ts'
import { decodeBytes } from '../../../src/core/formats/decode-bytes.ts'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import { describeEnvelopeError, type Explanation } from '../../../src/renderer/i18n/describe-error.ts'
import { describeStep } from '../../../src/renderer/i18n/describe-step.ts'
import { COMMAND_KINDS } from '../../../src/shared/domain/command-label.ts'
import { initI18n, setUiLanguage } from '../../../src/renderer/i18n/i18n.ts'

beforeAll(() => {
  // The catalogues name their language to the page; here is none.
  Object.assign(globalThis, { document: { documentElement: { lang: '' } } })
  initI18n('zh-Hans')
  return () => Reflect.deleteProperty(globalThis, 'document')
})

function explainFailure(read: () => unknown): Explanation {
  try {
    read()
  } catch (error) {
    if (error instanceof DuizhaoError) {
      return describeEnvelopeError({
        code: error.code,
        message: error.message,
        details: { ...error.details },
      })
    }
    throw error
  }
  throw new Error('nothing failed')
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('a file that could not be read', () => {
  it('is said to be empty where it is', () => {
    const title = '文件是空的'
    expect(explainFailure(() => decodeBytes(new Uint8Array()))).toMatchObject({ title })
    expect(explainFailure(() => decodeBytes(bytes(' \n\u3000')))).toMatchObject({ title })
    expect(explainFailure(() => readDocument({ name: 'a.md', bytes: bytes('---\n\n***\n') }))).toMatchObject({
      title,
    })
  })

  it('is said to be damaged where it is', () => {
    const damaged = { code: 'corrupt_file', message: '', details: {} } as const
    expect(describeEnvelopeError(damaged).title).toBe('文件损坏或不完整')
  })
})

describe('a step of the history', () => {
  it('is said in words of either language, whatever it was, of one thing and of several', () => {
    for (const language of ['en', 'zh-Hans'] as const) {
      setUiLanguage(language)
      const said = COMMAND_KINDS.flatMap((kind) =>
        [1, 3].map((count) => ({ kind, count, words: describeStep({ kind, subject: '桥', count }) })),
      )
      const odd = said.filter(
        ({ kind, words }) => words.trim() === '' || words.includes('{{') || words.includes(kind),
      )
      expect(odd).toEqual([])
      // Two kinds of step that read the same can't be told apart.
      const ones = said.filter(({ count }) => count === 1).map(({ words }) => words)
      expect(ones.filter((words, index) => ones.indexOf(words) !== index)).toEqual([])
      const many = said.filter(({ count }) => count === 3)
      expect(many.filter(({ kind, words }) => kind !== 'sample.add' && !words.includes('3'))).toEqual([])
    }
  })

  it('quotes within quotes with inner marks', () => {
    expect(describeStep({ kind: 'note.save', subject: '“桥”与《镜》', count: 1 })).toBe(
      '写笔记“‘桥’与《镜》”',
    )
    expect(describeStep({ kind: 'article.import', subject: '《镜》与“桥”', count: 1 })).toBe(
      '导入《〈镜〉与“桥”》',
    )
    expect(describeStep({ kind: 'highlight.tag', subject: '“桥”', count: 1 })).toBe('打标签 “桥”')
    setUiLanguage('en')
    expect(describeStep({ kind: 'note.save', subject: '“It’s $& here”', count: 1 })).toBe(
      'Write the note “It’s $& here”',
    )
    // Marks of its own are not doubled; straight ones inside become inner ones.
    expect(describeStep({ kind: 'bead.pull', subject: '"A mirror," he said', count: 1 })).toBe(
      'Pull up “‘A mirror,’ he said”',
    )
    expect(describeStep({ kind: 'bead.unflag', subject: '"A mirror"', count: 1 })).toBe(
      'Take the flag off “A mirror”',
    )
    setUiLanguage('zh-Hans')
  })
})
