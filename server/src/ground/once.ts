/** What follows from a thing alone is found once for it, as long as somebody holds the thing. */
export function once<Of extends WeakKey, Found>(find: (of: Of) => Found): (of: Of) => Found {
  const found = new WeakMap<Of, { is: Found }>()
  return (of) => {
    const known = found.get(of)
    if (known) return known.is
    const is = find(of)
    found.set(of, { is })
    return is
  }
}

/** As `once`, for each pair of things. */
export function oncePerPair<One extends WeakKey, Other extends WeakKey, Found>(
  find: (one: One, other: Other) => Found,
): (one: One, other: Other) => Found {
  const ofOne = once((one: One) => once((other: Other) => find(one, other)))
  return (one, other) => ofOne(one)(other)
}
