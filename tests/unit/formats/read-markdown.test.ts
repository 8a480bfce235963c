import { describe, expect, it } from 'vitest'

import { readDocument } from '../../../src/core/formats/read-document.ts'
import type { ImportedBlock, ImportedDocument } from '../../../src/shared/domain/imported-document.ts'

function read(text: string, name = 'a.md'): ImportedDocument {
  return readDocument({ name, bytes: new TextEncoder().encode(text) })
}

/** Each mark with the words it covers: offsets that are off by one show at once. */
function marked({ text, marks }: ImportedBlock): string[] {
  return marks.map(
    ({ kind, start, end, value }) =>
      `${kind}(${text.slice(start, end)})${value === undefined ? '' : ` ${value}`}`,
  )
}

const texts = (document: ImportedDocument): string[] =>
  document.blocks.map(({ kind, level, text }) => `${kind} ${level}: ${text}`)

describe('Markdown blocks', () => {
  it('title, headings, paragraphs, quotations, lists', () => {
    const source = `# 山里的公路

第一段在这里，
说的是公路。

## Second part

> A quotation
> on two lines.

- one
- two
  1. two and one

3. three
4. four

- [x] done
- [ ] not done`
    expect(texts(read(source))).toEqual([
      'title 0: 山里的公路',
      'paragraph 0: 第一段在这里，说的是公路。',
      'heading 2: Second part',
      'quote 0: A quotation on two lines.',
      'list-item 1: one',
      'list-item 1: two',
      'list-item 2: 1. two and one',
      'list-item 1: 3. three',
      'list-item 1: 4. four',
      'list-item 1: ☑ done',
      'list-item 1: ☐ not done',
    ])
  })

  it('hard breaks, code, tables and footnotes: never a line end in a block', () => {
    const source = `First line\\
second line  
third line

\`\`\`
let a = 1

  let b = 2
\`\`\`

| a | **b** |
|---|-------|
| c | d     |

Word[^1] goes on.

[^1]: The note.`
    const document = read(source)
    expect(texts(document)).toEqual([
      'paragraph 0: First line',
      'paragraph 0: second line',
      'paragraph 0: third line',
      'paragraph 0: let a = 1',
      'paragraph 0:   let b = 2',
      'paragraph 0: a | b',
      'paragraph 0: c | d',
      'paragraph 0: Word[1] goes on.',
      'paragraph 0: [1] The note.',
    ])
    expect(document.blocks.flatMap(marked)).toEqual([
      'code(let a = 1)',
      'code(  let b = 2)',
      'strong(b)',
      'footnote([1]) 1',
    ])
  })

  it('raw HTML is dropped to its text, scripts and comments altogether; images become captions', () => {
    const source = `<div class="a">

Hello <b>bold</b> world<br>next line

</div>

<p>Fish &amp; chips<script>alert(1)</script> &lt;b&gt; &#x597d;</p>

<!-- a <b>secret</b> > -->

![A goat on
the road](goat.png "title") Some words.

![](empty.png)`
    expect(texts(read(source))).toEqual([
      'paragraph 0: Hello bold world',
      'paragraph 0: next line',
      'paragraph 0: Fish & chips <b> 好',
      'paragraph 0: Some words.',
      'caption 0: A goat on the road',
    ])
  })
})

describe('Markdown marks', () => {
  it('cover their words, in UTF-16 code units, also after characters beyond the first plane', () => {
    const [block] = read(
      '𠮷😀 *斜体* and **strong _both_** `code` [link *in*](https://example.org/a) ~~gone~~',
    ).blocks
    expect(block?.text).toBe('𠮷😀 斜体 and strong both code link in gone')
    expect(block === undefined ? [] : marked(block)).toEqual([
      'emphasis(斜体)',
      'strong(strong both)',
      'emphasis(both)',
      'code(code)',
      'link(link in) https://example.org/a',
      'emphasis(in)',
    ])
  })

  it('move with the words when lines are joined', () => {
    const [chinese] = read('第一行的字，\n**第二行**的字\n*第三行*。').blocks
    expect(chinese?.text).toBe('第一行的字，第二行的字第三行。')
    expect(chinese === undefined ? [] : marked(chinese)).toEqual(['strong(第二行)', 'emphasis(第三行)'])
    const [english] = read('one\n**two\nthree** four\n*five*').blocks
    expect(english?.text).toBe('one two three four five')
    expect(english === undefined ? [] : marked(english)).toEqual(['strong(two three)', 'emphasis(five)'])
  })

  it('are divided at hard breaks and move with a list item’s number', () => {
    const blocks = read('1. a **b**\\\n   **c *d***').blocks
    expect(blocks.map(({ text }) => text)).toEqual(['1. a b', 'c d'])
    expect(blocks.flatMap(marked)).toEqual(['strong(b)', 'strong(c d)', 'emphasis(d)'])
  })

  it('resolve references, the first definition of a name first', () => {
    const [block] = read('[a][x] [y] [nowhere]\n\n[x]: /one\n[x]: /two\n[y]: /three').blocks
    expect(block?.text).toBe('a y [nowhere]')
    expect(block === undefined ? [] : marked(block)).toEqual(['link(a) /one', 'link(y) /three'])
  })

  it('stay in the text as typed where one paragraph has thousands', () => {
    const many = read(`# T\n\n${'**a** b '.repeat(1000)}`)
    expect(many.blocks[1]?.text.startsWith('**a** b **a**')).toBe(true)
    const list = read(`# T\n\n${'- **a** b\n'.repeat(1000)}`)
    expect(list.blocks[1]).toMatchObject({ text: 'a b', marks: [{ kind: 'strong', start: 0, end: 1 }] })
  })
})

describe('front matter', () => {
  it('gives the metadata it states, and they are believed', () => {
    const document = read(`---
title: "The road: a story"
date: 2019-03-04
place: Kunming
author: Tom Reed
source: Valley Post
language: zh-TW
kind: Essay
tags: [a, b]
---

Text here.`)
    expect(document.metadata).toEqual({
      title: 'The road: a story',
      titleGuessed: false,
      date: '2019-03-04',
      place: 'Kunming',
      author: 'Tom Reed',
      source: 'Valley Post',
      language: 'zh-Hant',
      kind: 'essay',
    })
    expect(document.warnings).toEqual([])
    expect(document.findings.filter(({ rule }) => rule === 'front-matter')).toHaveLength(7)
    expect(texts(document)).toEqual(['title 0: The road: a story', 'paragraph 0: Text here.'])
  })

  it('with the heading of the same words has one title; another heading stays a heading', () => {
    expect(texts(read('---\ntitle: Road\n---\n# Road\n\nText.'))).toEqual([
      'title 0: Road',
      'paragraph 0: Text.',
    ])
    expect(texts(read('---\ntitle: Road\n---\n# Part\n\nText.'))).toEqual([
      'title 0: Road',
      'heading 1: Part',
      'paragraph 0: Text.',
    ])
  })

  it('passes by what is no date, no kind, no language', () => {
    const { metadata } = read(
      '---\ndate: soon\nkind: poem\nlanguage: "?"\nyear: 2019\n---\nThe text is here, and it is the only one.',
    )
    expect(metadata).toMatchObject({ date: null, kind: 'other', language: 'en' })
    expect(read('---\ndate: 2019\n---\nText.').metadata.date).toBe('2019')
  })

  it('that cannot be parsed stays as text; aliases are not followed', () => {
    expect(texts(read('---\na: [unclosed\n---\nText.'))).toEqual([
      'paragraph 0: a: [unclosed',
      'paragraph 0: Text.',
    ])
    expect(texts(read('---\ntitle: &a Road\nkind: *a\n---\nText.'))).toContain('paragraph 0: kind: *a')
  })

  it('the user’s language goes before the front matter’s', () => {
    const bytes = new TextEncoder().encode('---\nlanguage: en\n---\nText.')
    expect(readDocument({ name: 'a.md', bytes, language: 'zh-Hans' }).metadata.language).toBe('zh-Hans')
  })
})

describe('what Markdown shares with plain text', () => {
  it('datelines, captions, credits and speakers; headings are only what Markdown says', () => {
    const body =
      'The road over the hills was finished in the spring, and on the first warm day everybody went up to see it.'
    const document = read(
      `# Forum\n\n## New roads\n\nJane Doe, President of the Valley Forum\n\n${body}\n\nNot a heading\n\n${body}\n\n(Web editor: Li Hong)`,
    )
    expect(document.blocks.map(({ kind, speaker }) => `${kind} ${speaker}`)).toEqual([
      'title null',
      'heading null',
      'byline null',
      'paragraph 0',
      'paragraph 0',
      'paragraph 0',
      'credit null',
    ])
    expect(
      read(`# Forum\n\nNew roads\n\nJane Doe, President of the Valley Forum\n\n${body}`).speakers,
    ).toEqual([])
    expect(read(`KUNMING, March 4 (Xinhua) -- ${body}`).metadata).toMatchObject({
      place: 'Kunming',
      source: 'Xinhua',
      titleGuessed: true,
    })
  })
})
