const pages = new WeakMap<object, object[]>()

/** Notes that things were read together: what they point to, and what proves them, is then looked up once for all of them. */
export function readTogether<Thing extends object>(things: Thing[]): Thing[] {
  for (const thing of things) pages.set(thing, things)
  return things
}

/** The things that one was read together with, itself among them. */
export function pageOf<Thing extends object>(thing: Thing): Thing[] {
  return (pages.get(thing) as Thing[] | undefined) ?? readTogether([thing])
}
