import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { pathOf } from '@causeway/shared/pages'
import { useAddress } from './address/address.tsx'
import { GraphProvider } from './graph/client.tsx'
import { LanguageProvider, useLanguage } from './language/language.tsx'
import { localeOf } from './language/words.ts'
import { Page } from './page.tsx'
import { LightContext } from './charts/light.ts'
import { useSession } from './session/use-session.tsx'
import { SettingProvider } from './setting/setting.tsx'
import { Footer } from './shell/footer.tsx'
import { Header, SkipLink } from './shell/header.tsx'
import { NewerData } from './shell/newer-data.tsx'
import { isConnected, onConnection } from './graph/connection.ts'
import SHELL_WORDS from './shell/words.json' with { type: 'json' }
import { type Light, PALETTES } from '@causeway/shared/colors'
import { paletteProperties } from './shell/palette-properties.ts'

/** Sets the colours of the style sheets, which have none of their own. */
function applyPalette(light: Light): void {
  const root = document.documentElement
  root.dataset.theme = light
  for (const [name, color] of paletteProperties(PALETTES[light])) root.style.setProperty(name, color)
}

const dark = matchMedia('(prefers-color-scheme: dark)')
const paper = matchMedia('print')

function subscribe(tell: () => void): () => void {
  dark.addEventListener('change', tell)
  paper.addEventListener('change', tell)
  return () => {
    dark.removeEventListener('change', tell)
    paper.removeEventListener('change', tell)
  }
}

/** Paper is light whatever the screen is; otherwise as asked, else as the system has it. */
function useMode(asked: Light | null): Light {
  const system = useSyncExternalStore(subscribe, () => (paper.matches ? 'print' : dark.matches ? 'dark' : 'light'))
  const mode = system === 'print' ? 'light' : (asked ?? system)
  useLayoutEffect(() => {
    applyPalette(mode)
  }, [mode])
  return mode
}

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
  // At once: a focus that moves later takes away what somebody types by then.
  useLayoutEffect(() => {
    if (opened.current.path === path && opened.current.turn === turn) return
    opened.current = { path, turn }
    // What had the focus is gone with the page before, or with what anyone who signed in or out was shown.
    main.current?.focus({ preventScroll: true })
  }, [path, turn])

  return (
    // Anyone who signs in or out may see other figures: nothing that was answered before may stay.
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
            <div className="notices off-paper">
              <ConnectionNotice />
              <NewerData />
            </div>
          </SettingProvider>
        </LightContext>
      </LanguageProvider>
    </GraphProvider>
  )
}

/** Says that the server is out of reach while it is: what the page shows stays. */
function ConnectionNotice() {
  const { say } = useLanguage()
  const connected = useSyncExternalStore(onConnection, isConnected, () => true)
  return (
    <div className="notice-place" role="status">
      {!connected && (
        <p className="notice lost">
          <span>{say(SHELL_WORDS.lost)}</span>
        </p>
      )}
    </div>
  )
}
