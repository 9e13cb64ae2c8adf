import { expect, test } from 'vitest'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { DrawingDesk } from '@causeway/server/outlets/pictures/drawing-desk'
import type { Picture } from '@causeway/server/outlets/pictures/picture'

const MEGABYTE = 1024
/** Large ones at once, with up to 40 MB of pixels each. */
const PICTURES = 20

const words = (text: string) => ({ zh: `国家${text}`, en: text })

function large(countries: number): Picture {
  const period = { basis: 'SCHOOL_YEAR' as const, year: 2022, start: '2022-09-01', end: '2023-08-31', partial: false }
  const figures = Array.from({ length: countries }, (_, at) => ({
    period,
    value: countries - at,
    gap: null,
    category: `C${at}`,
  }))
  const spec = seriesToChartSpec(
    { basis: 'SCHOOL_YEAR', scope: null, dimension: 'country', figures },
    {
      name: words('learners'),
      unit: words('people'),
      decimals: 0,
      institution: words('X'),
      theme: 'EXPORT',
      kind: 'FLOW',
    },
  )
  return { spec, locale: 'ZH', light: 'light', size: 'large', narrowed: null, notes: [] }
}

/** In kilobytes; the most that this process ever had. */
const peak = () => process.resourceUsage().maxRSS

test('many large pictures at once take the memory of a few: what one needed is given back before the next', async () => {
  const desk = new DrawingDesk()
  await desk.draw(large(3), 'png')
  const before = peak()
  await Promise.all(Array.from({ length: PICTURES }, (_, at) => desk.draw(large(40 + at), 'png')))
  expect(peak() - before).toBeLessThan(300 * MEGABYTE)
  await desk.close()
})
