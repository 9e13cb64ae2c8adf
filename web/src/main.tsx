import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { findHash } from './address/reading-place.ts'
import { parsePlace } from '@causeway/shared/pages'
import { prepareWith } from './address/address.tsx'
import { App } from './app.tsx'
import { earlyAnswersSettled } from './graph/early-answers.ts'
import { PAGE_PARTS } from './pages.ts'
import { SessionProvider } from './session/use-session.tsx'
import { afterPaint } from './ui/first-paint.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/figures.css'
import './styles/tables.css'
import './styles/controls.css'
import './styles/charts.css'
import './styles/pages.css'
import './styles/print.css'

/** Longest that the first picture waits to be whole. */
const PATIENCE_MS = 2_500

prepareWith((page) => PAGE_PARTS[page].prepare())
// A page that cannot be fetched says so once it is shown.
const page = PAGE_PARTS[parsePlace(location.pathname).page].load().catch(() => undefined)
// What is drawn first is whole, so that nothing moves when the rest of it comes.
await Promise.race([
  Promise.all([page, earlyAnswersSettled()]),
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
])

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SessionProvider>
      <App />
    </SessionProvider>
  </StrictMode>,
)
// What draws the charts comes after the figures, which it would hold up on its way.
void afterPaint().then(() => window.causewayLater?.())
findHash()
