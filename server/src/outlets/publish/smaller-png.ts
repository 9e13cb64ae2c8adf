import { crc32, deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLORS = 256

/**
 * The same picture in a third of the bytes: of a chart's colours some hundred are its own and the others are at the edges of its
 * letters, so that 256 of them tell it. What is not among them takes the nearest. See-through pictures stay as they are.
 */
export async function smallerPng(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png)
  const { width, height } = image
  const ctx = createCanvas(width, height).getContext('2d')
  ctx.drawImage(image, 0, 0)
  const { data } = ctx.getImageData(0, 0, width, height)
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height)
  const palette = paletteOf(pixels)
  if (!palette) return png
  const lines = linesOf(pixels, width, palette.places)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const smaller = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.colors.flatMap((color) => partsOf(color)))),
    chunk('IDAT', deflateSync(lines, { level: 8 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return smaller.length < png.length ? smaller : png
}

/** The picture as a PNG holds it: each line begins with the filter that it went through, which is none. */
function linesOf(pixels: Uint32Array, width: number, places: ReadonlyMap<number, number>): Uint8Array {
  const height = pixels.length / width
  const lines = new Uint8Array(height * (width + 1))
  let [last, place] = [-1, 0]
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    to++
    for (const end = from + width; from < end; from++, to++) {
      const color = pixels[from]!
      if (color !== last) [last, place] = [color, places.get(color)!]
      lines[to] = place
    }
  }
  return lines
}

/** The colours that most pixels have, and by each colour of the picture the place of the nearest. Null: some are see-through. */
function paletteOf(pixels: Uint32Array): { colors: number[]; places: Map<number, number> } | null {
  const counts = countColors(pixels)
  if ([...counts.keys()].some((color) => color >>> 24 !== 255)) return null
  const byCount = [...counts].toSorted(([, a], [, b]) => b - a).map(([color]) => color)
  const colors = byCount.slice(0, MOST_COLORS)
  const parts = colors.map(partsOf)
  const places = new Map(byCount.map((color, at) => [color, at < MOST_COLORS ? at : nearest(partsOf(color), parts)]))
  return { colors, places }
}

/** Most pixels are like the one before them: they are counted together. */
function countColors(pixels: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (let from = 0, to = 0; from < pixels.length; from = to) {
    const color = pixels[from]!
    while (pixels[to] === color) to++
    counts.set(color, (counts.get(color) ?? 0) + to - from)
  }
  return counts
}

type Parts = readonly [red: number, green: number, blue: number]

function nearest([red, green, blue]: Parts, colors: readonly Parts[]): number {
  let [place, least] = [0, Infinity]
  colors.forEach(([r, g, b], at) => {
    const apart = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (apart < least) [place, least] = [at, apart]
  })
  return place
}

/** A pixel of a canvas, read as a number where the lowest byte comes first. */
function partsOf(color: number): Parts {
  return [color & 0xff, (color >>> 8) & 0xff, (color >>> 16) & 0xff]
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
