import type { ReactNode } from 'react'
import type { VNode } from 'preact'
import { renderToStringAsync } from 'preact-render-to-string'
import { Provider, cacheExchange, Client, fetchExchange } from 'urql'
import type { StillTools, StillView, WriteStillPage } from '@causeway/shared/still-page'
import { AddressesContext, NOWHERE, type Addresses } from '../address/addresses.ts'
import { partsOf, shownAs, formatView } from '../address/view.ts'
import { parsePlace, pathOf } from '@causeway/shared/pages'
import { LanguageProvider } from '../language/language.tsx'
import type { Locale } from '@causeway/shared/words/words'
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

export const writeStillPage: WriteStillPage = async ({ views: [first, ...others], locale }, tools) => {
  const views: ReactNode[] = []
  for (const view of others) {
    const { html, title } = await render(<Page place={placeOf(view)} />, { view, locale }, tools)
    const inside = { __html: withOwnIds(html, `${view.name}-`) }
    views.push(<div className="still-view" id={view.name!} data-title={title} dangerouslySetInnerHTML={inside} />)
  }
  const page = <Page place={placeOf(first!)} />
  const { html, title } = await render(
    <>
      <SkipLink />
      <Header />
      <main id="content" tabIndex={-1}>
        {views}
        {views.length > 0 ? <div className="still-view">{page}</div> : page}
      </main>
      <Footer />
    </>,
    { view: first!, locale },
    tools,
  )
  return documentOf(html, { title, lang: locale === 'ZH' ? 'zh-CN' : 'en', assets: tools.assets })
}

const placeOf = ({ address }: StillView) => parsePlace(partsOf(address).path)

async function render(
  content: ReactNode,
  { view, locale }: { view: StillView; locale: Locale },
  { draw, link, brand, beside, timeZone, ask }: StillTools,
): Promise<{ html: string; title: string }> {
  let title = 'Causeway'
  const entitle = (given: string) => {
    title = given
  }
  const body = (
    <AddressesContext value={addressesOf(view.address, link)}>
      <StillContext value={{ entitle, draw, link, brand, beside }}>
        <SessionContext value={NO_SESSION}>
          <Provider value={createStillClient(ask)}>
            <LanguageProvider locale={locale} timeZone={timeZone}>
              <SettingProvider>{content}</SettingProvider>
            </LanguageProvider>
          </Provider>
        </SessionContext>
      </StillContext>
    </AddressesContext>
  )
  // Marks that only an app that goes on from here would read.
  const html = (await renderToStringAsync(body as VNode)).replaceAll(/<!--.*?-->/g, '')
  return { html, title }
}

/** The attributes that are an id, or name some. A quote in words is written as an entity, so that none of these is in words. */
const OF_IDS =
  / (id|for|headers|list|aria-(?:labelledby|describedby|controls|owns|details))="([^"]+)"| href="#([^"]+)"/g

/** No id is there twice in a file of several views. */
export function withOwnIds(html: string, before: string): string {
  return html.replaceAll(OF_IDS, (_, name: string | undefined, ids: string, link: string) =>
    name ? ` ${name}="${ids.replaceAll(/\S+/g, (id) => before + id)}"` : ` href="#${before}${link}"`,
  )
}

function addressesOf(address: string, link: StillTools['link']): Addresses {
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
