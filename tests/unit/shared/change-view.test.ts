import { describe, expect, test } from 'vitest'
import { markNotes, readPlace, readingSentence } from '@causeway/shared/charts/reading'
import { axisOf } from '@causeway/shared/charts/forms/waterfall'
import { walk } from '@causeway/shared/charts/walk'
import { changeView, type Cause, type ReadChange } from '@causeway/shared/views/change-view'
import { asIs } from '@causeway/shared/words/words'
import { difference, pixelsOf } from '../pictures/drawn.ts'
import { countFacts, figure } from './figures.ts'

const FACTS = { ...countFacts(asIs), institution: asIs('College') }

const part = (cause: Cause, value: number, key: string | null = null) => ({
  ...{ cause, value, recordCount: Math.abs(value) },
  category: key === null ? null : { key, label: asIs(key) },
})

function change(before: number, parts: ReadChange['parts'], dimension: string | null = null): ReadChange {
  const after = parts.reduce((sum, { value }) => sum + value, before)
  const ends = { before: figure(2022, before), after: figure(2023, after) }
  return { ...ends, sentence: asIs('said'), dimension: dimension === null ? null : asIs(dimension), parts }
}

const CAUSES = change(142, [part('LEFT', -20), part('CAME', 41)])

describe('why a figure changed', () => {
  test('each part begins where the one before it ended, and the last ends at the figure', () => {
    const { points } = changeView(CAUSES, FACTS).spec.series[0]!
    expect(points.map(({ value, low, high }) => [value, low, high])).toEqual([
      [142, null, null],
      [-20, 142, 122],
      [41, 122, 163],
      [163, null, null],
    ])
  })

  test('is read row by row, with the way of each part and where it leads', () => {
    const { spec } = changeView(CAUSES, FACTS)
    const read = (place: number) => readingSentence(readPlace(spec, place, [0], 'EN'), 'EN')
    expect([0, 1, 2, 3].map(read)).toEqual([
      '2022/23: 142 people',
      'left: −20 people, to 122 people',
      'came: +41 people, to 163 people',
      '2023/24: 163 people',
    ])
    expect(walk('ArrowDown', spec, [0], { place: 1, series: 0 }, -1)).toEqual({ place: 2, series: 0 })
    expect(markNotes(spec)).toContainEqual({ zh: '斜纹：使数值减少', en: 'hatched: makes the figure smaller' })
  })

  test('by a dimension a row is a category, the largest first, what is in several last, and the rest is one row', () => {
    const many = Array.from({ length: 14 }, (_, at) => part('CAME', at + 1, `c${at}`))
    const { spec, table } = changeView(
      change(100, [...many, part('LEFT', -30, 'c0'), part('LEFT', -3)], 'country'),
      FACTS,
    )
    const named = spec.labels.map(({ text }, at) => [text.en, spec.series[0]!.points[at]!.value])
    expect(named.slice(1, 3)).toEqual([
      ['c0', -29],
      ['c13', 14],
    ])
    expect(named.slice(-3)).toEqual([
      ['3 others', 9],
      ['in several or in none', -3],
      ['2023/24', 172],
    ])
    expect(table.rows).toHaveLength(2 + 16)
  })

  test('parts too small to see beside their figures are seen from nearer, and the chart says that it does', () => {
    const near = changeView(change(9000, [part('CAME', 12), part('LEFT', -4)]), FACTS).spec
    expect(axisOf(near)[0]).toBeGreaterThan(8900)
    expect(markNotes(near).map(({ en }) => en)).toContain('cut bars: the axis does not begin at 0')
    expect(axisOf(changeView(CAUSES, FACTS).spec)).toEqual([0, 163])
  })

  test.each([360, 860])('is drawn %d pixels wide, in each language, less apart from more without colour', (width) => {
    const { spec } = changeView(CAUSES, FACTS)
    const drawn = pixelsOf(spec, width, 'EN')
    expect(difference(drawn, new Uint8ClampedArray(drawn.length))).toBeGreaterThan(2000)
    expect(difference(drawn, pixelsOf(spec, width, 'ZH'))).toBeGreaterThan(50)
    const risen = structuredClone(spec)
    Object.assign(risen.series[0]!.points[1]!, { low: 122, high: 142 })
    expect(difference(drawn, pixelsOf(risen, width, 'EN'))).toBeGreaterThan(200)
  })
})
