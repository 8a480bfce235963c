/** How a table of text is written. */
export interface TableOptions {
  /** A byte order mark first, without which Excel takes Chinese for something else. */
  readonly bom: boolean
  /** See `escapeFormula`. */
  readonly escapeFormulas: boolean
}

export const BYTE_ORDER_MARK = '\ufeff'
