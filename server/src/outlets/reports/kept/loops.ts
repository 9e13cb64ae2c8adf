export interface LoopAround {
  /** Of its path, as text. */
  loop: string
  path: string[]
  turn: number
}

/** The loops that a tag is within, from the outermost: a path is a loop, its turn, a loop, its turn, and the tag. */
export function loopsAround(path: readonly string[]): LoopAround[] {
  const loops: LoopAround[] = []
  for (let at = 0; at + 1 < path.length; at += 2) {
    const own = path.slice(0, at + 1)
    loops.push({ loop: JSON.stringify(own), path: own, turn: Number(path[at + 1]) })
  }
  return loops
}
