import { $isLinkNode, LinkNode } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import { useEffect, useEffectEvent, useState } from 'react'
import { parseNoteLink, type NoteLink } from '../../../../shared/domain/note-link.ts'
import { useApiQuery } from '../../../data/use-api-query.ts'
import { useT } from '../../../i18n/i18n.ts'
import { isComposing } from '../../../ui/keys.ts'
import { isApple } from '../../../ui/platform.ts'

/** Follows links by click and by Mod+Enter, never out of the app, and says of those whose target is gone that it is. */
export function NoteLinksPlugin({ onFollow }: { readonly onFollow: (link: NoteLink) => void }): null {
  const [editor] = useLexicalComposerContext()
  const t = useT('noting')
  const follow = useEffectEvent(onFollow)
  const [links, setLinks] = useState<readonly (NoteLink & { readonly key: NodeKey })[]>([])

  useEffect(() => {
    const click = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || event.target.closest('a') === null) return
      // Whatever the address: a window of its own is never opened.
      event.preventDefault()
      const target = event.target
      const link = editor.read(() => $linkAround($getNearestNodeFromDOMNode(target)))
      if (link !== null && event.button === 0) follow(link)
    }
    return editor.registerRootListener((root, previous) => {
      for (const type of ['click', 'auxclick'] as const) {
        previous?.removeEventListener(type, click)
        root?.addEventListener(type, click)
      }
    })
  }, [editor])

  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== 'Enter' || isComposing(event) || editor.isComposing()) return false
          if (!(isApple ? event.metaKey : event.ctrlKey)) return false
          // The page's own selection: the editor hears of a caret that has just moved a little later.
          const caret = window.getSelection()?.anchorNode ?? null
          const link = caret === null ? null : $linkAround($getNearestNodeFromDOMNode(caret))
          if (link === null) return false
          event.preventDefault()
          event.stopPropagation()
          follow(link)
          return true
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    [editor],
  )

  useEffect(() => {
    const known = new Map<NodeKey, NoteLink>()
    return editor.registerMutationListener(LinkNode, (mutations) => {
      editor.read(() => {
        for (const [key, mutation] of mutations) {
          const node = mutation === 'destroyed' ? null : $getNodeByKey(key)
          const link = $isLinkNode(node) ? parseNoteLink(node.getURL()) : null
          if (link === null) known.delete(key)
          else known.set(key, link)
        }
      })
      setLinks([...known].map(([key, link]) => ({ ...link, key })))
    })
  }, [editor])

  const asked = links.map(({ kind, id }) => ({ kind, id }))
  const { data: places } = useApiQuery('notes.places', { links: asked }, { enabled: asked.length > 0 })
  const gone = t('link.gone')
  useEffect(() => {
    if (places === undefined) return
    for (const [index, { key }] of links.entries()) {
      const element = editor.getElementByKey(key)
      const place = places[index]
      if (element === null || place === undefined) continue
      if (place.label === null) element.dataset['gone'] = gone
      else delete element.dataset['gone']
      element.title = place.label ?? gone
    }
  }, [editor, links, places, gone])

  return null
}

function $linkAround(node: LexicalNode | null): NoteLink | null {
  const link = node === null ? null : $findMatchingParent(node, (each) => $isLinkNode(each))
  return $isLinkNode(link) ? parseNoteLink(link.getURL()) : null
}
