import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { useStore } from 'zustand'
import type { Reading, ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { updateSettings, useSettings } from '../../data/settings.ts'
import { useShadowedChords } from '../../features/aligning/shadowed-chords.ts'
import { AlignCounts } from '../../features/aligning/align-counts.tsx'
import { AlignDeskProvider } from '../../features/aligning/align-desk.ts'
import '../../features/aligning/align-layer.css'
import { alignStore } from '../../features/aligning/align-store.ts'
import { Announcer } from '../../features/annotating/announce.tsx'
import { DeskProvider } from '../../features/annotating/desk.ts'
import '../../features/annotating/highlights.css'
import { BeadNotesProvider } from '../../features/annotating/note/bead-note-mark.tsx'
import { LinkThreads } from '../../features/linking/link-threads.tsx'
import { FindBox } from '../../features/reading/find-box.tsx'
import { HitOutlines } from '../../features/reading/hit-outlines.tsx'
import { ReadingHeader } from '../../features/reading/reading-header.tsx'
import '../../features/reading/reading-highlights.css'
import { otherSide, sideOrder } from '../../features/reading/reading-layout.ts'
import { ReadingList } from '../../features/reading/reading-list.tsx'
import { ReadingStatus } from '../../features/reading/reading-status.tsx'
import { AssignDialogHost } from '../../features/speaking/assign-dialog.tsx'
import { SpeechOfferBar } from '../../features/speaking/speech-offer-bar.tsx'
import { useFind } from '../../features/reading/use-find.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { SidebarIcon } from '../../ui/icons.tsx'
import { Page } from '../../ui/page.tsx'
import { AlignHead, AlignOverlay, AlignSwitch, FilteredEmpty } from './align-parts.tsx'
import { AnnotateLayer } from './annotate-layer.tsx'
import { ArticleNotesButton } from './article-notes-button.tsx'
import { newestTag } from './highlight-commands.ts'
import { ActiveEdges } from './mirror-layer.tsx'
import { stepFind } from './reading-commands.ts'
import { createStage, estimates } from './reader-stage.ts'
import { RoomPanel } from './room-panel.tsx'
import { SavedWord } from './saved-word.tsx'
import { SidePanel } from './side-panel.tsx'
import { createTurn } from './turn.ts'
import { TextMenu } from './text-menu.tsx'
import { useAlignKeys } from './use-align-keys.ts'
import { useAlignRoom } from './use-align-room.tsx'
import { useAttachRoom } from './use-attach-room.tsx'
import { useBeadNotes } from './use-bead-notes.ts'
import { useDesk } from './use-desk.ts'
import { useHighlightHover } from './use-highlight-hover.ts'
import { useKeepCurrent } from './use-keep-current.ts'
import { useLayout } from './use-layout.ts'
import { useLinkRoom } from './use-link-room.ts'
import { useMirroring } from './use-mirroring.ts'
import type { Prepared } from './use-prepared.ts'
import { toggleDockedSidebar, useReaderKeys } from './use-reader-keys.ts'
import { useSpeakRoom } from './use-speak-room.ts'
import { useRemember } from './use-remember.ts'
import { useRowLook } from './use-row-look.tsx'
import { useSelectionVoice } from './use-selection-voice.ts'
import { useTextClicks } from './use-text-clicks.ts'
import { useAnnotationPaint, useCounterpartPaint } from './use-text-paint.ts'
import { useTextKeys } from './use-text-keys.ts'
import { useTextRoom } from './use-text-room.tsx'
import { useTextSelection } from './use-text-selection.ts'

export interface ReaderRoomProps {
  /** What was opened: a pair also while one of its articles is read alone. */
  readonly target: ReadingTarget
  readonly opened: Reading
  readonly prepared: Prepared
  /** Resolves when the page shows the library as it is. */
  readonly catchUp: () => Promise<void>
  readonly settled: () => Promise<void>
  readonly singleSide: Side
  readonly onSingleSide: (side: Side) => void
}

/** Where reading and annotating meet: the text, what floats over it, and what stands around it. */
export function ReaderRoom({
  target,
  opened,
  prepared,
  catchUp,
  settled,
  singleSide,
  onSingleSide,
}: ReaderRoomProps): ReactNode {
  const t = useT('reading')
  const ta = useT('annotating')
  const settings = useSettings()
  const { source } = prepared
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source])
  const reading = useSyncExternalStore(subscribe, () => source.reading)
  const { layout, column, metrics, drawer, setWidth } = useLayout(reading)
  const order = sideOrder(settings.sidesSwapped)
  const [drawerOpen, setDrawerOpen] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const findInput = useRef<HTMLInputElement>(null)

  const startSide = reading.right === null ? 'left' : order[0]
  // The stage is made for a reading; its width and size may change under it.
  // oxlint-disable-next-line react/exhaustive-deps
  const stage = useMemo(() => createStage(prepared, metrics, startSide), [prepared])
  const selection = useTextSelection(stage, content)
  const find = useFind(reading.target)
  const backToText = useCallback((): void => content.current?.focus({ preventScroll: true }), [])
  const { desk, annotations } = useDesk(opened, stage, backToText)
  const bench = useMemo(() => ({ stage, annotations, selection }), [stage, annotations, selection])
  const beadNotes = useBeadNotes(opened.pair?.id ?? null)
  const panelOpen = drawer ? drawerOpen : settings.sidebarOpen
  const togglePanel = drawer ? () => setDrawerOpen(!drawerOpen) : toggleDockedSidebar
  const openPanel = useCallback((): void => {
    if (drawer) setDrawerOpen(true)
    else void updateSettings({ sidebarOpen: true })
  }, [drawer])
  // Whoever goes back to the text wants to see it.
  const leavePanel = useCallback((): void => {
    setDrawerOpen(false)
    backToText()
  }, [backToText])

  const [turn] = useState(createTurn)
  const attach = useAttachRoom(bench, turn, backToText)
  const text = useTextRoom({ opened, workbench: bench, content, turn, catchUp, backToText })
  const isLayerOn = useStore(alignStore, (state) => state.on)
  const withThreads = layout !== 'single' && (isLayerOn || opened.pair?.kind === 'comparable')
  const links = useLinkRoom(bench, opened, content, withThreads, openPanel)
  const align = useAlignRoom({
    opened,
    workbench: bench,
    content,
    turn,
    catchUp,
    settled,
    backToText,
    showSuggestions: links.showSuggestions,
  })

  const speaking = useSpeakRoom(bench, turn)
  const mirrorBench = useMirroring(bench, opened.pair, turn)
  useAnnotationPaint(stage, annotations)
  useHighlightHover(stage, annotations, content)
  useSelectionVoice(bench)
  useCounterpartPaint(stage, content, links.links)
  useTextClicks(bench, content)
  useRemember(stage, target)
  useKeepCurrent(stage, scroller)
  useTextKeys({ bench: text.bench, align: align.bench, turn, layerOn: align.on })
  useAlignKeys({
    bench: align.bench,
    on: align.on,
    run: align.run,
    isChosen: () => selection.currentRange() !== null || annotations.store.getState().active !== null,
    hasInner: () => {
      const { panel, active } = annotations.store.getState()
      return panel !== null || active !== null || selection.currentRange() !== null || find.query !== ''
    },
  })
  const shadowed = useShadowedChords(align.on)
  useReaderKeys({
    bench: mirrorBench,
    find,
    turn,
    opened,
    shadowed,
    onCounterparts: () => void links.findCounterparts(),
    findInput,
    newestTag: newestTag(desk.tags),
    onToggleSidebar: togglePanel,
    onOtherArticle:
      layout === 'single' && opened.right !== null ? () => onSingleSide(otherSide(singleSide)) : null,
  })

  // Rows that come and go are measured; only another width or size makes all guesses void.
  const reestimate = useEffectEvent(() => stage.view.reestimate(estimates(reading, metrics)))
  useEffect(() => reestimate(), [stage, metrics])

  useLayoutEffect(() => {
    const { start } = prepared
    if (start !== null) void stage.view.show(start.place, start.rowIndex, { top: start.place.top })
    content.current?.focus({ preventScroll: true })
    return () => stage.painter.clear()
  }, [stage, prepared])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [stage, setWidth])

  // A first hit is shown as soon as it is found; further ones with Enter.
  const showFirst = useEffectEvent(() => {
    if (find.hits.length > 0 && find.current < 0) void stepFind(stage, find, 1)
  })
  useEffect(() => showFirst(), [find.hits])

  const look = useRowLook({
    reading,
    opened,
    stage,
    annotations,
    layout,
    firstSide: order[0],
    align,
    editing: text.editing,
    onSpeaker: speaking.ask,
  })

  const mode = opened.right === null ? 'single' : settings.readerMode
  return (
    <AlignDeskProvider value={align.desk}>
      <DeskProvider value={desk}>
        <Page
          label={t('text')}
          header={
            <ReadingHeader
              reading={opened}
              sides={order}
              mode={mode}
              onMode={(readerMode) => void updateSettings({ readerMode })}
              singleSide={singleSide}
              onSingleSide={onSingleSide}
              tools={
                <>
                  {align.desk !== null && mode !== 'single' && <AlignSwitch on={align.on} />}
                  <TextMenu opened={opened} onRun={text.run} />
                  <ArticleNotesButton opened={opened} />
                </>
              }
              find={
                <FindBox
                  find={find}
                  bilingual={reading.right !== null}
                  input={findInput}
                  onStep={(step) => void stepFind(stage, find, step)}
                  onLeave={backToText}
                />
              }
              end={
                !panelOpen && (
                  <IconButton label={ta('sidebar.show')} keyId="annotating.sidebar" onClick={togglePanel}>
                    <SidebarIcon />
                  </IconButton>
                )
              }
            />
          }
          status={
            <ReadingStatus
              source={stage.source}
              pointer={stage.pointer}
              pair={opened.pair}
              counts={align.on && opened.pair !== null ? <AlignCounts pairId={opened.pair.id} /> : null}
              saved={<SavedWord />}
            />
          }
          end={
            panelOpen && (
              <SidePanel drawer={drawer} onClose={leavePanel}>
                <RoomPanel
                  opened={opened}
                  articleIds={[reading.left.id, ...(reading.right === null ? [] : [reading.right.id])]}
                  panel={links.panel}
                  onShow={links.goTo}
                  onLeave={leavePanel}
                  onHide={drawer ? leavePanel : togglePanel}
                />
              </SidePanel>
            )
          }
        >
          {attach.banner}
          <AlignHead
            opened={opened}
            source={stage.source}
            align={align}
            sides={order}
            onSuggest={links.findSuggestions}
          />
          <SpeechOfferBar
            opened={opened}
            button={speaking.offerButton}
            onShow={links.goTo}
            onLeave={backToText}
          />
          {reading.rowCount === 0 && align.on ? (
            <FilteredEmpty />
          ) : (
            <BeadNotesProvider value={beadNotes}>
              <ReadingList
                key={stageKey(prepared)}
                view={stage.view}
                painter={stage.painter}
                look={look}
                column={column}
                label={reading.left.title}
                scroller={scroller}
                content={content}
                overlay={
                  <>
                    <HitOutlines
                      view={stage.view}
                      painter={stage.painter}
                      hits={find.hits}
                      current={find.current}
                    />
                    {withThreads && <LinkThreads {...links.threads} />}
                    <ActiveEdges bench={bench} content={content} />
                    {text.overlay}
                    {align.on && <AlignOverlay handle={align.handle} />}
                  </>
                }
              />
            </BeadNotesProvider>
          )}
          {!attach.on && (
            <AnnotateLayer
              bench={mirrorBench}
              turn={turn}
              inSidePanel={panelOpen && links.panel === null}
              onDone={backToText}
              onCounterparts={() => void links.findCounterparts()}
            />
          )}
          <AssignDialogHost here={opened.speakers} onDone={backToText} />
          <Announcer />
        </Page>
      </DeskProvider>
    </AlignDeskProvider>
  )
}

let keys = 0
const keyOf = new WeakMap<Prepared, number>()

/** Each prepared reading is drawn from scratch. */
function stageKey(prepared: Prepared): number {
  const known = keyOf.get(prepared)
  if (known !== undefined) return known
  keys += 1
  keyOf.set(prepared, keys)
  return keys
}
