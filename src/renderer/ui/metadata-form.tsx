import type { ReactNode } from 'react'
import type { ArticleKind } from '../../shared/domain/article.ts'
import styles from './metadata-form.module.css'
import { Select, type SelectOption } from './select.tsx'
import { TextField } from './text-field.tsx'

export interface MetadataFormValue {
  readonly title: string
  readonly language: string
  readonly kind: ArticleKind
  readonly date: string
  readonly place: string
  readonly source: string
  readonly author: string
}

export interface MetadataFormWords {
  readonly title: string
  readonly language: string
  readonly kind: string
  readonly date: string
  readonly dateHint: string
  readonly place: string
  readonly source: string
  readonly author: string
  readonly kinds: readonly SelectOption<ArticleKind>[]
  readonly languages: readonly SelectOption<string>[]
}

export interface MetadataFormProps {
  readonly value: MetadataFormValue
  readonly words: MetadataFormWords
  readonly onChange: (value: MetadataFormValue) => void
  readonly problems: Partial<Record<'title' | 'date', string>>
  /** A remark under a field, e.g. by which rule its value was found. */
  readonly remarks?: Partial<Record<keyof MetadataFormValue, string>>
}

/** Title, language, kind, date, place, source, author. */
export function MetadataForm({
  value,
  words,
  onChange,
  problems,
  remarks = {},
}: MetadataFormProps): ReactNode {
  const line = (field: 'place' | 'source' | 'author'): ReactNode => (
    <TextField
      label={words[field]}
      value={value[field]}
      hint={remarks[field]}
      lang={value.language}
      onChange={(text) => onChange({ ...value, [field]: text })}
    />
  )
  return (
    <div className={styles['form']}>
      <TextField
        className={styles['wide']}
        label={words.title}
        value={value.title}
        problem={problems.title}
        hint={remarks.title}
        lang={value.language}
        onChange={(title) => onChange({ ...value, title })}
      />
      <Choice label={words.language} remark={remarks.language}>
        <Select
          label={words.language}
          value={value.language}
          options={words.languages}
          onChange={(language) => onChange({ ...value, language })}
        />
      </Choice>
      <Choice label={words.kind} remark={remarks.kind}>
        <Select
          label={words.kind}
          value={value.kind}
          options={words.kinds}
          onChange={(kind) => onChange({ ...value, kind })}
        />
      </Choice>
      <TextField
        label={words.date}
        value={value.date}
        problem={problems.date}
        hint={remarks.date}
        placeholder={words.dateHint}
        onChange={(date) => onChange({ ...value, date })}
      />
      {line('place')}
      {line('source')}
      {line('author')}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly remark: string | undefined
  readonly children: ReactNode
}

function Choice({ label, remark, children }: ChoiceProps): ReactNode {
  return (
    <div className={styles['choice']}>
      <span className={styles['label']} aria-hidden="true">
        {label}
      </span>
      {children}
      {remark !== undefined && <p className={styles['remark']}>{remark}</p>}
    </div>
  )
}
