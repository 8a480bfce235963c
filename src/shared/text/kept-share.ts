import { changesBetween } from './text-changes.ts'

/**
 * How much of a text an edit kept, from 0 to 1: the code units that stand in both versions, of those of the longer
 * one. So neither what is cut away nor what is put in passes for the same text.
 */
export function keptShare(oldText: string, newText: string): number {
  const removed = changesBetween(oldText, newText)
    .flatMap(({ steps }) => steps)
    .reduce((sum, { old }) => sum + old.end - old.start, 0)
  return (oldText.length - removed) / Math.max(1, oldText.length, newText.length)
}
