import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Rules whose answer differs between light and dark. */
const OF_COLOR = ['color-contrast', 'link-in-text-block']

/**
 * The rules of accessibility that a page breaks, each with what breaks it.
 * @param within a selector; nothing: the whole page
 * @param ofColor those of colours alone, for a page that was looked at in the other light
 */
export async function brokenRules(
  page: Page,
  within?: string,
  { ofColor = false }: { ofColor?: boolean } = {},
): Promise<string[]> {
  await bringAxe(page)
  return page.evaluate(
    async ([selector, rules, ofColor]) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe
      // Asked for violations only, it does not describe each thing that is right.
      const { violations } = await run(selector ?? document, {
        resultTypes: ['violations'],
        ...(ofColor && { runOnly: rules }),
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' ')}`)
    },
    [within, OF_COLOR, ofColor] as const,
  )
}

/** Once for each document, for it is half a megabyte. What it may not ask of a frame of another origin is left out. */
async function bringAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe.source)
  }
}

/** How far the page scrolls sideways. */
export function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
}

const LEAST_PX = 44

/** What a finger is to press and is too low for one. A box to tick is pressed by the words beside it, too. */
export function smallControls(page: Page): Promise<string[]> {
  return page.evaluate(
    (least) =>
      [...document.querySelectorAll<HTMLElement>('button, select, input, main summary, .button, nav a')]
        .filter((control) => control.offsetParent !== null)
        .filter((control) => {
          const pressed = (control.matches('[type=checkbox], [type=radio]') && control.closest('label')) || control
          return pressed.getBoundingClientRect().height < least - 0.5
        })
        .map((control) => control.outerHTML.slice(0, 120)),
    LEAST_PX,
  )
}
