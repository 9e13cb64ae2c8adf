/** Pieces in their order with what was made of each, while some that follow are being made already. */
export async function* ahead<Piece, Made>(
  pieces: AsyncIterable<Piece>,
  most: number,
  make: (piece: Piece) => Promise<Made>,
): AsyncGenerator<[Piece, Made]> {
  const begun: [Piece, Promise<Made>][] = []
  for await (const piece of pieces) {
    const made = make(piece)
    // Whoever waits for one before it hears of that first.
    made.catch(() => undefined)
    begun.push([piece, made])
    if (begun.length < most) continue
    const [first, of] = begun.shift()!
    yield [first, await of]
  }
  for (const [piece, made] of begun) yield [piece, await made]
}
