import { partOfBreakdown } from '@causeway/shared/still-page'
import type { IndicatorFacts } from '../../graph/generated.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { BreakdownPanel } from './breakdown-panel.tsx'
import { useBreakdowns } from './still-controls.tsx'
import { seriesAddress, takenSeries, type Asked } from './take.ts'
import TAKE_WORDS from './take-words.json' with { type: 'json' }

interface PartProps {
  indicator: IndicatorFacts
  asked: Asked
}

interface BreakdownProps extends PartProps {
  setting: Setting
  year: number
}

/** Every breakdown of an indicator, in a page that is a file. The rest of the page is there once for all of them. */
export function StillBreakdowns({ indicator, setting, asked, year }: BreakdownProps) {
  const breakdowns = useBreakdowns(indicator)
  const { by: _by, across: _across, chart: _chart, year: _year, ...question } = asked
  return (
    <>
      {breakdowns.map(({ key: by }) => (
        <div key={by} className="still-part wide" id={partOfBreakdown(by)}>
          <BreakdownPanel
            {...{ indicator, setting, question, year, by }}
            across={null}
            narrowed={[]}
            take={takenSeries({ ...asked, by })}
          />
        </div>
      ))}
    </>
  )
}

/** The files of an indicator that are beside its page in a folder: a ZIP of its data, and the picture of its years. */
export function StillFiles({ indicator, asked }: PartProps) {
  const { say } = useLanguage()
  const still = useStill()
  const dimensions = [null, ...useBreakdowns(indicator).map(({ key }) => key)]
  // Each link orders a series of the archive, which all of them lead to.
  const [data] = (['csv', 'json'] as const).flatMap((format) =>
    dimensions.map((by) => still?.link(seriesAddress({ ...asked, by }, format))),
  )
  const picture = still?.link(seriesAddress(asked, 'png'))
  return (
    <div className="take stack-loose off-paper">
      <section className="card" aria-labelledby="take">
        <h3 id="take">{say(TAKE_WORDS.files)}</h3>
        <div className="actions">
          {data && (
            <a className="button" href={data}>
              {say(TAKE_WORDS.zip)}
            </a>
          )}
          {picture && (
            <a className="button" href={picture}>
              {say(TAKE_WORDS.png)}
            </a>
          )}
        </div>
        {dimensions.length > 1 && <p className="cap">{say(TAKE_WORDS.everyYear)}</p>}
      </section>
    </div>
  )
}
