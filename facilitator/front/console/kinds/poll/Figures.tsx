/** The few figures that sum a poll up. */

export interface Figure {
  label: string;
  value: string;
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <div class="kpis">
      {figures.map(({ label, value }) => (
        <p class="kpi" key={label}>
          <b>{value}</b>
          <span>{label}</span>
        </p>
      ))}
    </div>
  );
}
