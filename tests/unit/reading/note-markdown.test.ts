import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseNote,
  type HeadingLevel,
  type NoteBlock,
  type NoteList,
} from '../../../src/renderer/features/annotating/note/markdown-blocks.ts'
import { $setNote } from '../../../src/renderer/features/annotating/note/markdown-to-note.ts'
import { runsKey, tidy, type InlineRun } from '../../../src/renderer/features/annotating/note/note-inline.ts'
import { NOTE_NODES } from '../../../src/renderer/features/annotating/note/note-nodes.ts'
import {
  $noteToMarkdown,
  $readBlocks,
  blocksToMarkdown,
} from '../../../src/renderer/features/annotating/note/note-to-markdown.ts'

/** Body → editor → body, and the blocks the editor held in between. */
function throughEditor(body: string): { body: string; blocks: NoteBlock[] } {
  const editor = createHeadlessEditor({
    nodes: NOTE_NODES,
    onError: (error) => {
      throw error
    },
  })
  editor.update(() => $setNote(body), { discrete: true })
  return editor.getEditorState().read(() => ({ body: $noteToMarkdown(), blocks: $readBlocks() }))
}

describe('a note through the editor', () => {
  it.each([
    ['plain', '“快/慢”的对仗在英文里靠 **fast … slowly** 保住了；可作译例。参见 [[镜与桥的比喻]]'],
    ['bold between Han', '他说**真实**，*也*更有`人情味`。'],
    ['bold italic', '***全都***要'],
    ['headings', '# 一\n\n### 三'],
    ['lists', '- 甲\n  - 乙\n    - 丙\n- 丁'],
    ['numbered', '3. 三\n4. 四'],
    ['two lists', '- 甲\n\n1. 一'],
    ['quote with break', '> 第一行\\\n> 第二行'],
    ['code', '```ts\nconst a = `b`\n\n  # not a heading\n```'],
    ['link', '见[**本文**附录](https://example.org/a?b=1)。'],
    ['escapes', '\\# 不是标题 \\*星\\* snake_case a \\_b\\_ 1 < 2 & 3'],
    ['number', '1\\. 不是列表'],
    ['emoji and rare', '😅𠮷👨‍👩‍👧'],
  ])('%s comes back as it was', (_name, body) => {
    expect(throughEditor(body).body).toBe(body)
  })

  it('moves punctuation out of bold, where no Markdown reader would see it as bold', () => {
    const run = (text: string, bold: boolean): InlineRun => ({
      text,
      bold,
      italic: false,
      code: false,
      link: null,
    })
    const body = blocksToMarkdown([{ kind: 'paragraph', runs: tidy([run('真，', true), run('她', false)]) }])
    expect(body).toBe('**真**，她')
  })

  it('keeps the source of what it has no node for', () => {
    const body = '| a | b |\n|---|---|\n| 1 | 2 |'
    const { body: once } = throughEditor(body)
    expect(once.replaceAll('\\', '')).toContain('| a | b |')
    expect(throughEditor(once).body).toBe(once)
  })

  it('is empty when nothing is in it', () => {
    expect(throughEditor('').body).toBe('')
  })
})

const text = fc.string({
  unit: fc.constantFrom(...'真快慢他ab1 2.,，。“”（*_`#->[]()!&;<\\~=+:😅|'.split('')),
  minLength: 1,
  maxLength: 12,
})
const run: fc.Arbitrary<InlineRun> = fc
  .record({
    text: fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: fc.constant('\n') }),
    bold: fc.boolean(),
    italic: fc.boolean(),
    code: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    link: fc.constantFrom(null, null, null, 'https://example.org/x_y', 'duizhao://a b'),
  })
  .map((value) => (value.code ? { ...value, bold: false, italic: false } : value))
const runs = fc
  .array(run, { minLength: 1, maxLength: 6 })
  .map(tidy)
  .filter((value) => value.length > 0)
const oneLine = runs
  .map((value) => tidy(value.filter((r) => r.text !== '\n')))
  .filter((value) => value.length > 0)
const list: fc.Arbitrary<NoteList> = fc.record({
  kind: fc.constant('list' as const),
  ordered: fc.boolean(),
  start: fc.constant(1),
  items: fc.array(fc.record({ runs: oneLine, lists: fc.constant([]) }), { minLength: 1, maxLength: 3 }),
})
const block: fc.Arbitrary<NoteBlock> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const), runs }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 6 }) as fc.Arbitrary<HeadingLevel>,
    runs: oneLine,
  }),
  list,
)

/** Everything but emphasis, which gives way where it overlaps in a manner Markdown cannot say. */
function words(blocks: readonly NoteBlock[]): unknown {
  const bare = (value: readonly InlineRun[]): string =>
    runsKey(tidy(value.map((r) => ({ ...r, bold: false, italic: false }))))
  return blocks.map((b) =>
    'runs' in b ? [b.kind, bare(b.runs)] : b.kind === 'list' ? b.items.map((item) => bare(item.runs)) : b,
  )
}

describe('any note', () => {
  it('is written to the same Markdown again after being read, with every character in its place', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (drawn) => {
        // The editor itself joins lists that touch.
        const blocks = drawn.filter((b, i) => !(b.kind === 'list' && drawn[i - 1]?.kind === 'list'))
        const body = blocksToMarkdown(blocks)
        expect(words(parseNote(body))).toEqual(words(blocks))
        expect(throughEditor(body).body).toBe(body)
      }),
      { numRuns: 300 },
    )
  })
})
