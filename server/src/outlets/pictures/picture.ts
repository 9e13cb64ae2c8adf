import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Light } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import type { PictureSize } from './picture-sizes.ts'

/** A chart with everything that it owes its reader, ready to be drawn: plain data, so that another thread can draw it. */
export interface Picture {
  spec: ChartSpec
  locale: Locale
  light: Light
  size: PictureSize
  /** Of what the chart counts, where not all is counted: `Country or region: Viet Nam`. */
  narrowed: string | null
  /** Below the chart: what signs mean, where the figures are from and of which day. */
  notes: string[]
}

const PICTURE_FORMATS = ['png', 'svg'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]
