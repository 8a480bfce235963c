import type { ReactNode } from 'react'
import { useApiQuery } from '../../data/use-api-query.ts'
import { formatBytes, formatCount, formatEncoding, formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { useMetadataWords } from '../../i18n/use-metadata-words.ts'
import { Button } from '../../ui/button.tsx'
import { WarningIcon } from '../../ui/icons.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './bitext-detail.module.css'
import { BitextPreview } from './bitext-preview.tsx'
import { hasSameTwice, swapped, withLanguage, type SidesDraft } from './bitext-sides.ts'
import detailStyles from './draft-detail.module.css'
import { DuplicateRemark } from './duplicate-remark.tsx'
import { UNKNOWN_LANGUAGE, type BitextDraft, type Review } from './review-state.ts'

export interface BitextDetailProps {
  readonly draft: BitextDraft
  readonly sides: SidesDraft
  readonly isIncluded: boolean
  readonly review: Review
}

/** Beads that are shown before saving. */
const SHOWN = 50

/** A file of aligned texts: which two languages become a pair, what was skipped, and its first rows. */
export function BitextDetail({ draft, sides, isIncluded, review }: BitextDetailProps): ReactNode {
  const t = useT('importing')
  const { leftLanguage, rightLanguage } = sides
  const found = useApiQuery('imports.draftRows', {
    draftId: draft.id,
    limit: SHOWN,
    leftLanguage,
    rightLanguage,
  }).data
  const { beadCount, verifiedCount, oneSidedCount, standInCount, skipped } = found ?? draft
  const facts = [
    draft.name,
    t(`bitext.format.${draft.format}`),
    formatBytes(draft.byteLength),
    t('encoding', { encoding: formatEncoding(draft.encoding) }),
  ]
  const counts = [
    t('bitext.beads', { count: beadCount }),
    ...(verifiedCount > 0 ? [t('bitext.verified', { count: verifiedCount })] : []),
    ...(oneSidedCount > 0 ? [t('bitext.oneSided', { count: oneSidedCount })] : []),
  ]
  return (
    // A region that scrolls must be within the keyboard's reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={t('detail')} tabIndex={0} className={detailStyles['detail']}>
      <div className={styles['head']}>
        <p className={detailStyles['facts']}>
          {facts.join(' · ')}
          <br />
          {counts.join(' · ')}
        </p>
        <DuplicateRemark draft={draft} isIncluded={isIncluded} review={review} />
        {skipped.length > 0 && (
          <p className={detailStyles['warning']}>
            <WarningIcon />
            {skipped.map(({ reason, count }) => t(`bitext.skipped.${reason}`, { count })).join(' ')}
          </p>
        )}
        {standInCount > 0 && (
          <p className={detailStyles['warning']}>
            <WarningIcon />
            {t('bitext.standsIn', { count: standInCount })}
          </p>
        )}
        {draft.warnings.map(({ code, detail }) => (
          <p key={code} className={detailStyles['warning']}>
            <WarningIcon />
            {t(`bitext.warning.${code}`, {
              detail: code === 'encoding-uncertain' ? formatEncoding(detail) : detail,
            })}
          </p>
        ))}
        <div className={styles['sides']}>
          <SideForm draft={draft} sides={sides} side="left" review={review} />
          {!hasSameTwice(draft) && (
            <Button tone="quiet" small onClick={() => review.setSides(draft.id, swapped(sides))}>
              {t('bitext.swap')}
            </Button>
          )}
          <SideForm draft={draft} sides={sides} side="right" review={review} />
        </div>
      </div>
      <BitextPreview
        rows={found?.rows ?? []}
        total={beadCount}
        leftLanguage={sides.left.language}
        rightLanguage={sides.right.language}
      />
    </div>
  )
}

interface SideFormProps {
  readonly draft: BitextDraft
  readonly sides: SidesDraft
  readonly side: 'left' | 'right'
  readonly review: Review
}

/** One side of the pair: which language of the file it is, its title, and the language of its article. */
function SideForm({ draft, sides, side, review }: SideFormProps): ReactNode {
  const t = useT('importing')
  const metadata = sides[side]
  const words = useMetadataWords(metadata.language)
  const language = side === 'left' ? sides.leftLanguage : sides.rightLanguage
  const set = (change: Partial<typeof metadata>): void =>
    review.setSides(draft.id, { ...sides, [side]: { ...metadata, ...change } })
  const options = draft.languages.map((one) => ({
    value: one.language,
    label: t('bitext.version', {
      language: one.language === UNKNOWN_LANGUAGE ? t('bitext.untagged') : nameOf(one.language),
      units: formatCount(one.count),
    }),
  }))
  return (
    <fieldset className={styles['side']}>
      <legend>{t(`bitext.${side}`)}</legend>
      {!hasSameTwice(draft) && (
        <div className={styles['choice']}>
          <span aria-hidden="true">{t('bitext.inFile')}</span>
          <Select
            label={t(`bitext.${side}InFile`)}
            value={language}
            options={options}
            onChange={(next) => review.setSides(draft.id, withLanguage(draft, sides, side, next))}
          />
        </div>
      )}
      <TextField
        label={words.title}
        value={metadata.title}
        problem={metadata.title.trim() === '' ? words.titleMissing : undefined}
        lang={metadata.language}
        onChange={(title) => set({ title })}
      />
      <div className={styles['choice']}>
        <span aria-hidden="true">{words.language}</span>
        <Select
          label={t(`bitext.${side}Language`)}
          value={metadata.language}
          options={words.languages}
          onChange={(next) => set({ language: next })}
        />
        {metadata.language === UNKNOWN_LANGUAGE && <p>{t('problem.language')}</p>}
      </div>
    </fieldset>
  )
}

/** The tag with its name where that says more: `zh-CN` (Chinese, China). */
function nameOf(tag: string): string {
  const name = formatLanguage(tag)
  return name === tag ? tag : `${name} (${tag})`
}
