/** Numbers at which programs that read files go wrong. */
const ODD_NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

/** A copy of a file with some harm done to it: what a broken disk, a cut connection or somebody with bad intent makes of it. */
export function mutate(bytes: Uint8Array, random: () => number): Buffer {
  let spoilt = Buffer.from(bytes)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const times = 1 + upTo(4)
  for (let i = 0; i < times && spoilt.length > 8; i++) {
    const at = upTo(spoilt.length - 4)
    switch (upTo(7)) {
      case 0:
        spoilt[at] = spoilt[at]! ^ (1 << upTo(8))
        break
      case 1:
        spoilt[at] = upTo(256)
        break
      case 2:
        spoilt.writeUInt16LE(ODD_NUMBERS[upTo(ODD_NUMBERS.length)]! & 0xffff, at)
        break
      case 3:
        spoilt.writeUInt32LE(ODD_NUMBERS[upTo(ODD_NUMBERS.length)]!, at)
        break
      case 4:
        spoilt = spoilt.subarray(0, at)
        break
      case 5:
        spoilt.fill(upTo(2) * 255, at, Math.min(spoilt.length, at + 1 + upTo(200)))
        break
      default: {
        const piece = spoilt.subarray(at, at + 1 + upTo(300))
        const to = upTo(spoilt.length)
        spoilt = Buffer.concat([spoilt.subarray(0, to), piece, spoilt.subarray(to)])
      }
    }
  }
  return spoilt
}
