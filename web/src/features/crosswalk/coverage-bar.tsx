import { useLanguage } from '../../language/language.tsx'
import { CorrespondenceMark } from './correspondence-mark.tsx'
import type { CrosswalkCoverage as Coverage } from '../../graph/generated.ts'

/** The units of one side as the parts of a bar, each part with its sign, word and number. */
export function CoverageBar({ title, coverage }: { title: string; coverage: Coverage }) {
  const { say } = useLanguage()
  const parts = coverage.counts.filter(({ count }) => count > 0)
  return (
    <div className="coverage">
      <p>
        {title}{' '}
        <span className="quiet">
          {say({ zh: `${coverage.units} 个单元`, en: `${coverage.units} ${coverage.units === 1 ? 'unit' : 'units'}` })}
        </span>
      </p>
      <div className="coverage-bar" aria-hidden="true">
        {parts.map(({ correspondence, count }) => (
          <span key={correspondence} className={`part-${correspondence.toLowerCase()}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="register-legend quiet">
        {parts.map(({ correspondence, label, count }) => (
          <li key={correspondence}>
            <CorrespondenceMark of={correspondence} /> {label} {count}
          </li>
        ))}
      </ul>
    </div>
  )
}
