import type { Migration } from '../migrate.ts'

/**
 * The tables of the first release. Ids are UUIDv7 in lower case, times are milliseconds since 1970,
 * offsets are UTF-16 code units. Positions only order rows: they may have gaps and are not unique.
 */
export const firstLibrary: Migration = {
  version: 1,
  sql: `
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  title_guessed INTEGER NOT NULL CHECK (title_guessed IN (0, 1)),
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  date TEXT,
  source TEXT,
  place TEXT,
  author TEXT,
  block_count INTEGER NOT NULL,
  segment_count INTEGER NOT NULL,
  character_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- The file an article came from, byte for byte.
CREATE TABLE originals (
  article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX originals_by_sha256 ON originals (sha256);

CREATE TABLE speakers (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE speaker_names (
  speaker_id TEXT NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  PRIMARY KEY (speaker_id, language)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_names_by_name ON speaker_names (name);

CREATE TABLE blocks (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  speaker_id TEXT REFERENCES speakers (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX blocks_by_article ON blocks (article_id, position);
CREATE INDEX blocks_by_speaker ON blocks (speaker_id) WHERE speaker_id IS NOT NULL;

-- A block's text is its segments' texts joined.
CREATE TABLE segments (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  block_id TEXT NOT NULL REFERENCES blocks (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  marks TEXT NOT NULL CHECK (json_valid(marks))
) STRICT;
CREATE INDEX segments_by_block ON segments (block_id, position);
CREATE INDEX segments_by_article ON segments (article_id);

CREATE TABLE pairs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('parallel', 'comparable')),
  left_article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  right_article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  aligner TEXT,
  aligned_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CHECK (left_article_id <> right_article_id)
) STRICT;
CREATE UNIQUE INDEX pairs_once ON pairs (left_article_id, right_article_id) WHERE deleted_at IS NULL;
CREATE INDEX pairs_by_right ON pairs (right_article_id);

CREATE TABLE beads (
  id TEXT PRIMARY KEY,
  pair_id TEXT NOT NULL REFERENCES pairs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL CHECK (status IN ('auto', 'verified'))
) STRICT;
CREATE INDEX beads_by_pair ON beads (pair_id, position);

-- The primary key says it: within a pair, a segment belongs to one bead.
CREATE TABLE bead_segments (
  pair_id TEXT NOT NULL REFERENCES pairs (id) ON DELETE CASCADE,
  segment_id TEXT NOT NULL REFERENCES segments (id) ON DELETE CASCADE,
  bead_id TEXT NOT NULL REFERENCES beads (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('left', 'right')),
  position INTEGER NOT NULL,
  PRIMARY KEY (pair_id, segment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bead_segments_by_bead ON bead_segments (bead_id, side, position);
CREATE INDEX bead_segments_by_segment ON bead_segments (segment_id);

CREATE TABLE highlights (
  id TEXT PRIMARY KEY,
  color INTEGER NOT NULL CHECK (color BETWEEN 1 AND 8),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- A highlight has one span, or two when it is mirrored.
CREATE TABLE spans (
  id TEXT PRIMARY KEY,
  highlight_id TEXT NOT NULL REFERENCES highlights (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('primary', 'mirror')),
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ok', 'moved', 'lost')),
  UNIQUE (highlight_id, role)
) STRICT;
CREATE INDEX spans_by_article ON spans (article_id);

CREATE TABLE span_parts (
  span_id TEXT NOT NULL REFERENCES spans (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  highlight_id TEXT NOT NULL,
  segment_id TEXT NOT NULL REFERENCES segments (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  PRIMARY KEY (span_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX span_parts_by_segment ON span_parts (segment_id);

CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES tags (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  color INTEGER CHECK (color BETWEEN 1 AND 8),
  description TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tags_once ON tags (ifnull(parent_id, ''), name COLLATE NOCASE);
CREATE INDEX tags_by_parent ON tags (parent_id);

CREATE TABLE highlight_tags (
  highlight_id TEXT NOT NULL REFERENCES highlights (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (highlight_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX highlight_tags_by_tag ON highlight_tags (tag_id);

-- A note's text is Markdown. It belongs to one thing, or stands free.
CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  highlight_id TEXT UNIQUE REFERENCES highlights (id) ON DELETE CASCADE,
  article_id TEXT REFERENCES articles (id) ON DELETE CASCADE,
  bead_id TEXT REFERENCES beads (id) ON DELETE SET NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((highlight_id IS NOT NULL) + (article_id IS NOT NULL) + (bead_id IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX notes_by_article ON notes (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX notes_by_bead ON notes (bead_id) WHERE bead_id IS NOT NULL;

-- From here on: what the program keeps for itself. Not undone, not exported.
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE reading_positions (
  target TEXT PRIMARY KEY,
  segment_id TEXT NOT NULL,
  offset INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_positions_by_time ON reading_positions (at);

CREATE TABLE command_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  label TEXT NOT NULL CHECK (json_valid(label)),
  scope TEXT NOT NULL,
  merge_key TEXT,
  schema_version INTEGER NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  byte_length INTEGER NOT NULL
) STRICT;
-- Every step asks for the last done, the first undone and the size of all: never by reading the changes.
CREATE INDEX command_log_by_state ON command_log (state, seq, byte_length);
`,
}
