import { heightAlone } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { stillWidth } from '@causeway/shared/charts/size'
import { useLanguage } from '../language/language.tsx'
import type { Still } from '../still/still.ts'

/**
 * A chart of a page that is a file: the picture beside it, light or dark as the reader's system is. Two pictures of which one is
 * shown: of one with two sources a browser prints whichever it has, and words for a dark ground are hardly seen on paper.
 */
export function StillChart({ spec, draw }: { spec: ChartSpec; draw: Still['draw'] }) {
  const { say } = useLanguage()
  const { light, dark } = draw(spec)
  const width = stillWidth(spec)
  const measured = { width, height: heightAlone(spec, width), alt: '', loading: 'lazy' } as const
  return (
    <div className="still-chart" role="img" aria-label={say(spec.summary)}>
      <img src={light} className="still-light" {...measured} />
      <img src={dark} className="still-dark" {...measured} />
    </div>
  )
}
