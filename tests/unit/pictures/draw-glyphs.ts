import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { FONT_FAMILY, registerFonts } from '@causeway/server/outlets/pictures/drawing-kit'

/** Reads signs from standard input, as JSON, and says which of them the fonts of pictures have not. */
registerFonts()
const signs = JSON.parse(readFileSync(0, 'utf8')) as string[]
const ctx = createCanvas(40, 40).getContext('2d')

function draw(sign: string): string {
  ctx.clearRect(0, 0, 40, 40)
  ctx.font = `400 24px ${FONT_FAMILY}`
  ctx.fillText(sign, 4, 30)
  return Buffer.from(ctx.getImageData(0, 0, 40, 40).data.buffer).toString('base64')
}

const [nothing, box] = [draw(' '), draw('\u{10FFFE}')]
process.stdout.write(JSON.stringify(signs.filter((sign) => [nothing, box].includes(draw(sign)))))
