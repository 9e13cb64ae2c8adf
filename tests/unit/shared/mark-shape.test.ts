import { keyMarkOf } from '@causeway/shared/charts/size'
import { markPath, traceMark } from '@causeway/shared/charts/mark-shape'
import { looksOf } from '@causeway/shared/charts/pieces'
import type { ChartSeries, ChartSpec, Mark } from '@causeway/shared/charts/spec'
import { expect, test } from 'vitest'

const MARKS: Mark[] = ['circle', 'rect', 'triangle', 'rectRot', 'cross', 'triangleDown']
const series = [0, 1].map((tone) => ({ ...looksOf(tone) }) as ChartSeries)
const specOf = (kind: string) => ({ kind, series }) as unknown as ChartSpec

test('a key shows each series with the shape that its points have in the chart', () => {
  expect(series.map((one) => keyMarkOf(specOf('lines'), one).mark)).toEqual(['circle', 'rect'])
  expect(keyMarkOf(specOf('lines'), series[1]!)).toMatchObject({ stroke: true, hollow: false })
  expect(keyMarkOf(specOf('dots'), series[1]!)).toMatchObject({ stroke: false, mark: 'rect' })
  expect(series.map((one) => keyMarkOf(specOf('range'), one).hollow)).toEqual([true, false])
  expect(keyMarkOf(specOf('bars'), series[0]!).mark).toBeNull()
})

test('no two shapes are alike, on the page and on a canvas', () => {
  const drawn = MARKS.map((mark) => {
    const steps: string[] = []
    const note =
      (name: string) =>
      (...at: number[]) =>
        void steps.push(`${name} ${at.map((one) => one.toFixed(2)).join(' ')}`)
    const pen = {
      beginPath: note('begin'),
      arc: note('arc'),
      moveTo: note('M'),
      lineTo: note('L'),
      closePath: note('z'),
    }
    traceMark(pen as unknown as CanvasRenderingContext2D, mark, 10, 10, 4)
    return steps.join(' ')
  })
  expect(new Set(drawn).size).toBe(MARKS.length)
  expect(new Set(MARKS.map((mark) => markPath(mark, 10, 10, 4))).size).toBe(MARKS.length)
})
