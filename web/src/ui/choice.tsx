import { useId, type InputHTMLAttributes } from 'react'

interface Props<Value extends string> {
  label: string
  value: Value
  options: { value: Value; text: string }[]
  onChange: (value: Value) => void
  /** Said beside the control where the server refused the choice. */
  problem?: string | null
}

/** A native list box: every device already knows how to work it. */
export function Choice<Value extends string>({ label, value, options, onChange, problem }: Props<Value>) {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {problem && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A field with its label over it. */
export function Field({ label, ...input }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <input id={id} autoComplete="off" {...input} />
    </div>
  )
}
