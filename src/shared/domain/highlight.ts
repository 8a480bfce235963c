/** A highlight's color is a number from 1 to 8, so that its hue and its name can be changed without touching data. */
export const COLORS = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type Color = (typeof COLORS)[number]

/** `primary`: where the user put it. `mirror`: its counterpart on the other side of a pair. */
export const SPAN_ROLES = ['primary', 'mirror'] as const
export type SpanRole = (typeof SPAN_ROLES)[number]
