import type { ComponentProps } from 'react'
import { drawOwn } from '@causeway/shared/chart-draw-own'
import { ChartCanvas } from './chart-canvas.tsx'

/** The canvas of a matrix, of streams or of small multiples: what draws them is fetched where there is one. */
export function OwnCanvas(props: Omit<ComponentProps<typeof ChartCanvas>, 'drawOwn'>) {
  return <ChartCanvas {...props} drawOwn={drawOwn} />
}
