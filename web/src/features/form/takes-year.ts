import type { FormEditionFacts } from '../../graph/generated.ts'

/** Is it the edition of the report whose period begins in the year? */
export function takesYear({ from, to, yearOffset }: FormEditionFacts, year: number): boolean {
  return from <= year + yearOffset && (to === null || year + yearOffset <= to)
}
