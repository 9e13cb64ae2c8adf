import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Causeway } from '../../figures/causeway.ts'
import { linesOf, type OfficialLine } from '../../figures/forms/find-form.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import type { Published } from './comparability.ts'

export type PublishedEditions = ReturnType<typeof publishedEditions>

/** How the official tables ask for an indicator: what an edition's name says of a number that was published in it. */
export function publishedEditions(causeway: Causeway, declaration: Declaration) {
  const { bases, scope } = declaration
  const lines = linesOf(causeway, declaration.id).filter(({ line }) => !line.part && !line.filter)
  const find = (edition: string) => lines.filter((line) => namesOf(line).includes(edition))
  return {
    /**
     * Names of the editions that what is computed for a year is published in: `international-influence/2022`, and `2022` alone where
     * that is no other edition too. An indicator that no table asks for is published without one.
     */
    inForce(year: number): string[] {
      if (lines.length === 0) return ['']
      const now = lines.filter((line) => isInForce(line, year))
      const names = [...new Set(now.flatMap(namesOf))]
      return names.filter((name) => find(name).every((line) => now.includes(line)))
    },

    /** Every name of the edition; the name itself where no table has it. */
    namesOf(edition: string): string[] {
      const found = find(edition)
      return found.length === 0 ? [edition] : [...new Set(found.flatMap(namesOf))]
    },

    /** A table asks for the indicator in an edition of this name, so that what is computed here is the same thing. */
    knows: (edition: string): boolean => (lines.length === 0 ? edition === '' : find(edition).length > 0),

    /** What a published number is of: what its record says, else what the line of its edition says. */
    describe(record: { basis: Basis | null; scope: Scope | null; edition: string | null }): Published {
      const edition = record.edition ?? ''
      const asked = find(edition).map(({ line }) => line)
      const ofLines = onlyOne(asked.map((line) => (line.scope === undefined ? (scope?.default ?? null) : line.scope)))
      return {
        edition,
        basis: record.basis ?? onlyOne(asked.map((line) => line.basis ?? bases[0]!)) ?? bases[0]!,
        scope: scope ? (record.scope ?? ofLines) : null,
      }
    },
  }
}

function namesOf({ form, edition }: OfficialLine): string[] {
  return [edition.edition, `${form.id}/${edition.edition}`]
}

/** An edition holds from its year until another begins, as reports count years; a table's first one also for the years before. */
function isInForce({ form, edition }: OfficialLine, year: number): boolean {
  const reported = year + edition.yearOffset
  const others = form.editions.map(({ from }) => from)
  const first = edition.from === Math.min(...others) ? Number.NEGATIVE_INFINITY : edition.from
  const last = edition.to ?? Math.min(...others.filter((from) => from > edition.from)) - 1
  return first <= reported && reported <= last
}

/** What all of them say; null: they differ, or there are none. */
function onlyOne<T>(values: readonly T[]): T | null {
  const [first, ...others] = new Set(values)
  return first === undefined || others.length > 0 ? null : first
}
