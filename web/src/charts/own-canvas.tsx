import type { ComponentProps } from 'react'
import { drawOwn } from '@causeway/shared/charts/draw-own'
import { ChartCanvas } from './chart-canvas.tsx'
import { walkLives } from './walk-lives.ts'

/** The canvas of a matrix, of streams or of small multiples: what draws them is fetched where there is one. */
export function OwnCanvas(props: Omit<ComponentProps<typeof ChartCanvas>, 'drawOwn' | 'walk'>) {
  return <ChartCanvas {...props} drawOwn={drawOwn} walk={props.spec.kind === 'time-line' ? walkLives : undefined} />
}
