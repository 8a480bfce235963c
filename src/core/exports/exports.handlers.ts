import { DuizhaoError } from '../../shared/domain/error.ts'
import type { AreaHandlers } from '../handlers.ts'
import type { ExportsService } from './exports.service.ts'

/** Placeholder of the lead so that the core starts; the exports helper replaces this file and keeps the name. */
export function exportsHandlers(_service: ExportsService): AreaHandlers<'exports'> {
  const missing = (): never => {
    throw new DuizhaoError('unknown_method', 'being built')
  }
  return { 'exports.preview': missing, 'exports.write': missing, 'exports.download': missing }
}
