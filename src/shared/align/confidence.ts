/** A posterior and the share of beads with about that posterior that were exactly right. */
export type ConfidenceKnot = readonly [posterior: number, share: number]

/**
 * What share was right on the development sets, with a lexicon and without: isotonic regression (Ayer et al. 1955)
 * of the beads of all sets, printed by `node bench/align/train-confidence.ts`. The bench tests it with the document
 * it is applied to left out.
 */
const WITH_LEXICON: readonly ConfidenceKnot[] = [
  [0.5, 0.51],
  [0.664, 0.609],
  [0.755, 0.646],
  [0.838, 0.758],
  [0.923, 0.81],
  [0.977, 0.92],
  [0.992, 0.9657],
  [0.9968, 0.9672],
  [0.999, 0.989],
  [0.99965, 0.9906],
  [1, 0.9994],
]
const WITHOUT_LEXICON: readonly ConfidenceKnot[] = [
  [0.19, 0.087],
  [0.309, 0.261],
  [0.437, 0.311],
  [0.558, 0.358],
  [0.674, 0.511],
  [0.773, 0.561],
  [0.835, 0.673],
  [0.875, 0.783],
  [0.928, 0.839],
  [0.971, 0.882],
  [0.987, 0.932],
  [0.9936, 0.9605],
  [0.997, 0.967],
  [0.9993, 0.99],
  [1, 0.9994],
]

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
