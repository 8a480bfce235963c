import { $createCodeNode } from '@lexical/code'
import { createHeadlessEditor } from '@lexical/headless'
import { $createLinkNode } from '@lexical/link'
import { $createListItemNode, $createListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import fc from 'fast-check'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import {
  parseInline,
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

function newEditor(): LexicalEditor {
  return createHeadlessEditor({
    nodes: NOTE_NODES,
    onError: (error) => {
      throw error
    },
  })
}

/** Body → editor → body, and the blocks the editor held in between. */
function throughEditor(body: string): { body: string; blocks: NoteBlock[] } {
  const editor = newEditor()
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
    ['boxes', '- [x] 甲\n- [ ] 乙\n  - 丙\n- [ ]'],
    ['what only looks like boxes', '- \\[x] 甲\n- \\[ ] 乙'],
    ['one box of two', '- [x] 甲\n- 乙'],
    ['link of ours', '见[桥 \\[一\\]](duizhao://article/0199-ab)。'],
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
const item = fc.record({ runs: fc.oneof(oneLine, fc.constant([])), checked: fc.boolean() })
const listTypes = fc.constantFrom('bullet' as const, 'number' as const, 'check' as const)
const { list } = fc.letrec<{ list: NoteList }>((tie) => ({
  list: fc
    .record({
      type: listTypes,
      start: fc.constantFrom(1, 1, 7),
      items: fc.array(
        fc.tuple(item, fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.tuple(tie('list')))),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ type, start, items }): NoteList => ({
      kind: 'list',
      type,
      start: type === 'number' ? start : 1,
      items: items.map(([{ runs: own, checked }, lists]) => ({
        runs: own,
        checked: type === 'check' && checked,
        lists,
      })),
    })),
}))
const block: fc.Arbitrary<NoteBlock> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const), runs }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('heading' as const),
      level: fc.integer({ min: 1, max: 6 }) as fc.Arbitrary<HeadingLevel>,
      runs: oneLine,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('code' as const),
      language: fc.constantFrom('', 'ts'),
      text: fc.string({ unit: fc.constantFrom(...'真a `~\n\t#'), maxLength: 16 }),
    }),
  },
  { weight: 3, arbitrary: list },
)

/** A state of the editor as typing would make it, without going through Markdown. */
function editorWith(blocks: readonly NoteBlock[]): LexicalEditor {
  const editor = newEditor()
  editor.update(
    () => {
      const root = $getRoot()
      root.clear()
      for (const each of blocks) root.append($node(each))
    },
    { discrete: true },
  )
  return editor
}

function $node(drawn: NoteBlock): LexicalNode {
  switch (drawn.kind) {
    case 'paragraph':
      return $fill($createParagraphNode(), drawn.runs)
    case 'quote':
      return $fill($createQuoteNode(), drawn.runs)
    case 'heading':
      return $fill($createHeadingNode(`h${drawn.level}`), drawn.runs)
    case 'code': {
      const code = $createCodeNode(drawn.language === '' ? undefined : drawn.language)
      for (const [at, line] of drawn.text.split('\n').entries()) {
        if (at > 0) code.append($createLineBreakNode())
        if (line !== '') code.append($createTextNode(line))
      }
      return code
    }
    case 'list': {
      const node = $createListNode(drawn.type, drawn.start)
      for (const { runs: own, checked, lists } of drawn.items) {
        node.append($fill($createListItemNode(drawn.type === 'check' ? checked : undefined), own))
        for (const nested of lists) node.append($createListItemNode().append($node(nested)))
      }
      return node
    }
  }
}

function $fill<Node extends ElementNode>(element: Node, drawn: readonly InlineRun[]): Node {
  for (const { text: words, bold, italic, code, link } of drawn) {
    if (words === '\n') {
      element.append($createLineBreakNode())
      continue
    }
    const node = $createTextNode(words)
    if (bold) node.toggleFormat('bold')
    if (italic) node.toggleFormat('italic')
    if (code) node.toggleFormat('code')
    element.append(link === null ? node : $createLinkNode(link).append(node))
  }
  return element
}

/** The blocks with every character and its formats; whether white space is bold or italic cannot be seen. */
function said(blocks: readonly NoteBlock[]): unknown {
  return blocks.map((b) =>
    b.kind === 'list'
      ? [b.type, b.start, b.items.map((i) => [i.checked, seen(i.runs), said(i.lists)])]
      : 'runs' in b
        ? [b.kind, 'level' in b ? b.level : 0, seen(b.runs)]
        : b,
  )
}

function seen(drawn: readonly InlineRun[]): string {
  const characters = drawn.flatMap((r) =>
    [...r.text].map((c) =>
      /\s/u.test(c) ? { ...r, text: c, bold: false, italic: false } : { ...r, text: c },
    ),
  )
  return runsKey(characters)
}

describe('any note', () => {
  it('goes from the editor to Markdown and back without loss, and is written the same again', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (drawn) => {
        // The editor itself joins lists of one kind that touch.
        const blocks = drawn.filter((b, i) => !(b.kind === 'list' && drawn[i - 1]?.kind === 'list'))
        const [before, body] = editorWith(blocks)
          .getEditorState()
          .read(() => [$readBlocks(), $noteToMarkdown()] as const)
        expect(said(before)).toEqual(said(blocks))
        expect(said(parseNote(body))).toEqual(said(blocks))
        const through = throughEditor(body)
        expect(said(through.blocks)).toEqual(said(blocks))
        expect(through.body).toBe(body)
      }),
      { numRuns: 80 },
    )
  })

  it('says emphasis that overlaps in any way, and Chinese punctuation at its edges', () => {
    const plain = { bold: false, italic: false, code: false, link: null }
    const some = (words: string, formats: Partial<InlineRun> = {}): InlineRun => ({
      ...plain,
      text: words,
      ...formats,
    })
    const write = (...parts: InlineRun[]): string =>
      blocksToMarkdown([{ kind: 'paragraph', runs: tidy(parts) }])
    expect(write(some('真，', { bold: true }), some('她'))).toBe('**真**，她')
    expect(write(some('真，', { bold: true }), some(' 她'))).toBe('**真，** 她')
    expect(write(some('她说'), some('“真”', { bold: true }), some('的'))).toBe('她说“**真**”的')
    expect(write(some('C++', { bold: true }), some(' 好'))).toBe('**C++** 好')
    const overlapping = [
      some('甲', { bold: true }),
      some('乙', { bold: true, italic: true }),
      some('丙', { italic: true }),
    ]
    expect(runsKey(parseInline(write(...overlapping)))).toBe(runsKey(overlapping))
  })
})
