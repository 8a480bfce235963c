import type { Migration } from '../migrate.ts'
import { firstLibrary } from './0001-first-library.ts'
import { alignmentByHand } from './0002-alignment.ts'
import { annotationThatLasts } from './0003-annotation.ts'
import { beadsByHand } from './0004-beads-by-hand.ts'
import { factsInNumbers } from './0005-facts-in-numbers.ts'

/** Every migration ever released, oldest first. Append; never edit one that was released. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  firstLibrary,
  alignmentByHand,
  annotationThatLasts,
  beadsByHand,
  factsInNumbers,
]
