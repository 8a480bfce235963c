import type { AreaHandlers } from '../handlers.ts'
import type { SamplesService } from './samples.service.ts'

export function samplesHandlers(service: SamplesService): AreaHandlers<'samples'> {
  return { 'samples.add': (_input, { origin }) => service.add(origin) }
}
