import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { FORM_WORDS } from './words.ts'

/** An edition that lists records: its columns. The rows are in the file. */
export function ExportPanel({ columns, mayTake }: { columns: { name: string; label: string }[]; mayTake: boolean }) {
  const still = useStill()
  const { say } = useLanguage()
  const address = useAddress()
  return (
    <section className="card">
      <p>{say(FORM_WORDS.columns)}</p>
      <ol className="form-columns">
        {columns.map(({ name, label }) => (
          <li key={name}>
            <code>{name}</code> {label}
          </li>
        ))}
      </ol>
      {!mayTake && (
        <p className="quiet">
          {say(FORM_WORDS.columnsNeed)}{' '}
          {still === null && (
            <Link href={address.to({ page: 'sign-in' }, { back: address.here })}>{say(FORM_WORDS.signIn)}</Link>
          )}
        </p>
      )}
    </section>
  )
}
