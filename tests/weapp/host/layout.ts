import { BUILT_IN_TAGS, type ViewNode } from './view-engine';
import { isElement, isHidden } from './tree';

/** How tall a node is, in pixels, whatever is in it; undefined where its children say so. The host knows no style sheet. */
export type Layout = (node: ViewNode) => number | undefined;

/** From the top of the page. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

/** Of the window under the navigation bar of a common phone. */
export const WINDOW_HEIGHT = 724;

const ownHeight = ({ style }: ViewNode): number | undefined => {
  const [, pixels] = /(?:^|;)\s*height:\s*([\d.]+)px/.exec(style) ?? [];
  return pixels === undefined ? undefined : Number(pixels);
};

/** Where every node stands when all stand below one another. A child may be taller than its parent says. */
export function bandsOf(root: ViewNode, layout: Layout): Map<ViewNode, Band> {
  const bands = new Map<ViewNode, Band>();
  const place = (node: ViewNode, top: number): number => {
    if (isHidden(node)) return 0;
    let inside = 0;
    for (const child of node.children.filter(isElement)) inside += place(child, top + inside);
    const height = ownHeight(node) ?? layout(node) ?? inside;
    bands.set(node, { top, height });
    return height;
  };
  place(root, 0);
  return bands;
}

/** A selector of the page does not reach into a component. */
export function isInComponent({ parent }: ViewNode): boolean {
  for (let node = parent; node?.parent; node = node.parent) if (!BUILT_IN_TAGS.includes(node.tag)) return true;
  return false;
}
