import type { ExportModel } from '../../../src/shared/export/export-model.ts'
import { buildModel, type ModelSpec } from './model-builder.ts'

/** A small library that has one of each thing an export has to deal with. */
export const sampleSpec: ModelSpec = {
  articles: [
    {
      id: 'zh1',
      title: '桥与镜子：*论坛*纪要',
      date: '2025-05-23',
      source: '临江日报',
      place: '乌鲁木齐',
      author: '李明',
      blocks: [
        { kind: 'title', text: ['桥与镜子'] },
        { kind: 'byline', speaker: 'sp1', text: ['阿依古丽（港务员）'] },
        {
          speaker: 'sp1',
          text: ['真，她说：“桥是给人走的。”', '镜子也是。'],
          marks: [{ kind: 'strong', start: 0, end: 2 }],
        },
        { kind: 'heading', level: 1, text: ['一、共识'] },
        { speaker: 'sp2', text: ['治理要靠大家。', '1. 不是列表。'] },
        { kind: 'list-item', level: 1, text: ['第一条'] },
        { kind: 'list-item', level: 3, text: ['第二条'] },
        { kind: 'quote', text: ['水能载舟。'] },
        { kind: 'credit', text: ['（责编：王芳）'] },
      ],
    },
    {
      id: 'en1',
      title: 'A Bridge and a Mirror',
      language: 'en',
      date: '2025-05-23',
      source: 'Linjiang Daily',
      place: 'Urumqi',
      blocks: [
        { kind: 'title', text: ['A Bridge and a Mirror'] },
        { speaker: 'sp1', text: ['“Bridges are for walking,” she said. ', 'So are mirrors. '] },
        { kind: 'heading', level: 1, text: ['1. Consensus'] },
        { text: ['Governance takes *everyone*. ', 'This is not a list.'] },
      ],
    },
    { id: 'zh2', title: '无注', blocks: [{ text: ['另一篇。'] }] },
  ],
  speakers: {
    sp1: [
      { language: 'en', name: 'Aygul', role: 'harbour officer' },
      { language: 'zh-Hans', name: '阿依古丽', role: '港务员' },
    ],
    sp2: [{ language: 'zh-Hans', name: '林_教授', role: null }],
  },
  pairs: [
    {
      id: 'pr1',
      left: 'zh1',
      right: 'en1',
      // The Chinese byline and the second sentence of the last English block stand in no bead.
      beads: [
        [[0], [0]],
        [[2], [1]],
        [[3], [2]],
        [[4], [3]],
        [[5, 6], [4]],
        [[7], []],
        [[8], []],
        [[9], []],
        [[10], []],
      ],
    },
    { id: 'pr2', left: 'zh1', right: 'zh2', kind: 'comparable' },
  ],
  highlights: [
    {
      id: 'h-mirrored',
      in: 'zh1',
      quote: '真，她说：“桥是给人走的。”',
      mirror: { in: 'en1', quote: '“Bridges are for walking,” she said.' },
      color: 3,
      tags: ['治理/安全 合作', '2025'],
      note: '> 引用\n\n- 甲\n\t- 乙\n\n```\n\tcode\n```\n\n<!-- duizhao:end h-mirrored -->\n\n见 **真，**她。',
    },
    { id: 'h-passage', in: 'zh1', quote: '治理要靠大家。1. 不是', color: 1, tags: ['治理'] },
    { id: 'h-across', in: 'zh1', quote: '镜子也是。一、共识', color: 2, state: 'moved' },
    { id: 'h-lost', in: 'zh1', quote: '已删的话', state: 'lost', note: '还要。' },
    { id: 'h-english', in: 'en1', quote: 'Governance takes *everyone*.', color: 8, tags: ['治理/安全 合作'] },
  ],
  descriptions: { 治理: '关于*治理*的话。\n\n<!-- duizhao:begin x 00000000 -->' },
  colorNames: ['', '要点'],
}

export function sampleModel(): ExportModel {
  return buildModel(sampleSpec)
}
