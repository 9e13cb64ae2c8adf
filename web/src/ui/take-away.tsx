import { lazy, Suspense, useState } from 'react'
import type { TakenView } from '../address/taken-view.ts'
import { useLanguage } from '../language/language.tsx'

const TakeMenu = lazy(async () => ({ default: (await import('./take-menu.tsx')).TakeMenu }))

/** One step away from what is shown: its files, and its chart for another page. What is in it is fetched when it is opened. */
export function TakeAway({ view, title }: { view: TakenView; title: string }) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <details className="take-away off-paper" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say({ zh: '下载与嵌入', en: 'Download or embed' })}
        <span className="for-ears">: {title}</span>
      </summary>
      {open && (
        <Suspense>
          <TakeMenu view={view} title={title} />
        </Suspense>
      )}
    </details>
  )
}
