import { inLocale } from '@causeway/shared/words/words'
import { refusal } from '../../access/refuse.ts'
import { ANONYMOUS } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { requireReading, type AnswerReads, type AskedData } from '../graph/context.ts'
import { embedError, embedPage } from '../pictures/embed-page.ts'
import { findNamedView, readShownView } from '../pictures/shown-view.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { type Answer, jsonAnswer, statusOf, textAnswer } from './answer.ts'
import { policyOf } from './security-headers.ts'
import { escapeMarkup } from '../pictures/text.ts'
import { readPageHead, titleOf } from '../pictures/page-head.ts'
import { likelyHeight, measuresOf, sizeForFrame } from '../pictures/picture.ts'
import { writeParameters } from '../pictures/view-query.ts'
import { unknownParameter } from '../address/address-parameters.ts'
import { localeOf, nameOf, previewOf } from './page-address.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** The chart alone, as `/embed/{indicator}` gives it to an iframe of any site. */
export async function answerEmbed(asked: AskedData, name: string): Promise<Answer> {
  const { parameters } = asked
  const locale = parameters.get('lang')?.toLowerCase() === 'zh' ? 'ZH' : 'EN'
  try {
    requireReading(asked)
    const view = await readShownView(asked, name)
    return framed(200, embedPage(view, name, parameters))
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return framed(statusOf(error), embedError(inLocale(error.words, locale), locale))
  }
}

/** Any site may frame it: there is nothing in it to press but links to the page and to files. */
function framed(status: number, html: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(html).replace("frame-ancestors 'none'", 'frame-ancestors *'),
      'x-robots-tag': 'noindex',
    },
    body: html,
  }
}

const PARAMETERS = ['url', 'format', 'maxwidth', 'maxheight']
/** Of the foot below the picture. */
const FOOT = 60
const LEAST_WIDTH = 240

/**
 * How an address of this site is embedded elsewhere, as oEmbed 1.0 asks: `/oembed?url=…&format=json`. Of pages that have a chart;
 * public figures only.
 */
export async function answerOembed({ causeway, parameters, reads }: AskedData, origin: string): Promise<Answer> {
  if (!causeway.publicReading) throw refusal(ANONYMOUS)
  for (const name of parameters.keys()) if (!PARAMETERS.includes(name)) throw unknownParameter(name, PARAMETERS)
  const format = parameters.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') throw new QuestionError('NOT_IMPLEMENTED', FORMATS)
  const url = readUrl(parameters.get('url'), origin)
  const asked = await readAsked(causeway, url, reads)
  const described = await describe(causeway, asked, parameters, origin, reads)
  return format === 'json' ? jsonAnswer(described) : textAnswer(writeXml(described), 'text/xml; charset=utf-8')
}

const FORMATS = { zh: 'format 可用：json、xml。', en: 'format is one of json, xml.' }

function writeXml(described: Record<string, string | number>): string {
  const parts = Object.entries(described).map(([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${parts.join('')}</oembed>\n`
}

function readUrl(text: string | null, origin: string): URL {
  const url = text && text.length <= 2_000 && URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.host !== new URL(origin).host)
    throw new QuestionError('NOT_FOUND', REFUSALS.NO_PAGE_OF_THIS_SITE)
  return url
}

/** `title` null: as the view that it shows. */
type Asked = { title: string | null; name: string; parameters: URLSearchParams; locale: 'ZH' | 'EN' }

async function readAsked(causeway: Causeway, url: URL, reads: AnswerReads): Promise<Asked> {
  const locale = localeOf(url.searchParams.get('lang'), null)
  const embedded = /^\/embed\/([^/]+)$/.exec(url.pathname)?.[1]
  const named = embedded === undefined ? null : findNamedView(embedded)
  if (named) {
    const parameters = new URLSearchParams(url.searchParams)
    parameters.set('lang', locale.toLowerCase())
    return { title: null, name: named.name, parameters, locale }
  }
  const path = embedded === undefined ? url.pathname : `/indicator/${embedded}`
  const head = await readPageHead(causeway, path, url.searchParams, locale, reads)
  if (!head?.picture)
    throw new QuestionError('NOT_FOUND', { zh: '该页面没有可嵌入的图。', en: 'That page has no chart to embed.' })
  const { name, parameters } = head.picture
  return { title: head.title, name, parameters, locale }
}

async function describe(
  causeway: Causeway,
  { title: said, name, parameters, locale }: Asked,
  asked: URLSearchParams,
  origin: string,
  reads: AnswerReads,
): Promise<Record<string, string | number>> {
  const view = await readShownView({ causeway, viewer: ANONYMOUS, parameters, reads }, name)
  const title = said ?? titleOf(view.institution, view.spec.title, locale)
  const most = (of: 'maxwidth' | 'maxheight') => Number(/^\d{1,5}$/.exec(asked.get(of) ?? '')?.[0] ?? Infinity)
  const width = Math.max(LEAST_WIDTH, Math.min(800, most('maxwidth')))
  const size = view.look.size ?? sizeForFrame(width)
  const high = likelyHeight(view.spec, size) * (width / measuresOf(size).width)
  const height = Math.min(Math.ceil(high) + FOOT, Math.max(FOOT, most('maxheight')))
  const address = `${origin}/embed/${encodeURIComponent(name)}${writeParameters(parameters)}`
  return {
    type: 'rich',
    version: '1.0',
    title,
    author_name: inLocale(view.institution.name, locale),
    provider_name: nameOf(causeway, locale),
    provider_url: origin,
    cache_age: 3600,
    thumbnail_url: previewOf({ name, parameters, alt: '' }, origin),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width,
    height,
    html: `<iframe src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" width="${width}" height="${height}" style="border:0;width:100%" loading="lazy"></iframe>`,
  }
}
