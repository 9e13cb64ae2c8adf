import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NO_BRAND } from '@causeway/server/ground/brand/brand'
import { readBrand } from '@causeway/server/ground/brand/read-brand'
import { folderOfFile } from '../../support/folders.ts'
import UNSAFE from './unsafe-logos.json' with { type: 'json' }

const folder = folderOfFile()

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z" fill="#055fa5"/></svg>'

function read(text: string, files: Record<string, string | Buffer> = {}) {
  for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body)
  const file = join(folder, 'theme.yaml')
  writeFileSync(file, text)
  return readBrand(file)
}
const problemsOf = (text: string, files = {}) => read(text, files).problems

describe('the settings file of a college', () => {
  test('need not be there, and may be empty', () => {
    expect(readBrand(join(folder, 'none.yaml'))).toEqual({ brand: NO_BRAND, problems: [] })
    expect(read('# nothing yet\n')).toEqual({ brand: NO_BRAND, problems: [] })
  })

  test('gives name, logo, colours and who runs it, as YAML or as JSON', () => {
    const { brand, problems } = read(
      `name: { zh: 甲职业学院, en: College A }
logo: logo.svg
colors: { light: { export: "#7A1F00" } }
run_by: { zh: 国际交流处, en: International Office }
contact: { email: io@college.example, url: https://college.example/ }
`,
      { 'logo.svg': SVG },
    )
    expect(problems).toEqual([])
    expect(brand).toMatchObject({
      name: { zh: '甲职业学院', en: 'College A' },
      colors: { light: { EXPORT: '#7a1f00' } },
      runBy: { zh: '国际交流处' },
      contact: { email: 'io@college.example', phone: null },
    })
    expect(brand.logo).toMatchObject({ type: 'image/svg+xml', hash: expect.stringMatching(/^[\w-]{12}$/) })
    expect(read('{"name": {"zh": "甲", "en": "A"}}').brand.name).toEqual({ zh: '甲', en: 'A' })
  })

  test('can be begun from the example in the docs', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../server/docs/publishing.en.md'), 'utf8')
    const [, example] = /^`data\/theme\.yaml`.*?```yaml\n(.*?)```/ms.exec(page)!
    expect(problemsOf(example!, { 'logo.svg': SVG })).toEqual([])
  })

  test('is refused with every problem, each with its line, in both languages', () => {
    const problems = problemsOf(`nmae: { zh: 甲, en: A }
run_by: { zh: 甲 }
colors: { light: { export: red } }
`)
    expect(problems.map(({ en }) => /line (\d+)/.exec(en)?.[1]).sort()).toEqual(['1', '2', '3'])
    expect(problems.map(({ en }) => en).join('\n')).toMatch(/no key "nmae"; it takes name, .*did you mean|nmae/i)
    for (const { zh } of problems) expect(zh).toMatch(/第 \d 行.*\p{Script=Han}/u)
  })
})

describe('its own colour', () => {
  test('that cannot be read is refused with its key, its contrast and one that can', () => {
    const [problem, ...more] = problemsOf('colors: { light: { export: "#ff8844" } }')
    expect(more).toEqual([])
    expect(problem!.en).toMatch(
      /colors\.light\.export is #ff8844: .* contrast of 2\.\d\d:1 only, and needs 4\.5:1\. Make it darker, for instance #[0-9a-f]{6}/,
    )
    expect(problem!.zh).toMatch(/对比度只有 2\.\d\d:1，须达到 4\.5:1。请调深，例如 #/)
    const cure = /for instance (#[0-9a-f]{6})/.exec(problem!.en)![1]
    expect(problemsOf(`colors: { light: { export: "${cure}" } }`).filter(({ en }) => /contrast/.test(en))).toEqual([])
  })

  test('that is dark is refused for the dark page, with the other cure', () => {
    expect(problemsOf('colors: { dark: { skills: "#00785a" } }')[0]!.en).toMatch(
      /colors\.dark\.skills .* Make it lighter/,
    )
  })

  test('as light as that of another theme, its own or ours, is refused once for the pair', () => {
    const grey = problemsOf('colors: { light: { export: "#525252", skills: "#535353" } }').map(({ en }) => en)
    expect(grey.filter((it) => it.includes('colors.light.export') && it.includes('colors.light.skills'))).toHaveLength(
      1,
    )
    const { en } = problemsOf('colors: { light: { skills: "#0a5048" } }')[0]!
    expect(en).toMatch(/almost equally light .* at least 3/)
    const cure = /for instance by (#[0-9a-f]{6})/.exec(en)![1]
    expect(problemsOf(`colors: { light: { skills: "${cure}" } }`)).toEqual([])
  })
})

describe('a logo', () => {
  const withLogo = (body: string | Buffer, name = 'logo.svg') => problemsOf(`logo: ${name}`, { [name]: body })

  test.each(UNSAFE)('with %s is refused', (_what, part, put) => {
    const body = SVG.replace(part!, put!)
    expect(body).not.toBe(SVG)
    expect(withLogo(body)[0]!.en).toMatch(/line 1: the logo's SVG holds what is not let through/)
  })

  test('that is too large, no picture, of no size or not there is refused', () => {
    expect(withLogo(SVG.replace('</svg>', `<!--${'x'.repeat(210_000)}--></svg>`))[0]!.en).toMatch(
      /may have 204800 at most/,
    )
    expect(withLogo('GIF89a')[0]!.en).toMatch(/must be an SVG or a PNG/)
    expect(withLogo('<svg xmlns="http://www.w3.org/2000/svg"></svg>')[0]!.en).toMatch(/neither viewBox/)
    expect(problemsOf('logo: nowhere.svg')[0]!.en).toMatch(/there is no logo file .*nowhere\.svg/)
    const huge = Buffer.alloc(40)
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(huge)
    huge.writeUInt32BE(90_000, 16)
    huge.writeUInt32BE(10, 20)
    expect(withLogo(huge, 'logo.png')[0]!.en).toMatch(/90000 by 10 pixels/)
  })

  test('as drawing programs write one is taken', () => {
    const drawn = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${SVG.replace(
      '<path',
      '<metadata docname="C:\\Users\\art.svg">&#169; A</metadata><path style="fill:url(\'#g\')"',
    )}`
    expect(withLogo(drawn)).toEqual([])
  })

  test('of an SVG what is known to be safe is kept, and nothing else', () => {
    const noted = SVG.replace(
      '<path',
      '<!-- by Ann --><metadata><r xmlns="urn:r">home/ann</r></metadata><n:view xmlns:n="urn:n" n:x="1"><script/></n:view><title>A &amp; B</title><path data-id="7" n:label="secret" xmlns:n="urn:n"',
    )
    const { brand, problems } = read('logo: logo.svg', { 'logo.svg': noted })
    expect(problems).toEqual([])
    const kept = Buffer.from(brand.logo!.body).toString()
    expect(kept).toContain('<title>A &amp; B</title>')
    expect(kept).toContain('d="M0 0h40v20z" fill="#055fa5"')
    for (const word of ['Ann', 'ann', 'metadata', 'n:view', 'script', 'data-id', 'secret'])
      expect(kept).not.toContain(word)
    for (const broken of [
      SVG.replace('</svg>', ''),
      SVG.replace('<path', '<path a=b'),
      SVG.replace('<path', '<g><path'),
      `${SVG}<svg/>`,
    ])
      expect(withLogo(broken)[0]!.en).toMatch(/must be an SVG or a PNG/)
  })

  test('with paints, and with parts that are in its own file, is taken', () => {
    const own = SVG.replace('#055fa5', 'url(#g)').replace(
      '<path',
      '<defs><linearGradient id="g"/></defs><use href="#g"/><path',
    )
    expect(withLogo(own)).toEqual([])
  })
})
