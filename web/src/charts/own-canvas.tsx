import type { ComponentProps } from 'react'
import { OWN_FORMS } from '@causeway/shared/charts/to-chart-js'
import { ChartCanvas } from './chart-canvas.tsx'

/** The canvas of a matrix, of streams or of small multiples: what draws them is fetched where there is one. */
export function OwnCanvas(props: Omit<ComponentProps<typeof ChartCanvas>, 'own'>) {
  return <ChartCanvas {...props} own={OWN_FORMS[props.spec.kind]} />
}
