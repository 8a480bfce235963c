import type { BitextBead } from './bitext-model.ts'

/** The words a bitext for people says in its own voice, in both languages as all exports do. */
export const BITEXT_LABELS = {
  number: '序号 No.',
  confidence: '可信度 Confidence',
  status: '状态 Status',
  note: '笔记 Note',
  auto: '自动 auto',
  verified: '已核对 verified',
  unmatched: '无对应 no counterpart',
} as const

/** What a person should know of a bead's state, in words. */
export function statusLabel({ status, unmatched }: BitextBead): string {
  const words = [BITEXT_LABELS[status], ...(unmatched ? [BITEXT_LABELS.unmatched] : [])]
  return words.join(' · ')
}

/** A confidence in words a person reads: two places, never rounded up, or nothing. */
export function confidenceLabel(confidence: number | null): string {
  return confidence === null ? '' : (Math.floor(confidence * 100 + 1e-9) / 100).toFixed(2)
}
