import { readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { inProject } from '../project.mjs'

const ZH = '桥与镜子'
const EN = 'A Bridge and a Mirror'

/** What a reader of the sample pair might have marked in it. */
const HIGHLIGHTS = [
  {
    title: ZH,
    quote: '媒体是镜子，更是桥',
    color: 1,
    tags: ['媒体角色', '译法/语序'],
    note: '**桥**在前，镜在后：英文补出 *but it is a bridge first*，语序不动，轻重却说明白了。',
  },
  { title: ZH, quote: '虚假信息传得快，更正走得慢', color: 2, tags: ['治理/信息'], note: '' },
  {
    title: ZH,
    quote: '我们用大号字犯错，用小号字认错',
    color: 5,
    tags: ['译法/对仗'],
    note: '英文用 *in large type* 与 *in small* 保住了对仗：\n\n- 动词换了：犯错 → make our mistakes\n- 后半省去 type，读起来更紧',
  },
  {
    title: ZH,
    quote: '与其各自辟谣，不如一起核实',
    color: 3,
    tags: ['治理/信息', '译法/对仗'],
    note: '英文独立成段，语气更重。',
  },
  {
    title: ZH,
    quote: '一条消息只要有两家编辑部提出疑问，其余各家就暂缓转载',
    color: 4,
    tags: ['治理/信息'],
    note: '',
  },
  {
    title: EN,
    quote: 'The same word has three tempers in three languages',
    color: 7,
    tags: ['译法/拟人'],
    note: '“脾气”译作 *tempers*，拟人照留。',
  },
  {
    title: EN,
    quote: 'how to report on one another more truthfully, and with more warmth',
    color: 6,
    tags: ['媒体角色'],
    note: '',
  },
]

/** Fills a new library: the sample texts, and the work of someone who has read one pair of them. */
export async function fillLibrary(host) {
  await host.call('samples.add')
  const articles = await host.call('articles.list')
  const idOf = (title) => articles.find((article) => article.title === title)?.id
  for (const { title, quote, color, tags, note } of HIGHLIGHTS) {
    const input = { articleId: idOf(title), quote, color, tagPaths: tags, note }
    await host.call('annotations.createByQuote', input)
  }
  const pairs = await host.call('pairs.list')
  const pair = pairs.find(({ left }) => left.title === ZH)
  const target = { kind: 'pair', pairId: pair.id }
  const [row] = await host.call('reader.rows', { target, from: 4, limit: 1 })
  await host.call('reader.remember', { target, segmentId: row.left[0].segments[0].id, offset: 0 })
  return { pairId: pair.id, articleId: pair.left.id }
}

const RIVER = ` date 2025-09-14 河上的早晨

2025年9月14日 来源：临江日报 作者：顾闻笛

清晨五点，河上有雾，船还没有动。

老艄公说，雾里行船，先听，再看，最后才用篙。“听见对岸的狗叫，就知道到了。”

两岸的人都在等：这边等上工，那边等上学。

渡口的木牌旁，乘客在等第一班船。

本报记者 韩柏舟摄
`

const SPEECH = `开幕式致辞

一座桥的两头

沈砚秋 《临江日报》总编辑

各位来宾，早上好。

桥有两头，报道也有两头：写的人在这头，被写的人在那头。走到那头去看一看，再回来写，是我们这一行最老的规矩。

翻译要有翻译的规矩

法鲁赫·萨托里 《河谷时报》编辑

谢谢主持人。同一个词，在三种语言里有三种脾气。我们的建议是：译文和原文一起存档，谁都可以查。
`

const MORNING = `---
title: Morning on the River
author: Gu Wendi
date: 2025-09-14
source: Linjiang Daily
---

At five in the morning there was mist on the river, and the boats had not moved.

“In mist,” said the old ferryman, “you listen first, then look, and only then use the pole.”

On both banks people waited: on this side for work, on that side for school.
`

/** Has files read for the import page, and leaves them to be looked at: different encodings, a twin, a failure. */
export async function readImport(host) {
  const files = [
    ['河上的早晨.txt', iconv.encode(RIVER, 'gb18030')],
    ['morning-on-the-river.md', Buffer.from(MORNING)],
    ['开幕式致辞.txt', Buffer.from(SPEECH)],
    ['harbour-notes.en.md', await readFile(inProject('seeds', 'harbour-notes.en.md'))],
    ['programme.pdf', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')],
  ]
  const grantIds = []
  for (const [name, bytes] of files) grantIds.push(await host.grant(name, bytes))
  const { jobId } = await host.call('imports.read', { grantIds })
  await host.finished(jobId)
  return jobId
}
