import { bandsOf, isInComponent, WINDOW_HEIGHT, type Band, type Layout } from '../layout';
import type { PageInstance } from '../page-instance';
import { asFunction, asRecord, text } from '../values';
import type { WxHost } from './api';

interface Observed {
  readonly page: PageInstance;
  readonly id: string;
  readonly margins: { readonly top: number; readonly bottom: number };
  readonly callback: (result: unknown) => unknown;
  ratio: number;
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/**
 * `createIntersectionObserver` of a page, for one `#id` and the viewport. As in WeChat, the node must be there when `observe` is
 * called, what is outside at first is not told, and afterwards each crossing of the border is; a page that is not shown is silent.
 */
export class Intersections {
  private readonly observed = new Set<Observed>();

  constructor(
    private readonly host: WxHost,
    private readonly layout: Layout | null,
    private readonly shown: () => PageInstance | null,
  ) {}

  create(component: unknown): unknown {
    const { realm, clock } = this.host;
    const own: Observed[] = [];
    let margins = { top: 0, bottom: 0 };
    const observer: Record<string, unknown> = realm.object();
    return Object.assign(observer, {
      relativeToViewport: (given: unknown) => {
        const { top, bottom } = asRecord(given);
        margins = { top: numberOf(top), bottom: numberOf(bottom) };
        return observer;
      },
      observe: (selector: unknown, callback: unknown) => {
        const page = this.shown();
        const id = /^#([\w-]+)$/.exec(text(selector))?.[1];
        if (id === undefined) this.host.problems.add('platform rule', `The host observes one #id, not ${text(selector)}.`);
        if (id === undefined || page === null || page.logic !== component || !this.bands(page).has(id)) return;
        const observed: Observed = { page, id, margins, callback: asFunction(callback) ?? (() => undefined), ratio: 0 };
        own.push(observed);
        this.observed.add(observed);
        clock.setTimeout(() => this.look());
      },
      disconnect: () => {
        for (const observed of own.splice(0)) this.observed.delete(observed);
      },
    });
  }

  /** Tells what has come in or gone since the last look. */
  look(): void {
    const page = this.shown();
    if (page === null || this.observed.size === 0) return;
    const bands = this.bands(page);
    for (const observed of [...this.observed].filter((candidate) => candidate.page === page)) {
      const band = bands.get(observed.id);
      if (band === undefined) continue;
      const top = band.top - page.scrollTop;
      const seen = Math.min(top + band.height, WINDOW_HEIGHT + observed.margins.bottom) - Math.max(top, -observed.margins.top);
      const ratio = band.height > 0 ? Math.max(0, seen) / band.height : 0;
      const crossed = ratio > 0 !== observed.ratio > 0;
      observed.ratio = ratio;
      if (crossed) this.tell(observed, ratio, { top, height: band.height });
    }
  }

  private tell({ id, callback }: Observed, intersectionRatio: number, { top, height }: Band): void {
    const boundingClientRect = { left: 0, right: 375, width: 375, top, bottom: top + height, height };
    this.host.problems.guard(`observer of #${id}`, () => callback(this.host.realm.adopt({ id, intersectionRatio, boundingClientRect })));
  }

  /** By id. Without a layout nothing has a height. */
  private bands(page: PageInstance): Map<string, Band> {
    const bands = bandsOf(page.tree(), this.layout ?? (() => 0));
    return new Map([...bands].filter(([node]) => node.id !== '' && !isInComponent(node)).map(([{ id }, band]) => [id, band]));
  }
}
