import { expect, it } from 'vitest'
import { resources } from '../../../src/renderer/i18n/resources.ts'
import {
  ALIGN_ACTIONS,
  ALIGN_GROUPS,
  ALIGN_OPERATIONS,
  operationsIn,
} from '../../../src/shared/domain/align-action.ts'

it('gives every action of the layer a key of its own, and every key one action', () => {
  const chords = ALIGN_ACTIONS.flatMap((action) => action.chords)
  expect(chords.length).toBeGreaterThan(30)
  expect(new Set(chords).size).toBe(chords.length)
  for (const { id, chords: own } of ALIGN_ACTIONS) expect([id, own.length > 0]).toEqual([id, true])
})

it('lists every action that is no mere step in the menu, once', () => {
  const listed = ALIGN_GROUPS.flatMap((group) => operationsIn(group, 'pair').map(({ id }) => id))
  const wanted = ALIGN_OPERATIONS.map(({ id }) => id)
  expect(listed.toSorted()).toEqual(wanted.toSorted())
})

it('has words for each of them', () => {
  const words: Record<string, unknown> = { ...resources['zh-Hans'].aligning.action }
  for (const { id } of ALIGN_ACTIONS) expect([id, typeof words[id]]).toEqual([id, 'string'])
})
