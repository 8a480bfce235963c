import { createElement, type ReactNode } from 'react'
import type { SvgNode } from './svg-node.ts'

/** Draws a picture on the page. */
export function SvgView({ node }: { readonly node: SvgNode | string }): ReactNode {
  if (typeof node === 'string') return node
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [propertyOf(name), value]),
  )
  return createElement(
    node.tag,
    attributes,
    // The parts of a picture have no identity but their place.
    ...node.children.map((child, index) => <SvgView key={index} node={child} />),
  )
}

/** React's name of an attribute. */
function propertyOf(name: string): string {
  return name.startsWith('aria-')
    ? name
    : name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase())
}
