/** One measured figure. Times also carry a ratio to a baseline of the same run: absolute ones age with the machine. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'per s' | 'MB' | 'frames' | 'rows'
  readonly baseline?: { readonly name: string; readonly value: number }
}

/** The middle of the measured values; of two middles the smaller. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('no values')
  return middle
}

/** Milliseconds that `work` takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds of this thread's processor that `work` takes: what others do on the machine meanwhile is not in it. */
export async function cpuTime(work: () => unknown): Promise<number> {
  const start = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1))

export function formatFigures(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, value, unit, baseline }) => {
    const measured = `${round(value)} ${unit}`
    if (baseline === undefined) return [name, measured, '', '']
    const ratio = baseline.value === 0 ? '–' : (value / baseline.value).toFixed(2)
    return [name, measured, `× ${ratio}`, `${baseline.name}: ${round(baseline.value)} ${unit}`]
  })
  const table = [['figure', 'measured', 'ratio', 'baseline'], ...lines]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}
