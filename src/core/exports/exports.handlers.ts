import type { AreaHandlers } from '../handlers.ts'
import type { ExportsService } from './exports.service.ts'

export function exportsHandlers(service: ExportsService): AreaHandlers<'exports'> {
  return {
    'exports.preview': ({ scope, options, path }) => service.preview(scope, options, path ?? null),
    'exports.write': ({ scope, options, destination }) => service.write(scope, options, destination),
    'exports.download': ({ scope, options }) => service.download(scope, options),
  }
}
