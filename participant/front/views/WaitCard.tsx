import type { ComponentChildren } from "preact";

interface Props {
  pin: "ok" | "wait" | "open";
  title: string;
  text?: string;
  children?: ComponentChildren;
}

/** The white card with one pin and one sentence that gives the eyes back to the room. */
export function WaitCard({ pin, title, text, children }: Props) {
  return (
    <div class="card white wait-card">
      <span class={`pin ${pin === "open" ? "" : pin}`} aria-hidden="true" />
      <h2 id="question" tabIndex={-1}>
        {title}
      </h2>
      {text && <p>{text}</p>}
      <div class="acts">{children}</div>
    </div>
  );
}
