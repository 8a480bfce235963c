import type { KnownEvidence, KnownPair } from '../../shared/align/aligner.ts'
import type { LanguageTag } from '../../shared/domain/article.ts'
import type { PairId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'

/** Verified beads that an aligner is taught by, the newest; more would take longer and teach little. */
const MOST_BEADS = 5000
/** And terms: each form of the one language with each of the other. */
const MOST_TERMS = 20_000

/** SQL for the language of a tag without script and region. */
const primary = (tag: string): string => `substr(${tag}, 1, instr(${tag} || '-', '-') - 1)`

const textOf = (side: string): string =>
  `(SELECT group_concat(s.text, ' ' ORDER BY bs.position) FROM bead_segments AS bs
    JOIN segments AS s ON s.id = bs.segment_id WHERE bs.bead_id = newest.id AND bs.side = ${side})`

/** What the library knows of two languages: verified beads of its other pairs, whichever side is which, and terms. */
export function readKnownEvidence(
  db: ReadDb,
  pairId: PairId,
  languages: { readonly left: LanguageTag; readonly right: LanguageTag },
): KnownEvidence {
  const params = { pairId, left: languages.left, right: languages.right }
  const beads = db.all<{ left: string | null; right: string | null }>(
    `SELECT ${textOf('newest.ours')} AS left, ${textOf('newest.theirs')} AS right
     FROM (
       SELECT b.id, p.ours, p.theirs FROM (
         SELECT p.id,
           CASE WHEN ${primary('l.language')} = ${primary('@left')} THEN 'left' ELSE 'right' END AS ours,
           CASE WHEN ${primary('l.language')} = ${primary('@left')} THEN 'right' ELSE 'left' END AS theirs
         FROM pairs AS p
         JOIN articles AS l ON l.id = p.left_article_id AND l.deleted_at IS NULL
         JOIN articles AS r ON r.id = p.right_article_id AND r.deleted_at IS NULL
         WHERE p.deleted_at IS NULL AND p.id <> @pairId AND (
           (${primary('l.language')} = ${primary('@left')} AND ${primary('r.language')} = ${primary('@right')})
           OR (${primary('l.language')} = ${primary('@right')} AND ${primary('r.language')} = ${primary('@left')}))
       ) AS p JOIN beads AS b ON b.pair_id = p.id AND b.status = 'verified'
       ORDER BY b.id DESC LIMIT ${MOST_BEADS}
     ) AS newest`,
    params,
  )
  const terms = db.all<KnownPair>(
    `SELECT l.form AS left, r.form AS right FROM term_forms AS l JOIN term_forms AS r ON r.term_id = l.term_id
     WHERE ${primary('l.language')} = ${primary('@left')} AND ${primary('r.language')} = ${primary('@right')}
       AND l.language <> r.language
     ORDER BY l.term_id DESC, l.ordinal, r.ordinal LIMIT ${MOST_TERMS}`,
    { left: languages.left, right: languages.right },
  )
  // One-sided beads teach nothing.
  return {
    beads: beads.flatMap(({ left, right }) => (left === null || right === null ? [] : [{ left, right }])),
    terms,
  }
}
