import { afterEach, expect, test } from 'vitest'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { NO_BRAND } from '@causeway/server/ground/brand/brand'
import { drawingDesk, type DrawingDesk } from '@causeway/server/outlets/pictures/drawing-desk'
import type { Picture } from '@causeway/server/outlets/pictures/picture'
import { trimChart } from '@causeway/server/outlets/pictures/trim-chart'
import { chartHeight } from '@causeway/shared/charts/size'

const PNG = [0x89, 0x50, 0x4e, 0x47]
let desk: DrawingDesk
afterEach(() => desk.close())

function specOf(countries: number): ChartSpec {
  const period = { basis: 'SCHOOL_YEAR' as const, year: 2022, start: '2022-09-01', end: '2023-08-31', partial: false }
  const words = (text: string) => ({ zh: text, en: text })
  return seriesToChartSpec(
    {
      basis: 'SCHOOL_YEAR',
      scope: null,
      dimension: 'country',
      figures: Array.from({ length: countries }, (_, at) => ({
        period,
        value: countries - at,
        gap: null,
        category: `C${at}`,
      })),
    },
    {
      ...{ name: words('learners'), unit: words('people'), decimals: 0, institution: words('X') },
      ...{ theme: 'EXPORT', kind: 'FLOW' },
    },
  )
}

const picture = (spec = specOf(3)): Picture => ({
  spec,
  locale: 'EN',
  light: 'light',
  size: 'small',
  narrowed: null,
  notes: [],
})

test('pictures are drawn in the order asked for, and more than can wait are refused', async () => {
  desk = drawingDesk()
  const drawn = await Promise.allSettled(Array.from({ length: 40 }, () => desk.draw(picture(), 'png')))
  const done = drawn.filter((one) => one.status === 'fulfilled')
  expect(done).toHaveLength(32)
  expect([...done[0]!.value.subarray(0, 4)]).toEqual(PNG)
  expect(drawn.filter((one) => one.status === 'rejected').map(({ reason }) => reason.code)).toEqual(
    Array(8).fill('TOO_BUSY'),
  )
  const svg = await desk.draw(picture(), 'svg')
  expect(svg.length).toBeGreaterThan(1_000)
  // However much was drawn before it.
  expect(await desk.draw(picture(), 'svg')).toEqual(svg)
})

test('one that cannot be drawn costs that one alone', async () => {
  desk = drawingDesk()
  const broken = { ...picture(), spec: { ...specOf(3), series: null as never } }
  const [failed, drawn] = await Promise.allSettled([desk.draw(broken, 'png'), desk.draw(picture(), 'png')])
  expect(failed.status).toBe('rejected')
  expect(drawn.status).toBe('fulfilled')
})

test('those that wait long because many wait are drawn: only the time that one takes by itself is counted', async () => {
  const large: Picture = { ...picture(specOf(150)), size: 'large' }
  desk = drawingDesk()
  await desk.draw(picture(), 'png')
  const began = performance.now()
  await desk.draw(large, 'png')
  const one = performance.now() - began
  await desk.close()
  desk = drawingDesk(NO_BRAND, 3_000 + 3 * one)
  const drawn = await Promise.allSettled(Array.from({ length: 16 }, () => desk.draw(large, 'png')))
  expect(drawn.every(({ status }) => status === 'fulfilled')).toBe(true)
})

test('one that takes too long is refused, and those that wait behind it are drawn or refused like it, never lost', async () => {
  desk = drawingDesk(NO_BRAND, 1)
  const drawn = await Promise.allSettled([desk.draw(picture(), 'png'), desk.draw(picture(), 'png')])
  for (const one of drawn) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'TOO_BUSY' })
  expect(drawn[0]!.status).toBe('rejected')
})

test('once closed it draws no more', async () => {
  desk = drawingDesk()
  await desk.close()
  await expect(desk.draw(picture(), 'png')).rejects.toMatchObject({ code: 'TOO_BUSY' })
})

test('of a chart that is too high for a preview the smallest are left out, and counted', () => {
  desk = drawingDesk()
  const spec = specOf(18)
  const trimmed = trimChart(spec, 700, 300)
  expect(chartHeight(trimmed, 700)).toBeLessThanOrEqual(300)
  expect(trimmed.labels.length).toBeGreaterThan(3)
  expect(trimmed.labels.length + trimmed.leftOut).toBe(18)
  expect(trimmed.series[0]!.points[0]!.value).toBe(18)
  expect(trimmed.series[0]!.points).toHaveLength(trimmed.labels.length)
  expect(trimChart(specOf(3), 700, 300).leftOut).toBe(0)
})

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
      ...{ name: words('learners'), unit: words('people'), decimals: 0, institution: words('X') },
      ...{ theme: 'EXPORT', kind: 'FLOW' },
    },
  )
  return { spec, locale: 'ZH', light: 'light', size: 'large', narrowed: null, notes: [] }
}

/** In kilobytes; the most that this process ever had. */
const peak = () => process.resourceUsage().maxRSS

test('many large pictures at once take the memory of a few: what one needed is given back before the next', async () => {
  const desk = drawingDesk()
  await desk.draw(large(3), 'png')
  const before = peak()
  await Promise.all(Array.from({ length: PICTURES }, (_, at) => desk.draw(large(40 + at), 'png')))
  expect(peak() - before).toBeLessThan(300 * MEGABYTE)
  await desk.close()
})
