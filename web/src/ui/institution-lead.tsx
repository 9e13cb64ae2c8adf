import { useLanguage } from '../language/language.tsx'
import { Unbroken } from './unbroken.tsx'

/** Whose the page is, and of which year or day. */
export function InstitutionLead({ institution, when }: { institution: { name: string }; when: string }) {
  const { say } = useLanguage()
  return (
    <p className="lead">
      {institution.name}
      {say({ zh: '，', en: ', ' })}
      <Unbroken text={when} />
    </p>
  )
}
