import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

interface Keyboard {
  field: RefObject<HTMLInputElement | null>
  results: RefObject<HTMLDivElement | null>
  /** Of whatever holds the two. */
  move: (event: KeyboardEvent) => void
}

/** The catalogue by keyboard: arrows lead from the field through what was found and back; Enter opens the first. */
export function useKeyboard(typed: string, sought: string): Keyboard {
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const [opening, setOpening] = useState(false)
  useEffect(() => {
    // What is opened is the first of what was typed, not of what the list still shows.
    if (!opening || sought !== typed) return
    setOpening(false)
    results.current?.querySelector<HTMLElement>('.entry-name a')?.click()
  }, [opening, sought, typed])
  return { field, results, move }

  function move(event: KeyboardEvent) {
    const links = [...(results.current?.querySelectorAll<HTMLAnchorElement>('.entry-name a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const inField = document.activeElement === field.current
    if (event.nativeEvent.isComposing || (at === -1 && !inField)) return
    if (event.key === 'ArrowDown') links[at + 1]?.focus()
    else if (event.key === 'ArrowUp' && !inField) (links[at - 1] ?? field.current)?.focus()
    else if (event.key === 'Escape' && !inField) field.current?.focus()
    else if (event.key === 'Enter' && inField && typed.trim() !== '') setOpening(true)
    else return
    event.preventDefault()
  }
}
