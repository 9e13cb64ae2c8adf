import { kept } from '../../ground/kept.ts'

/** Things at numbered places, as far as they are known to be the same. */
export class Groups<Thing extends object> {
  readonly #members = new Map<Thing, Member[]>()

  rootOf([thing, place]: readonly [Thing, number]): Member {
    const own = (kept(this.#members, thing, () => [])[place] ??= { in: null })
    let root = own
    while (root.in) root = root.in
    if (own !== root) own.in = root
    return root
  }

  join(one: readonly [Thing, number], other: readonly [Thing, number]): void {
    const [first, second] = [this.rootOf(one), this.rootOf(other)]
    if (first !== second) second.in = first
  }
}

interface Member {
  in: Member | null
}
