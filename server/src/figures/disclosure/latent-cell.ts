import type { Cell } from './cell.ts'
import { isSensitive, type Counts, type Layers } from './layers.ts'

/** What a whole holds beside its part: in no table, and told by two that are. */
export function latentOf(whole: Cell, part: Cell, behind: Cell[], on: readonly number[], layers: Layers): Cell {
  const counts: Counts = whole.counts.map((count, layer) => {
    const inside = part.counts[layer] ?? null
    return on.includes(layer) && count !== null && inside !== null ? Math.max(0, count - inside) : null
  })
  return {
    key: `2/${whole.key}/${part.key}`,
    counts,
    sensitive: isSensitive(counts, layers),
    veiled: false,
    given: false,
    standing: 'latent',
    hidden: false,
    usual: false,
    twin: null,
    behind,
  }
}
