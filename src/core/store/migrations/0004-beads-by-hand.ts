import type { Migration } from '../migrate.ts'

/**
 * Which beads a person made, so that realigning keeps them. Of beads that were changed before, nobody knows whether
 * they were made or only moved along: they stay the aligner's.
 */
export const beadsByHand: Migration = {
  version: 4,
  sql: `
ALTER TABLE beads ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
`,
}
