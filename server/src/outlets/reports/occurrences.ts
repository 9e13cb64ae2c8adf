import type { TagNode, TagTree } from './tag-tree.ts'

/**
 * The same loop in several places is one to its writer, and not to who looks at a row of it: each but the first is called by its place
 * too, as `EX02.by=country #2`.
 * @returns how their tags are written then, by their index
 */
export function numberLoops({ roots }: TagTree): Map<number, string> {
  const written = new Map<number, string>()
  const seen = new Map<string, number>()
  const walk = (nodes: readonly TagNode[], path: readonly string[]) => {
    for (const node of nodes) {
      if (node.children.length === 0) continue
      if (node.tag.is !== 'condition') {
        const key = JSON.stringify([...path, node.name])
        const place = (seen.get(key) ?? 0) + 1
        seen.set(key, place)
        if (place > 1) {
          node.name = `${node.name} #${place}`
          written.set(node.index, `{#${node.name}}`)
        }
      }
      walk(node.children, node.tag.is === 'condition' ? path : [...path, node.name])
    }
  }
  walk(roots, [])
  return written
}
