import type { Gap } from '@causeway/shared/figure'
import { formatFigure } from '@causeway/shared/format-figure'
import type { TableCell } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import { spoken } from '../../language/spoken.ts'

/** How the tables of the two sides are headed: the indicator with its unit. */
export function headingOf({ name, unit }: { name: string; unit: string }): Words {
  return { zh: `${name}（${unit}）`, en: `${name} (${unit})` }
}

/** A figure of one side, its gap as a symbol. Neither value nor gap: the side says nothing of the row. */
export function cellOf({ value, gap }: { value: number | null; gap: Gap | null }, decimals: number): TableCell {
  if (value === null && gap === null) return { text: spoken('—'), value, gap }
  const format = { decimals, gapAs: 'symbol' as const }
  return {
    text: { zh: formatFigure({ value, gap }, format, 'ZH'), en: formatFigure({ value, gap }, format, 'EN') },
    value,
    gap,
  }
}
