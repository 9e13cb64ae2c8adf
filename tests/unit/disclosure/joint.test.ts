import { expect, test } from 'vitest'
import { settleFamily } from '@causeway/server/figures/disclosure/disclose'
import { hideJointly } from '@causeway/server/figures/disclosure/joint'
import { openFamily } from '@causeway/server/figures/disclosure/open-family'
import type { Member } from '@causeway/server/figures/disclosure/relations'
import type { Cond, Declaration } from '@causeway/server/figures/indicators/definition'
import { count, declarationOf, family, holdsPersons, PERSONS, table } from './families.ts'

const PROGRAMMES = ['a', 'b', 'c'] as const
type Counts = Record<(typeof PROGRAMMES)[number], number>
type Known = Counts & { total: number }

/** All learners of programmes, or those that something holds of. */
const learners = (id: string, where: Cond[]): Declaration =>
  ({
    ...declarationOf(PERSONS, null, { dimensions: { programme: 'programme' } }),
    ...{ id, code: id, version: 1, kind: 'FLOW', bases: ['SCHOOL_YEAR'], scope: undefined },
    set: { of: 'enrolment', time: { overlaps: ['start', 'end'] }, where },
  }) as unknown as Declaration

const ALL = learners('all', [])
const SOME = learners('some', [{ field: 'funding', in: ['government'] }])

function memberOf(declaration: Declaration, counts: Counts): Member {
  const total = counts.a + counts.b + counts.c
  const tables = [
    table(null, null, [count(null, total)]),
    table(
      null,
      'programme',
      PROGRAMMES.map((programme) => count(programme, counts[programme])),
    ),
  ]
  const own = family(tables)
  const outcomes = settleFamily(declaration, own, holdsPersons)!
  return { declaration, basis: 'SCHOOL_YEAR', year: 2023, ...openFamily(declaration, own, outcomes, holdsPersons) }
}

/** What is shown of a member; null: hidden. */
function shownOf({ cells }: Member): Record<keyof Known, number | null> {
  const shown = [...cells].map(([{ category, counts }, { hidden }]) => [category ?? 'total', hidden ? null : counts[0]])
  return Object.fromEntries(shown) as Record<keyof Known, number | null>
}

const MOST = 40

function* answersOf(shown: Record<keyof Known, number | null>): Generator<Known> {
  const values = (name: keyof Known) =>
    shown[name] === null ? Array.from({ length: MOST }, (_, at) => at + 1) : [shown[name]]
  for (const a of values('a'))
    for (const b of values('b'))
      for (const c of values('c')) {
        const total = a + b + c
        if (shown.total === null || shown.total === total) yield { a, b, c, total }
      }
}

/** The numbers that programme b can be among all, for somebody who tries every answer. */
function possible(all: Member, some: Member): number[] {
  const inside = [...answersOf(shownOf(some))]
  const fits = (outer: Known) =>
    inside.some((inner) => (Object.keys(outer) as (keyof Known)[]).every((name) => inner[name] <= outer[name]))
  return [...new Set([...answersOf(shownOf(all))].filter(fits).map(({ b }) => b))]
}

test.each<[Counts, Counts]>([
  [
    { a: 12, b: 3, c: 9 },
    { a: 10, b: 0, c: 9 },
  ],
  [
    { a: 30, b: 2, c: 8 },
    { a: 6, b: 0, c: 7 },
  ],
  [
    { a: 14, b: 2, c: 7 },
    { a: 14, b: 0, c: 7 },
  ],
])('what is shown inside an indicator does not tell what that hides: %j %j', (counts, inside) => {
  const [all, some] = [memberOf(ALL, counts), memberOf(SOME, inside)]
  expect(possible(all, some).length).toBeLessThan(4)
  const { hidden } = hideJointly([all, some], () => true)
  expect(possible(all, some).length).toBeGreaterThanOrEqual(4)
  // Each of them is needed.
  for (const cell of hidden) {
    cell.hidden = false
    expect(possible(all, some).length).toBeLessThan(4)
    cell.hidden = true
  }
})

test('nothing more is hidden than may be', () => {
  const [all, some] = [memberOf(ALL, { a: 12, b: 3, c: 9 }), memberOf(SOME, { a: 10, b: 0, c: 9 })]
  const before = [shownOf(all), shownOf(some)]
  expect(hideJointly([all, some], () => false).hidden.size).toBe(0)
  expect([shownOf(all), shownOf(some)]).toEqual(before)
})

/** What is hidden of a member of programmes, instead of what hides itself. */
function hide(member: Member, hidden: readonly string[]): Member {
  for (const [{ category }, cell] of member.cells) cell.hidden = hidden.includes(category ?? 'total')
  return member
}

test.each<[Counts, Counts, string[]]>([
  // The same table, of which another programme is shown.
  [{ a: 20, b: 6, c: 3 }, { a: 20, b: 6, c: 3 }, ['a', 'c']],
  // Nobody left: as many at least are in it as were.
  [{ a: 20, b: 15, c: 4 }, { a: 32, b: 15, c: 5 }, ['a', 'total']],
])('a release does not tell what an earlier one hides: %j %j', (before, now, hidden) => {
  const isNow = ({ release }: Member) => release === undefined
  const earlier: Member = { ...hide(memberOf(ALL, before), ['b', 'c']), release: 'first' }
  const beside = hide(memberOf(ALL, now), hidden)
  expect(hideJointly([earlier, beside], isNow).hidden.size).toBeGreaterThan(0)
  expect(Object.values(shownOf(beside)).slice(2)).toContain(null)
  expect(hideJointly([hide(memberOf(ALL, now), hidden)], isNow).hidden.size).toBe(0)
})
