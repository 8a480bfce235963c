import type { AreaContext } from '../area-context.ts'

/** Placeholder of the lead so that the core starts; the exports helper replaces this file and keeps the name. */
export interface ExportsService {
  readonly context: AreaContext
}

export function createExportsService(
  context: AreaContext,
  _destinations: { directoryOf(id: string): string },
): ExportsService {
  return { context }
}
