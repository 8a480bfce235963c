import { describe, expect, it } from 'vitest'
import { englishOf } from '../../../src/renderer/i18n/english-of.ts'
import {
  findEntries,
  highlighted,
  type PaletteEntry,
} from '../../../src/renderer/features/commands/find-entries.ts'

function entry(kind: PaletteEntry['kind'], id: string, more: Partial<PaletteEntry> = {}): PaletteEntry {
  return { kind, id, label: id, detail: '', chord: null, run: () => undefined, ...more }
}

const undo = entry('command', '撤销', { keyId: 'everywhere.undo' })
const redo = entry('command', '重做', { keyId: 'everywhere.redo' })
const help = entry('command', '按键', { chord: '?' })
const pair = entry('pair', '桥 ⇄ Bridges')

function ids(entries: readonly PaletteEntry[]): string[] {
  return entries.map(({ id }) => id)
}

describe('the command palette', () => {
  it('never begins with undo while nothing is typed', () => {
    expect(ids(findEntries([undo, redo, help], ''))).toEqual(['按键', '撤销', '重做'])
    expect(ids(findEntries([undo, help, pair], ' '))).toEqual(['桥 ⇄ Bridges', '按键', '撤销'])
  })

  it('finds undo where it is asked for', () => {
    expect(ids(findEntries([help, undo, pair], '撤'))).toEqual(['撤销'])
  })

  it('finds by words that are not shown', () => {
    const exporting = entry('command', '导出', { keywords: 'export tmx xliff docx' })
    for (const text of ['tmx', 'XLIFF', 'docx', 'export'])
      expect(ids(findEntries([help, exporting, pair], text))).toEqual(['导出'])
  })

  it('knows what a Chinese command is in English', () => {
    expect(englishOf('下一个存疑')).toBe('Next uncertain bead')
    expect(englishOf('没有这样的命令')).toBe('')
  })

  it('highlights the first entry, also when it came after the others', () => {
    expect(highlighted([], null)).toBe('')
    expect(highlighted([help, undo], null)).toBe(help.id)
    expect(highlighted([pair, help, undo], null)).toBe(pair.id)
  })

  it('keeps to the entry the user went to while it is listed', () => {
    expect(highlighted([pair, help, undo], help.id)).toBe(help.id)
    expect(highlighted([pair, undo], help.id)).toBe(pair.id)
  })
})
