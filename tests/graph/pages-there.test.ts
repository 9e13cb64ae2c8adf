import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Workbook } from '@cj-tech-master/excelts'
import { PAGES_ABOUT_ONE, parsePlace, SINGLE_PAGES } from '@causeway/shared/pages'
import type { Database } from '@causeway/server/ground/database/database'
import { openCollege, readerOf, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

const AGREEMENT_HEADER = 'code,partner,type,signed_on,from,programme'
const SITE_HEADER = 'code,name_zh,name_en,type,country,opened_on'
const webRoot = mkdtempSync(join(tmpdir(), 'causeway-there-'))
writeFileSync(join(webRoot, 'index.html'), '<!doctype html><html lang="en"><head><title>Causeway</title></head></html>')
afterAll(() => rmSync(webRoot, { recursive: true }))

/** With P1 there is an agreement; of P2 the register speaks alone. */
async function filled(open: () => Promise<Database>, publicReading = true): Promise<College> {
  const college = await openCollege(await open(), { webRoot, publicReading })
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  await college.put('partner', [
    'code,name_zh,name_en,type,country',
    'P1,河内学院,Hanoi College,college,VN',
    'P2,喀山农场,Kazan Farm,enterprise,RU',
  ])
  await college.put('agreement', [AGREEMENT_HEADER, 'A1,P1,mou,2020-01-01,2020-01-01,'], 'X', '2023-12-31')
  return college
}

/** Every text of a workbook. */
async function textOfWorkbook(bytes: ArrayBuffer): Promise<string> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()))
}

const named = async (college: College, code: string | null) =>
  college.ask(
    `query ($code: ID) { publicSubjects(institution: "X", kind: PARTNER, code: $code) { code name(locale: EN) pinyin } }`,
    { code },
  )

onOneDatabase((_name, open) => {
  it('the public is stated of the partners that its figures name, and of no other', async () => {
    const college = await filled(open)
    const { data } = await named(college, null)
    expect(data.publicSubjects).toEqual([{ code: 'P1', name: 'Hanoi College', pinyin: ['he', 'nei', 'xue', 'yuan'] }])
    expect((await named(college, 'P1')).data.publicSubjects).toHaveLength(1)
    const [inRegister, nowhere] = [await named(college, 'P2'), await named(college, 'PZ')]
    expect(inRegister.data).toEqual(nowhere.data)
    expect(inRegister.errors).toEqual(nowhere.errors)
    // As soon as a figure names it, it is there.
    await college.put('agreement', [AGREEMENT_HEADER, 'A2,P2,mou,2021-01-01,2021-01-01,'])
    expect((await named(college, 'P2')).data.publicSubjects).toHaveLength(1)
    const closed = await filled(open, false)
    expect((await named(closed, 'P1')).errors).toHaveLength(1)
  })

  it('an address of which the public can know that nothing is there answers 404, and the page with it', async () => {
    const college = await filled(open)
    // Else a page may be given before it is known: nobody waits for it.
    for (const kind of ['PROGRAMME', 'PARTNER'])
      await college.ask(`{ publicSubjects(institution: "X", kind: ${kind}) { code } }`)
    const status = async (path: string, headers: Record<string, string> = {}) =>
      (await college.get(path, headers)).status
    for (const path of [
      '/',
      '/theme/export',
      ...SINGLE_PAGES.map((page) => `/${page}`),
      '/indicator/EX02?institution=X&by=country',
      '/answer/foreign-students?institution=X',
      '/partner/P1?institution=X',
      '/partner/P1',
      '/partner/P1?institution=',
      '/indicator/EX02?institution=',
      '/country/VN?institution=X',
      // Not public, whichever it is.
      '/standard/ANY?institution=X',
      '/record/ANY?institution=X',
    ])
      expect(await status(path), path).toBe(200)
    for (const path of [
      '/nothing',
      '/theme/none',
      '/indicator/NONE',
      '/answer/NONE',
      '/form/none',
      '/country/QQ',
      '/partner/PZ?institution=X',
      '/partner/P2?institution=X',
      '/programme/P1?institution=X',
      '/indicator/EX02?institution=NOBODY',
    ])
      expect(await status(path), path).toBe(404)
    expect(await (await college.get('/partner/PZ?institution=X')).text()).toContain('<title>')
  })

  it('a chart of one partner, department or site is known by its name only where public figures name it', async () => {
    const college = await filled(open)
    await college.put('unit', ['code,name_zh,name_en,kind', 'U2,园艺系,Garden School,college'])
    await college.put('overseas-site', [SITE_HEADER, 'S2,金边教学点,Phnom Penh Site,teaching-site,KH,2020-01-01'])
    const reader = await readerOf(college)
    const charts = [
      ['IN11', 'partner', 'P2', /喀山农场|Kazan Farm/],
      ['who-learns-from-whom', 'unit', 'U2', /园艺系|Garden School/],
      ['EX07', 'site', 'S2', /金边教学点|Phnom Penh Site/],
    ] as const
    for (const [name, dimension, code, register] of charts) {
      const said = async (kind: 'svg' | 'xlsx' | 'embed' | 'oembed', one: string, headers = {}) => {
        const query = `institution=X&lang=zh&filter=${dimension}:${one}`
        const embed = `/embed/${name}?${query}`
        if (kind === 'oembed')
          return (await college.get(`/oembed?url=${encodeURIComponent(`http://causeway.test${embed}`)}`)).text()
        const response = await college.get(kind === 'embed' ? embed : `/i/${name}.${kind}?${query}`, headers)
        expect([name, kind, response.status]).toEqual([name, kind, 200])
        return kind === 'xlsx' ? textOfWorkbook(await response.arrayBuffer()) : response.text()
      }
      for (const kind of ['svg', 'embed', 'oembed', 'xlsx'] as const) {
        const [inRegister, nowhere] = [await said(kind, code), await said(kind, 'QZ')]
        expect([name, kind, register.test(inRegister)]).toEqual([name, kind, false])
        expect([name, kind, inRegister.includes(code)]).toEqual([name, kind, true])
        if (kind === 'embed') expect(inRegister.replaceAll(code, '')).toBe(nowhere.replaceAll('QZ', ''))
        if (kind !== 'oembed')
          expect([name, kind, register.test(await said(kind, code, reader))]).toEqual([name, kind, true])
      }
      if (dimension === 'partner') expect(await said('embed', 'P1')).toContain('河内学院')
      expect(await said('embed', 'unknown')).toContain('：未注明')
    }
  })

  it('whether a register has a partner cannot be known from its address; who signed in is not stated that it is missing', async () => {
    const college = await filled(open)
    await named(college, null)
    const [inRegister, nowhere] = await Promise.all(
      ['P2', 'PZ'].map(async (code) => (await college.get(`/partner/${code}?institution=X`)).text()),
    )
    expect(inRegister!.replaceAll('P2', '')).toBe(nowhere!.replaceAll('PZ', ''))
    const cookie = await college.signIn(await college.tokenFor('reader', 'X'))
    const answer = await college.get('/partner/P2?institution=X', { cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('vary')).toMatch(/Cookie/)
    const closed = await filled(open, false)
    expect((await closed.get('/partner/PZ?institution=X')).status).toBe(200)
    expect((await closed.get('/nothing')).status).toBe(404)
  })
})

it('server and page know the same addresses', () => {
  for (const page of SINGLE_PAGES) expect(parsePlace(`/${page}`).page).toBe(page)
  for (const page of PAGES_ABOUT_ONE) expect(parsePlace(`/${page}/x`).page).toBe(page)
})
