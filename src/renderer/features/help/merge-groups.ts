import type { KeyGroup } from '../../ui/key-list.ts'

/** Groups of the same name become one, in the order they were bound. */
export function mergeGroups(groups: ReadonlyMap<string, KeyGroup>): KeyGroup[] {
  const merged = new Map<string, KeyGroup>()
  for (const { group, place, keys } of groups.values()) {
    merged.set(group, { group, place, keys: [...(merged.get(group)?.keys ?? []), ...keys] })
  }
  return [...merged.values()].filter(({ keys }) => keys.length > 0)
}
