/** Simple line drawings for groups, for people who do not read; always beside a letter. Drawn on a grid of 24. */

const LINES: Record<string, string> = {
  wool: "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M5 9c5 0 9 4 10 10M9 5c1 5 5 9 10 10M4.500 14c3 0 5 2 6 5.500",
  book: "M12 6c-3-2-6-2-9-1v13c3-1 6-1 9 1c3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v13",
  coins: "M5 6a7 3 0 1 0 14 0a7 3 0 1 0-14 0M5 6v6a7 3 0 0 0 14 0V6M5 12v6a7 3 0 0 0 14 0v-6",
  lorry: "M2 6h11v10H2zM13 9.500h5l3 3.500v3h-8zM5 18a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 18a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
  thermometer: "M10 4.500a2 2 0 0 1 4 0V13a4.500 4.500 0 1 1-4 0zM12 9v7",
  ger: "M3 12c3-4 6-6 9-6s6 2 9 6M4.500 11.500V20h15v-8.500M10 20v-5h4v5M12 6V3",
  paper: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h5",
  milk: "M9 3h6v3l2 4v11H7V10l2-4zM7 13h10",
  wheat: "M12 21V6M12 9c-3 0-4-2-4-4c3 0 4 2 4 4c0-2 1-4 4-4c0 2-1 4-4 4M12 14c-3 0-4-2-4-4c3 0 4 2 4 4c0-2 1-4 4-4c0 2-1 4-4 4",
  mountain: "M2 20l7-13l4 7l2-3l7 9zM7 11l2 1.500l1.500-1.500",
  lake: "M3 10c2-2 4-2 6 0s4 2 6 0s4-2 6 0M3 15c2-2 4-2 6 0s4 2 6 0s4-2 6 0",
  people: "M9 8a3 3 0 1 0-.01 0M3 20c0-4 3-7 6-7s6 3 6 7M17 9a2.500 2.500 0 1 0-.01 0M16 14c3 0 5 2 5 6",
  handshake: "M2 8l5-2l5 2l5-2l5 2v7l-3 1l-5 4l-3-2l-3 0l-6-4zM12 8l-3 4l2 1l3-2l4 4",
  tools: "M5 19L14 10M14 10a4 4 0 0 1 5-5l-2.500 2.500l2 2L21 7a4 4 0 0 1-5 5M4 5l6 6M15 15l5 5",
  factory: "M3 21V10l6 4v-4l6 4V6h5v15zM7 17h2M12 17h2",
  shop: "M4 9l1.500-5h13L20 9M4 9a2.600 2.600 0 0 0 5.300 0a2.600 2.600 0 0 0 5.300 0a2.600 2.600 0 0 0 5.400 0M5 12v8h14v-8M10 20v-5h4v5",
  school: "M2 9l10-5l10 5l-10 5zM6 11.500V17c4 3 8 3 12 0v-5.500M22 9v6",
  road: "M8 3L4 21M16 3l4 18M12 4v3M12 10.500v3M12 17v3",
  power: "M13 2L5 14h6l-1 8l8-12h-6z",
  water: "M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z",
  phone: "M8 2h8v20H8zM11 19h2",
  sun: "M12 8a4 4 0 1 0 .01 0M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  snow: "M12 2v20M3.300 7l17.400 10M20.700 7L3.300 17M9 4l3 2l3-2M9 20l3-2l3 2",
  leaf: "M5 19c0-9 5-14 15-14c0 10-5 15-12 14M5 20c2-5 5-8 9-10",
  cow: "M6 8l-3-3M18 8l3-3M6 8c0-2 12-2 12 0v5c0 5-2 7-6 7s-6-2-6-7zM9 11v1M15 11v1M9.500 16h5",
  house: "M3 11l9-7l9 7M5.500 9.500V20h13V9.500M10 20v-6h4v6",
  bank: "M3 9l9-5l9 5zM5 9v8M10 9v8M14 9v8M19 9v8M3 20h18",
  chart: "M4 20V4M4 20h16M8 20v-6M12 20V9M16 20v-9",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  flag: "M6 21V4c4-2 7 2 12 0v9c-5 2-8-2-12 0",
  question: "M8.500 9a3.500 3.500 0 1 1 5 3.200c-1.200.6-1.500 1.300-1.500 2.800M12 19v.1",
  heart: "M12 20C5 15 3 12 3 8.500A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 9 1.500C21 12 19 15 12 20z",
  bulb: "M9 17c0-3-3-4-3-8a6 6 0 0 1 12 0c0 4-3 5-3 8zM9.500 20h5",
  gear: "M12 9a3 3 0 1 0 .01 0M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M18.400 5.600l-2.200 2.200M7.800 16.200l-2.200 2.200",
  box: "M3 7.500l9-4.500l9 4.500v9L12 21l-9-4.500zM3 7.500l9 4.500l9-4.500M12 12v9",
  bus: "M4 4h16v13H4zM4 11h16M7 20v-3M17 20v-3M8 14v.1M16 14v.1",
};

/** The names that a group may choose from. */
export const PICTOGRAMS: readonly string[] = Object.keys(LINES);

export function Pictogram({ name }: { name: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.1"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={LINES[name] ?? LINES.question} />
    </svg>
  );
}
