import { useRef, type ReactNode } from 'react'
import type { MetadataDraft } from '../../data/metadata-draft.ts'
import { problemsOf } from '../../data/metadata-draft.ts'
import { formatBytes, formatEncoding } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { useMetadataWords } from '../../i18n/use-metadata-words.ts'
import { WarningIcon } from '../../ui/icons.tsx'
import { MetadataForm } from '../../ui/metadata-form.tsx'
import { BitextDetail } from './bitext-detail.tsx'
import { describeFinding } from './describe-finding.ts'
import styles from './draft-detail.module.css'
import { DraftFailure } from './draft-failure.tsx'
import { DraftPreview } from './draft-preview.tsx'
import { DuplicateRemark } from './duplicate-remark.tsx'
import { isPasted } from './pasted-name.ts'
import { UNKNOWN_LANGUAGE, type ReadyDraft, type Review, type ReviewEntry } from './review-state.ts'

export interface DraftDetailProps {
  readonly entry: ReviewEntry
  readonly review: Review
}

/** One file: what was found in it and how, to correct, above its text. */
export function DraftDetail({ entry, review }: DraftDetailProps): ReactNode {
  const t = useT('importing')
  const scroller = useRef<HTMLDivElement>(null)
  const { draft, metadata, sides } = entry
  if (draft.status === 'failed') return <DraftFailure name={draft.name} error={draft.error} />
  if (draft.status === 'bitext') {
    if (sides === null) return null
    return <BitextDetail draft={draft} sides={sides} isIncluded={entry.isIncluded} review={review} />
  }
  if (metadata === null) return null
  return (
    // A region that scrolls must be within the keyboard's reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} role="region" aria-label={t('detail')} tabIndex={0} className={styles['detail']}>
      <div className={styles['head']}>
        <Facts draft={draft} />
        <DuplicateRemark draft={draft} isIncluded={entry.isIncluded} review={review} />
        <Warnings draft={draft} />
        <Form draft={draft} metadata={metadata} review={review} />
      </div>
      <DraftPreview
        key={draft.id}
        draftId={draft.id}
        language={metadata.language}
        speakers={draft.speakers}
        scroller={scroller}
      />
    </div>
  )
}

function Facts({ draft }: { readonly draft: ReadyDraft }): ReactNode {
  const t = useT('importing')
  const facts = [
    draft.name,
    formatBytes(draft.byteLength),
    // Pasted text has no encoding anyone chose.
    ...(isPasted(draft.name) ? [] : [t('encoding', { encoding: formatEncoding(draft.encoding) })]),
    t('blocks', { count: draft.blockCount }),
    t('characters', { count: draft.characterCount }),
  ]
  const names = draft.speakers.map(({ name }) => name).join('、')
  return (
    <p className={styles['facts']}>
      {facts.join(' · ')}
      {names !== '' && ` · ${t('speakers', { names })}`}
    </p>
  )
}

function Warnings({ draft }: { readonly draft: ReadyDraft }): ReactNode {
  const t = useT('importing')
  return draft.warnings.map(({ code, detail }) => (
    <p key={code} className={styles['warning']}>
      <WarningIcon />
      {t(`warning.${code}`, { detail: code === 'encoding-uncertain' ? formatEncoding(detail) : detail })}
    </p>
  ))
}

interface FormProps {
  readonly draft: ReadyDraft
  readonly metadata: MetadataDraft
  readonly review: Review
}

function Form({ draft, metadata, review }: FormProps): ReactNode {
  const t = useT('importing')
  const words = useMetadataWords(metadata.language)
  const problems = problemsOf(metadata)
  const fields = ['title', 'date', 'place', 'source', 'author', 'language', 'kind'] as const
  const remarks = Object.fromEntries(
    fields.flatMap((field) => {
      const remark = describeFinding(draft.findings, field, metadata[field])
      return remark === undefined ? [] : [[field, remark]]
    }),
  )
  return (
    <MetadataForm
      value={metadata}
      words={words}
      onChange={(next) => review.setMetadata(draft.id, next)}
      remarks={{
        ...remarks,
        ...(metadata.language === UNKNOWN_LANGUAGE ? { language: t('problem.language') } : {}),
      }}
      problems={{
        ...(problems.title === undefined ? {} : { title: words[problems.title] }),
        ...(problems.date === undefined ? {} : { date: words[problems.date] }),
      }}
    />
  )
}
