import { compactSvg } from '@causeway/server/outlets/publish/draw-still-chart'
import { FileNames } from '@causeway/server/outlets/publish/folder-page'
import { shorterPath } from '@causeway/server/outlets/publish/shorter-path'
import { expect, test } from 'vitest'

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

test('the same chart is the same text, however much was drawn before it', () => {
  const drawn = (first: number) =>
    `<pattern id="pt_${first}"/><clipPath id="cl_${first + 1}"><rect fill="url(#pt_${first})"/></clipPath><g clip-path="url(#cl_${first + 1})"/><use xlink:href="#pt_${first}"/>`
  expect(compactSvg(drawn(7))).toBe(compactSvg(drawn(991)))
  expect(compactSvg(drawn(7))).toBe(
    '<pattern id="p0"/><clipPath id="p1"><rect fill="url(#p0)"/></clipPath><g clip-path="url(#p1)"/><use xlink:href="#p0"/>',
  )
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
