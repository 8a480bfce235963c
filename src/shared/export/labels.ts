import type { Color } from '../domain/highlight.ts'

/**
 * The few words an export says in its own voice, always in both languages. They don't follow the language
 * of the interface: the same library must give the same bytes, whoever exports it, and a note folder is
 * shared by people who read either language.
 */
export const LABELS = {
  library: '对照文库 Duizhao Library',
  highlights: '标注 Highlights',
  text: '全文 Text',
  articles: '篇目 Articles',
  pairs: '对照篇 Pairs',
  tags: '标签 Tags',
  notes: '笔记 Notes',
  passage: '对应句 Aligned passage',
  moved: '已移动，请核对 moved, please check',
  lost: '已失位，引文为原存 lost, the quote is the stored one',
  backLink: '对照 Duizhao',
} as const

const COLOR_NAMES: Readonly<Record<Color, string>> = {
  1: '黄 Yellow',
  2: '红 Red',
  3: '绿 Green',
  4: '蓝 Blue',
  5: '紫 Purple',
  6: '粉 Pink',
  7: '橙 Orange',
  8: '灰 Grey',
}

/** A color's name: the user's, or that of its hue. */
export function colorName(color: Color, userNames: readonly string[]): string {
  const name = userNames[color - 1]?.trim() ?? ''
  return name === '' ? COLOR_NAMES[color] : name
}

/** Stands in a full text where a highlight ends, and leads to it. */
export const REFERENCE_SIGN = '※'
