import { allNodes } from './tree';
import { asText } from './values';
import type { ViewNode } from './view-engine';

/**
 * What WeChat's own controls do by themselves, the same over every engine: they hold what was typed or ticked, and
 * they turn a tap into a change. The state belongs to the engine's node, so it goes when the node goes.
 */
interface ControlState {
  /** The bound attribute when the person last acted; a later, different one wins over the person's value. */
  readonly bound: unknown;
  readonly value: unknown;
}

const states = new WeakMap<object, ControlState>();

/** WeChat cuts what is typed at this length unless `maxlength` says otherwise; -1 is no limit. */
const DEFAULT_MAX_LENGTH = 140;

/** Set, and not to something false. WXML binds booleans, but a bare attribute arrives as the empty string or `true`. */
export function isOn({ attributes }: ViewNode, name: string): boolean {
  const value = attributes[name];
  return value !== undefined && value !== null && value !== false && value !== 'false' && value !== '';
}

function hold(node: ViewNode, attribute: string, value: unknown): void {
  states.set(node.handle, { bound: node.attributes[attribute], value });
}

function held(node: ViewNode, attribute: string): unknown {
  const bound = node.attributes[attribute];
  const state = states.get(node.handle);
  return state && state.bound === bound ? state.value : bound;
}

export const isTextField = ({ tag }: ViewNode): boolean => tag === 'input' || tag === 'textarea';
export const isToggle = ({ tag }: ViewNode): boolean => tag === 'checkbox' || tag === 'radio' || tag === 'switch';
export const isChecked = (node: ViewNode): boolean => {
  const value = held(node, 'checked');
  return value !== undefined && value !== null && value !== false && value !== '';
};

export function fieldValue(node: ViewNode): string {
  return asText(held(node, 'value'));
}

export function ancestors(node: ViewNode): ViewNode[] {
  const chain: ViewNode[] = [];
  for (let at: ViewNode | null = node; at; at = at.parent) chain.push(at);
  return chain;
}

const closest = (node: ViewNode, tag: string): ViewNode | undefined => ancestors(node).find((at) => at.tag === tag);

/** As much of the text as the field takes. */
export function enterText(node: ViewNode, typed: string): string {
  const limit = Number(node.attributes.maxlength ?? DEFAULT_MAX_LENGTH);
  const value = limit >= 0 ? typed.slice(0, limit) : typed;
  hold(node, 'value', value);
  node.fire('input', { value, cursor: value.length, keyCode: 0 });
  return value;
}

export function setChecked(node: ViewNode, isOn: boolean): void {
  if (isChecked(node) === isOn) return;
  if (node.tag === 'switch') {
    hold(node, 'checked', isOn);
    node.fire('change', { value: isOn });
    return;
  }
  const group = closest(node, `${node.tag}-group`);
  if (node.tag === 'radio') {
    if (!isOn) return;
    for (const other of membersOf(group, 'radio')) hold(other, 'checked', other.handle === node.handle);
    hold(node, 'checked', true);
    group?.fire('change', { value: node.attributes.value });
    return;
  }
  hold(node, 'checked', isOn);
  group?.fire('change', { value: tickedValues(group) });
}

const membersOf = (group: ViewNode | undefined, tag: string): ViewNode[] =>
  group ? allNodes(group).filter((node) => node.tag === tag) : [];

const tickedValues = (group: ViewNode): unknown[] =>
  membersOf(group, 'checkbox')
    .filter(isChecked)
    .map(({ attributes }) => attributes.value);

/** What WeChat does after a tap that no handler sees: ticking, submitting, opening. */
export interface TapEffects {
  share(button: ViewNode): void;
  openType(button: ViewNode, kind: string): void;
}

export function afterTap(node: ViewNode, root: ViewNode, effects: TapEffects): void {
  const control = ancestors(node).find((at) => isToggle(at) || at.tag === 'button' || at.tag === 'label');
  if (!control) return;
  if (control.tag !== 'label') {
    activate(control, effects);
    return;
  }
  const named = allNodes(root).find(({ id }) => id !== '' && id === control.attributes.for);
  const inner = named ?? allNodes(control).find((at) => isToggle(at) || at.tag === 'button');
  if (inner && !isOn(inner, 'disabled')) activate(inner, effects);
}

function activate(control: ViewNode, effects: TapEffects): void {
  if (isToggle(control)) {
    setChecked(control, control.tag === 'radio' || !isChecked(control));
    return;
  }
  const formType = control.attributes['form-type'];
  const form = closest(control, 'form');
  if (form && formType === 'submit') form.fire('submit', { value: formValues(form), target: {} });
  if (form && formType === 'reset') form.fire('reset', { target: {} });
  const openType = control.attributes['open-type'];
  if (openType === 'share') effects.share(control);
  else if (typeof openType === 'string' && openType !== '') effects.openType(control, openType);
}

function formValues(form: ViewNode): Record<string, unknown> {
  const named = allNodes(form).filter(({ attributes }) => typeof attributes.name === 'string' && attributes.name !== '');
  return Object.fromEntries(named.map((node): [string, unknown] => [asText(node.attributes.name), valueInForm(node)]));
}

function valueInForm(node: ViewNode): unknown {
  if (isTextField(node)) return fieldValue(node);
  if (node.tag === 'switch') return isChecked(node);
  if (node.tag === 'checkbox-group') return tickedValues(node);
  if (node.tag === 'radio-group') return asText(membersOf(node, 'radio').find(isChecked)?.attributes.value);
  return held(node, 'value');
}

/** Chooses in a picker. In a list the choice is a name or an index; a date, a time or a region goes as it is. */
export function choose(picker: ViewNode, choice: unknown): void {
  const value = pickerValue(picker, choice);
  hold(picker, 'value', value);
  picker.fire('change', { value });
}

function pickerValue(picker: ViewNode, choice: unknown): unknown {
  const mode = picker.attributes.mode ?? 'selector';
  if (mode !== 'selector') return choice;
  const range = picker.attributes.range;
  const key = picker.attributes['range-key'];
  const items: unknown[] = Array.isArray(range) ? range : [];
  const names = items.map((item) =>
    typeof key === 'string' && key !== '' ? (item as Record<string, unknown>)[key] : item,
  );
  const index = typeof choice === 'number' ? choice : names.indexOf(choice);
  if (index < 0 || index >= names.length) {
    throw new Error(`The picker has no ${JSON.stringify(choice)}, only ${JSON.stringify(names)}`);
  }
  return index;
}
