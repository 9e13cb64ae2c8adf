import { expect, test } from 'vitest'
import type { StageSign } from '@causeway/shared/stage-sign'
import { adoptionLivesView, type AdoptionLife } from '@causeway/shared/views/adoption-lives-view'
import { difference, pixelsOf } from './drawn.ts'

const STAGES: StageSign[] = ['PROPOSED', 'ADAPTED', 'ADOPTED', 'REGISTERED', 'IN_SYSTEM', 'USED', 'LAPSED']
const words = (text: string) => ({ zh: `${text}的中文`, en: text })
const ASKED = { on: '2025-07-31', institution: words('College') }

function life(dates: Partial<Record<StageSign, string>>, title = 'A standard'): AdoptionLife {
  const stages = STAGES.filter((stage) => stage !== 'USED')
  const state = stages.findLast((stage) => dates[stage]) ?? null
  return {
    ...{ title: words(title), country: words('Laos'), adopter: 'Vientiane', state },
    ...{ stateLabel: words(state ?? 'not begun'), since: state && dates[state]! },
    ...{ usedSince: dates.USED ?? null, live: false },
    stages: stages.map((stage) => ({ stage, label: words(stage.toLowerCase()), date: dates[stage] ?? null })),
  }
}

test('a life is drawn with the sign of each stage on its day: seven stages are seven things to see, without colour', () => {
  const marks = STAGES.map((stage) => {
    const { spec } = adoptionLivesView([life({ [stage]: '2024-01-15' })], ASKED)
    // The same words for all of them: only the signs differ.
    const alike = { ...spec, labels: spec.labels.map((label) => ({ ...label, text: words('stage') })) }
    return pixelsOf({ ...alike, series: alike.series.map(({ standing: _standing, ...row }) => row) }, 640)
  })
  for (const [at, one] of marks.entries())
    for (const other of marks.slice(at + 1)) expect(difference(one, other)).toBeGreaterThan(20)
})

test('what held for years is drawn unlike what was on its way as long', () => {
  const held = adoptionLivesView([life({ ADOPTED: '2021-01-15', USED: '2024-01-15' })], ASKED).spec
  const before = adoptionLivesView([life({ PROPOSED: '2021-01-15', USED: '2024-01-15' })], ASKED).spec
  expect(held.series[0]!.course).toMatchObject({ before: null, held: { from: expect.any(Number) } })
  expect(before.series[0]!.course).toMatchObject({ before: { from: expect.any(Number) }, held: null })
  expect(difference(pixelsOf(held, 640), pixelsOf(before, 640))).toBeGreaterThan(500)
})

test.each([320, 390, 640, 860])(
  'nothing is cut off at the foot or the side at %i px, however long a name is',
  (width) => {
    const long = 'Modern protected horticulture with unmanned machinery: occupational and programme standard'
    const lives = Array.from({ length: 9 }, (_, at) =>
      life({ PROPOSED: '2019-03-01', ADOPTED: `202${at % 5}-05-01`, LAPSED: '2025-07-01' }, `${long} ${long} ${at}`),
    )
    const { spec } = adoptionLivesView(lives, ASKED)
    for (const locale of ['EN', 'ZH'] as const) {
      const inked = pixelsOf(spec, width, locale).filter((_, at) => at % 4 === 3)
      expect(inked.slice(-3 * width).every((value) => value === 0)).toBe(true)
      // But for the line above each row and the years, the last pixels at the right are free.
      const right = inked.filter((value, at) => value > 0 && at % width === width - 1)
      expect(right.length).toBeLessThanOrEqual(lives.length * 2 + 4)
    }
  },
)

test('stages of one day are beside each other, and the chart says in a sentence what it shows', () => {
  const together = life({ ADOPTED: '2024-03-01', REGISTERED: '2024-03-01', IN_SYSTEM: '2024-03-01' })
  const alone = life({ IN_SYSTEM: '2024-03-01' })
  const [three, one] = [together, alone].map((it) => adoptionLivesView([it], ASKED).spec)
  expect(difference(pixelsOf(three!, 640), pixelsOf(one!, 640))).toBeGreaterThan(150)
  expect(three!.summary.en).toBe(
    '1 adoption on 31 July 2025: 1 IN_SYSTEM. The last to move was A standard, Laos, Vientiane: IN_SYSTEM, 1 March 2024.',
  )
})

test('what is after the day that is asked for is neither drawn nor in the table', () => {
  const later = adoptionLivesView([life({ ADOPTED: '2024-03-01', LAPSED: '2026-01-01' })], ASKED)
  expect(later.spec.series[0]!.points.at(-1)!.value).toBeNull()
  expect(later.table.rows[0]!.at(-1)!.text.en).toBe('—')
})
