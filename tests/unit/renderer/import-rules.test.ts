import { describe, expect, it } from 'vitest'
import { IMPORT_RULES } from '../../../src/core/formats/import-rules.ts'
import { importing } from '../../../src/renderer/i18n/zh-Hans/importing.ts'

describe('the importer’s rules', () => {
  it('each have a sentence, and no sentence is without its rule', () => {
    expect(Object.keys(importing.rules).toSorted()).toEqual([...IMPORT_RULES].toSorted())
  })
})
