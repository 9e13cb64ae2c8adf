import { formatFigure } from '@causeway/shared/format-figure'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import type { SameDayFigure } from '../../graph/generated.ts'
import { STANDARDS_WORDS } from './words.ts'

/** What indicators count of the same adoptions on the same day, and why that may be less than the table has. */
export function SameDay({ figures }: { figures: SameDayFigure[] }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  if (figures.length === 0) return null
  return (
    <p className="cap">
      {say(STANDARDS_WORDS.sameDay)}
      {say({ zh: '：', en: ': ' })}
      {figures.map(({ id, code, name, unit, series }, at) => (
        <span key={id}>
          {at > 0 && say({ zh: '，', en: '; ' })}
          <Link href={address.to({ page: 'indicator', id })}>{name}</Link>
          {say({ zh: `（${code}）`, en: ` (${code}) ` })}
          {series?.figures.map((figure) => formatFigure(figure, { decimals: 0, unit: spoken(unit) }, locale))}
        </span>
      ))}
      {say({ zh: '。', en: '. ' })}
      {say(STANDARDS_WORDS.sameDayNote)}
    </p>
  )
}
