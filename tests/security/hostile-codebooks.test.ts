import { expect, test } from 'vitest'
import { readCodebook } from '../../src/core/formats/codebook/read-codebook.ts'
import { DuizhaoError } from '../../src/shared/domain/error.ts'
import { openTestCore } from '../fixtures/open-test-core.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const code = (inner: string, name = 'a'): string =>
  `<Code guid="x" name="${name}" isCodable="true">${inner}</Code>`
const book = (inner: string): string =>
  `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${inner}</Codes></CodeBook>`

/** What is refused, and how it is told. */
const refused: [string, string | Uint8Array, string, RegExp][] = [
  [
    'a billion laughs',
    `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${book(code('<Description>&b;</Description>'))}`,
    'entities',
    /declares entities/u,
  ],
  ['an entity of nobody', book(code('<Description>&secret;</Description>')), 'xml', /not valid XML/u],
  ['another kind of XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'root', /<svg>/u],
  [
    'codes below codes without end',
    book(code(code('')).replace('</Code></Code>', '<Code name="b">'.repeat(80))),
    'nesting',
    /50 deep/u,
  ],
  ['elements without end', `<CodeBook>${'<x>'.repeat(500)}`, 'nesting', /nested/u],
  ['a file that was cut', book(code('')).slice(0, -20), 'xml', /not valid XML/u],
  ['no code', book(''), 'empty', /without any code/u],
  ['a code without a name', book('<Code guid="x"/>'), 'name', /code 1/u],
  ['a name without end', book(code('', 'x'.repeat(101))), 'name', /100 characters/u],
  [
    'a description without end',
    book(code(`<Description>${'字'.repeat(20_001)}</Description>`)),
    'text',
    /20000/u,
  ],
  [
    'more codes than can be',
    book(Array.from({ length: 20_001 }, (_, at) => code('', `n${at}`)).join('')),
    'count',
    /20000/u,
  ],
  ['a table of something else', 'title,year\na,2020\n', 'columns', /“path”/u],
  ['a quote that never closes', 'path,color\n"a,3\n', 'quote', /line 2/u],
  ['an empty file', '', 'empty', /empty/u],
]

test.each(refused)('%s is refused in words', (_name, content, reason, says) => {
  let caught: unknown
  try {
    readCodebook(typeof content === 'string' ? utf8(content) : content)
  } catch (error) {
    caught = error
  }
  expect(caught).toBeInstanceOf(DuizhaoError)
  if (!(caught instanceof DuizhaoError)) return
  expect([caught.code, caught.details['reason']]).toEqual(['corrupt_file', reason])
  expect(caught.message).toMatch(says)
})

test('a file too large for a codebook is refused before it is read', () => {
  expect(() => readCodebook(new Uint8Array(17 * 1024 * 1024))).toThrow(/16 MB/u)
})

test('a table of another program is read, its formulas staying text', () => {
  const table = 'Code;Definition;Colour\r\n"\'=cmd|x";"a ""b""";#ff0000\r\n\r\n治理／安全;;red\r\n'
  expect(readCodebook(utf8(table))).toEqual([
    { names: ['=cmd|x'], guid: null, color: 2, description: 'a "b"', examples: null },
    { names: ['治理'], guid: null, color: null, description: null, examples: null },
    { names: ['治理', '安全'], guid: null, color: null, description: null, examples: null },
  ])
})

test('a codebook of another program comes in: prefixes, sets, braces, twins, slashes, a dark red', () => {
  const file = `\ufeff<?xml version="1.0"?>
    <q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="x"><q:Codes>
      <q:Code guid="{1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294}" name=" Public/private " isCodable="true" color="#8B0000">
        <q:Description> what &amp; why </q:Description><q:NoteRef targetGUID="y"/>
        <q:Code guid="x" name="Inner" isCodable="false"/><q:Code guid="z" name="inner" isCodable="true"/>
      </q:Code></q:Codes>
      <q:Sets><q:Set guid="s" name="Set"><q:Description>not mine</q:Description><q:MemberCode guid="x"/></q:Set></q:Sets>
    </q:CodeBook>`
  expect(readCodebook(utf8(file))).toEqual([
    {
      names: ['Public∕private'],
      guid: '1ff58b12-6f6f-4b0c-8be5-bbdc91f55294',
      color: 2,
      description: 'what & why',
      examples: null,
    },
    { names: ['Public∕private', 'Inner'], guid: null, color: null, description: null, examples: null },
  ])
})

test('a refused file leaves the library as it was, and a token works once', async () => {
  const { core, api } = await openTestCore()
  await api.tags.create({ path: '治理' })
  const before = [await api.tags.list({}), await api.history.list({})]
  const half = core.grants.addBytes('half.csv', utf8(`path\n治理/新\n${'x'.repeat(101)}\n`))
  await expect(api.tags.importCodebook({ grantId: half })).rejects.toMatchObject({ code: 'corrupt_file' })
  expect([await api.tags.list({}), await api.history.list({})]).toEqual(before)
  const good = core.grants.addBytes('good.csv', utf8('path,description\n治理,说明\n'))
  expect(await api.tags.previewCodebook({ grantId: good })).toMatchObject({
    created: 0,
    updated: 1,
    skipped: 0,
  })
  expect(await api.tags.importCodebook({ grantId: good })).toMatchObject({ name: 'good.csv', updated: 1 })
  await expect(api.tags.importCodebook({ grantId: good })).rejects.toMatchObject({ code: 'forbidden' })
})
