/** What the library, or our own reader, makes of XML. */
export interface PlacedNode {
  nodeName: string
  parentNode?: PlacedNode | undefined
  childNodes?: PlacedNode[] | undefined
  textContent?: string
}

/** Word's own styles of headings: `Heading1`, in Chinese `1`. Null: it is none. */
export function headingLevel(paragraph: PlacedNode): number | null {
  const style = childNamed(childNamed(paragraph, 'w:pPr'), 'w:pStyle') as Styled | undefined
  const said = style?.said ?? JSON.stringify(style?.attributes ?? '')
  const [, level] = /"(?:heading ?|标题 ?)?([1-6])"/i.exec(said) ?? []
  return level === undefined ? null : Number(level)
}

/** As our own reader and the library have attributes. */
type Styled = PlacedNode & { attributes?: object; said?: string }

function childNamed(node: PlacedNode | undefined, name: string): PlacedNode | undefined {
  return node?.childNodes?.find((one) => one.nodeName === name)
}

/** The letters of a paragraph. */
export function textOf(node: PlacedNode): string {
  if (node.nodeName === 'w:t' || node.nodeName === 'a:t')
    return (node.childNodes ?? []).map(({ textContent = '' }) => textContent).join('')
  // The text of a box inside a paragraph belongs to the paragraphs within the box.
  return (node.childNodes ?? []).map((child) => (child.nodeName === 'w:txbxContent' ? '' : textOf(child))).join('')
}
