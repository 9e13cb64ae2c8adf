import { useLanguage } from '../language/language.tsx'

/** Whose the page is, and of which year or day. */
export function InstitutionLead({ institution, when }: { institution: { name: string }; when: string }) {
  const { say } = useLanguage()
  return (
    <p className="lead">
      {institution.name}
      {say({ zh: '，', en: ', ' })}
      {when}
    </p>
  )
}
