interface Point {
  readonly x: number;
  readonly y: number;
}

/** In CSS pixels: less is a tap that slipped. */
const FAR_ENOUGH = 48;

/** Where a touch that moved so turns to: the next one (1), the one before (-1), or nowhere (0), as when the page was scrolled. */
export function turnOf(from: Point, to: Point): -1 | 0 | 1 {
  const across = to.x - from.x;
  if (Math.abs(across) < FAR_ENOUGH || Math.abs(across) < 2 * Math.abs(to.y - from.y)) return 0;
  return across < 0 ? 1 : -1;
}
