/** A string that stands for one kind of thing only, so that an article's id can never be passed for a pair's. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type ArticleId = Id<'article'>
export type BlockId = Id<'block'>
export type SegmentId = Id<'segment'>
export type SpeakerId = Id<'speaker'>
export type PairId = Id<'pair'>
export type BeadId = Id<'bead'>
export type HighlightId = Id<'highlight'>
export type SpanId = Id<'span'>
export type TagId = Id<'tag'>
export type NoteId = Id<'note'>
export type JobId = Id<'job'>
export type GrantId = Id<'grant'>
export type LinkId = Id<'link'>
export type TermId = Id<'term'>
export type DraftId = Id<'draft'>
export type OriginalId = Id<'original'>
export type RevisionId = Id<'revision'>
