/**
 * The shape an English catalogue must have: the keys of the Chinese one, which is the source. Where Chinese has a
 * counted sentence (`x_other`), English needs one for a single thing too (`x_one`).
 */
export type Mirror<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Mirror<Source[Key]>
} & {
  readonly [Key in keyof Source as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string
}
