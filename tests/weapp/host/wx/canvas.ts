/** A `type="2d"` canvas without pixels: every drawing call is taken and paints nothing, and text has no width. */
export function canvasNode(): { width: number; height: number; getContext: () => unknown } {
  const brush = new Proxy<Record<string | symbol, unknown>>(
    { measureText: () => ({ width: 0 }) },
    { get: (target, name) => (name in target ? target[name] : () => undefined) },
  );
  return { width: 300, height: 150, getContext: () => brush };
}
