/**
 * Loads the parts of a face that a text needs, before it is shown. Faces come in many files by character; those
 * of messages about a lost host could not be fetched when they are wanted.
 */
export function preloadFace(family: string, text: string): void {
  document.fonts.load(`13px '${family}'`, text).catch(() => undefined)
}
