import { Pictogram } from "../../../shared/web/front/pictograms";

interface Props {
  letter: string;
  title: string;
  pictogram: string;
}

/** A group's pictogram, letter and name, as they stand on the wall; a single card has its words only. */
export function GroupName({ letter, title, pictogram }: Props) {
  if (!letter) return <span class="tx name">{title}</span>;
  return (
    <>
      <span class={pictogram ? "lt pic" : "lt"} aria-hidden="true">
        {pictogram ? <Pictogram name={pictogram} /> : letter}
      </span>
      <span class="name">
        {pictogram && (
          <b class="k" aria-hidden="true">
            {letter}{" "}
          </b>
        )}
        <span class="tx">{title}</span>
      </span>
    </>
  );
}
