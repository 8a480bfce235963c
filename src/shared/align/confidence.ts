/** A posterior and the share of beads with about that posterior that were exactly right. */
export type ConfidenceKnot = readonly [posterior: number, share: number]

/**
 * What share was right on the development sets, with a lexicon and without: isotonic regression (Ayer et al. 1955)
 * of the beads of all sets, printed by `node bench/align/train-confidence.ts`. The bench tests it with the document
 * it is applied to left out.
 */
const WITH_LEXICON: readonly ConfidenceKnot[] = [
  [0.5, 0.5],
  [0.999, 0.999],
]
const WITHOUT_LEXICON: readonly ConfidenceKnot[] = WITH_LEXICON

/** How likely a bead is exactly right, from its posterior in the model, which tends to claim too much. */
export function confidenceOf(posterior: number, hadLexicon: boolean): number {
  return interpolate(hadLexicon ? WITH_LEXICON : WITHOUT_LEXICON, posterior)
}

/** Between knots in a straight line over the logits of the posterior; beyond them as at the last. */
export function interpolate(knots: readonly ConfidenceKnot[], posterior: number): number {
  const after = knots.findIndex(([place]) => place >= posterior)
  const [upper, lower] = [knots[after], knots[after - 1]]
  if (upper === undefined) return knots.at(-1)?.[1] ?? posterior
  if (lower === undefined) return upper[1]
  const span = logit(upper[0]) - logit(lower[0])
  const share = span === 0 ? 1 : (logit(posterior) - logit(lower[0])) / span
  return lower[1] + share * (upper[1] - lower[1])
}

function logit(probability: number): number {
  const inside = Math.min(1 - 1e-12, Math.max(1e-12, probability))
  return Math.log(inside / (1 - inside))
}
