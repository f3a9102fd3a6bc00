/** The three sectors in their order, and the class of each one's shape: circle, square, hexagon. */

import type { Sector } from "./records";

export const SECTORS: readonly Sector[] = ["private", "public", "semi-public"];
export const SHAPES: Record<Sector, string> = { private: "priv", public: "pub", "semi-public": "semi" };
