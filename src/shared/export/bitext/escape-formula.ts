/**
 * What a spreadsheet would take for a formula as plain text, by the usual sign: an apostrophe before it
 * (OWASP, CSV Injection; the full-width signs are those of East Asian versions). A cell that begins with an
 * apostrophe gets one too, so that taking one off each cell that begins with it gives the text back.
 */
export function escapeFormula(cell: string): string {
  return /^[=+\-@\t\r\n'＝＋－＠]/u.test(cell) ? `'${cell}` : cell
}
