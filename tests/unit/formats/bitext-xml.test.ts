import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { readFile, textsOf, tmx, tu } from './bitext-files.ts'

describe('TMX', () => {
  it('gives a unit for each tu, its texts by language, the source language first', () => {
    const read = readFile(
      'memory.tmx',
      tmx(
        `<tu tuid="1"><note>看看</note><tuv xml:lang="en-US"><seg>Bridges are for walking.</seg></tuv>
           <tuv xml:lang="ZH_cn"><note>not this</note><seg>
             桥是给人走的，
             也照人。</seg></tuv></tu>
         <tu><tuv lang="zh-CN"><seg>镜子也是。</seg></tuv></tu>`,
      ),
    )
    expect(textsOf(read)).toEqual([
      ['桥是给人走的，也照人。', 'Bridges are for walking.'],
      ['镜子也是。', ''],
    ])
    expect(read.versions.map(({ language, count }) => [language, count])).toEqual([
      ['zh-CN', 2],
      ['en-US', 1],
    ])
    expect(
      read.versions.map(({ metadata }) => [metadata.title, metadata.titleGuessed, metadata.language]),
    ).toEqual([
      ['memory', true, 'zh-Hans'],
      ['memory', true, 'en-US'],
    ])
    expect(read.units[0]).toMatchObject({ note: '看看', status: 'auto', confidence: null, unmatched: false })
    expect(read.units[0]?.texts[0]).toEqual([{ text: '桥是给人走的，也照人。', opensBlock: true }])
  })

  it('keeps the text of inline elements and leaves out the code in them', () => {
    const read = readFile(
      'memory.tmx',
      tmx(
        tu(
          '<bpt i="1">&lt;b></bpt>桥<ept i="1">&lt;/b></ept>是<hi type="x">给<hi>𠮷</hi>人</hi>走的<ut>{</ut>。',
          'A <it pos="begin">[</it>bridge<ph x="1">&lt;img alt="<sub>an old <hi>bridge</hi></sub>"&gt;</ph> &amp; a <![CDATA[<mirror>]]>.',
        ),
      ),
    )
    expect(textsOf(read)).toEqual([['桥是给𠮷人走的。', 'A bridge & a <mirror>.']])
    expect(read.warnings).toEqual([
      { code: 'dropped-tags', detail: '8' },
      { code: 'dropped-subflows', detail: '1' },
    ])
  })

  it('counts what it skips: units without text, a language twice', () => {
    const read = readFile(
      'memory.tmx',
      tmx(
        `${tu('桥', 'Bridge')}${tu(' ', '')}
         <tu><tuv xml:lang="zh-CN"><seg>镜</seg></tuv><tuv xml:lang="zh-cn"><seg>鏡</seg></tuv></tu>`,
      ),
    )
    expect(textsOf(read)).toEqual([
      ['桥', 'Bridge'],
      ['镜', ''],
    ])
    expect(read.skipped).toEqual([
      { reason: 'empty', count: 1 },
      { reason: 'language-twice', count: 1 },
    ])
  })

  it('mends what XML does not allow and says how much', () => {
    const read = readFile(
      'memory.tmx',
      tmx(tu('桥&#x0B;镜\u0001\u0008', 'a&#11;b&#xD83D;&#x1F600; \u{1f600}')),
    )
    expect(textsOf(read)).toEqual([['桥 镜', 'a b\ufffd😀 😀']])
    expect(read.warnings).toEqual([{ code: 'removed-control-characters', detail: '5' }])
  })

  it('cuts a text that was changed elsewhere into sentences', () => {
    const side = (language: string, name: string, record: string, text: string): string =>
      `<tuv xml:lang="${language}"><prop type="x-duizhao:side">${name}</prop><prop type="x-duizhao:segments">${record}</prop><seg>${text}</seg></tuv>`
    const read = readFile(
      'memory.tmx',
      tmx(
        `<tu>${side('zh-Hans', 'left', 'p0-3 3-6', '桥长。镜子亮。')}${side('en', 'right', 'p0-4 5-9+20', 'One. Two.')}</tu>`,
      ),
    )
    expect(textsOf(read)).toEqual([['桥长。|镜子亮。', 'One.|Two. ']])
    expect(read.units[0]?.texts[0]?.map((segment) => segment.opensBlock)).toEqual([true, false])
    expect(read.warnings).toEqual([{ code: 'changed-elsewhere', detail: '1' }])
  })

  const declared = (encoding: string): string =>
    tmx(tu('鏡子與橋，與會者說得很清楚。', 'Bridge')).replace('UTF-8', encoding)
  test.each([
    ['utf-8', new TextEncoder().encode(`\ufeff${declared('UTF-8')}`)],
    ['utf-16le', iconv.encode(`\ufeff${declared('UTF-16')}`, 'utf-16le')],
    ['utf-16be', iconv.encode(`\ufeff${declared('utf-16')}`, 'utf-16be')],
    ['gb18030', iconv.encode(declared('GB18030'), 'gb18030')],
    ['big5', iconv.encode(declared('big5'), 'big5')],
    // A declaration that is wrong, as editors leave them.
    ['utf-8', new TextEncoder().encode(declared('utf-16'))],
  ])('is read in %s, by its mark or its declaration', (encoding, bytes) => {
    const read = readFile('memory.tmx', new Uint8Array(bytes))
    expect(read.encoding).toBe(encoding)
    expect(textsOf(read)).toEqual([['鏡子與橋，與會者說得很清楚。', 'Bridge']])
  })

  it('is known by its first element under another name', () => {
    expect(textsOf(readFile('memory.xml', tmx(tu('桥', 'Bridge'))))).toHaveLength(1)
    const prefixed = tmx(tu('桥', 'Bridge')).replace(/<(\/?)(tmx|header|body|tuv?|seg)\b/gu, '<$1t:$2')
    expect(
      textsOf(readFile('memory', prefixed.replace('<t:tmx', '<!-- x --><t:tmx xmlns:t="urn:t"'))),
    ).toEqual([['桥', 'Bridge']])
  })
})

const xliff12 = (body: string, target = 'target-language="en"'): string =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="zh-CN" ${target} datatype="plaintext"><body>${body}</body></file></xliff>`

describe('XLIFF 1.2', () => {
  it('gives all units of all files, verified where a person agreed', () => {
    const unit = (attributes: string, source: string, target: string): string =>
      `<trans-unit id="1" ${attributes}><source>${source}</source>${target}</trans-unit>`
    const first = xliff12(
      `<group>${unit('approved="yes"', '桥', '<target>Bridge</target><alt-trans><source>x</source><target>y</target></alt-trans>')}</group>` +
        unit(
          '',
          '镜<x id="1"/><g id="2">子</g>',
          '<target state="signed-off">Mirror</target><note>查</note>',
        ) +
        unit('', '人', '') +
        '<bin-unit id="b" mime-type="x"><bin-source/></bin-unit>',
    )
    const second = `<file source-language="en" target-language="zh-CN" original="b"><body>${unit('', 'Man', '<target state="new">男人</target>')}</body></file></xliff>`
    const read = readFile('a.xlf', first.replace('</xliff>', second))
    expect(textsOf(read)).toEqual([
      ['桥', 'Bridge'],
      ['镜子', 'Mirror'],
      ['人', ''],
      ['男人', 'Man'],
    ])
    expect(read.units.map(({ status }) => status)).toEqual(['verified', 'verified', 'auto', 'auto'])
    expect(read.units[1]?.note).toBe('查')
    expect(read.skipped).toEqual([{ reason: 'binary', count: 1 }])
  })

  it('makes each marked segment a unit, and the trans-unit a block', () => {
    const read = readFile(
      'a.sdlxliff',
      xliff12(
        `<trans-unit id="1"><source>One. Two. Three.</source>
          <seg-source><g id="1"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two <mrk mtype="term">x</mrk>.</mrk></g> <mrk mtype="seg" mid="3">Three.</mrk></seg-source>
          <target><mrk mtype="seg" mid="2">二。</mrk><mrk mtype="seg" mid="1">一。</mrk></target></trans-unit>`,
        '',
      ).replace('zh-CN', 'en'),
    )
    expect(textsOf(read)).toEqual([
      ['One. ', '一。'],
      ['Two x. ', '二。'],
      ['Three.', ''],
    ])
    expect(read.units.map(({ texts }) => texts[0]?.[0]?.opensBlock)).toEqual([true, false, false])
    // No target language was given: the text tells it.
    expect(read.versions.map(({ metadata }) => metadata.language)).toEqual(['en', 'zh-Hans'])
  })
})

describe('XLIFF 2', () => {
  it('makes each segment a unit, and the unit a block; passes over what modules say', () => {
    const read = readFile(
      'a.xlf',
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="en" trgLang="zh-TW"><file id="f"><group id="g"><unit id="1">
        <mtc:matches><mtc:match ref="#1"><source>no</source><target>不</target></mtc:match></mtc:matches>
        <notes><note>查</note></notes><originalData><data id="d">&lt;b></data></originalData>
        <segment state="final"><source><pc id="1">One</pc><cp hex="000B"/><ph id="2"/>.</source><target>一。</target></segment>
        <ignorable><source> </source></ignorable>
        <segment state="translated"><source>Two.</source><target>二<mrk id="m" type="term">個</mrk>。</target></segment>
        <segment><source>Three.</source></segment>
      </unit></group></file></xliff>`,
    )
    expect(textsOf(read)).toEqual([
      ['One . ', '一。'],
      ['Two. ', '二個。'],
      ['Three.', ''],
    ])
    expect(read.units.map(({ status, note }) => [status, note])).toEqual([
      ['verified', '查'],
      ['auto', null],
      ['auto', null],
    ])
    expect(read.units.map(({ texts }) => texts[0]?.[0]?.opensBlock)).toEqual([true, false, false])
    expect(read.versions.map(({ metadata }) => metadata.language)).toEqual(['en', 'zh-Hant'])
  })
})
