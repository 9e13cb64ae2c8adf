import { heightAlone } from '@causeway/shared/charts/height-alone'
import { stillWidth } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { useLanguage } from '../language/language.tsx'
import type { Still } from '../still/still.ts'

/** A chart of a page that is a file: the picture beside it, light or dark as the reader's system is. */
export function StillChart({ spec, draw }: { spec: ChartSpec; draw: Still['draw'] }) {
  const { say } = useLanguage()
  const { light, dark } = draw(spec)
  const width = stillWidth(spec)
  return (
    <picture className="still-chart">
      <source srcSet={dark} media="screen and (prefers-color-scheme: dark)" />
      <img src={light} alt={say(spec.summary)} width={width} height={heightAlone(spec, width)} loading="lazy" />
    </picture>
  )
}
