import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { FigureList } from '../../ui/figure-list.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { Breakdown } from './breakdown.tsx'
import { GainsTable } from './gains-table.tsx'
import { ofCodes, type SkillPart } from './skill-parts.ts'
import type { SkillsAnswer } from './skills-query.ts'
import { SlopesPanel } from './slopes-panel.tsx'

interface Props {
  part: SkillPart
  data: SkillsAnswer
  setting: Setting
}

/** One part of the page: its figures, and what they are broken down by. Of gains also each instrument, before and after. */
export function PartPanel({ part: { id, title, codes, breakdowns }, data, setting }: Props) {
  const { say } = useLanguage()
  const { institution, year } = setting
  const scores = id === 'gains' && data.pairedScores ? data.pairedScores : []
  return (
    <section className="skill-part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`} className="part-title">
        {say(title)}
      </h2>
      <div className="skill-panels">
        <div className="card">
          <FigureList indicators={ofCodes(data, codes)} year={year} />
          {id === 'gains' && data.gains?.series && <GainsTable series={data.gains.series} />}
          <SourceLine institution={institution} />
        </div>
        <div className="skill-charts">
          {scores.length > 0 && <SlopesPanel scores={scores} setting={setting} />}
          {breakdowns.map((name) => (
            <Breakdown key={name} name={name} data={data} institution={institution} />
          ))}
        </div>
      </div>
    </section>
  )
}
