import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Beside the checkout on machines that have them; the texts are not ours to publish. */
const FOLDER = fileURLToPath(new URL('../../../shared/alignment/dev', import.meta.url))

/** Segments `[from, to)` of each side that belong together. */
export interface GoldBead {
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
}

export interface GoldDocument {
  readonly name: string
  readonly chinese: readonly string[]
  readonly english: readonly string[]
  readonly beads: readonly GoldBead[]
}

export interface GoldSet {
  readonly name: string
  readonly documents: readonly GoldDocument[]
}

/** The development sets, or those named; null where they are absent. */
export function readGoldSets(only: readonly string[]): GoldSet[] | null {
  if (!existsSync(FOLDER)) return null
  return readdirSync(FOLDER)
    .filter((set) => only.length === 0 || only.includes(set))
    .toSorted()
    .map((set) => ({ name: set, documents: readDocuments(`${FOLDER}/${set}`) }))
}

function readDocuments(folder: string): GoldDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold'))
    .toSorted()
    .map((file) => {
      const name = file.slice(0, -'.gold'.length)
      return {
        name,
        chinese: readLines(`${folder}/${name}.zh`),
        english: readLines(`${folder}/${name}.en`),
        beads: readBeads(readLines(`${folder}/${name}.gold`)),
      }
    })
}

function readLines(path: string): string[] {
  return readFileSync(path, 'utf8').replace(/\n$/u, '').split('\n')
}

/** `[0,1]:[0]` a line. An empty side stands where the one before it ended. */
function readBeads(lines: readonly string[]): GoldBead[] {
  let [left, right] = [0, 0]
  return lines.map((line) => {
    const [lefts = [], rights = []] = line.split(':').map((side) => JSON.parse(side) as number[])
    const bead = {
      left: [left, left + lefts.length] as const,
      right: [right, right + rights.length] as const,
    }
    if ((lefts[0] ?? left) !== left || (rights[0] ?? right) !== right) {
      throw new Error(`gold out of order: ${line}`)
    }
    left = bead.left[1]
    right = bead.right[1]
    return bead
  })
}
