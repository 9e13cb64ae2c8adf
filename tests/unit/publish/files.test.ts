import { setImmediate } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, onTestFinished } from 'vitest'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { ahead } from '@causeway/server/outlets/publish/write-site'
import { ownIds } from '@causeway/server/outlets/pictures/draw-chart'
import { compactSvg, shorterPath } from '@causeway/server/outlets/publish/draw-still-chart'
import { chartColours, colourIn, inBothLights } from '@causeway/server/outlets/publish/chart-colours'
import { joinData, zipData } from '@causeway/server/outlets/publish/join-data'
import { FileNames, listFolderPages } from '@causeway/server/outlets/publish/folder-page'
import { encodePalettePng } from '@causeway/server/outlets/pictures/palette-png'
import type { Causeway } from '@causeway/server/figures/causeway'
import { SINGLE_PAGES } from '@causeway/shared/pages'
import { THEMES } from '@causeway/shared/series'
import { stillDesk } from '@causeway/server/outlets/publish/still-desk'

async function* all<T>(pieces: readonly T[]): AsyncGenerator<T> {
  yield* pieces
}

test('pieces come in their order, whichever is made first, and no more are under way than may be', async () => {
  let [underWay, most] = [0, 0]
  const make = async (piece: number) => {
    most = Math.max(most, ++underWay)
    // The later ones of each three are made first.
    for (let turns = 9 - (piece % 3) * 3; turns > 0; turns--) await setImmediate()
    underWay--
    return piece * 10
  }
  const seen: [number, number][] = []
  for await (const one of ahead(all([1, 2, 3, 4, 5, 6, 7]), 3, make)) seen.push(one)
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((piece) => [piece, piece * 10]))
  expect(most).toBe(3)
})

test('what cannot be made is said in its turn, and nothing is left that nobody hears of', async () => {
  const seen: number[] = []
  const unheard: unknown[] = []
  const hear = (error: unknown) => unheard.push(error)
  process.on('unhandledRejection', hear)
  const make = async (piece: number) => {
    if (piece > 1) throw new Error(`no ${piece}`)
    return piece
  }
  await expect(
    (async () => {
      for await (const [piece] of ahead(all([1, 2, 3]), 3, make)) seen.push(piece)
    })(),
  ).rejects.toThrow('no 2')
  await setImmediate()
  process.off('unhandledRejection', hear)
  expect(seen).toEqual([1])
  expect(unheard).toEqual([])
})

test('a path written in steps ends where it ended, to a tenth of a pixel, however many steps it takes', () => {
  const points = Array.from({ length: 500 }, (_, n) => [n * 1.234, 50 + 40 * Math.sin(n)] as const)
  const short = shorterPath(`M0 50${points.map(([x, y]) => `L${x.toFixed(2)} ${y.toFixed(2)}`).join('')}`)
  let [x, y] = [0, 50]
  for (const [, step = ''] of short.slice(short.indexOf('l')).matchAll(/(-?[\d.]+[ -][\d.-]+)/g)) {
    const [, dx = '', dy = ''] = /^(-?[\d.]+) ?(-?[\d.]+)$/.exec(step) ?? []
    ;[x, y] = [x + Number(dx), y + Number(dy)]
  }
  const [lastX, lastY] = points.at(-1)!
  expect(Math.abs(x - lastX)).toBeLessThan(0.1)
  expect(Math.abs(y - lastY)).toBeLessThan(0.1)
})

test('a path closes where it began, and one with commands that are not known stays as it is', () => {
  expect(shorterPath('M10 10L20 10L20 20Z')).toBe('M10 10l10 0 0 10z')
  expect(shorterPath('M1 1A5 5 0 0 1 9 9')).toBe('M1 1A5 5 0 0 1 9 9')
})

test('what all words of a chart say is said once, and a word that differs says it itself', () => {
  const word = (fill: string, text: string) =>
    `<text transform="matrix(1 0 0 1 10.5 20.25)" x="1" y="0" font-family="F" font-size="13" font-weight="400" text-anchor="middle" dominant-baseline="central" fill="${fill}" fill-opacity="1">${text}</text>`
  expect(
    compactSvg(`<path stroke-width="1" d="M0 0L9 0"/>${word('#111', 'a')}${word('#111', 'b')}${word('#222', 'c')}`),
  ).toBe(
    '<path d="M0 0l9 0"/><g font-family="F" font-size="13" font-weight="400" dominant-baseline="central" text-anchor="middle" fill="#111"><text x="11.5" y="20.3">a</text><text x="11.5" y="20.3">b</text><text x="11.5" y="20.3" fill="#222">c</text></g>',
  )
})

test('a shape that is filled and then outlined is one element, and two shapes stay two', () => {
  const filled = (d: string) => `<path fill="#111" d="${d}"/>`
  const outlined = (d: string) => `<path fill="none" stroke="#222" stroke-width="1.5" stroke-miterlimit="10" d="${d}"/>`
  expect(compactSvg(filled('M0 0L9 0L9 9Z') + outlined('M0 0L9 0L9 9Z'))).toBe(
    '<path fill="#111" stroke="#222" stroke-width="1.5" d="M0 0l9 0 0 9z"/>',
  )
  expect(compactSvg(filled('M0 0L9 0L9 9Z') + outlined('M0 0L9 0L9 8Z')).match(/<path/g)).toHaveLength(2)
})

test('the same chart is the same text, however much was drawn before it', () => {
  const drawn = (first: number) =>
    `<pattern id="pt_${first}"/><clipPath id="cl_${first + 1}"><rect fill="url(#pt_${first})"/></clipPath><g clip-path="url(#cl_${first + 1})"/><use xlink:href="#pt_${first}"/>`
  expect(ownIds(drawn(7), 'p')).toBe(ownIds(drawn(991), 'p'))
  expect(ownIds(drawn(7), 'p')).toBe(
    '<pattern id="p0"/><clipPath id="p1"><rect fill="url(#p0)"/></clipPath><g clip-path="url(#p1)"/><use xlink:href="#p0"/>',
  )
})

test('a chart is one drawing for a light and a dark ground, or none where more than colours differ', () => {
  const drawn = (word: string, line: string, at = 1) =>
    `<path fill="none" stroke="${line}" d="M${at} 1"/><text fill="${word}">#1</text>`
  const both = inBothLights(drawn('#111111', '#777777'), drawn('white', '#777777'))
  expect(both).toBe(drawn('var(--l111111-dwhite)', '#777777'))
  expect(chartColours(both)).toEqual(['l111111-dwhite'])
  expect([colourIn('light', 'l111111-dwhite'), colourIn('dark', 'l111111-dwhite')]).toEqual(['#111111', 'white'])
  expect(() => inBothLights(drawn('#111111', '#777777'), drawn('#ffffff', '#777777', 2))).toThrow('differs')
})

test('what an indicator’s addresses answer is one file, the whole first, and each row says by what it is broken down', () => {
  const joined = (format: string, parts: [string, string][]) => {
    const answers = parts.map(([address, text]) => [address, new TextEncoder().encode(text)] as const)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(joinData(format, answers))
  }
  const head = '\uFEFFindicator,category\r\n'
  expect(
    joined('csv', [
      ['/i/x.csv?by=country', `${head}x,"a\n""b"" "\r\nx,c\r\n`],
      ['/i/x.csv?lang=zh', `${head}x,\r\n`],
    ]),
  ).toBe('\uFEFFindicator,category,dimension\r\nx,,\r\nx,"a\n""b"" ",country\r\nx,c,country\r\n')
  // A breakdown of which some years are of an earlier release has a column more.
  expect(
    joined('csv', [
      ['/i/x.csv', `${head}x,\r\n`],
      ['/i/x.csv?by=country', '\uFEFFindicator,category,stayed\r\nx,a,first\r\n'],
      ['/i/x.csv?by=level', `${head}x,b\r\n`],
    ]),
  ).toBe('\uFEFFindicator,category,stayed,dimension\r\nx,,,\r\nx,a,first,country\r\nx,b,,level\r\n')
  const series = joined('json', [
    ['/i/x.json?by=country', '{"dimension":"country"}\n'],
    ['/i/x.json', '{"dimension":null}\n'],
  ])
  expect(JSON.parse(series)).toEqual([{ dimension: null }, { dimension: 'country' }])
})

test('the archive of an indicator holds its CSV and its JSON, and is the same bytes each time', () => {
  const answers = [
    ['/i/x.csv', 'indicator\r\nx\r\n'],
    ['/i/x.json', '{"dimension":null}'],
  ].map(([address, text]) => [address!, new TextEncoder().encode(text)] as const)
  const zip = zipData('data/x-zh.zip', answers)
  expect(Object.keys(unzipSync(zip))).toEqual(['x-zh.csv', 'x-zh.json'])
  expect(strFromU8(unzipSync(zip)['x-zh.csv']!)).toBe('indicator,dimension\r\nx,\r\n')
  expect(zipData('data/x-zh.zip', answers)).toEqual(zip)
})

test('a code becomes a name that any system and web space takes, and no two become one', () => {
  const names = new FileNames()
  expect(names.of('programme', 'PA-1.2')).toBe('programme/PA-1.2.html')
  const others = ['数控', '农机 / 维修', 'a?b#c%', 'CON', '../../etc', 'pa-1.2', 'x'.repeat(300)].map((code) =>
    names.of('programme', code),
  )
  for (const name of others) expect(name).toMatch(/^programme\/[\w-][\w.-]{0,90}\.html$/)
  expect(new Set(['programme/pa-1.2.html', ...others.map((name) => name.toLowerCase())]).size).toBe(others.length + 1)
})

async function pixelsOf(png: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(png)
  const ctx = createCanvas(image.width, image.height).getContext('2d')
  ctx.drawImage(image, 0, 0)
  return ctx.getImageData(0, 0, image.width, image.height).data
}

function pictured(ground: string | null): Uint32Array {
  const canvas = createCanvas(600, 300)
  const ctx = canvas.getContext('2d')
  if (ground) {
    ctx.fillStyle = ground
    ctx.fillRect(0, 0, 600, 300)
  }
  // Bars in tones of one theme, with words in ink beside them and in white on them, and points on their ends.
  ctx.font = '20px sans-serif'
  for (let n = 0; n < 6; n++) {
    ctx.fillStyle = `hsl(165, ${90 - (n % 3) * 20}%, ${22 + (n % 3) * 12}%)`
    ctx.fillRect(120, 20 + n * 45, 200 + n * 30, 30)
    ctx.beginPath()
    ctx.arc(320 + n * 30, 35 + n * 45, 9, 0, 7)
    ctx.fill()
    ctx.fillStyle = '#ffffff'
    ctx.fillText(`${n} 2,345.67`, 130, 42 + n * 45)
    ctx.fillStyle = '#1c2430'
    ctx.fillText(`数控 ${n}`, 20, 42 + n * 45)
  }
  const { data } = ctx.getImageData(0, 0, 600, 300)
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4)
}

test('a picture of a chart with a palette looks the same, and holds its title', async () => {
  const pixels = pictured('#ffffff')
  const png = encodePalettePng(pixels, 600, '毕业生人数')!
  expect(Buffer.from(png).includes(Buffer.from('毕业生人数', 'utf8'))).toBe(true)
  const [before, after] = [new Uint8Array(pixels.buffer), await pixelsOf(png)]
  expect(after.length).toBe(before.length)
  let [most, sum] = [0, 0]
  before.forEach((value, at) => {
    const apart = Math.abs(value - after[at]!)
    most = Math.max(most, apart)
    sum += apart
  })
  expect(most).toBeLessThan(64)
  expect(sum / before.length).toBeLessThan(0.5)
})

test('a transparent picture gets no palette', () => {
  expect(encodePalettePng(pictured(null), 600, 'x')).toBeNull()
})

test('a folder has a page of every theme, and of every page of one name that needs neither signing in nor a server', () => {
  const causeway = { indicators: [] } as unknown as Causeway
  const addresses = listFolderPages(causeway, { subjects: [], hasFigures: () => false }).map(({ address }) => address)
  for (const theme of THEMES) expect(addresses).toContain(`/theme/${theme.toLowerCase()}`)
  expect(SINGLE_PAGES.filter((page) => !addresses.includes(`/${page}`))).toEqual([
    'data',
    'developers',
    'institutions',
    'sign-in',
  ])
})

const NO_PICTURE = Buffer.from('no picture')

test('what cannot be made costs that piece alone', async () => {
  const desk = stillDesk(undefined)
  onTestFinished(() => desk.close())
  const spec = null as never
  await expect(desk.draw(spec, 'EN')).rejects.toThrow(/draw|null/)
})

test('a logo that is no picture is said with the first piece, and the thread that ended with every other', async () => {
  const logo = { body: NO_PICTURE, type: 'image/png', hash: 'x' } as const
  const desk = stillDesk({ name: null, logo, colors: {}, runBy: null, contact: null })
  const spec = null as never
  await expect(desk.draw(spec, 'EN')).rejects.toThrow()
  const waiting = desk.draw(spec, 'EN')
  await desk.close()
  await expect(waiting).rejects.toThrow()
  await expect(desk.draw(spec, 'EN')).rejects.toThrow('the thread that draws has ended')
})
