import { resources } from './resources.ts'

let known: ReadonlyMap<string, string> | null = null

/** What a sentence of the Chinese catalogue is in English; '' for one that is not there as it stands. */
export function englishOf(sentence: string): string {
  known ??= pairUp(resources['zh-Hans'], resources.en)
  return known.get(sentence) ?? ''
}

function pairUp(chinese: object, english: object, into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(chinese)) {
    const other: unknown = Object.entries(english).find(([name]) => name === key)?.[1]
    if (typeof value === 'string' && typeof other === 'string') {
      into.set(value, `${into.get(value) ?? ''} ${other}`.trim())
    } else if (isObject(value) && isObject(other)) {
      pairUp(value, other, into)
    }
  }
  return into
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
