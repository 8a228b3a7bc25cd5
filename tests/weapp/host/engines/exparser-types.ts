/** The part of WeChat's older component core that the host uses; the package has no types of its own. */
export interface ExNode {
  readonly parentNode: ExElement | null;
  readonly ownerShadowRoot: ExShadowRoot | null;
}

export interface ExText extends ExNode {
  textContent: string;
}

export interface ExElement extends ExNode {
  is: string;
  id: string;
  slot: string;
  dataset?: Record<string, unknown>;
  readonly childNodes: ExNode[];
  readonly __virtual: boolean;
  readonly __wxSlotChildren: ExNode[];
  insertBefore(child: ExNode, before: ExNode | null): void;
  removeChild(child: ExNode): void;
  dispatchEvent(event: ExEvent): void;
  triggerEvent(type: string, detail: unknown, options: object): void;
}

export interface ExComponent extends ExElement {
  readonly data: Record<string, unknown>;
}

export interface ExShadowRoot extends ExElement {
  getHostNode(): ExComponent;
  createTextNode(text: string): ExText;
  createNativeNode(tag: string): ExElement;
  createVirtualNode(tag: string): ExElement;
  createComponent(tag: string, component: string): ExComponent;
}

export interface ExEvent {
  readonly type: string;
  readonly timeStamp: number;
  readonly target: ExElement;
  readonly currentTarget: ExElement;
  readonly detail: unknown;
  readonly mark: Record<string, unknown> | null;
  readonly touches?: readonly unknown[];
  readonly changedTouches?: readonly unknown[];
}

interface DataProxy {
  scheduleReplace(path: readonly (string | number)[], value: unknown): void;
  doUpdates(isProperty?: boolean): void;
}

type ErrorListener = (error: unknown, info: unknown) => boolean;

export interface Exparser {
  readonly Component: {
    getDataProxy(component: ExElement): DataProxy;
    hasPublicProperty(component: ExElement, name: string): boolean;
  };
  readonly ShadowRoot: { create(host: ExComponent): ExShadowRoot };
  readonly Element: {
    pretendAttached(element: ExElement): void;
    pretendDetached(element: ExElement): void;
    setSlotName(element: ExElement, name: string): void;
    setInheritSlots(element: ExElement): void;
  };
  readonly Event: { create(type: string, detail: unknown, options: object): ExEvent };
  readonly Behavior: { prepare(behavior: unknown): void };
  registerElement(definition: object): { behavior: unknown };
  createElement(tag: string, definition?: object): ExComponent;
  addListenerToElement(
    element: ExElement,
    type: string,
    listener: (this: ExElement, event: ExEvent) => false | undefined,
    options: { capture: boolean },
  ): void;
  addGlobalErrorListener(listener: ErrorListener): unknown;
  addGlobalWarningListener(listener: ErrorListener): unknown;
}
