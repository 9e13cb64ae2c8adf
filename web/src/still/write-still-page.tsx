import type { VNode } from 'preact'
import { renderToStringAsync } from 'preact-render-to-string'
import { Provider, cacheExchange, Client, fetchExchange } from 'urql'
import type { StillTools, WriteStillPage } from '@causeway/shared/still-page'
import { AddressesContext, NOWHERE, type Addresses } from '../address/addresses.ts'
import { partsOf, shownAs, formatView } from '../address/view.ts'
import { parsePlace, pathOf } from '@causeway/shared/pages'
import { LanguageProvider } from '../language/language.tsx'
import { Page } from '../page.tsx'
import { NOBODY, SessionContext } from '../session/use-session.tsx'
import { SettingProvider } from '../setting/setting.tsx'
import { Footer } from '../shell/footer.tsx'
import { Header, SkipLink } from '../shell/header.tsx'
import { StillContext } from './still.ts'

/** Asks anyone who writes the folder, with no network between. A page waits for its answers before it is written. */
function createStillClient(ask: StillTools['ask']): Client {
  return new Client({
    url: 'http://still/graphql',
    preferGetMethod: false,
    suspense: true,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_address, options) => {
      const question = JSON.parse(String(options?.body)) as Parameters<StillTools['ask']>[0]
      return new Response(JSON.stringify(await ask(question)), { headers: { 'content-type': 'application/json' } })
    },
  })
}

/** Nobody can sign in to a folder. */
const NO_SESSION = {
  session: NOBODY,
  turn: 0,
  signIn: () => Promise.reject(new Error('a still page has no session')),
  signOut: () => Promise.reject(new Error('a still page has no session')),
}

export const writeStillPage: WriteStillPage = async ({ address, locale }, tools) => {
  const place = parsePlace(partsOf(address).path)
  let title = 'Causeway'
  const entitle = (given: string) => {
    title = given
  }
  const body = (
    <AddressesContext value={addressesOf(address, tools)}>
      <StillContext value={{ entitle, draw: tools.draw, link: tools.link, brand: tools.brand }}>
        <SessionContext value={NO_SESSION}>
          <Provider value={createStillClient(tools.ask)}>
            <LanguageProvider locale={locale}>
              <SettingProvider>
                <SkipLink />
                <Header />
                <main id="content" tabIndex={-1}>
                  <Page place={place} />
                </main>
                <Footer />
              </SettingProvider>
            </LanguageProvider>
          </Provider>
        </SessionContext>
      </StillContext>
    </AddressesContext>
  )
  // Marks that only an app that goes on from here would read.
  const html = (await renderToStringAsync(body as VNode)).replaceAll(/<!--.*?-->/g, '')
  return documentOf(html, { title, lang: locale === 'ZH' ? 'zh-CN' : 'en', assets: tools.assets })
}

function addressesOf(address: string, { link }: StillTools): Addresses {
  return {
    subscribe: () => () => undefined,
    read: () => address,
    write: (place, view) => link(pathOf(place) + formatView(view)) ?? NOWHERE,
    inLanguage: (lang) => link(shownAs(address, { lang })) ?? NOWHERE,
  }
}

function documentOf(
  body: string,
  { title, lang, assets }: { title: string; lang: string; assets: StillTools['assets'] },
): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${assets.style}">
</head>
<body>
<div id="root">${body}</div>
<script src="${assets.script}"></script>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
