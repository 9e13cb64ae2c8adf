import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Colours of the palette. A chart has some dozen of its own, and the edges of its letters are as smooth with 64 as with 256. */
const MOST_COLORS = 64
/** The highest level that is quick: a picture of 1600 x 1040 pixels takes 7 ms, 19 ms at level 8 for 3 % less. */
const DEFLATE_LEVEL = 6

/**
 * Encodes pixels as a PNG with a palette: a third of the bytes and of the time of one that keeps each pixel's own colour. Colours that are
 * not in the palette take the nearest one. Null if a pixel is transparent.
 * @param pixels RGBA, 4 bytes each, row by row
 * @param title written into the file as the iTXt keyword `Title`
 */
export function encodePalettePng(pixels: Uint32Array, width: number, title: string): Uint8Array | null {
  const palette = paletteOf(pixels)
  if (!palette) return null
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(pixels.length / width, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    // Keyword, not compressed, no language, no translated keyword, text.
    chunk('iTXt', Buffer.from(`Title\0\0\0\0\0${title}`, 'utf8')),
    chunk('PLTE', Buffer.from(palette.colors.flatMap((color) => partsOf(color)))),
    chunk('IDAT', deflateSync(linesOf(pixels, width, palette.places), { level: DEFLATE_LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ])
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
