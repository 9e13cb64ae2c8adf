import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createApp } from '@causeway/server/outlets/http/app'
import { NO_BRAND, type Brand } from '@causeway/server/ground/brand/brand'
import type { Database } from '@causeway/server/ground/database/database'
import { ENROLMENT_HEADER, openCollege, openFilledCollege, fillCollege, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { folderOfFile } from '../support/folders.ts'

const webRoot = folderOfFile()
writeFileSync(
  join(webRoot, 'index.html'),
  `<!doctype html><html lang="en"><head><meta name="description" content="x" /><title>Causeway</title></head>
<body><span class="wordmark"><svg></svg><span>Causeway</span></span><div class="opening-lines"></div><script>1</script></body></html>`,
)

async function filled(open: () => Promise<Database>, publicReading = true): Promise<College> {
  const college = await openFilledCollege(await open(), fillCollege, { webRoot, publicReading })
  return college
}

const get = async (college: College, path: string, headers: Record<string, string> = {}) =>
  (await college.get(path, headers)).text()
/** A page with what it says of itself: one that is asked for before that is known may be given without. */
async function stated(college: College, path: string, headers: Record<string, string> = {}): Promise<string> {
  let html = ''
  const ask = async () => (html = await get(college, path, headers))
  await expect.poll(ask).not.toContain('<title>Causeway</title>')
  return html
}
const property = (html: string, name: string) =>
  new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(html)?.[1]

onOneDatabase((_name, open) => {
  it('a page says of itself what its figures say, in the language asked for', async () => {
    const college = await filled(open)
    const html = await stated(college, '/indicator/EX02?institution=X&lang=zh')
    expect(html).toContain('<html lang="zh-CN"')
    expect(html).toMatch(/<title>甲学院：接收国外留学生人数 · Causeway<\/title>/)
    expect(property(html, 'description')).toMatch(/^甲学院接收国外留学生人数，按学年.*14人/)
    expect(property(html, 'image')).toBe('http://causeway.test/i/EX02.png?institution=X&amp;lang=zh&amp;size=preview')
    expect(html.match(/<title>/g)).toHaveLength(1)
    expect(html.match(/name="description"/g)).toHaveLength(1)
    const asked = await stated(college, '/?institution=X', { 'accept-language': 'zh-CN,zh;q=0.9' })
    expect(asked).toContain('<html lang="zh-CN"')
    expect(property(asked, 'image')).toMatch(/who-learns-from-whom\.png/)
    expect(property(await stated(college, '/theme/export?institution=X'), 'title')).toBe('Export, College X')
  })

  it('an answer card says its one figure, of its year and cut; the picture shows the years around it', async () => {
    const college = await filled(open)
    const said = async (query: string) =>
      property(await stated(college, `/answer/EX02?institution=X&${query}`), 'description')
    expect(await said('year=2022&lang=zh')).toMatch(
      /^甲学院接收国外留学生人数（国外）：2022—2023学年为14人，台账记录截至.*。$/,
    )
    expect(await said('year=2022&filter=country:VN')).toMatch(
      /^Foreign students received \(abroad, country or region: Viet Nam\), College X: too few people to publish in school year 2022\/23, by records up to /,
    )
    expect(await said('year=2022&scope=BORDER&basis=CALENDAR_YEAR')).toMatch(
      /^Foreign students received \(abroad, with Hong Kong, Macao and Taiwan\), College X: .* calendar year 2022, by records up to /,
    )
    const early = await stated(college, '/answer/EX02?institution=X&year=1999')
    expect(property(early, 'description')).toMatch(/no records in school year 1999\/00/)
    expect(property(early, 'image')).toMatch(/&amp;to=1999&amp;/)
    expect(await said('year=99999')).toMatch(/^Foreign students received, College X, by school year/)
  })

  it('the page of a country shows who learns from whom there; other pages about one thing have its name', async () => {
    const college = await filled(open)
    const html = await stated(college, '/country/VN?institution=X&year=2022&lang=zh')
    expect(html).toContain('<title>甲学院：越南 · Causeway</title>')
    expect(property(html, 'description')).toMatch(/^2022—2023学年：引进来.*走出去（人数过少，不予公开）。$/)
    const [, picture] = property(html, 'image')!.split('http://causeway.test')
    expect(picture).toContain('/i/who-learns-from-whom.png?institution=X&amp;lang=zh&amp;filter=country:VN')
    expect((await college.get(picture!.replaceAll('&amp;', '&'))).status).toBe(200)
    const title = async (path: string) => property(await stated(college, `${path}?institution=X`), 'title')
    expect(await title('/form/international-influence')).toBe('International influence table, College X')
    expect(await title('/programme/PA')).toBe('CNC, College X')
    expect(await title('/skills')).toBe('Skills, College X')
    for (const path of ['/programme/NONE', '/standard/NONE', '/record/NONE', '/constructor/PA'])
      expect(await get(college, `${path}?institution=X`), path).toContain('<title>Causeway</title>')
    const oembed = (path: string) => college.get(`/oembed?url=${encodeURIComponent(`http://causeway.test${path}`)}`)
    expect(await (await oembed('/country/VN?institution=X')).json()).toMatchObject({ title: 'Viet Nam, College X' })
    for (const path of ['/constructor', '/form/international-influence?institution=X'])
      expect([path, (await oembed(path)).status]).toEqual([path, 404])
    for (const path of ['/record/%E0', '/indicator/%E0%A4%A', '/country/%00'])
      expect([path, (await oembed(path)).status]).toEqual([path, 400])
  })

  it('what a page says of itself is the same for everybody: public figures only, no matter who asks', async () => {
    const college = await filled(open)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const path = '/indicator/EX02?institution=X&by=country&year=2022'
    const html = await stated(college, path, { authorization })
    expect(html).toBe(await stated(college, path))
    expect(property(html, 'description')).not.toMatch(/Lao/)
    const cut = await stated(college, '/indicator/EX02?institution=X&by=country&across=programme&filter=country:VN,LA')
    expect(property(cut, 'description')).toMatch(/^Foreign students received, College X/)
    const closed = await filled(open, false)
    expect(await get(closed, '/indicator/EX02?institution=X')).not.toMatch(/14|College X/)
  })

  it('the overview has its heading before the app is there, but not for anyone who may read other figures', async () => {
    const college = await filled(open)
    const html = await stated(college, '/?institution=X&year=2022')
    const [, heading] = /<div class="opening-lines"><h1 lang="en">(.+?)<\/h1>/.exec(html) ?? []
    expect(`${heading?.replaceAll(/<[^>]*>/g, '')}.`).toBe(property(html, 'description'))
    const cookie = await college.signIn(await college.tokenFor('reader', 'X'))
    for (const asked of [await stated(college, '/?institution=X', { cookie }), await stated(college, '/country/VN')])
      expect(asked).not.toMatch(/<h1/)
  })

  it('a page of which there is nothing to say is still the page', async () => {
    const college = await filled(open)
    for (const path of [
      '/indicator/NONE',
      '/indicator/EX02?institution=NONE',
      '/sign-in',
      '/nowhere',
      '/theme/none',
      '/indicator/%E0%A4%A',
    ]) {
      const response = await college.get(path)
      expect([response.headers.get('content-type'), path]).toEqual(['text/html; charset=utf-8', path])
      expect(await response.text(), path).toContain('<title>Causeway</title>')
    }
  })

  it('a name cannot break out of what is written with it', async () => {
    const college = await openCollege(await open(), { webRoot })
    const name = `"""><script>alert(1)</script>$&'"`
    await college.put('institution', ['code,name_zh,name_en,country', `X,甲,"${name.replaceAll('"', '""')}",CN`])
    await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'])
    await college.put('enrolment', [ENROLMENT_HEADER, 'L1,,PA,degree,1,VN,2022-09-01,2023-07-01,300'])
    for (const path of ['/indicator/EX02?institution=X', '/embed/EX02?institution=X', '/i/EX02.svg?institution=X']) {
      const text = await stated(college, path)
      expect(text, path).toContain('&lt;script&gt;')
      expect(text, path).not.toContain('<script>alert')
    }
    const oembed = JSON.parse(
      await get(college, `/oembed?url=${encodeURIComponent('http://causeway.test/indicator/EX02?institution=X')}`),
    ) as {
      html: string
    }
    expect(oembed.html).not.toContain('<script>')
  })

  it('a page has its tag, and another when its figures change', async () => {
    const college = await filled(open)
    const path = '/indicator/EX02?institution=X'
    await stated(college, path)
    const etag = (await college.get(path)).headers.get('etag')!
    expect((await college.get(path, { 'if-none-match': etag })).status).toBe(304)
    await college.put('enrolment', [ENROLMENT_HEADER, 'N1,,PA,degree,1,VN,2022-09-01,2023-07-01,300'])
    expect((await college.get(path, { 'if-none-match': etag })).status).toBe(200)
  })

  it('a chart can be framed by any site, and nothing else can', async () => {
    const college = await filled(open)
    const response = await college.get('/embed/EX02?institution=X&from=2021&to=2022&lang=zh')
    const policy = response.headers.get('content-security-policy')!
    expect(policy).toMatch(/frame-ancestors \*/)
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/)
    expect(response.headers.has('x-frame-options')).toBe(false)
    const html = await response.text()
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(html).toMatch(
      /<img src="\/i\/EX02\.svg\?[^"]*mode=light[^"]*" width="800" height="520" alt="甲学院接收国外留学生人数/,
    )
    expect(html).toMatch(/<source media="\(prefers-color-scheme: dark\)" srcset="[^"]*mode=dark/)
    expect(html).toMatch(/<th scope="row">2022—2023学年<\/th><td class="number">14<\/td>/)
    for (const path of ['/', '/indicator/EX02', '/i/EX02.svg?institution=X', '/sign-in', '/graphql']) {
      const other = await college.get(path, { accept: 'text/html' })
      expect(other.headers.get('x-frame-options'), path).toBe('DENY')
      expect(other.headers.get('content-security-policy'), path).toMatch(/frame-ancestors 'none'/)
    }
  })

  it('an embedded chart that cannot be had says so in its frame, in its language', async () => {
    const college = await filled(open)
    const response = await college.get('/embed/NONE?institution=X&lang=zh')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors \*/)
    expect(await response.text()).toMatch(/这张图无法显示/)
    expect((await college.get('/embed/EX02?institution=X&chart=pie')).status).toBe(400)
  })

  it('an address of a chart tells how it is embedded, as oEmbed asks', async () => {
    const college = await filled(open)
    const page = 'http://causeway.test/indicator/EX02?institution=X&by=country&year=2022&lang=zh'
    const html = await stated(college, new URL(page).pathname + new URL(page).search)
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/
      .exec(html)![1]!
      .replaceAll('&amp;', '&')
    const response = await college.get(link.replace('http://causeway.test', ''))
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const oembed = (await response.json()) as Record<string, unknown>
    expect(oembed).toMatchObject({
      ...{
        type: 'rich',
        version: '1.0',
        title: '甲学院：接收国外留学生人数，按国家（地区）',
        provider_name: 'Causeway',
      },
      ...{ thumbnail_width: 1200, thumbnail_height: 630 },
    })
    const frame = /^<iframe src="([^"]*)"/.exec(String(oembed['html']))![1]!.replaceAll('&amp;', '&')
    expect(frame).toBe('http://causeway.test/embed/EX02?institution=X&lang=zh&by=country&year=2022')
    expect((await college.get(frame.replace('http://causeway.test', ''))).status).toBe(200)
    const small = await college.get(`/oembed?url=${encodeURIComponent(page)}&maxwidth=320&maxheight=300`)
    expect(await small.json()).toMatchObject({ width: 320, height: 300 })
    const xml = await college.get(
      /type="text\/xml\+oembed" href="http:\/\/causeway\.test([^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&'),
    )
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const said = [...(await xml.text()).matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, text]) => [name, text])
    const plain = (text: string) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(Object.fromEntries(said.map(([name, text]) => [name, plain(text!)]))).toEqual(
      Object.fromEntries(Object.entries(oembed).map(([name, value]) => [name, String(value)])),
    )
  })

  it('an address that is not of this site, or has no chart, is embedded nowhere', async () => {
    const college = await filled(open)
    const statusOf = async (url: string, more = '') =>
      (await college.get(`/oembed?url=${encodeURIComponent(url)}${more}`)).status
    expect(await statusOf('http://elsewhere.test/indicator/EX02')).toBe(404)
    expect(await statusOf('javascript:alert(1)')).toBe(404)
    expect(await statusOf('http://causeway.test/sign-in')).toBe(404)
    expect(await statusOf('http://causeway.test/indicator/NONE')).toBe(404)
    expect(await statusOf('http://causeway.test/indicator/EX02', '&format=yaml')).toBe(501)
    expect((await college.get('/oembed')).status).toBe(404)
  })

  it('a college with its own look has it in the page, with a logo that runs and fetches nothing', async () => {
    const college = await filled(open)
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
    const brand: Brand = {
      ...NO_BRAND,
      name: { zh: '甲学院国际化指标', en: 'A</script><b>' },
      logo: { body: Buffer.from(logo), type: 'image/svg+xml', hash: 'abcdefghijkl' },
      colors: { light: { EXPORT: '#7a1f00' } },
    }
    const app = createApp({ ...college.causeway, brand }, { webRoot, log: () => {} })
    const fetchOf = (path: string) => app.fetch(new Request(`http://causeway.test${path}`))
    let html = ''
    const ask = async () => (html = await (await fetchOf('/indicator/EX02?institution=X&lang=zh')).text())
    await expect.poll(ask).toMatch(/<title>甲学院：接收国外留学生人数 · 甲学院国际化指标<\/title>/)
    expect(html).toContain(
      '<span class="wordmark"><img src="/brand/logo?abcdefghijkl" alt="" height="32"><span>甲学院国际化指标</span>',
    )
    expect(html).toMatch(/:root\{--export:#7a1f00;--export-soft:#[0-9a-f]{6}\}/)
    const data = /<script type="application\/json" id="brand">([\s\S]*?)<\/script>/.exec(html)![1]!
    expect(JSON.parse(data)).toMatchObject({ name: brand.name, logo: '/brand/logo?abcdefghijkl', colors: brand.colors })
    const served = await fetchOf('/brand/logo?abcdefghijkl')
    expect(served.headers.get('content-type')).toBe('image/svg+xml')
    expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
    expect(await served.text()).toBe(logo)
    const picture = await fetchOf('/i/EX02.svg?institution=X')
    expect(await picture.text()).toMatch(/<image [^>]*href="data:image\/svg\+xml;base64,/)
    // Else a browser that opens it would leave the logo out.
    expect(picture.headers.get('content-security-policy')).toBe(
      "default-src 'none'; img-src data:; frame-ancestors 'none'",
    )
    expect((await college.get('/brand/logo')).status).toBe(404)
    await app.close()
  })
})
