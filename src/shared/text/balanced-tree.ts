/**
 * A persistent height-balanced tree (Adelson-Velsky and Landis 1962): every change gives a new tree that shares
 * all but one path with the old one, so that it costs the height, not the size. `reach` is the greatest
 * `reachOf` in the subtree, by which a search for overlaps leaves out what ends too early.
 */
export interface TreeNode<Item> {
  readonly item: Item
  readonly left: Tree<Item>
  readonly right: Tree<Item>
  readonly height: number
  readonly reach: number
}

export type Tree<Item> = TreeNode<Item> | null

export interface TreeOrder<Item> {
  /** Negative, zero or positive; zero means the same place in the tree. */
  compare(one: Item, other: Item): number
  reachOf(item: Item): number
}

/** The item at the same place as `probe`. */
export function findInTree<Item>(order: TreeOrder<Item>, tree: Tree<Item>, probe: Item): Item | null {
  let node = tree
  while (node !== null) {
    const side = order.compare(probe, node.item)
    if (side === 0) return node.item
    node = side < 0 ? node.left : node.right
  }
  return null
}

/** The tree with `item`, in place of the one at the same place if there is one. */
export function putInTree<Item>(order: TreeOrder<Item>, tree: Tree<Item>, item: Item): TreeNode<Item> {
  if (tree === null) return join(order, item, null, null)
  const side = order.compare(item, tree.item)
  if (side === 0) return join(order, item, tree.left, tree.right)
  return side < 0
    ? balance(order, tree.item, putInTree(order, tree.left, item), tree.right)
    : balance(order, tree.item, tree.left, putInTree(order, tree.right, item))
}

/** The tree without the item at the same place as `probe`. */
export function removeFromTree<Item>(order: TreeOrder<Item>, tree: Tree<Item>, probe: Item): Tree<Item> {
  if (tree === null) return null
  const side = order.compare(probe, tree.item)
  if (side < 0) return balance(order, tree.item, removeFromTree(order, tree.left, probe), tree.right)
  if (side > 0) return balance(order, tree.item, tree.left, removeFromTree(order, tree.right, probe))
  if (tree.left === null) return tree.right
  if (tree.right === null) return tree.left
  let next = tree.right
  while (next.left !== null) next = next.left
  return balance(order, next.item, tree.left, removeFromTree(order, tree.right, next.item))
}

/** All items in order. */
export function* itemsOf<Item>(tree: Tree<Item>): Generator<Item> {
  if (tree === null) return
  yield* itemsOf(tree.left)
  yield tree.item
  yield* itemsOf(tree.right)
}

function join<Item>(order: TreeOrder<Item>, item: Item, left: Tree<Item>, right: Tree<Item>): TreeNode<Item> {
  return {
    item,
    left,
    right,
    height: 1 + Math.max(left?.height ?? 0, right?.height ?? 0),
    reach: Math.max(order.reachOf(item), left?.reach ?? -Infinity, right?.reach ?? -Infinity),
  }
}

/** Joins two trees whose heights differ by at most two. */
function balance<Item>(
  order: TreeOrder<Item>,
  item: Item,
  left: Tree<Item>,
  right: Tree<Item>,
): TreeNode<Item> {
  const lean = (left?.height ?? 0) - (right?.height ?? 0)
  if (left !== null && lean > 1) {
    const inner = left.right
    if (inner === null || (left.left?.height ?? 0) >= inner.height) {
      return join(order, left.item, left.left, join(order, item, inner, right))
    }
    return join(
      order,
      inner.item,
      join(order, left.item, left.left, inner.left),
      join(order, item, inner.right, right),
    )
  }
  if (right !== null && lean < -1) {
    const inner = right.left
    if (inner === null || (right.right?.height ?? 0) >= inner.height) {
      return join(order, right.item, join(order, item, left, inner), right.right)
    }
    return join(
      order,
      inner.item,
      join(order, item, left, inner.left),
      join(order, right.item, inner.right, right.right),
    )
  }
  return join(order, item, left, right)
}
