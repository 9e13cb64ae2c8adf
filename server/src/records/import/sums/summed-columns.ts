import type { FoundHeader } from '../sheets/header-search.ts'
import type { FilePlan } from '../columns/row-plan.ts'
import { foldHead, isTotalHead } from '../sheets/sheet-lines.ts'

/** Columns of a file by what their numbers say. */
export interface SummedColumns {
  /** Those whose numbers a total under them adds up. */
  summed: number[]
  /** Of these, numbers of persons. */
  headcounts: number[]
  /** Columns that state what other columns of the row come to. */
  totals: { at: number; of: number[] }[]
  /** Columns that state headcount times days. */
  personDays: number[]
}

const PERSON_DAYS_HEAD = /^(?:培训|总|合计)?人[·•.]?[日天](?:数|合计)?$/u

export function findSummedColumns({ entries }: Pick<FilePlan, 'entries'>, header: FoundHeader): SummedColumns {
  const width = header.headers.length
  const [read, numbers, headcounts] = [new Set<number>(), new Set<number>(), new Set<number>()]
  for (const { plan, shape } of entries) {
    const ofFile = (at: number) => (shape?.unpivoted?.to === at ? shape.unpivoted.from : at < width ? [at] : [])
    for (const { field, column, cells } of plan.readings) {
      for (const at of cells.flatMap(ofFile)) read.add(at)
      if (column === null || (field.kind !== 'integer' && field.kind !== 'decimal')) continue
      for (const at of ofFile(column)) {
        numbers.add(at)
        if (field.name === 'headcount') headcounts.add(at)
      }
    }
    for (const at of shape?.unpivoted?.from ?? []) read.add(at)
  }
  const heads = header.headers.map((text) => foldHead(text))
  const free = heads.flatMap((head, at) => (head !== '' && !read.has(at) ? [at] : []))
  const lastOf = (at: number) => heads[at]!.split('/').at(-1)!
  const aboveOf = (at: number) => heads[at]!.slice(0, heads[at]!.length - lastOf(at).length)
  const totals = free.flatMap((at) => {
    if (!isTotalHead(lastOf(at))) return []
    const of = [...headcounts].filter((part) => heads[part]!.startsWith(aboveOf(at)))
    return of.length > 1 ? [{ at, of }] : []
  })
  const personDays = free.filter((at) => PERSON_DAYS_HEAD.test(lastOf(at)))
  return {
    summed: [...new Set([...numbers, ...totals.map(({ at }) => at), ...personDays])].sort((a, b) => a - b),
    headcounts: [...headcounts],
    totals,
    personDays,
  }
}
