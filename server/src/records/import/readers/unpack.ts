import { pipeline, type Readable, type Transform } from 'node:stream'

/** What `unpacker` makes of the bytes of `source`, some at a time. @throws what `damaged` gives, where they are not as they were packed */
export async function* unpack(
  source: Readable,
  unpacker: Transform,
  damaged: () => Error,
): AsyncGenerator<Buffer, void, undefined> {
  pipeline(source, unpacker, () => {})
  try {
    for await (const chunk of unpacker) yield chunk as Buffer
  } catch (error) {
    const { code = '' } = error as { code?: string }
    throw code.startsWith('Z_') ? damaged() : error
  } finally {
    source.destroy()
  }
}
