import type { Migration } from '../migrate.ts'

/**
 * What aligning by hand needs: a person's marks on beads, the locked side of a pair, links outside the order
 * of beads, terms. Ids, times and offsets are as in the first migration.
 */
export const alignmentByHand: Migration = {
  version: 2,
  sql: `
-- A person said that this one-sided bead has no counterpart.
ALTER TABLE beads ADD COLUMN unmatched INTEGER NOT NULL DEFAULT 0 CHECK (unmatched IN (0, 1));
-- A person wants to look at it again.
ALTER TABLE beads ADD COLUMN review INTEGER NOT NULL DEFAULT 0 CHECK (review IN (0, 1));

-- The side whose segments are never split, merged or edited; null: neither.
ALTER TABLE pairs ADD COLUMN locked_side TEXT CHECK (locked_side IN ('left', 'right'));

-- A span in one article ↔ a span in another. Of a pair, or (null) between any two articles.
CREATE TABLE links (
  id TEXT PRIMARY KEY,
  pair_id TEXT REFERENCES pairs (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('accepted', 'dismissed')),
  -- What the suggestion was worth, from 0 to 1, and why it was made; null and [] where a person drew the link.
  score REAL CHECK (score BETWEEN 0 AND 1),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX links_by_pair ON links (pair_id) WHERE pair_id IS NOT NULL;

CREATE TABLE link_ends (
  link_id TEXT NOT NULL REFERENCES links (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('from', 'to')),
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ok', 'moved', 'lost')),
  PRIMARY KEY (link_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_ends_by_article ON link_ends (article_id);

CREATE TABLE link_end_parts (
  link_id TEXT NOT NULL,
  role TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  segment_id TEXT NOT NULL REFERENCES segments (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  PRIMARY KEY (link_id, role, ordinal),
  FOREIGN KEY (link_id, role) REFERENCES link_ends (link_id, role) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX link_end_parts_by_segment ON link_end_parts (segment_id);

-- A term (术语): the forms that say the same thing, in two or more languages. The first of a language is preferred.
CREATE TABLE terms (
  id TEXT PRIMARY KEY,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE term_forms (
  term_id TEXT NOT NULL REFERENCES terms (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form <> ''),
  PRIMARY KEY (term_id, language, ordinal)
) STRICT, WITHOUT ROWID;
`,
}
