import { useRef, type ReactNode } from 'react'
import type { MetadataDraft } from '../../data/metadata-draft.ts'
import { problemsOf } from '../../data/metadata-draft.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeEnvelopeError } from '../../i18n/describe-error.ts'
import { formatBytes, formatEncoding } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { useMetadataWords } from '../../i18n/use-metadata-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { WarningIcon } from '../../ui/icons.tsx'
import { MetadataForm } from '../../ui/metadata-form.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { describeFinding } from './describe-finding.ts'
import styles from './draft-detail.module.css'
import { DraftPreview } from './draft-preview.tsx'
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
  const { draft, metadata } = entry
  if (draft.status === 'failed') {
    const { title, todo } = describeEnvelopeError(draft.error)
    return (
      <div className={styles['detail']}>
        <EmptyState title={title}>
          <p>{draft.name}</p>
          <p>{todo}</p>
        </EmptyState>
      </div>
    )
  }
  if (metadata === null) return null
  return (
    // A region that scrolls must be within the keyboard's reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} role="region" aria-label={t('detail')} tabIndex={0} className={styles['detail']}>
      <div className={styles['head']}>
        <Facts draft={draft} />
        <Duplicate draft={draft} isIncluded={entry.isIncluded} review={review} />
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

interface DuplicateProps {
  readonly draft: ReadyDraft
  readonly isIncluded: boolean
  readonly review: Review
}

function Duplicate({ draft, isIncluded, review }: DuplicateProps): ReactNode {
  const t = useT('importing')
  const articles = useApiQuery(
    'articles.list',
    { removed: false },
    { enabled: draft.duplicateOf !== null },
  ).data
  const remark = (): string => {
    if (draft.duplicateOf === null) {
      const twin = review.entries.find((entry) => entry.draft.id === draft.sameAs)
      return t('sameAs.title', { name: twin?.draft.name ?? draft.name })
    }
    const title = articles?.find(({ id }) => id === draft.duplicateOf)?.title
    return title === undefined ? t('duplicate.titleUnknown') : t('duplicate.title', { title })
  }
  if (draft.duplicateOf === null && draft.sameAs === null) return null
  return (
    <div className={styles['warning']}>
      <WarningIcon />
      <span>{remark()}</span>
      <Segmented
        label={t(draft.duplicateOf === null ? 'sameAs.label' : 'duplicate.label')}
        value={isIncluded ? 'keep' : 'skip'}
        options={[
          { value: 'skip', label: t('duplicate.skip') },
          { value: 'keep', label: t('duplicate.keep') },
        ]}
        onChange={(choice) => review.setIncluded(draft.id, choice === 'keep')}
      />
    </div>
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
