import { StillDesk } from '@causeway/server/outlets/publish/still-desk'
import { expect, onTestFinished, test } from 'vitest'

const NO_PICTURE = Buffer.from('no picture')

test('what cannot be made costs that piece alone', async () => {
  const desk = new StillDesk(undefined)
  onTestFinished(() => desk.close())
  await expect(desk.makeSmaller(NO_PICTURE)).rejects.toThrow()
  const spec = null as never
  await expect(desk.draw(spec, 'EN')).rejects.toThrow(/draw|null/)
})

test('a logo that is no picture is said with the first piece, and the thread that ended with every other', async () => {
  const logo = { body: NO_PICTURE, type: 'image/png', hash: 'x' } as const
  const desk = new StillDesk({ name: null, logo, colors: {}, runBy: null, contact: null })
  await expect(desk.makeSmaller(NO_PICTURE)).rejects.toThrow()
  const waiting = desk.makeSmaller(NO_PICTURE)
  await desk.close()
  await expect(waiting).rejects.toThrow()
  await expect(desk.makeSmaller(NO_PICTURE)).rejects.toThrow('the thread that draws has ended')
})
