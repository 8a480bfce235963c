/** A posterior and the share of beads with about that posterior that were exactly right. */
export type ConfidenceKnot = readonly [posterior: number, share: number]

/**
 * What share was right on the development sets, with a lexicon and without: isotonic regression (Ayer et al. 1955)
 * of the beads of all sets, printed by `node bench/align/train-confidence.ts`. The bench tests it with the document
 * it is applied to left out.
 */
const WITH_LEXICON: readonly ConfidenceKnot[] = [
  [0.5, 0.497],
  [0.672, 0.609],
  [0.777, 0.733],
  [0.867, 0.783],
  [0.9385, 0.847],
  [0.9785, 0.906],
  [0.9932, 0.965],
  [0.9978, 0.983],
  [0.999, 0.984],
  [0.99947, 0.99],
  [0.9997, 0.991],
  [1, 0.9988],
]
const WITHOUT_LEXICON: readonly ConfidenceKnot[] = [
  [0.144, 0.05],
  [0.281, 0.162],
  [0.385, 0.212],
  [0.492, 0.393],
  [0.644, 0.512],
  [0.771, 0.636],
  [0.866, 0.755],
  [0.9245, 0.832],
  [0.955, 0.89],
  [0.98, 0.911],
  [0.988, 0.919],
  [0.9925, 0.945],
  [0.996, 0.972],
  [0.9978, 0.98],
  [0.9995, 0.993],
  [1, 0.9987],
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
