import { paletteWith, type Light, type OwnColors } from '@causeway/shared/colors'
import type { Theme } from '@causeway/shared/series'
import { partsOf, phrasesOf } from '@causeway/shared/words/wholes'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { NO_BRAND, type Brand } from '../../ground/brand/brand.ts'
import { ANONYMOUS } from '../../access/viewer.ts'
import { readSession, originOf } from '../../access/read-viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { noReads, type AnswerReads } from '../graph/context.ts'
import { escapeMarkup } from '../pictures/text.ts'
import { readPageHead, type PageHead } from '../pictures/page-head.ts'
import { writeParameters } from '../pictures/view-query.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { Answer, Asked } from './answer.ts'
import { MOST_MILLISECONDS } from './finish-answer.ts'
import type { AskingBudget } from './asking-budget.ts'
import type { KnownAnswer, KnownAnswers } from './known-answers.ts'
import { logoAddress } from './file-addresses.ts'
import { dependsOnViewer, isPublicly, mayBeThere } from './page-there.ts'
import { policyOf } from './security-headers.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** A browser does not wait longer for what only others read of it; anyone who asks next finds it. */
const BROWSER_WAITS_MS = 200
/** A chat program has nothing but this to show. */
const OTHERS_WAIT_MS = 3_000
const MOST_DESCRIPTION = 300
const MOST_WAITING = 8

const ABOUT: Words = REFUSALS.ABOUT

/** Answers with the page of the app, with its own head for each address: title, description, picture, all of public figures. */
export function pageAnswers(causeway: Causeway, known: KnownAnswers, built: KnownAnswer, budget: AskingBudget) {
  const page = withBrand(Buffer.from(built.answer.body).toString('utf8'), causeway)
  const policy = policyOf(page)
  let waiting = 0

  return async (asked: Asked): Promise<Answer | KnownAnswer> => {
    const { request, url, address } = asked
    const { headers } = request
    const origin = originOf(request)
    const locale = localeOf(url.searchParams.get('lang'), headers.get('accept-language'))
    const there = mayBeThere(causeway, url.pathname)
    const plain = () => write(headWithout(locale), url, origin, there)
    if (!there) return plain()
    // What is secret of an address is neither said in its page nor kept.
    if (url.searchParams.has('once'))
      return unkept(write(headWithout(locale), new URL(url.pathname, url), origin, there))
    if (!causeway.publicReading || waiting >= MOST_WAITING || url.search.length > 1_000) return plain()
    // Anyone who signed in may know of more than the public; what they see of it the page asks itself.
    const session = await readSession(causeway.database, request)
    const signedIn = dependsOnViewer(url.pathname) && session !== null
    const shown = session === null ? withHeading : write
    // A token that is sent beside is not looked at here.
    if (!headers.has('authorization'))
      asked.by = { viewer: session?.viewer ?? ANONYMOUS, sessionEnds: session?.expires ?? null }
    waiting++
    const key = ['page', origin, url.pathname, url.search, locale, String(signedIn), String(session === null)]
    // Who asks next finds it, also where this one does not wait so long.
    const asker = { viewer: ANONYMOUS, address, signal: AbortSignal.timeout(MOST_MILLISECONDS) }
    const made = known
      .find(causeway.database, key, () =>
        budget.spend(asker, async () => {
          const reads = noReads(causeway, ANONYMOUS)
          const isThere = signedIn || (await isPublicly(causeway, url, reads))
          const head = isThere ? await read(url, locale, reads) : null
          return { answer: shown(head ?? headWithout(locale), url, origin, isThere), reads, keep: true }
        }),
      )
      .catch(plain)
      .finally(() => waiting--)
    // Browsers alone say how they came to ask.
    return Promise.race([
      made,
      late(plain, headers.get('sec-fetch-mode') === 'navigate' ? BROWSER_WAITS_MS : OTHERS_WAIT_MS),
    ])
  }

  async function read(url: URL, locale: Locale, reads: AnswerReads): Promise<PageHead | null> {
    try {
      return await readPageHead(causeway, url.pathname, url.searchParams, locale, reads)
    } catch (error) {
      // The page itself says what is wrong with its address.
      if (error instanceof QuestionError) return null
      throw error
    }
  }

  /** The heading that the app will draw is there at once. Anyone who signed in may read other figures in it. */
  function withHeading(head: PageHead, ...more: [url: URL, origin: string, isThere: boolean]): Answer {
    const answer = write(head, ...more)
    if (head.heading === undefined) return answer
    const heading = `<h1 lang="${head.locale === 'ZH' ? 'zh-CN' : 'en'}">${markHeading(head.heading)}</h1>`
    return { ...answer, body: String(answer.body).replace('<div class="opening-lines">', (lines) => lines + heading) }
  }

  function write(head: PageHead, url: URL, origin: string, isThere: boolean): Answer {
    const html = brandedMark(page, causeway.brand ?? NO_BRAND, head.locale)
      .replace(/<html lang="[^"]*"/, `<html lang="${head.locale === 'ZH' ? 'zh-CN' : 'en'}"`)
      .replace(/<meta\s+name="description"[^>]*>/, '')
      .replace(/<title>[^<]*<\/title>/, () => tagsOf(head, url, origin, nameOf(causeway, head.locale)))
    return {
      // The page itself says what is wrong with its address, and where to go.
      status: isThere ? 200 : 404,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'cache-control': 'public, no-cache',
        vary: 'Accept-Language, Cookie',
      },
      body: html,
    }
  }
}

function unkept(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } }
}

/** It breaks where the app will break it. */
function markHeading(heading: string): string {
  const markOf = (text: string) =>
    partsOf(text)
      .map((part) => (part.whole ? `<span class="nowrap">${escapeMarkup(part.text)}</span>` : escapeMarkup(part.text)))
      .join('')
  const phrases = phrasesOf(heading)
  if (phrases.length === 1) return markOf(heading)
  return phrases.map((phrase) => `<span class="phrase">${markOf(phrase)}</span>`).join('')
}

function tagsOf(head: PageHead, url: URL, origin: string, site: string): string {
  const title = `${head.title === '' ? '' : `${head.title} · `}${site}`
  const description = shorten(head.description ?? inLocale(ABOUT, head.locale))
  const address = origin + url.pathname + url.search
  const property = (name: string, content: string) =>
    `<meta property="og:${name}" content="${escapeMarkup(content)}" />`
  const { picture } = head
  return [
    `<title>${escapeMarkup(title)}</title>`,
    `<meta name="description" content="${escapeMarkup(description)}" />`,
    property('type', 'website'),
    property('site_name', site),
    property('title', head.title || site),
    property('description', description),
    property('url', address),
    property('locale', head.locale === 'ZH' ? 'zh_CN' : 'en_GB'),
    ...(picture
      ? [
          property('image', previewOf(picture, origin)),
          property('image:type', 'image/png'),
          property('image:width', '1200'),
          property('image:height', '630'),
          property('image:alt', shorten(picture.alt)),
          '<meta name="twitter:card" content="summary_large_image" />',
          ...Object.entries({ json: 'application/json+oembed', xml: 'text/xml+oembed' }).map(
            ([format, type]) =>
              `<link rel="alternate" type="${type}" href="${escapeMarkup(
                `${origin}/oembed?format=${format}&url=${encodeURIComponent(address)}`,
              )}" title="${escapeMarkup(head.title)}" />`,
          ),
        ]
      : []),
  ].join('\n    ')
}

/** The address of the picture that a chat shows: 1,200 by 630 pixels. */
export function previewOf({ name, parameters }: NonNullable<PageHead['picture']>, origin: string): string {
  const query = new URLSearchParams(parameters)
  query.set('size', 'preview')
  return `${origin}/i/${encodeURIComponent(name)}.png${writeParameters(query)}`
}

/** What the browser cannot be asked for: a language of its address, else of anyone who asks. */
export function localeOf(lang: string | null, acceptLanguage: string | null): Locale {
  return (lang ?? acceptLanguage?.trim().slice(0, 2) ?? 'en').toLowerCase() === 'zh' ? 'ZH' : 'EN'
}

/** What this site is called. */
export function nameOf({ brand = NO_BRAND }: Causeway, locale: Locale): string {
  return brand.name ? inLocale(brand.name, locale) : 'Causeway'
}

/** The page reads the college's own look from here, without a request more, and has its colours before any script runs. */
function withBrand(html: string, { brand = NO_BRAND }: Causeway): string {
  const { logo, ...said } = brand
  if (!logo && Object.values(said).every((one) => one === null || Object.keys(one).length === 0)) return html
  const data = JSON.stringify({ ...said, logo: logo && logoAddress(logo) }).replaceAll('<', '\\u003c')
  const script = `<script type="application/json" id="brand">${data}</script>`
  return html.replace('</head>', () => `  <style>${colorRules(brand.colors)}</style>\n    ${script}\n  </head>`)
}

function colorRules(own: OwnColors): string {
  const rules = (light: Light) => {
    const { themes, soft } = paletteWith(own, light)
    return Object.keys(own[light] ?? {})
      .map((theme) => theme as Theme)
      .map((theme) => `--${theme.toLowerCase()}:${themes[theme]};--${theme.toLowerCase()}-soft:${soft[theme]}`)
      .join(';')
  }
  return [
    `:root{${rules('light')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${rules('dark')}}}`,
    `[data-theme=dark]{${rules('dark')}}`,
  ].join('')
}

/** In the head that is until the app is there. */
function brandedMark(html: string, { name, logo }: Brand, locale: Locale): string {
  if (!name && !logo) return html
  const mark = logo ? `<img src="${logoAddress(logo)}" alt="" height="32">` : null
  return html.replace(/(<span class="wordmark">)([\s\S]*?)<span>Causeway<\/span>/, (_, open: string, drawn: string) => {
    const said = name ? escapeMarkup(inLocale(name, locale)) : 'Causeway'
    return `${open}${mark ?? drawn}<span>${said}</span>`
  })
}

function headWithout(locale: Locale): PageHead {
  return { locale, title: '', description: null, institution: null, picture: null }
}

function shorten(text: string): string {
  return text.length <= MOST_DESCRIPTION ? text : `${[...text].slice(0, MOST_DESCRIPTION - 1).join('')}…`
}

function late<T>(instead: () => T, milliseconds: number): Promise<T> {
  return new Promise((resolve) => void setTimeout(() => resolve(instead()), milliseconds).unref())
}
