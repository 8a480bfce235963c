import type { Migration } from '../migrate.ts'

/**
 * What annotating a text that changes needs: its former states, what a moved quote was, examples in the
 * codebook, and where notes point. Ids, times and offsets are as in the first migration.
 */
export const annotationThatLasts: Migration = {
  version: 3,
  sql: `
-- What the quote was before its text changed so much that a person should look; null while all is well.
ALTER TABLE spans ADD COLUMN was TEXT;
ALTER TABLE link_ends ADD COLUMN was TEXT;
CREATE INDEX spans_in_doubt ON spans (state) WHERE state <> 'ok';
CREATE INDEX link_ends_in_doubt ON link_ends (state) WHERE state <> 'ok';

-- Passages that show what a tag is for, in the user's words.
ALTER TABLE tags ADD COLUMN examples TEXT NOT NULL DEFAULT '';

-- An article that is brought up to date from a corrected file has several originals; one is the present text's.
CREATE TABLE new_originals (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
INSERT INTO new_originals (id, article_id, name, encoding, sha256, byte_length, bytes)
  SELECT article_id, article_id, name, encoding, sha256, byte_length, bytes FROM originals;
DROP TABLE originals;
ALTER TABLE new_originals RENAME TO originals;
CREATE INDEX originals_by_sha256 ON originals (sha256);
CREATE INDEX originals_by_article ON originals (article_id);
-- No foreign key: the two tables would each wait for the other.
ALTER TABLE articles ADD COLUMN original_id TEXT;
UPDATE articles SET original_id = (SELECT o.id FROM originals AS o WHERE o.article_id = articles.id);

-- Former states of a text, to compare with and to return to. The present state is in blocks and segments only.
-- Not undone: a state that was kept stays kept.
CREATE TABLE revisions (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  -- What was about to change the text when this state of it was kept.
  reason TEXT NOT NULL CHECK (reason IN ('edit', 'update', 'restore')),
  original_id TEXT,
  block_count INTEGER NOT NULL,
  segment_count INTEGER NOT NULL,
  character_count INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- The blocks as JSON, deflated.
  content BLOB NOT NULL,
  UNIQUE (article_id, number)
) STRICT;

-- What notes link to with [[…]]: kept beside their text, so that a target can list them.
CREATE TABLE note_links (
  note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('article', 'highlight', 'tag', 'term', 'note')),
  target_id TEXT NOT NULL,
  PRIMARY KEY (note_id, target_kind, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_links_by_target ON note_links (target_kind, target_id);

-- The list of notes shows those changed last, of however many there are.
CREATE INDEX notes_by_time ON notes (updated_at, id);
`,
}
