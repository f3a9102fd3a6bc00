interface Props {
  figures: readonly { label: string; value: string }[];
}

/** The few figures that sum a poll up. */
export function Figures({ figures }: Props) {
  return (
    <div class="figs">
      {figures.map(({ label, value }) => (
        <p key={label}>
          <b>{value}</b> <span>{label}</span>
        </p>
      ))}
    </div>
  );
}
