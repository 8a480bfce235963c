export function electronPath(): string | null
export function electronObstacle(): string | null
export function obtainElectron(): Promise<string | null>
