import { afterTap, ancestors, choose, enterText, fieldValue, isChecked, isOn, isTextField, isToggle, setChecked } from './controls';
import { describeTarget, findAll, findOne, isViewNode, nameOf, roleOf, type Target } from './find';
import type { PageInstance } from './page-instance';
import type { Runtime } from './runtime';
import { allNodes, sizeOf, textOf, type TreeSize } from './tree';
import { asRecord } from './values';
import type { ViewNode } from './view-engine';
import type { Answer } from './wx/api';

const PRESSABLE = new Set(['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option']);
const TICKABLE = new Set(['checkbox', 'radio', 'switch']);

export interface Shared {
  readonly title?: string;
  readonly path?: string;
  readonly query?: string;
  readonly imageUrl?: string;
}

/** What a button's `open-type` hands to its event unless the test answers it by that name. */
const OPEN_TYPE_DETAILS: Readonly<Record<string, Record<string, unknown>>> = {
  getPhoneNumber: { code: 'phone-code', errMsg: 'getPhoneNumber:ok' },
  chooseAvatar: { avatarUrl: 'wxfile://tmp/avatar.png' },
  openSetting: { authSetting: {}, errMsg: 'openSetting:ok' },
  agreePrivacyAuthorization: {},
};

/** One opened page with a person in front of it. Every action settles the app before it resolves. */
export class Screen {
  constructor(
    private readonly runtime: Runtime,
    private readonly page: PageInstance,
    private readonly answers: ReadonlyMap<string, Answer>,
    private readonly settle: () => Promise<void>,
  ) {}

  get route(): string {
    return this.page.route;
  }

  get query(): Readonly<Record<string, string>> {
    return this.page.query;
  }

  /** The visible words, one line per block. */
  text(): string {
    return textOf(this.page.tree());
  }

  tree(): ViewNode {
    return this.page.tree();
  }

  size(): TreeSize {
    return sizeOf(this.page.tree());
  }

  nodes(): number {
    return this.size().nodes;
  }

  depth(): number {
    return this.size().depth;
  }

  find(target: Target): ViewNode {
    return findOne(this.page.tree(), target);
  }

  all(target: Target): ViewNode[] {
    return findAll(this.page.tree(), target);
  }

  has(target: Target): boolean {
    return this.all(target).length > 0;
  }

  /** What a text field shows. */
  value(target: Target): string {
    return fieldValue(this.field(target));
  }

  checked(target: Target): boolean {
    const node = this.tickable(target);
    return isToggle(node) ? isChecked(node) : isOn(node, 'aria-checked');
  }

  /** The event starts at the node and bubbles as in WeChat; WeChat's own controls then do what they do. */
  async tap(target: Target): Promise<void> {
    const root = this.page.tree();
    const node = findOne(root, target, preferPressable);
    refuseDisabled(node, target);
    this.runtime.runAsTap(() => {
      node.fire('tap', { x: 0, y: 0 });
      const now = allNodes(this.page.tree()).find(({ handle }) => handle === node.handle);
      afterTap(now ?? node, root, {
        share: (button) => void this.callShare({ from: 'button', target: { id: button.id, dataset: button.dataset } }),
        openType: (button, kind) => this.openType(button, kind),
      });
    });
    await this.settle();
  }

  /** Focuses the field, replaces what is in it and leaves it. The field is found by its aria-label or placeholder. */
  async type(target: Target, value: string): Promise<void> {
    await this.enter(target, value);
    const field = this.field(target);
    field.fire('blur', { value: fieldValue(field), cursor: 0 });
    await this.settle();
  }

  /** Types without leaving the field. */
  async enter(target: Target, value: string): Promise<void> {
    const field = this.field(target);
    refuseDisabled(field, target);
    field.fire('focus', { value: fieldValue(field), height: 0 });
    enterText(field, value);
    await this.settle();
  }

  /** The key at the bottom right of the keyboard. */
  async confirm(target: Target): Promise<void> {
    const field = this.field(target);
    field.fire('confirm', { value: fieldValue(field) });
    await this.settle();
  }

  /** In a list by index or by name; a date, a time, a region or several columns as WeChat's value. */
  async pick(target: Target, choice: number | string | readonly (number | string)[]): Promise<void> {
    const picker = this.only(target, 'picker', ({ tag }) => tag === 'picker');
    refuseDisabled(picker, target);
    choose(picker, choice);
    await this.settle();
  }

  /** Brings a checkbox, radio or switch, WeChat's or our own with that role, to the state wanted. */
  async check(target: Target, wanted = true): Promise<void> {
    const node = this.tickable(target);
    refuseDisabled(node, target);
    if (this.checked(target) === wanted) return;
    if (!isToggle(node)) return this.tap(node);
    this.runtime.runAsTap(() => setChecked(node, wanted));
    await this.settle();
  }

  /** Any event of a control that has no verb here: `fire(list, 'scrolltolower')`. */
  async fire(target: Target, type: string, detail: unknown = {}): Promise<void> {
    this.find(target).fire(type, detail);
    await this.settle();
  }

  async pullDown(): Promise<void> {
    if (this.page.config.enablePullDownRefresh !== true) {
      throw new Error(`${this.route} cannot be pulled down: enablePullDownRefresh is not set`);
    }
    this.page.call('onPullDownRefresh');
    await this.settle();
  }

  async reachBottom(): Promise<void> {
    this.page.call('onReachBottom');
    await this.settle();
  }

  async scroll(scrollTop: number): Promise<void> {
    this.page.scrollTop = scrollTop;
    this.page.call('onPageScroll', { scrollTop });
    this.runtime.intersections.look();
    await this.settle();
  }

  /** Shares from the menu. A page without onShareAppMessage has no such menu item: an error. */
  async share(): Promise<Shared> {
    const shared = await this.callShare({ from: 'menu' });
    await this.settle();
    return shared;
  }

  async shareTimeline(): Promise<Shared> {
    if (!this.page.has('onShareTimeline')) throw new Error(`${this.route} cannot be shared to Moments`);
    return asRecord(await this.page.call('onShareTimeline'));
  }

  private async callShare(source: object): Promise<Shared> {
    if (!this.page.has('onShareAppMessage')) throw new Error(`${this.route} cannot be shared`);
    const shared = asRecord(await this.page.call('onShareAppMessage', source));
    // A promise may bring the content later, as WeChat allows.
    return asRecord((await (shared.promise)) ?? shared);
  }

  private openType(button: ViewNode, kind: string): void {
    const detail = this.answers.get(kind)?.({}) ?? OPEN_TYPE_DETAILS[kind] ?? {};
    button.fire(kind.toLowerCase(), detail);
  }

  private field(target: Target): ViewNode {
    return this.only(target, 'text field', isTextField);
  }

  private tickable(target: Target): ViewNode {
    return this.only(target, 'checkbox, radio or switch', (node) => isToggle(node) || TICKABLE.has(roleOf(node)));
  }

  /** The one control of a kind that carries the target's words, contains them, or shares a label with them. */
  private only(target: Target, kind: string, accept: (node: ViewNode) => boolean): ViewNode {
    const root = this.page.tree();
    if (typeof target !== 'string') return this.acceptAround(findOne(root, target), kind, accept);
    const controls = allNodes(root).filter(accept);
    const words = (node: ViewNode) => allNodes(node).map(nameOf).concat(labelWords(node));
    const exact = controls.filter((node) => words(node).includes(target));
    const found = exact.length > 0 ? exact : controls.filter((node) => words(node).some((own) => own.includes(target)));
    const [first, second] = found;
    if (!first || second) {
      throw new Error(`${found.length} ${kind}s for ${describeTarget(target)}. The page reads:\n${textOf(root)}`);
    }
    return first;
  }

  private acceptAround(node: ViewNode, kind: string, accept: (node: ViewNode) => boolean): ViewNode {
    const control = ancestors(node).find(accept) ?? allNodes(node).find(accept);
    if (!control) throw new Error(`<${node.tag}> '${nameOf(node)}' is not in a ${kind}`);
    return control;
  }
}

function labelWords(node: ViewNode): string[] {
  const label = ancestors(node).find(({ tag }) => tag === 'label');
  return label ? [textOf(label)] : [];
}

/** A heading and a button may read the same; the person taps the button. */
function preferPressable(found: readonly ViewNode[]): readonly ViewNode[] {
  const owner = (node: ViewNode) => ancestors(node).find((at) => PRESSABLE.has(roleOf(at)));
  const pressable = found.filter((node) => owner(node) !== undefined);
  if (pressable.length === 0) return found;
  const [first] = pressable;
  return first && new Set(pressable.map(owner)).size === 1 ? [first] : pressable;
}

function refuseDisabled(node: ViewNode, target: Target): void {
  const control = ancestors(node).find((at) => roleOf(at) !== '' || at.tag === 'label');
  if (!control || !(isOn(control, 'disabled') || isOn(control, 'aria-disabled'))) return;
  throw new Error(`${isViewNode(target) ? `<${target.tag}>` : describeTarget(target)} is disabled`);
}
