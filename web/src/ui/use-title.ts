import { useEffect } from 'react'
import { useLanguage } from '../language/language.tsx'
import { siteName, useBrand } from '../shell/brand.ts'
import { useStill } from '../still/still.ts'

/** The name of the page in the browser's tab and history: what it is about, and whose. */
export function useTitle(...parts: string[]): void {
  const still = useStill()
  const { say } = useLanguage()
  const site = say(siteName(useBrand()))
  const title = parts.join(say({ zh: '，', en: ', ' }))
  still?.entitle(`${title} · ${site}`)
  useEffect(() => {
    document.title = `${title} · ${site}`
  }, [title, site])
}
