import { useEffect } from 'react'
import { useLanguage } from '../language/language.tsx'
import { SITE_NAME } from '../shell/brand.ts'
import { useStill } from '../still/still.ts'

/** The name of the page in the browser's tab and history. */
export function useTitle(title: string): void {
  const still = useStill()
  const { say } = useLanguage()
  const site = say(SITE_NAME)
  still?.entitle(title)
  useEffect(() => {
    document.title = `${title} · ${site}`
  }, [title, site])
}
