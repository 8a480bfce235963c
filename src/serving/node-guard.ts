const OLDEST = 22

/** A sentence to stop with when this Node is too old for the store's binary, which would crash without a word. */
export function nodeComplaint(version: string): string | null {
  if (Number(version.split('.', 1)[0]) >= OLDEST) return null
  return `Duizhao needs Node ${OLDEST} or newer; this is ${version}. Start it with "npm start" or "npm run duizhao", which bring their own.`
}
