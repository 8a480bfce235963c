/**
 * What a likely place is judged by, in points of a hundred. The quote is what the user meant; the context tells
 * equal quotes apart; the place decides between places that read alike.
 */
export const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, place: 10 } as const

/** How much the place speaks for a candidate, from 0 to 1. */
export const PLACE = {
  samePlace: 1,
  sameSegment: 0.9,
  neighbour: 0.5,
  /** At the old position, had it been elsewhere; falls with the distance to 0. */
  elsewhere: 0.3,
} as const

/** Segments this near count as neighbours: a split or merged sentence is found there. */
export const NEIGHBOURHOOD = 3

/** Quotes of this many characters or fewer occur by chance and are never matched loosely. */
export const SHORT_QUOTE = 4

/** Context, averaged over both sides, that makes an exact match certain. */
export const CERTAIN_CONTEXT = 0.75

/** The same for a longer quote found at its very place. */
export const CERTAIN_CONTEXT_SAME_PLACE = 0.5

/** One side as good as untouched and this long is as certain: a paragraph was inserted on the other. */
export const INTACT_SIDE = 0.95
export const INTACT_SIDE_LENGTH = 16

/** Below this an exact short quote is another word that happens to be the same. */
export const SHORT_QUOTE_CONTEXT = 0.5

/** Below this, one exact match among several says nothing. */
export const COMMON_QUOTE_CONTEXT = 0.4

/** Scores (0 to 1) nearer than this are a draw. */
export const DRAW = 0.03

/** The share of a quote that may differ in a loose match. */
export const LOOSE_SHARE = 0.3

/** A loose match must score this. A quote with nothing around it that agrees never does. */
export const LOOSE_FLOOR = 0.7
