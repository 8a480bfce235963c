import { useMemo, useState, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import styles from './figure.module.css'
import { toFigureCsv, type FigureData } from './figure-data.ts'
import { heatMap, type PlotWords } from './heat-map.ts'
import { saveText } from './save-text.ts'
import { FILE_PALETTE, PAGE_PALETTE, toSvgText } from './svg-node.ts'
import { SvgView } from './svg-view.tsx'
import { timeBars } from './time-bars.ts'

export interface FigureProps {
  readonly title: string
  readonly explanation: string
  readonly data: FigureData
  readonly plot: 'heat' | 'bars'
  /** The beginning of the files' names. */
  readonly name: string
  readonly choice?: ReactNode
}

const PLOTS = { heat: heatMap, bars: timeBars }

/** A plot with the same numbers as a table, to see or to hear, and both to take away. */
export function Figure({ title, explanation, data, plot, name, choice }: FigureProps): ReactNode {
  const t = useT('figures')
  const [asTable, setAsTable] = useState(false)
  const words: PlotWords = {
    title,
    cell: (row, column, count) => t('cell', { row, column, count }),
    only: (column) => t('only', { column }),
  }
  const draw = PLOTS[plot]
  // The words are those of the interface's language, which t stands for.
  // oxlint-disable-next-line react/exhaustive-deps
  const picture = useMemo(() => draw(data, words, PAGE_PALETTE), [data, draw, title, t])
  const gaps = data.rows.filter((row) => row.only !== null)
  const isEmpty = data.rows.length === 0
  return (
    <section className={styles['figure']} aria-label={title}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        {choice}
        <span className={styles['spring']} />
        {!isEmpty && (
          <>
            <Button small tone="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {t(asTable ? 'hideTable' : 'showTable')}
            </Button>
            <Button
              small
              aria-label={t('saveSvg', { title })}
              onClick={() =>
                saveText(`${name}.svg`, 'image/svg+xml', toSvgText(draw(data, words, FILE_PALETTE)))
              }
            >
              SVG
            </Button>
            <Button
              small
              aria-label={t('saveCsv', { title })}
              onClick={() =>
                saveText(`${name}.csv`, 'text/csv;charset=utf-8', toFigureCsv(data, t('tag'), t('all')))
              }
            >
              CSV
            </Button>
          </>
        )}
      </header>
      <p className={styles['explanation']}>{explanation}</p>
      {isEmpty ? (
        <p className={styles['explanation']}>{t('empty')}</p>
      ) : (
        <>
          {gaps.length > 0 && <p className={styles['gaps']}>{t('gaps', { count: gaps.length })}</p>}
          <div className={styles['plot']}>
            <SvgView node={picture} />
          </div>
          {asTable ? (
            // It may be wider than the page, and keys must be able to scroll it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <div className={styles['table']} role="group" aria-label={t('table', { title })} tabIndex={0}>
              <Table title={title} data={data} />
            </div>
          ) : (
            <div data-unseen="">
              <Table title={title} data={data} />
            </div>
          )}
        </>
      )}
    </section>
  )
}

function Table({ title, data }: { readonly title: string; readonly data: FigureData }): ReactNode {
  const t = useT('figures')
  return (
    <table>
      <caption data-unseen="">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tag')}</th>
          {data.columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          <th scope="col">{t('all')}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.path}>
            <th scope="row">
              {row.path}
              {row.only !== null && ` (${t('only', { column: data.columns[row.only]?.label ?? '' })})`}
            </th>
            {row.cells.map(({ count }, column) => (
              <td key={data.columns[column]?.label ?? column}>{count}</td>
            ))}
            <td>{row.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
