import { useEffect, useLayoutEffect, useRef } from 'react'
import { pathOf } from '@causeway/shared/pages'
import { useAddress } from './address/use-address.ts'
import { GraphProvider } from './graph/graph-provider.tsx'
import { LanguageProvider } from './language/language.tsx'
import { localeOf } from './language/locale-of.ts'
import { Page } from './page.tsx'
import { LightContext } from './charts/light.ts'
import { useSession } from './session/use-session.tsx'
import { SettingProvider } from './setting/setting.tsx'
import { ConnectionNotice } from './shell/connection-notice.tsx'
import { Footer } from './shell/footer.tsx'
import { Header } from './shell/header.tsx'
import { useMode } from './shell/mode.ts'
import { NewerData } from './shell/newer-data.tsx'
import { SkipLink } from './shell/skip-link.tsx'

export function App() {
  const { place, view } = useAddress()
  const { turn } = useSession()
  const locale = localeOf(view.lang)
  const mode = useMode(view.mode)
  useLayoutEffect(() => {
    document.documentElement.lang = locale === 'ZH' ? 'zh-CN' : 'en'
  }, [locale])

  const main = useRef<HTMLElement>(null)
  const path = pathOf(place)
  const opened = useRef({ path, turn })
  useEffect(() => {
    if (opened.current.path === path && opened.current.turn === turn) return
    opened.current = { path, turn }
    // What had the focus is gone with the page before, or with what whoever signed in or out was shown.
    main.current?.focus({ preventScroll: true })
  }, [path, turn])

  return (
    // Whoever signs in or out may see other figures: nothing that was answered before may stay.
    <GraphProvider key={turn}>
      <LanguageProvider locale={locale}>
        <LightContext value={mode}>
          <SettingProvider>
            <SkipLink />
            <Header />
            <main id="content" ref={main} tabIndex={-1}>
              <Page place={place} />
            </main>
            <Footer />
            <div className="notices">
              <ConnectionNotice />
              <NewerData />
            </div>
          </SettingProvider>
        </LightContext>
      </LanguageProvider>
    </GraphProvider>
  )
}
