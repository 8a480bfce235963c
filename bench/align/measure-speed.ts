import { readFileSync } from 'node:fs'
import { createAligner } from '../../src/shared/align/create-aligner.ts'
import { sideOf } from './align-document.ts'
import { makeTranslation } from './make-translation.ts'
import { openLexicon } from './open-lexicon.ts'

// A process of its own, so that the peak of its memory is that of one alignment.
const sentences = Number(process.argv[2])
const started = performance.now()
const lexicon = openLexicon()
const align = createAligner(lexicon)
const startUp = performance.now() - started
const { chinese, english } = makeTranslation(lexicon, sentences)
const before = performance.now()
const processor = process.cpuUsage()
const beads = align({ left: sideOf('zh-Hans', chinese), right: sideOf('en', english) }, () => undefined)
const seconds = (performance.now() - before) / 1000
const used = process.cpuUsage(processor)
console.log(
  JSON.stringify({
    chinese: chinese.length,
    english: english.length,
    beads: beads.length,
    startUp: Math.round(startUp),
    seconds,
    processorSeconds: (used.user + used.system) / 1e6,
    peak: peakMegabytes(),
  }),
)

/** The most memory the process has held, in MB. */
function peakMegabytes(): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/u.exec(readFileSync('/proc/self/status', 'utf8'))
    if (line !== null) return Number(line[1]) / 1024
  } catch {
    // Only Linux tells it there.
  }
  return process.resourceUsage().maxRSS / 1024
}
