import { originOf } from '../../access/reached-at.ts'
import { readViewer } from '../../access/read-viewer.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { DrawingDesk } from '../pictures/drawing-desk.ts'
import { EMBED_SCRIPT } from '../pictures/embed-page.ts'
import { findNamedView } from '../pictures/named-views.ts'
import type { PictureFormat } from '../pictures/picture.ts'
import { errorAnswer, methodNotAllowedAnswer, type Answer } from './answer.ts'
import { cachingHeaders, endOf, keyOf, orEnd, withHeaders } from './answer-life.ts'
import { answerCrosswalk } from './crosswalk-address.ts'
import { answerEmbed } from './embed-address.ts'
import { EMBED_SCRIPT_ANSWER } from './embed-script.ts'
import { answerForm, type FormAddress } from './form-address.ts'
import { answerIndicator, type SeriesFormat } from './indicator-address.ts'
import type { KnownAnswer, KnownAnswers, MadeAnswer } from './known-answers.ts'
import { LOGO_ADDRESS, logoAnswer } from './logo-answer.ts'
import { answerOembed } from './oembed-address.ts'
import { answerPicture } from './picture-address.ts'
import type { AskingBudget } from './asking-budget.ts'
import type { Asked, Routed } from './asked.ts'
import { decodePart } from '../address/decode-part.ts'
import { PREFLIGHT_HEADERS } from './security-headers.ts'
import { answerViewFile, type ViewFormat } from './view-file-address.ts'

type Made = Answer | KnownAnswer

const FORMATS = {
  zh: '这里的文件以 .csv、.json、.xlsx、.png 或 .svg 结尾，如 /i/EX02.png。',
  en: 'What is here ends in .csv, .json, .xlsx, .png or .svg, as /i/EX02.png.',
}

/** Addresses of what leaves the page: files, pictures, embedded charts. Each is given again as long as nothing of it changed. */
export class DataAddresses {
  readonly #causeway: Causeway
  readonly #known: KnownAnswers
  readonly #desk: DrawingDesk
  readonly #budget: AskingBudget

  constructor(causeway: Causeway, known: KnownAnswers, desk: DrawingDesk, budget: AskingBudget) {
    this.#causeway = causeway
    this.#known = known
    this.#desk = desk
    this.#budget = budget
  }

  /** Null: the address is none of these. */
  async answer(asked: Asked): Promise<Routed | null> {
    const { pathname } = asked.url
    const view = /^\/i\/([^/]+)\.(csv|json|xlsx|png|svg)$/.exec(pathname)
    if (view) return this.#answerView(asked, decodePart(view[1]!), view[2]!)
    if (/^\/i\/[^/]+$/.test(pathname)) return { route: 'series', answer: errorAnswer(404, 'NOT_FOUND', FORMATS) }
    const form = /^\/forms\/([^/]+)\/([^/]+)\/([^/]+)\.(csv|xlsx)$/.exec(pathname)
    if (form) return { route: 'form', answer: await this.#answerForm(asked, form.slice(1)) }
    const crosswalk = /^\/crosswalk\/([^/]+)\/([^/]+)\.csv$/.exec(pathname)
    if (crosswalk)
      return { route: 'crosswalk', answer: await this.#answerCrosswalk(asked, crosswalk[1]!, crosswalk[2]!) }
    const embed = /^\/embed\/([^/]+)$/.exec(pathname)
    if (embed) return { route: 'embed', answer: await this.#answerEmbed(asked, decodePart(embed[1]!)) }
    if (pathname === EMBED_SCRIPT) return { route: 'file', answer: EMBED_SCRIPT_ANSWER }
    if (pathname === LOGO_ADDRESS && this.#causeway.brand?.logo)
      return { route: 'file', answer: logoAnswer(this.#causeway.brand.logo) }
    if (pathname === '/oembed') return { route: 'oembed', answer: await this.#answerOembed(asked) }
    return null
  }

  async #answerView(asked: Asked, indicator: string, format: string): Promise<Routed> {
    const { searchParams } = asked.url
    if (format === 'xlsx' || ((format === 'csv' || format === 'json') && findNamedView(indicator))) {
      const origin = originOf(asked.request)
      const answer = await this.#answerAddress(asked, ['view', format, origin, indicator], (viewer) =>
        answerViewFile(this.#causeway, viewer, indicator, format satisfies ViewFormat, searchParams, origin),
      )
      return { route: format === 'xlsx' ? 'workbook' : 'series', answer }
    }
    if (format === 'png' || format === 'svg') {
      const answer = await this.#answerAddress(asked, ['picture', format, indicator], (viewer) =>
        answerPicture(this.#causeway, this.#desk, viewer, indicator, format satisfies PictureFormat, searchParams),
      )
      return { route: 'picture', answer }
    }
    const answer = await this.#answerAddress(asked, ['series', format, indicator], (viewer) =>
      answerIndicator(this.#causeway, viewer, indicator, format as SeriesFormat, searchParams),
    )
    return { route: 'series', answer }
  }

  #answerForm(asked: Asked, path: string[]): Promise<Made> {
    const [form, edition, year] = path.slice(0, 3).map(decodePart) as [string, string, string]
    const address: FormAddress = { form, edition, year, format: path[3] as FormAddress['format'] }
    return this.#answerAddress(asked, ['form', ...Object.values(address)], (viewer) =>
      answerForm(this.#causeway, viewer, address, asked.url.searchParams),
    )
  }

  #answerCrosswalk(asked: Asked, from: string, to: string): Promise<Made> {
    const address = { from: decodePart(from), to: decodePart(to) }
    return this.#answerAddress(asked, ['crosswalk', address.from, address.to], (viewer) =>
      answerCrosswalk(this.#causeway, viewer, address, asked.url.searchParams),
    )
  }

  #answerEmbed(asked: Asked, indicator: string): Promise<Made> {
    this.#desk.warm()
    return this.#answerAddress(asked, ['embed', indicator], (viewer) =>
      answerEmbed(this.#causeway, viewer, indicator, asked.url.searchParams),
    )
  }

  #answerOembed(asked: Asked): Promise<Made> {
    const origin = originOf(asked.request)
    return this.#answerAddress(asked, ['oembed', origin], () =>
      answerOembed(this.#causeway, asked.url.searchParams, origin),
    )
  }

  async #answerAddress(
    { request, url, address }: Asked,
    name: string[],
    make: (viewer: Viewer) => Promise<MadeAnswer>,
  ): Promise<Made> {
    if (request.method === 'OPTIONS') return { status: 204, headers: { ...PREFLIGHT_HEADERS }, body: '' }
    if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowedAnswer('GET')
    const { viewer } = await readViewer(this.#causeway.database, request)
    const key = [name[0]!, ...keyOf(viewer), ...name.slice(1), url.search]
    const signal = endOf(request)
    const made = this.#known.find(this.#causeway.database, key, () =>
      this.#budget.spend({ viewer, address, signal }, () => make(viewer)),
    )
    const found = await orEnd(made, signal)
    return withHeaders(found, cachingHeaders(viewer))
  }
}
