import { readViewer } from '../../access/read-viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readEvidenceFile } from '../../desk/evidence/read-evidence-file.ts'
import { findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { findRecordType, RECORD_TYPES } from '../../records/record-types.ts'
import { writeTemplate } from '../../records/template.ts'
import { readLanguage } from '../address/address-parameters.ts'
import { contentDisposition } from './content-disposition.ts'
import { methodNotAllowedAnswer, type Answer } from './answer.ts'
import { CROSS_ORIGIN_HEADERS } from './security-headers.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files that are not made of records: empty workbooks to fill in, and the files of evidence. */
export class FileAddresses {
  readonly #causeway: Causeway
  /** Templates are the same for everyone as long as the process lives. */
  readonly #templates = new Map<string, Promise<Buffer>>()

  constructor(causeway: Causeway) {
    this.#causeway = causeway
  }

  /** Null: the address is none of these. Throws `QuestionError` for what is refused. */
  async answer(request: Request, url: URL): Promise<{ route: string; answer: Answer } | null> {
    const evidence = /^\/evidence\/([^/]+)$/.exec(url.pathname)
    const template = /^\/templates\/([^/]+)\.xlsx$/.exec(url.pathname)
    if (!evidence && !template) return null
    const route = evidence ? 'evidence' : 'template'
    if (request.method !== 'GET' && request.method !== 'HEAD') return { route, answer: methodNotAllowedAnswer('GET') }
    const answer = evidence
      ? await this.#answerEvidence(request, evidence[1]!)
      : await this.#answerTemplate(template![1]!, url.searchParams)
    return { route, answer }
  }

  async #answerEvidence(request: Request, hash: string): Promise<Answer> {
    const { viewer } = await readViewer(this.#causeway.database, request)
    const { name, type, body } = await readEvidenceFile(this.#causeway, viewer, hash)
    return {
      status: 200,
      headers: {
        'content-type': type,
        'content-disposition': contentDisposition('attachment', name),
        // It came from somebody, and is never run or shown as a page of ours.
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-cache',
        vary: 'Authorization, Cookie',
      },
      body,
    }
  }

  async #answerTemplate(name: string, parameters: URLSearchParams): Promise<Answer> {
    const type = findRecordType(name)
    if (!type) {
      const names = RECORD_TYPES.map((one) => one.name)
      throw new QuestionError(
        'NOT_FOUND',
        { zh: '没有这种台账类型。', en: 'There is no such record type.' },
        { nearest: findNearest(name, names) },
      )
    }
    const language = readLanguage(parameters) === 'ZH' ? 'zh' : 'en'
    const place = `${name} ${language}`
    let made = this.#templates.get(place)
    if (!made) this.#templates.set(place, (made = writeTemplate(type, language)))
    return {
      status: 200,
      headers: {
        'content-type': WORKBOOK,
        'content-disposition': contentDisposition(
          'attachment',
          language === 'zh' ? `${type.label.zh}模板.xlsx` : `${name}.xlsx`,
        ),
        ...CROSS_ORIGIN_HEADERS,
        'cache-control': 'public, no-cache',
      },
      body: await made,
    }
  }
}
