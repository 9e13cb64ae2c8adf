import type { Declaration } from '../definition.ts'

/**
 * What a file may leave out: its code is its id, its version 1, a share or a mean has one decimal, and everything else that only
 * describes is empty. A unit that an indicator of the catalogue has may be written in one word: 人, people.
 */
export function completeDeclaration(
  written: Record<string, unknown>,
  shipped: readonly Declaration[],
): Record<string, unknown> {
  const { kind, unit } = written
  return {
    code: written['id'],
    definition: written['name'],
    version: 1,
    decimals: kind === 'RATIO' || kind === 'MEAN' ? 1 : 0,
    betterWhen: null,
    dimensions: {},
    example: null,
    ...written,
    unit: shipped.find((one) => one.unit.zh === unit || one.unit.en === unit)?.unit ?? unit,
  }
}
