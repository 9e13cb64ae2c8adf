const forgetters: (() => void)[] = []

/** Whatever keeps something of somebody's work in this page says how it is forgotten. */
export function forgetAtSignOut(forget: () => void): void {
  forgetters.push(forget)
}

/** Who signs out leaves nothing behind for the next at this browser. */
export function leaveNoTrace(): void {
  forgetters.forEach((forget) => forget())
  try {
    sessionStorage.clear()
  } catch {
    // A browser that keeps nothing.
  }
}
