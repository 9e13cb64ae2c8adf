import { useLanguage } from '../language/language.tsx'

/** The code of an indicator; of a college's own also that it is. */
export function IndicatorCode({ id, code }: { id: string; code: string }) {
  const { say } = useLanguage()
  if (!id.startsWith('own-')) return <span className="code">{code}</span>
  return (
    <>
      <span className="code own">{say({ zh: '本校自定', en: 'own indicator' })}</span>{' '}
      {code !== id && <span className="code">{code}</span>}
    </>
  )
}
