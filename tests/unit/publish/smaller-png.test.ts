import { smallerPng } from '@causeway/server/outlets/publish/smaller-png'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'

async function pixelsOf(png: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(png)
  const ctx = createCanvas(image.width, image.height).getContext('2d')
  ctx.drawImage(image, 0, 0)
  return ctx.getImageData(0, 0, image.width, image.height).data
}

function picture(ground: string | null): Uint8Array {
  const canvas = createCanvas(600, 300)
  const ctx = canvas.getContext('2d')
  if (ground) {
    ctx.fillStyle = ground
    ctx.fillRect(0, 0, 600, 300)
  }
  for (let n = 0; n < 12; n++) {
    ctx.fillStyle = `hsl(${n * 30}, 70%, 40%)`
    ctx.beginPath()
    ctx.arc(40 + n * 45, 60 + n * 15, 30, 0, 7)
    ctx.fill()
    ctx.font = '20px sans-serif'
    ctx.fillText(`${n} 2,345.67`, 20 + n * 20, 150 + n * 12)
  }
  return canvas.toBuffer('image/png')
}

test('a picture of a chart looks the same in fewer bytes', async () => {
  const given = picture('#ffffff')
  const smaller = await smallerPng(given)
  expect(smaller.length).toBeLessThan(given.length * 0.7)
  const [before, after] = [await pixelsOf(given), await pixelsOf(smaller)]
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

test('a picture that one can see through stays as it is', async () => {
  const given = picture(null)
  expect(await smallerPng(given)).toBe(given)
})
