export function findChromium(): Promise<string | null>
export function obtainChromium(): Promise<string | null>
